"""A page of the built site, parsed once into what the checks need.

Takes the HTML of one file. Gives its tree, the text of its main content in
reading order (with what hides each piece of it), and the blocks of prose.
Must stay free of rules: what a page ought to hold is for the checks to say.

Lexbor is an HTML5 parser: it reads broken HTML as browsers do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from kapguide.page_text import Reader
from kapguide.readability import split_sentences

CITATION = "\ue000"
"""Stands in a block's text where the page has a citation (a private character)."""

_MARKS = re.compile(rf"([.!?:][\"'”’)\]]*)((?:\s*{CITATION})+)")
_MORE = re.compile(r"[.!?][^\s\w]*\s")
"""Where a sentence may end before the text does."""
_GAPS = tuple((f" {mark}", mark) for mark in ".,;:!?)]’”")

HEADINGS = frozenset(f"h{level}" for level in range(1, 7))

APART = frozenset({"table", "quote", "figure", "references", "notice", "code", "term"})
"""What a block may stand in that makes it no prose of the page's own."""


class Run(NamedTuple):
    """A piece of the main content's text, as one text node has it.

    A page has a thousand of them; a tuple is made three times as fast as a
    frozen dataclass.
    """

    text: str
    hidden: str
    """What keeps it from a reader's eye or from paper; empty where nothing does."""
    notice: str
    """The `data-notice` that it stands in; empty outside of notices."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item or cell of the main content."""

    tag: str
    text: str
    """White space folded, each citation as `CITATION`."""
    within: frozenset[str]
    """What it stands in: the names of `APART`, and `list`, `details`, `tabs`."""
    linked: tuple[str, ...]
    """The texts of the links in it."""
    cites: tuple[str, ...]
    """The citekeys of each citation in it, in the order of the marks in `text`."""
    section: int
    """Index of the heading that it stands under in `Page.headings`, or -1."""
    introduced: bool
    """It is an item of a list whose introduction (with a colon) holds a citation."""
    plain: str
    """The text without citations, as a reader of its source would look for it."""
    sentences: tuple[str, ...]
    """The sentences of what the page itself says; a citation right behind a full
    stop counts to its sentence."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the main content."""

    level: int
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """One HTML file of the built site."""

    path: str
    """As messages name it: `site/risks/index.html`."""
    url: str
    """Relative to the site's folder: `risks/index.html`."""
    html: str
    tree: LexborHTMLParser
    main: LexborNode | None
    runs: tuple[Run, ...]
    blocks: tuple[Block, ...]
    """Those that a reader can come to see, in reading order."""
    headings: tuple[Heading, ...]
    elements: Mapping[str, Sequence[LexborNode]]
    """The links, pictures, lists and tables of the main content, by tag; those of menus,
    citation markers and references left out."""
    handlers: Sequence[tuple[LexborNode, str]]
    """The elements of the main content with an attribute that holds a script."""
    shown: str
    """What a reader sees of the main content, on paper too, without opening anything."""
    redirect: bool
    """It only sends on to another page."""

    @property
    def spoken(self) -> Iterator[Block]:
        """Iterate over the blocks in which the page itself speaks, headings among them."""
        return (block for block in self.blocks if not block.within & APART)

    @property
    def prose(self) -> Iterator[Block]:
        """Iterate over the blocks in which the page itself speaks, headings left out."""
        return (block for block in self.spoken if block.tag not in HEADINGS)

    def section(self, block: Block) -> str:
        """Return the text of the heading that a block stands under."""
        return self.headings[block.section].text if block.section >= 0 else ""

    def select(self, selector: str) -> list[LexborNode]:
        """Return all elements that a CSS selector finds."""
        return self.tree.css(selector)


def fold(text: str) -> str:
    """Fold white space, drop citations, and close the gap that they leave before a mark."""
    if CITATION in text:
        text = text.replace(CITATION, " ")
    text = " ".join(text.split())
    for gap, mark in _GAPS:
        text = text.replace(gap, mark)
    return text


def text_of(runs: Iterable[Run]) -> str:
    """Join runs to the text that a reader reads."""
    return fold("".join(run.text for run in runs))


def read_runs(node: LexborNode) -> list[tuple[str, str, str]]:
    """Read the text of any element in order: each piece, what hides it, and its notice."""
    reader = Reader(CITATION)
    reader.read(node)
    return reader.runs


def parse_page(html: str, path: str, url: str = "") -> Page:
    """Parse one HTML file."""
    tree = LexborHTMLParser(html)
    main = tree.css_first("main, [role=main]")
    reader = Reader(CITATION)
    if main is not None:
        reader.read(main)
    return Page(
        path=path,
        url=url or path,
        html=html,
        tree=tree,
        main=main,
        runs=tuple(map(Run._make, reader.runs)),
        blocks=tuple(
            Block(*block, _plain(block[1]), _split(*block[1:3])) for block in reader.blocks
        ),
        headings=tuple(Heading(*heading) for heading in reader.headings),
        elements=reader.elements,
        handlers=reader.handlers,
        shown=fold("".join(text for text, hidden, _ in reader.runs if not hidden)),
        redirect=_is_redirect(tree),
    )


def _plain(text: str) -> str:
    """Drop the citations of a text whose white space is folded already."""
    return fold(text) if CITATION in text else text


def _before_end(match: re.Match[str]) -> str:
    """Put the citations behind a full stop before it."""
    return f" {match[2].strip()}{match[1]}"


def _split(text: str, within: frozenset[str]) -> tuple[str, ...]:
    """Split what the page itself says into sentences."""
    if within & APART:
        return ()
    if not _MORE.search(text):
        return (text,)
    return tuple(split_sentences(_MARKS.sub(_before_end, text) if CITATION in text else text))


def _is_redirect(tree: LexborHTMLParser) -> bool:
    """Tell a stub: it sends on at once and says little; 30 words leave room for "moved to"."""
    for meta in tree.css("meta[http-equiv]"):
        equiv = (meta.attributes.get("http-equiv") or "").lower()
        if equiv == "refresh" and re.match(r"\s*0\s*;", meta.attributes.get("content") or ""):
            body = tree.body
            return body is None or len(body.text(separator=" ").split()) < 30
    return False
