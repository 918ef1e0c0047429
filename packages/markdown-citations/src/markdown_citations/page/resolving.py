"""Turn the marks of a page's citations into markers, lists of entries and a bibliography.

The tree comes from inline parsing with a mark for each citation. `resolve` leaves
HTML for the marks in the conversion, and fills lists of entries and a bibliography
into the tree.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Collection, Mapping
from html import escape

from markdown_citations.language.citation import Citation
from markdown_citations.page.bibliography import has_place, put_bibliography
from markdown_citations.page.citation_checks import (
    check_definitions,
    check_doubts,
    check_images,
    check_repeated,
    check_stray,
    check_undivided,
    check_unknown,
    report_misplaced,
)
from markdown_citations.page.conversion import Conversion, marks_in
from markdown_citations.page.elements import add_content, add_text, literal_value
from markdown_citations.page.listing import fill_lists
from markdown_citations.page.markers import Marker
from markdown_citations.page.numbering import make_markers
from markdown_citations.page.putting_back import Parts, place_elements, unwrap, write_out
from markdown_citations.page.render import (
    marker_attributes,
    render_bibliography,
    render_marker,
    render_parts,
)

_NO_PLACE = {"a": "citation-in-link"} | {f"h{n}": "citation-in-heading" for n in range(1, 7)}
_STASHED = re.compile(r"\x02klzzwxh:\d+\x03")
_GIVEN_ID = re.compile(r"\{[^{}\n]*#([^\s{}]+)")
"""An id as `attr_list` takes it, which comes later."""


def resolve(
    root: etree.Element, conversion: Conversion, links: Collection[str] = frozenset()
) -> None:
    """Replace the marks of a page by what they stand for.

    `links` are the names of the links that the page defines.
    The order matters: what has no place is no citation; numbers follow the order of
    the marks that are left; lists show what the bibliography does not.
    """
    parts = _collect_parts(root, conversion)
    elements = place_elements(root, conversion.with_element, parts)
    order = marks_in("".join(root.itertext())) if conversion.citations else []
    cited = [conversion.citations[number] for number in order]
    markers, conversion.bibliography = make_markers(cited, conversion.formatter)
    _render_markers(dict(zip(order, markers, strict=True)), elements, conversion)
    conversion.problems += check_images(root, conversion)
    conversion.problems += check_unknown(cited, conversion)
    conversion.problems += check_repeated(cited, conversion)
    conversion.problems += check_undivided(cited, conversion)
    conversion.problems += check_stray(cited, conversion)
    conversion.problems += check_definitions(links, conversion)
    conversion.problems += check_doubts(conversion)
    _show_entries(root, conversion)


def _collect_parts(root: etree.Element, conversion: Conversion) -> Parts:
    """Take the prefixes and suffixes out of the tree, and write out what has no place there."""
    parts: Parts = {}
    if not conversion.is_wrapped:
        return parts
    unwrap(root, parts)
    texts = {}
    for number, code in _find_misplaced(root).items():
        citation = conversion.citations[number]
        conversion.problems.append(report_misplaced(citation, code, conversion))
        texts[number] = literal_value(_STASHED.sub("…", citation.raw))
    if texts:
        write_out(root, texts)
    return parts


def _render_markers(
    markers: Mapping[int, Marker], elements: Mapping[int, etree.Element], conversion: Conversion
) -> None:
    """Make the HTML that takes the place of each mark, and fill the element behind it."""
    for number, marker in markers.items():
        if number in elements:
            _fill(elements[number], conversion.citations[number], marker, conversion)
            conversion.html[number] = escape(marker.lead, quote=False)
        else:
            conversion.html[number] = render_marker(marker)


def _show_entries(root: etree.Element, conversion: Conversion) -> None:
    """Put in the lists of entries that the page asks for, and its bibliography."""
    listed = conversion.bibliography if conversion.always_list or has_place(root) else ()
    conversion.shown.update(item.citekey for item in listed)
    conversion.problems += fill_lists(root, conversion)
    put_bibliography(root, render_bibliography(conversion, _free_id(root)) if listed else None)


def _find_misplaced(root: etree.Element) -> dict[int, str]:
    """Return the code that each mark in a heading or a link breaks, by the innermost element."""
    found: dict[int, str] = {}
    for element in root.iter():
        if element.tag in _NO_PLACE:
            for number in marks_in("".join(element.itertext())):
                found[number] = _NO_PLACE[element.tag]
    return found


def _fill(
    element: etree.Element, citation: Citation, marker: Marker, conversion: Conversion
) -> None:
    """Make the marker of an element, between the Markdown of its prefixes and suffixes."""
    slots = {slot: part for (slot, _), part in zip(citation.texts(), element, strict=True)}
    del element[:]
    element.attrib.update(marker_attributes(marker))
    for piece in render_parts(marker):
        if isinstance(piece, str):
            add_text(element, conversion.keep(piece))
        else:
            add_content(element, slots[piece])


def _free_id(root: etree.Element) -> str:
    taken = {element.get("id") for element in root.iter()}
    taken.update(_GIVEN_ID.findall("".join(root.itertext())))
    name, number = "references", 1
    while name in taken:
        number += 1
        name = f"references-{number}"
    return name
