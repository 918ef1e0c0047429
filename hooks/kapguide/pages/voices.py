"""Tell who speaks in a paragraph: the page itself, or somebody whom it quotes.

A page for patients speaks to its reader, and of people in general. Words that a sentence of
the page speaks of, or gives its reader to say, are nobody's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kapguide.claims.claims import QUOTED
from kapguide.pages.page import Block, Page
from kapguide.pages.wording.pieces import split_blocks
from kapguide.words import Words

_BESIDE = 300
"""How many characters of a sentence are looked at on each side of a quotation."""
_STARTED = re.compile(r"[.!?][\"”»]?\s+|^")
_ENDED = re.compile(r"[.!?](?:\s|$)")
_GOES_ON = re.compile(r"\s*[a-zà-ÿ(]")
_WORD = re.compile(r"[^\W\d_]")


class Voice(NamedTuple):
    """What somebody says in a block."""

    text: str
    changes_only: bool = False
    """What merely happened is no story here: in a list to tick, beside other words, or where
    one of the staff speaks."""
    told_by: re.Match[str] | None = None
    """The words of the page that say who said it."""


def quotable(page: Page, words: Words) -> Iterator[tuple[Block, str]]:
    """Give the blocks in which somebody may speak, each with the line that leads to it.

    Left out are notices, and what a heading warns of. The line before a list or a quotation
    leads to it if it ends with a colon; else the text is empty.
    """
    flags = words.pattern("excuses.red_flags")
    lead = ""
    for split in split_blocks(page):
        block = split.block
        if "notice" in block.within or flags.search(page.section(block)):
            continue
        yield block, lead if lead.endswith(":") else ""
        if not block.within & {"list", "quote"}:
            lead = block.plain.rstrip()


def find_voices(block: Block, lead: str, words: Words) -> Iterator[Voice]:
    """Give what the page says itself, and the quotations that no sentence of it speaks of.

    `lead` is the line that leads to the block.
    """
    told = words.pattern("testimonials.introduced")
    given = lead and block.within & {"list", "quote"} and not told.search(lead)
    if given or "label" in block.within:
        return  # words for the reader
    text = block.plain
    if "quote" in block.within:
        yield Voice(QUOTED.sub(r"\1", text))
        return
    beside = _WORD.search(QUOTED.sub("", words.pattern("testimonials.signature").sub("", text)))
    for match in QUOTED.finditer(text):
        around = _around(text, match)
        by = told.search(around)
        warned = is_supposed(around, words) or words.pattern("excuses.warned").search(around)
        if by and not warned and not block.cites:
            yield Voice(match[1], told_by=by)
        elif not _WORD.search(around) and not _is_for_reader(text[match.end() :], words):
            yield Voice(match[1], changes_only=bool(beside))
    if not block.cites:
        own = QUOTED.sub("…", text)
        at_work = words.pattern("testimonials.at_work").search(own)
        yield Voice(own, changes_only="list" in block.within or bool(at_work))


def is_supposed(text: str, words: Words) -> bool:
    """Whether what goes on there is only thought of, or in words for a reader to say."""
    return bool(words.pattern("testimonials.supposed").search(text))


def _is_for_reader(behind: str, words: Words) -> bool:
    """Whether the sentence behind a quotation says that the reader may speak so.

    The mark before it, as in “I want to stop”. Say so., is that of the quotation.
    """
    found = _ENDED.search(behind, 1, _BESIDE)
    sentence = behind[: found.start() if found else _BESIDE]
    return bool(words.pattern("testimonials.to_say").search(sentence))


def _around(text: str, quotation: re.Match[str]) -> str:
    """Return the rest of the sentence that a quotation stands in, with "…" in its place."""
    before = text[max(quotation.start() - _BESIDE, 0) : quotation.start()]
    after = text[quotation.end() : quotation.end() + _BESIDE]
    *_, start = (found.end() for found in _STARTED.finditer(before))
    ended = quotation[1].rstrip().endswith((".", "!", "?")) and not _GOES_ON.match(after)
    end = _ENDED.search(after)
    return f"{before[start:]}…{'' if ended else after[: end.start()] if end else after}"
