"""The place of a page's bibliography: its end, or a line `::: bibliography`.

The first such line counts. A heading just before it names the list, which then
brings no heading of its own.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable
from html import escape

from markdown.blockprocessors import BlockProcessor

from markdown_citations.directives import Directive
from markdown_citations.page.conversion import marks_in

BIBLIOGRAPHY = "bibliography"
_PLACE = "markdown-citations-bibliography"
_HEADINGS = {f"h{level}" for level in range(1, 7)}


def place_bibliography(
    directive: Directive, parent: etree.Element, _processor: BlockProcessor
) -> None:
    """Leave a placeholder for a `::: bibliography` line."""
    etree.SubElement(parent, _PLACE)


def has_place(root: etree.Element) -> bool:
    """Return whether the page says where its bibliography stands."""
    return next(root.iter(_PLACE), None) is not None


def put_bibliography(root: etree.Element, section: etree.Element | None) -> None:
    """Put the section at its place, or at the end; take all placeholders out."""
    for parent in list(root.iter()) if has_place(root) else ():
        for place in parent.findall(_PLACE):
            position = list(parent).index(place)
            if section is not None:
                _share_heading(parent[position - 1] if position else None, section)
                parent.insert(position, section)
                section = None
            parent.remove(place)
    if section is not None:
        root.append(section)


def _share_heading(before: etree.Element | None, section: etree.Element) -> None:
    """Let the author's own heading name the section."""
    if before is None or before.tag not in _HEADINGS:
        return
    title = "".join(before.itertext()).partition("{")[0].strip()
    if not title or marks_in(title):
        return
    section.remove(section[0])
    del section.attrib["aria-labelledby"]
    section.set("aria-label", title)


_MARKER_LINK = re.compile(r'href="#(?P<id>[^"]+)"(?=[^<>]*\brole="doc-biblioref")')
_LISTED = re.compile(r'<li class="csl-entry"[^<>]*\bid="(?P<id>[^"]+)"')


def listed_ids(html: str) -> set[str]:
    """Return the ids of the entries that a page shows in full."""
    return {match["id"] for match in _LISTED.finditer(html)}


def link_markers(html: str, find: Callable[[str], str | None]) -> tuple[str, set[str]]:
    """Let markers lead to other pages where their own does not show the entry.

    `find` returns the address of a page that shows the entry with an id. Return the
    HTML, and the ids that no page shows.
    """
    own, missing = listed_ids(html), set[str]()

    def lead(match: re.Match[str]) -> str:
        name = match["id"]
        address = None if name in own else find(name)
        if name not in own and address is None:
            missing.add(name)
        return match[0] if address is None else f'href="{escape(address)}#{name}"'

    return _MARKER_LINK.sub(lead, html), missing
