"""Read an element's text in order: pieces with what hides them, blocks, headings.

The reader walks with a stack of its own: a page of a thousand nested elements is
no reason to fail.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from kapguide.pages.visibility import SET_ASIDE, hidden_by, shadow_over


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


_INLINE = _tags(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark output "
    "q rp rt ruby s samp small span strike strong sub sup time tt u var wbr"
)
_SILENT = _tags(
    "script style template noscript svg math iframe object video audio canvas select textarea "
    "button input img picture head title -comment"
)
"""Elements whose inside is no text of the page."""
_CODE = _tags("code kbd samp tt")


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

LANGUAGE_MARK = "language-mark"
"""The class of the words that say in which language is what a link leads to. A notice's own text
is without them, as its file is."""

COVER = "\u00aa"
"""Stands for each sign of code, a letter so that what stands beside code stands beside a word."""
_SIGN = re.compile(r"\S")

_WANTED = frozenset({"a", "area", "img", "svg", "ul", "ol", "table"})
_LEVELS = {f"h{level}": level for level in range(1, 7)}
_TAGS = re.compile(r"<[^>]*>")
_UNSEEN = re.compile(r"^(?:hidden$|style=)")
_CLASS_OF = {
    "csl-bib-body": "references",
    "csl-entry": "references",
    "references": "references",
    "reference-list": "references",
    "entry-links": "references",
    "index": "index",
    "notice": "notice",
    "clinic": "notice",
    "tabbed-set": "tabs",
    "tabbed-content": "tabs",
}
_ASIDE = frozenset({"header", "footer"})
_TAG_OF = {
    "table": "table",
    "blockquote": "quote",
    "figure": "figure",
    "pre": "code",
    "details": "details",
    "dt": "term",
    "label": "label",
    "ul": "list",
    "ol": "list",
}


_Texts = tuple[str, ...]


class _Context(NamedTuple):
    """What a node inherits from the elements around it."""

    tag: str = "div"
    hidden: str = ""
    within: frozenset[str] = frozenset()
    notice: str = ""
    silent: bool = False
    aside: bool = False
    """It stands in a header or footer, or in a list of references."""
    sources: tuple[str, ...] = ()
    """The citekeys of the figure that it stands in."""
    code: bool = False
    """It is to be read as it was typed."""
    foreign: bool = False
    """It says that it is in another language than the page."""


@dataclass(slots=True)
class Reader:
    """Collects while it walks; read each element with a reader of its own."""

    citation: str
    """What stands for a citation in a block's text."""
    language: str = ""
    """That of the page, as "en"."""
    runs: list[Run] = field(default_factory=list)
    blocks: list[tuple[str, str, frozenset[str], _Texts, _Texts, int, _Texts, str, str]] = field(
        default_factory=list
    )
    headings: list[Heading] = field(default_factory=list)
    elements: dict[str, list[LexborNode]] = field(default_factory=dict)
    """Links, pictures, lists and tables by tag; those of menus, markers and entries left out."""
    _pieces: list[str] = field(default_factory=list)
    _code: set[int] = field(default_factory=set)
    """Which of the pieces are code."""
    _foreign: set[int] = field(default_factory=set)
    """Which of the pieces are code, or in another language."""
    _links: list[str] = field(default_factory=list)
    _cites: list[str] = field(default_factory=list)
    _open: _Context = field(default_factory=_Context)
    _intro: tuple[str, ...] = ()
    """The citations of the last block, where it ends with a colon and may open a list."""

    def read(self, root: LexborNode) -> None:
        """Walk an element and all that is in it."""
        stack: list[tuple[LexborNode | None, _Context]] = [(root, _Context())]
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
        self._flush(_Context())

    def _enter(
        self,
        node: LexborNode,
        tag: str,
        outer: _Context,
        stack: list[tuple[LexborNode | None, _Context]],
    ) -> None:
        attributes = node.attributes
        named = attributes.get("class") if attributes else None
        classes = named.split() if named else []
        if "citation" in classes:
            # The marker is no text of the page; its place is what matters.
            if not outer.hidden:
                self._pieces.append(self.citation)
                self._cites.append(attributes.get("data-cites") or "")
            return
        if tag in _WANTED and not outer.aside and "csl-bib-body" not in classes:
            self.elements.setdefault(tag, []).append(node)
        plain = not attributes and tag in _INLINE and tag not in SET_ASIDE
        inner = outer if plain else _inherit(tag, attributes, classes, outer)
        if tag in _CODE:
            inner = inner._replace(code=True)
        if attributes and (language := attributes.get("lang")):
            inner = inner._replace(foreign=language.lower().partition("-")[0] != self.language)
        if tag in _SILENT:
            if not inner.hidden:
                return
        elif tag not in _INLINE:
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

    def _take(self, text: str, context: _Context) -> None:
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

    def _flush(self, following: _Context) -> None:
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


def _inherit(
    tag: str, attributes: dict[str, str | None], classes: list[str], outer: _Context
) -> _Context:
    hidden = outer.hidden or hidden_by(tag, attributes)
    notice = attributes.get("data-notice") or outer.notice
    if tag in _INLINE:
        if notice and LANGUAGE_MARK in classes:
            return outer._replace(silent=True)
        if hidden == outer.hidden and notice == outer.notice:
            return outer
        return outer._replace(hidden=hidden, notice=notice)
    names = {_CLASS_OF[name] for name in classes if name in _CLASS_OF} if classes else set()
    names |= {_TAG_OF[tag]} if tag in _TAG_OF else set()
    if notice:
        names.add("notice")
    return _Context(
        tag=tag,
        hidden=hidden,
        within=outer.within | names if names else outer.within,
        notice=notice,
        silent=outer.silent or tag in _SILENT,
        aside=outer.aside or tag in _ASIDE or "references" in names,
        sources=(cites,) if (cites := attributes.get("data-cites")) else outer.sources,
    )
