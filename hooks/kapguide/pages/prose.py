"""Look at prose sentence by sentence, with what excuses a sentence.

A page's sentences, without what stands in quotation marks, and whether a
sentence says no to a word, or warns of it.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kapguide.claims.claims import QUESTION, QUOTED
from kapguide.claims.counts import Numbers, read_numbers
from kapguide.claims.effects import only_supposed
from kapguide.pages.page import APART, CITATION, HEADINGS, Block, Page, drop_citations
from kapguide.pages.readability import split_sentences
from kapguide.pages.surroundings.cells import Cell
from kapguide.pages.text import COVER
from kapguide.words import Words

_NEAR = 7
"""How many words behind "if" a promise is its condition: "if you have no side effects"."""
_ASIDE = APART - {"notice"}
_CODE = re.compile(rf"{COVER}+(?:\s+{COVER}+)*")
_MARKS = re.compile(rf"([.!?:][\"'”»’)\]]*)((?:\s*{CITATION})+)")


class Sentence(NamedTuple):
    """A sentence of a page's own words."""

    text: str
    """With `CITATION` where a citation stands; one right behind the full stop counts to it."""
    cites: tuple[str, ...]
    """The citekeys of each citation."""
    block: Block
    plain: str
    """The text without citations."""
    own: str
    """The plain text without quotations and code: what others say is theirs."""
    lower: str
    """The same in lower case."""
    numbers: Numbers
    """What it counts; nothing where it asks, or is a heading."""
    heading: bool

    @property
    def cited(self) -> bool:
        """Whether it holds a citation, or the line that introduces its list does."""
        return bool(self.cites or self.block.introduced)

    @property
    def citekeys(self) -> tuple[str, ...]:
        """The citekeys of what it cites, of its figure, and of the line that opens its list."""
        return tuple(" ".join((*self.cites, *self.block.introduced)).split())

    @property
    def question(self) -> bool:
        """Whether it asks."""
        return bool(QUESTION.search(self.text))


# One page at a time goes through all checks; two leave room for a site check.
@functools.lru_cache(maxsize=2)
def _sentences(page: Page, words: Words) -> tuple[Sentence, ...]:
    spoken = (block for block in page.blocks if not block.within & _ASIDE)
    return tuple(sentence for block in spoken for sentence in _split(block, words))


def _split(block: Block, words: Words) -> Iterator[Sentence]:
    cites = iter(block.cites)
    code = iter(block.covered)
    whole = _MARKS.sub(_before_end, block.outside)
    # A number alone has no word, and is a sentence all the same.
    for shown in split_sentences(whole, words) or [whole]:
        text = re.sub(COVER, lambda _: next(code, COVER), shown) if block.covered else shown
        plain = drop_citations(text)
        own = _CODE.sub("…", drop_citations(shown)) if block.covered else plain
        own = QUOTED.sub(" … ", own)
        heading = block.tag in HEADINGS
        numbers = Numbers() if heading or plain[-1] == "?" else read_numbers(own, words)
        own_cites = tuple(itertools.islice(cites, text.count(CITATION)))
        yield Sentence(text, own_cites, block, plain, own, own.lower(), numbers, heading)


def _before_end(match: re.Match[str]) -> str:
    """Put the citations behind a full stop before it."""
    return f" {match[2].strip()}{match[1]}"


def sentences(
    page: Page, words: Words, *, headings: bool = False, notices: bool = False
) -> Iterator[Sentence]:
    """Give the sentences of a page's prose in reading order, with headings and notices if wanted.

    What a notice claims, each page says that shows it.
    """
    return (
        sentence
        for sentence in _sentences(page, words)
        if (headings or not sentence.heading) and (notices or "notice" not in sentence.block.within)
    )


def sentences_of_tables(page: Page, words: Words) -> Iterator[Sentence]:
    """Give the sentences in the cells of a page's tables, and what stands for one."""
    cells = (block for block in page.blocks if block.within & {"table", "code"} == {"table"})
    return (sentence for block in cells for sentence in _split(block, words))


def uncited_cells(page: Page, words: Words) -> Iterator[Sentence]:
    """Give those of a page's tables whose rows cite nothing.

    A citation in the caption, in the headings of the columns, or in the block right before
    a table, is for all its rows.
    """
    cited = {cell.table for cell in page.cited_cells if cell.heading in {"table", "column"}}
    for before, block in itertools.pairwise(page.blocks):
        if block.cell and before.cites and not before.cell:
            cited.add(block.cell.table)
    rows = {(cell.table, row) for cell in page.cited_cells for row in cell.rows}
    for sentence in sentences_of_tables(page, words):
        cell = sentence.block.cell
        if cell and cell.table not in cited and rows.isdisjoint((cell.table, n) for n in cell.rows):
            yield sentence


@functools.lru_cache(maxsize=2)
def _tables(page: Page) -> Mapping[int, Sequence[tuple[Cell, str]]]:
    """Return the texts of each table, with their cells."""
    found = defaultdict(list)
    for block in page.blocks:
        if block.cell:
            found[block.cell.table].append((block.cell, block.plain))
    return found


def is_taken_back(block: Block, page: Page, words: Words) -> bool:
    """Whether a cell is no word of the page's own: so say its headings, or what is beside it."""
    if not block.cell:
        return False
    texts = _tables(page)[block.cell.table]
    heads = [text for cell, text in texts if cell.heads(block.cell)]
    beside = [text for cell, text in texts if cell.beside(block.cell)]
    if any(words.pattern("excuses.agreed").search(text) for text in beside):
        return False
    flags, said = words.pattern("excuses.red_flags"), words.pattern("excuses.reported")
    if any(flags.search(text) or said.search(text) for text in heads):
        return True
    return any(words.pattern("excuses.cells").search(text) for text in heads + beside)


@functools.lru_cache(maxsize=2)
def cited_sentences(page: Page, words: Words) -> tuple[Sentence, ...]:
    """Return all sentences with a citation: the page's own, then those of tables and figures."""
    apart = (
        block
        for block in page.blocks
        if block.within & _ASIDE
        and not block.within & {"references", "code"}
        and (block.cites or block.introduced)
    )
    found = (*_sentences(page, words), *(each for block in apart for each in _split(block, words)))
    return tuple(sentence for sentence in found if sentence.cited)


def numbers_beside(block: Block, page: Page, words: Words) -> list[Numbers]:
    """Return what each sentence of a block counts."""
    return [sentence.numbers for sentence in _sentences(page, words) if sentence.block is block]


def has_counts(block: Block, page: Page, words: Words) -> bool:
    """Whether a block counts people: "12 of 41", "1 in 4"."""
    return any(numbers.frequencies for numbers in numbers_beside(block, page, words))


def excused(sentence: Sentence, match: re.Match[str], page: Page, words: Words) -> bool:
    """Whether a sentence, or its table, asks about a word, denies, supposes, or warns of it."""
    heading = page.section(sentence.block)
    if sentence.question or words.pattern("excuses.red_flags").search(heading):
        return True
    if is_taken_back(sentence.block, page, words):
        return True
    before = sentence.own[: match.start()]
    if only_supposed(" ".join(before.split()[-_NEAR:]), words):
        return True
    denied, warned = words.pattern("excuses.denied"), words.pattern("excuses.warned")
    return bool(denied.search(before[-70:]) or warned.search(sentence.own))
