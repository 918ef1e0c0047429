"""Know which words a language has, and which of two spellings is whose.

The dictionary is pyspellchecker's; which spelling is American and which British,
codespell's, and by rule for the words that it has not. Each is loaded once, when a page
first asks.
"""

from __future__ import annotations

import difflib
import functools
from collections.abc import Collection
from importlib.resources import files

from spellchecker import SpellChecker

from kapguide.words import Words

_PAIRS = "data/dictionary_en-GB_to_en-US.txt"
_NEAR = 0.84  # of difflib: "ketmaine" is near ketamine, "kept" is not


@functools.cache
def _load(language: str) -> SpellChecker:
    return SpellChecker(language=language, distance=1)


@functools.cache
def known_words(language: str) -> frozenset[str]:
    """Return the words of a language (`en`) in lower case; of English, in both spellings.

    None where there is no dictionary, and so no name of one.
    """
    if not language:
        return frozenset()
    words = frozenset(_load(language).word_frequency.dictionary)
    return words.union(*_pairs().items()) if language == "en" else words


@functools.cache
def _pairs() -> dict[str, str]:
    """Return British spellings with the American ones."""
    lines = files("codespell_lib").joinpath(_PAIRS).read_text("utf-8").split()
    return dict(line.split("->") for line in lines)


@functools.cache
def _american() -> dict[str, str]:
    return {american: british for british, american in _pairs().items() if american not in _pairs()}


def find_british(word: str) -> str:
    """Return the British spelling of an American word, or nothing where it has none."""
    return _american().get(word, "")


@functools.lru_cache(maxsize=65536)  # pages say the same words again and again
def find_american(word: str, words: Words) -> str:
    """Return the American spelling of a British word, or nothing where it has none.

    `spelling.variants` has rules for what the dictionary lacks. A rule holds where it
    makes a word that is known.
    """
    if word in _pairs():
        return _pairs()[word]
    for pattern, row in words.patterns("spelling.variants", lower=True):
        other = pattern.sub(row["american"], word)
        if other != word and other in known_words("en"):
            return other
    return ""


def suggest(word: str, language: str, own: Collection[str]) -> str:
    """Return the word that was most likely meant, first one of the site's own; or nothing."""
    near = difflib.get_close_matches(word, own, n=1, cutoff=_NEAR)
    if near:
        return near[0]
    found = _load(language).correction(word)
    return found if found and found != word else ""
