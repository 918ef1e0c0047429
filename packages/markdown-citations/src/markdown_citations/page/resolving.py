"""Put what a page's citations come to into the page's tree.

Takes the tree after inline parsing, with a mark for each citation.
Gives the page's citations with problems that know their lines, and HTML for the
marks; the tree then has lists of entries and a bibliography.
Must stay free of what numbers and markers mean: `cite_page` decides.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from markdown.util import AtomicString

from markdown_citations.language.citation import Citation
from markdown_citations.language.syntax import bare_key
from markdown_citations.page.elements import add_content, add_text, value_of
from markdown_citations.page.lines import find_line
from markdown_citations.page.listing import fill_lists
from markdown_citations.page.markers import Marker
from markdown_citations.page.marks import has_mark, mark, marks_in
from markdown_citations.page.numbering import Doubt, PageCitations, check_doubtful, cite_page
from markdown_citations.page.render import (
    Page,
    marker_attributes,
    render_bibliography,
    render_marker,
    render_parts,
)
from markdown_citations.problems import Problem

PLACEHOLDER = "kapguide-citation"
_NO_PLACE = {"a": "link"} | {f"h{level}": "heading" for level in range(1, 7)}
_STASHED = re.compile(r"\x02klzzwxh:\d+\x03")


@dataclass(frozen=True, slots=True)
class Resolved:
    """What the citations of a page come to."""

    page: PageCitations
    markers: Mapping[int, str]
    """HTML by the number of the mark that it takes the place of."""


def resolve(
    root: etree.Element, citations: Sequence[Citation], doubtful: Sequence[Doubt], page: Page
) -> Resolved:
    """Resolve the citations of a page; `citations` are those that its marks name."""
    elements = {int(element.get("index", "")): element for element in root.iter(PLACEHOLDER)}
    for number, element in elements.items():
        element.text = mark(number)
    markers: dict[int, str] = {}
    problems: list[Problem] = []
    for number, where in _find_misplaced(root).items() if citations else ():
        citation = citations[number]
        problems.append(_misplaced(citation, where, page))
        _write_out(root, number, _STASHED.sub("…", citation.raw), elements.get(number))
    order = marks_in("".join(root.itertext())) if citations else []
    result = cite_page([citations[number] for number in order], page.formatter)
    for number, marker in zip(order, result.markers, strict=True):
        if number in elements:
            _fill(elements[number], citations[number], marker, page)
            _put_before(root, elements[number], marker.lead)
        else:
            markers[number] = render_marker(marker, page.formatter)
    problems += _check_images(root, page)
    problems += [
        found.at(page.path, find_line(page.get_source(), found.citekey, found.nth))
        for found in (*result.findings, *check_doubtful(doubtful, page.formatter))
    ]
    listed = {entry.citekey for entry in result.bibliography}
    problems += fill_lists(root, page, listed)
    if result.bibliography:
        heading = _free_id(root)
        root.append(render_bibliography(result.bibliography, page, heading))
    return Resolved(replace(result, problems=tuple(problems)), markers)


def _find_misplaced(root: etree.Element) -> dict[int, str]:
    """Give `heading` or `link` for each mark inside of one; the innermost counts."""
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


def _fill(element: etree.Element, citation: Citation, marker: Marker, page: Page) -> None:
    """Make the marker of an element, between the Markdown of its prefixes and suffixes."""
    slots = {slot: child for (slot, _), child in zip(citation.texts(), element, strict=True)}
    del element[:]
    element.tag = "span"
    element.attrib.clear()
    element.attrib.update(marker_attributes(marker))
    element.text = None
    for piece in render_parts(marker, page.formatter):
        if isinstance(piece, str):
            add_text(element, page.keep(piece))
        elif piece in slots:
            add_content(element, slots[piece])


def check_attributes(
    root: etree.Element, citations: Sequence[Citation], path: str, get_source: Callable[[], str]
) -> list[Problem]:
    """Write out the citations in values of attributes, and report them."""
    problems = []
    for element in root.iter() if citations else ():
        for name, value in element.attrib.items():
            if not value or not has_mark(value):  # `{download}` has none
                continue
            for number in marks_in(value):
                citation = citations[number]
                value = value.replace(mark(number), citation.raw)  # noqa: PLW2901
                citekey = citation.items[0].citekey
                message = f'"{citekey}" is cited in the attribute "{name}"'
                hint = "Cite in the text; an attribute holds no link."
                line = find_line(get_source(), citekey, 0, lambda row: "{" in row)
                problems.append(Problem("citation-in-attribute", message, path, line, hint))
            element.set(name, value)
    return problems


def _misplaced(citation: Citation, where: str, page: Page) -> Problem:
    is_heading: Callable[[str], bool] = lambda row: row.lstrip().startswith("#")  # noqa: E731
    is_link: Callable[[str], bool] = lambda row: "](" in row or "][" in row  # noqa: E731
    citekey = citation.items[0].citekey
    hints = {
        "heading": "Cite in a sentence below the heading.",
        "link": "Put it behind the link.",
    }
    accept = is_heading if where == "heading" else is_link
    line = find_line(page.get_source(), citekey, 0, accept)
    message = f'"{citekey}" is cited in a {where}' + ("'s text" if where == "link" else "")
    return Problem(f"citation-in-{where}", message, page.path, line, hints[where])


def _check_images(root: etree.Element, page: Page) -> Iterator[Problem]:
    """Find citations in the text that stands for an image, where they stay text."""
    for image in root.iter("img"):
        alt = image.get("alt") or ""
        for match in re.finditer("@", alt):
            key = bare_key(alt, match.start())
            bracketed = alt[: match.start()].rstrip("-").endswith("[")
            if key and (bracketed or key in page.formatter.library):
                message = f'"{key}" is cited in the text of an image'
                hint = "Cite in the sentence that speaks of the image."
                line = find_line(page.get_source(), key, 0, lambda row: "![" in row)
                yield Problem("citation-in-image", message, page.path, line, hint)


def _free_id(root: etree.Element) -> str:
    taken = {element.get("id") for element in root.iter()}
    name, number = "references", 1
    while name in taken:
        number += 1
        name = f"references-{number}"
    return name
