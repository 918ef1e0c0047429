"""Small helpers for trees that Markdown goes on working with.

Whatever comes from a .bib file is marked as done (AtomicString) and its braces
are written as Markdown's escapes, because later steps of Markdown would read
`{onclick=…}` as attributes.
Must stay free of citations.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree

from markdown.util import ETX, STX, AtomicString

NO_SEARCH = "data-search-exclude"
"""Makes the theme's search leave an element out. No element inside may have the
same tag: the search stops leaving out at the first end tag of that name."""

_ESCAPES = {ord(brace): f"{STX}{ord(brace)}{ETX}" for brace in "{}"}


def text_of(value: str) -> AtomicString:
    """Mark text that no later step of Markdown may read as Markdown."""
    return AtomicString(value_of(value))


def value_of(value: str) -> str:
    """Do the same for an attribute's value."""
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
