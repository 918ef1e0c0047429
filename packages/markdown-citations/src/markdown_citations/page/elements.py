"""Ids and elements of a page that Markdown goes on working with.

`ref-dore2019` is the id of an entry, `cite-dore2019-1` that of the first place
that cites it. A citekey may hold signs that an address would need to escape; each
becomes `~` and its number, so that no two citekeys share an id, and an id and the
address that points to it are the same text.

Whatever comes from a .bib file is marked as done (AtomicString) and its braces
are written as Markdown's escapes, because later steps of Markdown would read
`{onclick=…}` as attributes.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from functools import lru_cache

from markdown.util import ETX, STX, AtomicString

NO_SEARCH = "data-search-exclude"
"""Makes the theme's search leave an element out. No element inside may have the
same tag: the search stops leaving out at the first end tag of that name."""

_ESCAPES = {ord(brace): f"{STX}{ord(brace)}{ETX}" for brace in "{}"}
_UNSAFE = re.compile(r"[^\w.:-]")


def entry_id(citekey: str) -> str:
    """Return the id of an entry on a page."""
    return f"ref-{_safe(citekey)}"


def place_id(citekey: str, place: int) -> str:
    """Return the id of the n-th place on a page that cites an entry."""
    return f"cite-{_safe(citekey)}-{place}"


@lru_cache(maxsize=65536)
def _safe(citekey: str) -> str:
    return _UNSAFE.sub(lambda match: f"~{ord(match[0]):x}~", citekey)


def literal_text(value: str) -> AtomicString:
    """Mark text that no later step of Markdown may read as Markdown."""
    return AtomicString(literal_value(value))


def literal_value(value: str) -> str:
    """Return the value of an attribute, that no later step may read as Markdown either."""
    return value.translate(_ESCAPES) if "{" in value or "}" in value else value


def add_text(element: etree.Element, text: str) -> None:
    """Append text behind what an element has."""
    if len(element):
        element[-1].tail = AtomicString((element[-1].tail or "") + text)
    else:
        element.text = AtomicString((element.text or "") + text)


def add_content(element: etree.Element, other: etree.Element) -> None:
    """Append another element's content."""
    add_text(element, other.text or "")
    element.extend(list(other))
