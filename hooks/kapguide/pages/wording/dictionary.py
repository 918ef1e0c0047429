"""Know which words a language has, and which of two spellings is whose.

The dictionary is pyspellchecker's; which spellings are American and which British,
breame's. Each is loaded once, when a page first asks.
"""

from __future__ import annotations

import difflib
import functools
from collections.abc import Collection, Mapping

from breame.data.spelling_constants import BRITISH_ENGLISH_SPELLINGS
from spellchecker import SpellChecker

BRITISH: Mapping[str, str] = {
    british: american
    for british, american in BRITISH_ENGLISH_SPELLINGS.items()
    if british != american
}
"""Each British spelling with the American one."""
AMERICAN: Mapping[str, str] = {
    american: british for british, american in BRITISH.items() if american not in BRITISH
}
"""Each American spelling with the British one."""

_NEAR = 0.84  # of difflib: "ketmaine" is near ketamine, "kept" is not


@functools.cache
def _load(language: str) -> SpellChecker:
    return SpellChecker(language=language, distance=1)


@functools.cache
def known_words(language: str) -> frozenset[str]:
    """Return the words of a language (`en`) in lower case; of English, in both spellings."""
    words = frozenset(_load(language).word_frequency.dictionary)
    return words | BRITISH.keys() | AMERICAN.keys() if language == "en" else words


def suggest(word: str, language: str, own: Collection[str]) -> str:
    """Return the word that was most likely meant, first one of the site's own; or nothing."""
    near = difflib.get_close_matches(word, own, n=1, cutoff=_NEAR)
    if near:
        return near[0]
    found = _load(language).correction(word)
    return found if found and found != word else ""
