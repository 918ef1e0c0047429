"""Look at prose sentence by sentence, with what excuses a sentence.

A page's sentences, without what stands in quotation marks, and whether a
sentence says no to a word, or warns of it.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from kapguide.claims.counts import Numbers, read_numbers
from kapguide.claims.wording import compile_any
from kapguide.pages.page import CITATION, HEADINGS, Block, Page, fold

QUOTED = re.compile(r"[\"“][^\"”]*[\"”]")
_QUESTION = re.compile(r"\?[\"”’)\s]*$")
_DENIED = compile_any(
    r"\b(?:not|no|never|nobody|none|neither|nor|cannot|can’t|can't|without|rather\s+than|far\s+from"
    r"|instead\s+of|\w+n[’']t)\b",
)
_WARNED = compile_any(
    r"\b(?:wary|beware|avoid|careful|red\s+flags?|too\s+good|walk\s+away|promis\w+|advert\w*|ads?"
    r"|claims?|claiming|may\s+hear|tempting|pressure)\b",
    r"\b(?:if|when|that|who|clinics?|they|anyone|someone)\s+(?:\w+\s+)?(?:says?|tells?|offers?)\b",
)
_RED_FLAGS = re.compile(r"red flag|warning sign|be wary|walk away|you may hear", re.I)


class Sentence(NamedTuple):
    """A sentence of a page's own words."""

    text: str
    """With `CITATION` where a citation stands."""
    block: Block
    plain: str
    """The text without citations."""
    own: str
    """The plain text without quotations: what others say is theirs."""
    numbers: Numbers
    """What it counts; nothing where it asks, or is a heading."""
    heading: bool

    @property
    def cited(self) -> bool:
        """Whether it holds a citation, or the line that introduces its list does."""
        return CITATION in self.text or self.block.introduced

    @property
    def question(self) -> bool:
        """Whether it asks."""
        return bool(_QUESTION.search(self.text))


# One page at a time goes through all checks; two leave room for a site check.
@functools.lru_cache(maxsize=2)
def _sentences(page: Page) -> tuple[Sentence, ...]:
    found = []
    for block in page.spoken:
        for text in block.sentences:
            plain = fold(text) if CITATION in text else text
            own = QUOTED.sub(" … ", plain)
            heading = block.tag in HEADINGS
            numbers = Numbers() if heading or plain[-1] == "?" else read_numbers(own)
            found.append(Sentence(text, block, plain, own, numbers, heading))
    return tuple(found)


def sentences(page: Page, *, headings: bool = False) -> Iterator[Sentence]:
    """Give the sentences of a page's prose in reading order, with its headings if wanted."""
    return (sentence for sentence in _sentences(page) if headings or not sentence.heading)


def numbers_beside(block: Block, page: Page) -> list[Numbers]:
    """Return what each sentence of a block counts."""
    return [sentence.numbers for sentence in _sentences(page) if sentence.block is block]


def has_counts(block: Block, page: Page) -> bool:
    """Whether a block counts people: "12 of 41", "1 in 4"."""
    return any(numbers.frequencies for numbers in numbers_beside(block, page))


def excused(sentence: Sentence, match: re.Match[str], page: Page) -> bool:
    """Whether a sentence asks about a word, denies it, or warns of who says it."""
    if sentence.question or _RED_FLAGS.search(page.section(sentence.block)):
        return True
    before = sentence.own[: match.start()]
    return bool(_DENIED.search(before[-70:]) or _WARNED.search(sentence.own))
