"""The sentences of a page that claim a benefit: a treatment helped, by a count or an effect."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from kapguide.claims.claims import own_words
from kapguide.claims.effects import find_result, is_denied
from kapguide.pages.page import Page
from kapguide.pages.prose import Sentence, sentences
from kapguide.pages.sections import is_about, sections
from kapguide.words import Words


@functools.lru_cache(maxsize=2)
def find_gains(page: Page, words: Words) -> tuple[Sentence, ...]:
    """Return the sentences of a page that claim a benefit."""
    return tuple(sentence for sentence in sentences(page, words) if _is_gain(sentence, words))


def gains_below_key_points(page: Page, words: Words) -> list[Sentence]:
    """Return those that stand outside of the key points, which only sum up."""
    key_points = words.pattern("sections.key_points")
    points = {part.number for part in sections(page) if is_about(part, key_points)}
    return [gain for gain in find_gains(page, words) if gain.block.section not in points]


def first_cited(gains: Sequence[Sentence]) -> str:
    """Return the text of the first that has a citation, for one without may yet be taken out."""
    cited = (gain for gain in gains if gain.cited)
    return next(cited, gains[0]).plain if gains else ""


def _is_gain(sentence: Sentence, words: Words) -> bool:
    if not words.pattern("benefits.gain", lower=True).search(sentence.lower):
        return False
    if not (sentence.numbers.count or find_result(sentence.own, words)):
        return False
    return bool(own_words(sentence.own, words)) and not is_denied(sentence.own, words)
