"""The sentences of a page that claim a benefit: a treatment helped, by a count or an effect."""

from __future__ import annotations

import functools

from kapguide.claims.claims import own_words
from kapguide.claims.effects import find_result, is_denied
from kapguide.claims.wording import compile_lower
from kapguide.pages.page import Page
from kapguide.pages.prose import Sentence, sentences
from kapguide.pages.sections import KEY_POINTS, is_about, sections

_GAIN = compile_lower(
    r"\b(?:improv\w+|better|reliev\w+|relief|eas(?:e|es|ed|ing)|lift(?:s|ed)?|help(?:s|ed)?"
    r"|respon(?:d|ds|ded|se)|recover\w*|remission|benefits?|gains?|effective|abstinent|sober"
    r"|without\s+alcohol|promis\w+|works?\s+(?:better|for|well)|worked|fell|dropped)\b",
)


@functools.lru_cache(maxsize=2)
def find_gains(page: Page) -> tuple[Sentence, ...]:
    """Return the sentences of a page that claim a benefit."""
    return tuple(sentence for sentence in sentences(page) if _is_gain(sentence))


def gains_below_key_points(page: Page) -> list[Sentence]:
    """Return those that stand outside of the key points, which only sum up."""
    points = {part.number for part in sections(page) if is_about(part, KEY_POINTS)}
    return [gain for gain in find_gains(page) if gain.block.section not in points]


def _is_gain(sentence: Sentence) -> bool:
    if not _GAIN.search(sentence.own.lower()):
        return False
    if not (sentence.numbers.count or find_result(sentence.own)):
        return False
    return bool(own_words(sentence.own)) and not is_denied(sentence.own)
