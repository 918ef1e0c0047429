"""Read from a page's content what it cites and says.

The content is HTML without the theme. How citations are made is not known here, only
their HTML: `span.citation[data-cites]`, `li.csl-entry`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from kapguide.pages.visibility import with_above

_SIGN = re.compile(r"~([0-9a-f]+)~")
_CITES = "span.citation[data-cites]"
_PASSAGES = frozenset({"p", "li", "dd", "td", "th"})


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, list item or cell that something vouches for."""

    text: str
    """White space folded."""
    citekeys: frozenset[str]
    """Cited in it or, for an item of a list, in the line that introduces the list."""


@dataclass(frozen=True, slots=True)
class PageContent:
    """What a page's content holds for programs."""

    heading: str = ""
    citekeys: tuple[str, ...] = ()
    """Each once: those that are cited, then those that are only listed."""
    anchors: Mapping[str, str] = field(default_factory=dict)
    """The id of each entry that the page lists, by citekey."""
    passages: tuple[Passage, ...] = ()


def read_content(html: str) -> PageContent:
    """Read a page's content."""
    tree = LexborHTMLParser(html)
    heading = tree.css_first("h1")
    marks = tree.css(_CITES)
    ids = [node.attributes.get("id") or "" for node in tree.css("li.csl-entry[id]")]
    anchors = {_citekey(anchor): anchor for anchor in ids if anchor.startswith("ref-")}
    return PageContent(
        heading=_fold(heading.text()) if heading else "",
        citekeys=tuple(dict.fromkeys([*(key for mark in marks for key in _cites(mark)), *anchors])),
        anchors=anchors,
        passages=tuple(_passages(marks)),
    )


def _passages(marks: list[LexborNode]) -> Iterator[Passage]:
    """Go from each mark up to what it stands in, and on to the list that this introduces."""
    found: dict[int, tuple[LexborNode, set[str]]] = {}
    for mark in marks:
        node = next((one for one in with_above(mark) if one.tag in _PASSAGES), None)
        for place in (node, *_introduced(node)) if node is not None else ():
            found.setdefault(place.mem_id, (place, set()))[1].update(_cites(mark))
    for place, citekeys in found.values():
        yield Passage(_fold(place.text()), frozenset(citekeys))


def _introduced(node: LexborNode) -> list[LexborNode]:
    """Return the items of the list behind a paragraph that ends in a colon."""
    if node.tag != "p" or not node.text().rstrip().endswith(":"):
        return []
    after = node.next
    while after is not None and after.tag == "-text":
        after = after.next
    if after is None or after.tag not in {"ul", "ol"}:
        return []
    return [item for item in after.iter() if item.tag == "li"]


def _cites(node: LexborNode) -> list[str]:
    return (node.attributes.get("data-cites") or "").split()


def _citekey(anchor: str) -> str:
    """Undo what makes a citekey fit for an id: `ref-a~2f~b` is the entry a/b."""
    return _SIGN.sub(lambda match: chr(int(match[1], 16)), anchor.removeprefix("ref-"))


def _fold(text: str) -> str:
    return " ".join(text.split())
