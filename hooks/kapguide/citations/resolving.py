"""Put what a page's citations come to into the page's tree.

Takes the tree after inline parsing, with a placeholder for each citation.
Gives the page's citations with problems that know their lines; the tree then
has markers, lists of entries and a bibliography.
Must stay free of what numbers and markers mean: `cite_page` decides.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from markdown.util import AtomicString

from kapguide.citations.elements import text_of
from kapguide.citations.lines import find_line
from kapguide.citations.listing import fill_lists
from kapguide.citations.model import Citation
from kapguide.citations.page import Doubt, PageCitations, check_doubtful, cite_page
from kapguide.citations.render import Page, render_bibliography, render_marker
from kapguide.citations.syntax import bare_key
from kapguide.problems import Problem

PLACEHOLDER = "kapguide-citation"
_HEADINGS = {f"h{level}" for level in range(1, 7)}
_STASHED = re.compile(r"\x02klzzwxh:\d+\x03")


def resolve(
    root: etree.Element, citations: Sequence[Citation], doubtful: Sequence[Doubt], page: Page
) -> PageCitations:
    """Replace the placeholders of a page; `citations` are those that they name."""
    parents = {child: parent for parent in root.iter() for child in parent} if citations else {}
    problems: list[Problem] = []
    placed: list[tuple[etree.Element, Citation]] = []
    for element in root.iter(PLACEHOLDER):
        citation = citations[int(element.get("index", ""))]
        where = next((name for name in _around(element, parents)), None)
        if where is None:
            placed.append((element, citation))
        else:
            problems.append(_misplaced(citation, where, page))
            _replace(element, None, text_of(_STASHED.sub("…", citation.raw)), parents)
    problems += _check_images(root, page)
    result = cite_page([citation for _, citation in placed], page.formatter)
    # From the last to the first: one may stand inside the prefix of another.
    for (element, citation), marker in zip(reversed(placed), reversed(result.markers), strict=True):
        slots = {slot: child for (slot, _), child in zip(citation.texts(), element, strict=True)}
        new = render_marker(marker, slots.get, page.formatter.preview_line)
        _replace(element, new, text_of(marker.lead), parents)
    problems += [
        found.at(page.path, find_line(page.get_source(), found.citekey, found.nth))
        for found in (*result.findings, *check_doubtful(doubtful, page.formatter))
    ]
    listed = {entry.citekey for entry in result.bibliography}
    problems += fill_lists(root, page, listed)
    if result.bibliography:
        heading = _free_id(root)
        root.append(render_bibliography(result.bibliography, page, heading))
    return replace(result, problems=tuple(problems))


def _around(element: etree.Element, parents: dict[etree.Element, etree.Element]) -> Iterator[str]:
    """Give `heading` or `link` for each element around that can hold no citation."""
    while element in parents:
        element = parents[element]
        if element.tag in _HEADINGS:
            yield "heading"
        elif element.tag == "a":
            yield "link"


def _replace(
    element: etree.Element,
    new: etree.Element | None,
    text: str,
    parents: dict[etree.Element, etree.Element],
) -> None:
    """Put a text, another element, or both in the place of one."""
    parent = parents[element]
    position = list(parent).index(element)
    tail = element.tail or ""
    if new is None:
        parent.remove(element)
        text = AtomicString(text + tail)
    else:
        new.tail = tail
        parent[position] = new
    if text and position:
        parent[position - 1].tail = AtomicString((parent[position - 1].tail or "") + text)
    elif text:
        parent.text = AtomicString((parent.text or "") + text)


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
