"""Put what a page's citations come to into the page's tree: collect, resolve, render.

The tree comes from inline parsing with a mark for each citation. `resolve` leaves
HTML for the marks in the conversion, and fills lists of entries and a bibliography
into the tree.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

from markdown.util import AtomicString

from markdown_citations.language.citation import Citation
from markdown_citations.page.bibliography import has_place, put_bibliography
from markdown_citations.page.citation_checks import (
    check_doubts,
    check_images,
    check_repeated,
    check_unknown,
    report_misplaced,
)
from markdown_citations.page.conversion import Conversion, mark, marks_in
from markdown_citations.page.elements import add_content, add_text, value_of
from markdown_citations.page.listing import fill_lists
from markdown_citations.page.markers import Marker
from markdown_citations.page.numbering import cite_page
from markdown_citations.page.render import (
    marker_attributes,
    render_bibliography,
    render_marker,
    render_parts,
)

PLACEHOLDER = "citation-with-markdown"
"""The element that holds the prefixes and suffixes of a citation, which are Markdown."""
_NO_PLACE = {"a": "citation-in-link"} | {f"h{n}": "citation-in-heading" for n in range(1, 7)}
_STASHED = re.compile(r"\x02klzzwxh:\d+\x03")


def resolve(root: etree.Element, conversion: Conversion) -> None:
    """Decide what the marks of a page stand for."""
    citations = conversion.citations
    elements = {int(element.get("index", "")): element for element in root.iter(PLACEHOLDER)}
    for number, element in elements.items():
        element.text = mark(number)
    for number, code in _find_misplaced(root).items() if citations else ():
        conversion.problems.append(report_misplaced(citations[number], code, conversion))
        raw = _STASHED.sub("…", citations[number].raw)
        _write_out(root, number, raw, elements.get(number))
    order = marks_in("".join(root.itertext())) if citations else []
    cited = [citations[number] for number in order]
    markers, conversion.bibliography = cite_page(cited, conversion.formatter)
    for number, marker in zip(order, markers, strict=True):
        if number in elements:
            _fill(elements[number], citations[number], marker, conversion)
            _put_before(root, elements[number], marker.lead)
        else:
            conversion.html[number] = render_marker(marker)
    conversion.problems += check_images(root, conversion)
    conversion.problems += check_unknown(cited, conversion)
    conversion.problems += check_repeated(cited, conversion)
    conversion.problems += check_doubts(conversion)
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


def _write_out(
    root: etree.Element, number: int, raw: str, placeholder: etree.Element | None
) -> None:
    """Put back what the author wrote, where no citation can stand."""
    if placeholder is not None:
        _put_before(root, placeholder, mark(number), instead=True)
    for element in root.iter():
        for name in ("text", "tail"):
            text = getattr(element, name)
            if text and mark(number) in text:
                setattr(element, name, AtomicString(text.replace(mark(number), value_of(raw))))


def _put_before(
    root: etree.Element, element: etree.Element, text: str, *, instead: bool = False
) -> None:
    """Put text in front of an element, or in its place."""
    if not text:
        return
    parent = next(parent for parent in root.iter() if element in list(parent))
    position = list(parent).index(element)
    if instead:
        text += element.tail or ""
        del parent[position]
    if position:
        before = parent[position - 1]
        before.tail = AtomicString((before.tail or "") + text)
    else:
        parent.text = AtomicString((parent.text or "") + text)


def _fill(
    element: etree.Element, citation: Citation, marker: Marker, conversion: Conversion
) -> None:
    """Make the marker of an element, between the Markdown of its prefixes and suffixes."""
    slots = {slot: child for (slot, _), child in zip(citation.texts(), element, strict=True)}
    del element[:]
    element.tag = "span"
    element.attrib.clear()
    element.attrib.update(marker_attributes(marker))
    element.text = None
    for piece in render_parts(marker):
        if isinstance(piece, str):
            add_text(element, conversion.keep(piece))
        elif piece in slots:
            add_content(element, slots[piece])


def _free_id(root: etree.Element) -> str:
    taken = {element.get("id") for element in root.iter()}
    name, number = "references", 1
    while name in taken:
        number += 1
        name = f"references-{number}"
    return name
