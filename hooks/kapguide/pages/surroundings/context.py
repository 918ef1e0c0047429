"""Say what an element hands on to all that stands in it."""

from __future__ import annotations

from typing import NamedTuple

from kapguide.pages.surroundings.cells import Cell
from kapguide.pages.visibility import hidden_by


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


INLINE = _tags(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark output "
    "q rp rt ruby s samp small span strike strong sub sup time tt u var wbr"
)
SILENT = _tags(
    "script style template noscript svg math iframe object video audio canvas select textarea "
    "button input img picture head title -comment"
)
"""Elements whose inside is no text of the page."""

LANGUAGE_MARK = "language-mark"
"""The class of the words that say in which language is what a link leads to. A notice's own text
is without them, as its file is."""

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


class Context(NamedTuple):
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
    cell: Cell | None = None
    """The cell of a table that it stands in."""


def inherit(
    tag: str, attributes: dict[str, str | None], classes: list[str], outer: Context
) -> Context:
    """Say what stands around the inside of an element."""
    hidden = outer.hidden or hidden_by(tag, attributes)
    notice = attributes.get("data-notice") or outer.notice
    if tag in INLINE:
        if notice and LANGUAGE_MARK in classes:
            return outer._replace(silent=True)
        if hidden == outer.hidden and notice == outer.notice:
            return outer
        return outer._replace(hidden=hidden, notice=notice)
    names = {_CLASS_OF[name] for name in classes if name in _CLASS_OF} if classes else set()
    names |= {_TAG_OF[tag]} if tag in _TAG_OF else set()
    if notice:
        names.add("notice")
    return Context(
        tag=tag,
        hidden=hidden,
        within=outer.within | names if names else outer.within,
        notice=notice,
        silent=outer.silent or tag in SILENT,
        aside=outer.aside or tag in _ASIDE or "references" in names,
        sources=(cites,) if (cites := attributes.get("data-cites")) else outer.sources,
        cell=outer.cell,
    )
