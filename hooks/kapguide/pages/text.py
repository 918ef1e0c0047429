"""Read an element's text in order: pieces with what hides them, blocks, headings.

The reader walks with a stack of its own: a page of a thousand nested elements is
no reason to fail.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from kapguide.pages.surroundings.cells import Cell, place_cells
from kapguide.pages.surroundings.context import INLINE, SILENT, Context, inherit
from kapguide.pages.visibility import SET_ASIDE, shadow_over


class Run(NamedTuple):
    """A piece of an element's text, as one text node has it.

    A page has a thousand of them, and hundreds of blocks; a tuple is made three
    times as fast as a frozen dataclass.
    """

    text: str
    hidden: str
    """What keeps it from a reader's eye or from paper; empty where nothing does."""
    notice: str
    """The `data-notice` that it stands in; empty outside of notices."""
    code: bool = False
    """Whether it is to be read as it was typed."""


class Heading(NamedTuple):
    """A heading of an element."""

    level: int
    text: str


_GAP = Run(" ", "", "")
"""Between two blocks stands white space, even where the file has none."""

COVER = "\u00aa"
"""Stands for each sign of code, a letter so that what stands beside code stands beside a word."""
_SIGN = re.compile(r"\S")

_CODE = frozenset({"code", "kbd", "samp", "tt"})
_WANTED = frozenset({"a", "area", "img", "svg", "ul", "ol", "table"})
_CELLS = frozenset({"td", "th", "caption"})
_LEVELS = {f"h{level}": level for level in range(1, 7)}
_TAGS = re.compile(r"<[^>]*>")
_UNSEEN = re.compile(r"^(?:hidden$|style=)")
_Texts = tuple[str, ...]


@dataclass(slots=True)
class Reader:
    """Collects while it walks; read each element with a reader of its own."""

    citation: str
    """What stands for a citation in a block's text."""
    language: str = ""
    """That of the page, as "en"."""
    runs: list[Run] = field(default_factory=list)
    blocks: list[
        tuple[str, str, frozenset[str], _Texts, _Texts, int, _Texts, Cell | None, str, str]
    ] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    elements: dict[str, list[LexborNode]] = field(default_factory=dict)
    """Links, pictures, lists and tables by tag; those of menus, markers and entries left out."""
    cited_cells: set[Cell] = field(default_factory=set)
    """Those with a citation, also where they hold nothing else."""
    _pieces: list[str] = field(default_factory=list)
    _code: set[int] = field(default_factory=set)
    """Which of the pieces are code."""
    _foreign: set[int] = field(default_factory=set)
    """Which of the pieces are code, or in another language."""
    _links: list[str] = field(default_factory=list)
    _cites: list[str] = field(default_factory=list)
    _tables: int = 0
    _cells: dict[int, Cell] = field(default_factory=dict)
    """Those of the tables so far, by the ids of their nodes."""
    _open: Context = field(default_factory=Context)
    _intro: tuple[str, ...] = ()
    """The citations of the last block, where it ends with a colon and may open a list."""

    def read(self, root: LexborNode) -> None:
        """Walk an element and all that is in it."""
        stack: list[tuple[LexborNode | None, Context]] = [(root, Context())]
        while stack:
            node, context = stack.pop()
            if node is None:
                self._flush(context)
                continue
            tag = node.tag or ""
            if tag == "-text":
                self._take(node.text_content or "", context)
            elif tag == "br":
                self._take(" ", context)
            elif tag == "nav":
                # A menu may have a thousand links; nothing needs them one by one.
                self._flush(context)
                self.runs.append(Run(node.text(separator=" "), context.hidden or "<nav>", ""))
            elif tag == "template":
                # Its inside is no part of the tree; a notice in it must be found all the same.
                self.runs.append(Run(_TAGS.sub("", node.html or ""), "<template>", ""))
            elif not tag.startswith("-"):
                self._enter(node, tag, context, stack)
        self._flush(Context())

    def _enter(
        self,
        node: LexborNode,
        tag: str,
        outer: Context,
        stack: list[tuple[LexborNode | None, Context]],
    ) -> None:
        attributes = node.attributes
        named = attributes.get("class") if attributes else None
        classes = named.split() if named else []
        if "citation" in classes:
            self._cite(attributes.get("data-cites") or "", outer)
            return
        if tag in _WANTED and not outer.aside and "csl-bib-body" not in classes:
            self.elements.setdefault(tag, []).append(node)
        plain = not attributes and tag in INLINE and tag not in SET_ASIDE
        inner = outer if plain else inherit(tag, attributes, classes, outer)
        if tag in _CODE:
            inner = inner._replace(code=True)
        if attributes and (language := attributes.get("lang")):
            inner = inner._replace(foreign=language.lower().partition("-")[0] != self.language)
        if tag in SILENT:
            if not inner.hidden:
                return
        elif tag not in INLINE:
            inner = self._place(node, tag, inner)
            self._flush(inner)
            stack.append((None, outer))
        if "csl-entry" in classes:
            # An entry is no prose of the page; its words are enough, in one piece.
            self._take(node.text(separator=" "), inner)
            return
        if tag == "a" and attributes.get("href"):
            self._links.append(" ".join(node.text().split()))
        shadow = "" if inner.hidden else shadow_over(node)
        if shadow:
            inner = inner._replace(hidden=shadow)
        child = node.last_child
        while child is not None:
            stack.append((child, inner))
            child = child.prev

    def _cite(self, citekeys: str, context: Context) -> None:
        """Keep the place of a citation, for its marker is no text of the page."""
        if context.hidden:
            return
        self._pieces.append(self.citation)
        self._cites.append(citekeys)
        if context.cell:
            self.cited_cells.add(context.cell)

    def _place(self, node: LexborNode, tag: str, inner: Context) -> Context:
        """Let what stands in a cell of a table know which it is."""
        if tag == "table":
            self._tables += 1
            self._cells.update(place_cells(node, self._tables))
        if tag in _CELLS and (cell := self._cells.get(node.mem_id)):
            return inner._replace(cell=cell)
        return inner

    def _take(self, text: str, context: Context) -> None:
        if context.silent:
            if context.hidden and text.strip():
                self.runs.append(Run(text, context.hidden, context.notice))
            return
        if text.isspace():
            if self.runs and self.runs[-1] is not _GAP:
                self.runs.append(_GAP)
            if not self._pieces and not self._links and not self._cites:
                return  # no block starts with white space
            text = " "
        else:
            self.runs.append(Run(text, context.hidden, context.notice, context.code))
        if not context.hidden or not _UNSEEN.match(context.hidden):
            if context.code:
                self._code.add(len(self._pieces))
            if context.code or (context.foreign and self.language):
                self._foreign.add(len(self._pieces))
            self._pieces.append(text)

    def _flush(self, following: Context) -> None:
        """End the open block; what follows belongs to `following`."""
        block, self._open = self._open, following
        if self.runs and self.runs[-1] is not _GAP:
            self.runs.append(_GAP)
        if not self._pieces:
            return
        text = " ".join("".join(self._pieces).split())
        if text and text.strip(self.citation + " "):
            level = _LEVELS.get(block.tag, 0)
            if level:
                self.headings.append(Heading(level, text.replace(self.citation, "").strip()))
            listed = "list" in block.within
            self.blocks.append(
                (
                    block.tag,
                    text,
                    block.within,
                    tuple(self._links),
                    tuple(self._cites),
                    len(self.headings) - 1,
                    block.sources or (self._intro if listed else ()),
                    block.cell,
                    self._cover(self._code) if self._code else text,
                    self._cover(self._foreign) if self._foreign else text,
                )
            )
            if not listed:
                opens = text.rstrip(self.citation + " ")[-1:] == ":"
                self._intro = tuple(self._cites) if opens else ()
        self._pieces.clear()
        self._code.clear()
        self._foreign.clear()
        self._links.clear()
        self._cites.clear()

    def _cover(self, numbers: set[int]) -> str:
        """Return the open block's text with a letter for each sign of some of its pieces."""
        covered = (
            _SIGN.sub(COVER, piece) if number in numbers else piece
            for number, piece in enumerate(self._pieces)
        )
        return " ".join("".join(covered).split())
