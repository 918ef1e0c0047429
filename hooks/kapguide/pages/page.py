"""A page of the built site, parsed once into what the checks ask for.

Its tree, the text of its main content in reading order (with what hides each piece
of it), and the blocks of prose; what a page ought to hold is for the checks to say.

Lexbor is an HTML5 parser: it reads broken HTML as browsers do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from kapguide.pages.linking import SELECTOR, Link, find_links
from kapguide.pages.redirect import is_redirect
from kapguide.pages.surroundings.cells import Cell
from kapguide.pages.text import COVER, Heading, Reader, Run

CITATION = "\ue000"
"""Stands in a block's text where the page has a citation (a private character)."""

_TEMPLATE = re.compile(r"\A<template\b(?:\"[^\"]*\"|'[^']*'|[^>\"'])*>|</template>\Z", re.I)

_GAP = re.compile(r" (?=[.,;:!?)\]’”])")

HEADINGS = frozenset(f"h{level}" for level in range(1, 7))

LONGEST_TITLE = 65
"""How many characters a title or a heading has at most."""

APART = frozenset({"table", "quote", "figure", "references", "notice", "code", "term"})
"""What a block may stand in that makes it no prose of the page's own."""


class Block(NamedTuple):
    """A paragraph, heading, list item or cell of the main content."""

    tag: str
    text: str
    """White space folded, each citation as `CITATION`."""
    within: frozenset[str]
    """What it stands in: the names of `APART`, and `list`, `label`, `details`, `tabs`."""
    linked: tuple[str, ...]
    """The texts of the links in it."""
    cites: tuple[str, ...]
    """The citekeys of each citation in it, in the order of the marks in `text`."""
    section: int
    """Index of the heading that it stands under in `Page.headings`, or -1."""
    introduced: tuple[str, ...]
    """The citekeys of each citation in the line (with a colon) that opens its list, or of the
    figure that it is a part of."""
    cell: Cell | None
    """The place in its table, or nothing."""
    outside: str
    """The text, with a letter in place of each sign of its code."""
    native: str
    """The same in place of each sign of what says that it is in another language, too."""
    plain: str
    """The text without citations, as a reader of its source would look for it."""

    @property
    def covered(self) -> str:
        """The signs of its code that `outside` has a letter for, in their order."""
        if self.outside == self.text:
            return ""
        signs = zip(self.text, self.outside, strict=True)
        return "".join(sign for sign, shown in signs if shown == COVER)


class Page:
    """One HTML file of the built site, taken apart once, and only as far as it is asked for."""

    def __init__(self, html: str, path: str, url: str, *, drawing: bool = False) -> None:
        self.html = html
        self.drawing = drawing
        """It is SVG or XML, which has no text to be read as a page's."""
        self.path = path
        """As messages name it: `site/risks/index.html`."""
        self.url = url
        """Relative to the site's folder: `risks/index.html`."""

    @cached_property
    def tree(self) -> LexborHTMLParser:
        """The whole page as it was parsed."""
        return LexborHTMLParser(self.html)

    @cached_property
    def main(self) -> LexborNode | None:
        """The element that holds the main content."""
        return self.tree.css_first("main, [role=main]")

    @cached_property
    def _read(self) -> Reader:
        root = self.tree.root
        language = (root.attributes.get("lang") if root else "") or ""
        reader = Reader(CITATION, language.lower().partition("-")[0])
        if self.main is not None:
            reader.read(self.main)
        return reader

    @property
    def runs(self) -> Sequence[Run]:
        """The text of the main content, piece by piece."""
        return self._read.runs

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Those that a reader can come to see, in reading order."""
        return tuple(Block(*block, drop_citations(block[1])) for block in self._read.blocks)

    @property
    def cited_cells(self) -> Set[Cell]:
        """The cells of tables with a citation, also where they hold nothing else."""
        return self._read.cited_cells

    @property
    def headings(self) -> Sequence[Heading]:
        """The headings of the main content."""
        return self._read.headings

    @property
    def elements(self) -> Mapping[str, Sequence[LexborNode]]:
        """The links, pictures, lists and tables of the main content, by tag.

        Those of menus, citation markers and references are left out.
        """
        return self._read.elements

    @cached_property
    def shown(self) -> str:
        """What a reader sees of the main content, on paper too, without opening anything."""
        return text_of(run for run in self.runs if not run.hidden)

    @cached_property
    def redirect(self) -> bool:
        """Whether it only sends on to another page."""
        return is_redirect(self.tree)

    @cached_property
    def links(self) -> Sequence[Link]:
        """All addresses that the page names, those of menus and <template> elements too."""
        found = self.select(f"{SELECTOR}, meta[http-equiv]")
        return [link for node in found for link in find_links(node)]

    @cached_property
    def ids(self) -> Sequence[str]:
        """The ids of all elements, in their order; one that stands twice is here twice."""
        return [node.attributes.get("id") or "" for node in self.tree.css("[id]")]

    @cached_property
    def metas(self) -> Sequence[dict[str, str | None]]:
        """The attributes of all `<meta>`."""
        return [node.attributes for node in self.tree.css("meta")]

    @cached_property
    def title(self) -> str:
        """What a browser's tab is called."""
        node = self.tree.css_first("head title")
        return fold(node.text()) if node else ""

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

    @cached_property
    def _insides(self) -> Sequence[LexborHTMLParser]:
        """What stands in <template> elements: no part of the tree, but a script may take it out."""
        found, waiting = [], [self.tree]
        while waiting:
            tree = waiting.pop()
            for node in tree.css("template"):
                inside = LexborHTMLParser(_TEMPLATE.sub("", node.html or ""))
                found.append(inside)
                waiting.append(inside)
        return found

    def select(self, selector: str) -> list[LexborNode]:
        """Return all elements that a CSS selector finds, those in <template> elements too."""
        found = self.tree.css(selector)
        for tree in self._insides:
            found += tree.css(selector)
        return found


def fold(text: str) -> str:
    """Fold white space, drop citations, and close the gap that they leave before a mark."""
    if CITATION in text:
        text = text.replace(CITATION, " ")
    return _GAP.sub("", " ".join(text.split()))


def text_of(runs: Iterable[Run]) -> str:
    """Join runs to the text that a reader reads."""
    return fold("".join(run.text for run in runs))


def read_runs(node: LexborNode) -> Sequence[Run]:
    """Read the text of any element in order."""
    reader = Reader(CITATION)
    reader.read(node)
    return reader.runs


def parse_page(html: str, path: str, url: str = "", *, drawing: bool = False) -> Page:
    """Take in one HTML file, or a drawing."""
    return Page(html, path, url or path, drawing=drawing)


def drop_citations(text: str) -> str:
    """Drop the citations of a text whose white space is folded already."""
    return fold(text) if CITATION in text else text
