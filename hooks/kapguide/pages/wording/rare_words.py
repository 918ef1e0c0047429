"""Tell a rare word that is likely a frequent one with a letter more, less or other.

Dictionaries have many words that hardly anybody writes, "pean" and "hae", and so pass over slips
of the keyboard. How often texts have a word, and its neighbors, tells these from others, and that
a dictionary of pronunciations does not have it.
"""

from __future__ import annotations

import functools

from kapguide.pages.readability import pronunciations
from kapguide.pages.wording.dictionary import count_of, has_first_forms, load_dictionary
from kapguide.words import Words

_RARE = 1000
"""No more often do the dictionary's texts have a rare word, or the one that it is a form of."""
_TIMES = 1000
"""So much more frequent is one that is likelier meant."""
_SHORTEST = 3
_LEAST = 5000
"""What is meant is a word that the texts have at least so often."""


@functools.lru_cache(maxsize=65536)  # pages say the same words again and again
def find_likelier(word: str, words: Words) -> str:
    """Return the frequent word that a rare one, in small letters, is likely a slip of; or nothing.

    Nothing in a language whose dictionary has first forms alone: how often it has a word says
    little of the forms of that.
    """
    language = words["spelling.dictionary"]
    if not language or len(word) < _SHORTEST or not word.isalpha() or has_first_forms(words):
        return ""
    count = count_of(word, language)
    if not 0 < count <= _RARE or word in pronunciations():
        return ""
    often = load_dictionary(language).word_frequency.dictionary
    near = max(load_dictionary(language).edit_distance_1(word), key=lambda one: often.get(one, 0))
    return near if often.get(near, 0) >= max(_TIMES * count, _LEAST) else ""
