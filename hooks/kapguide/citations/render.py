"""Turn markers and bibliographies into the HTML that they promise.

Takes a marker or the entries of a page. Gives elements; ids and links within
the page are elements, so that MkDocs's check of anchors sees them. What stands
inside an entry is a finished text and goes past Markdown's later steps, for
whom hundreds of references would be most of the work (and `{…}` in a title
would be attributes).
Must stay free of Markdown's processors: it makes trees, others place them.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from markdown.util import AtomicString

from kapguide.citations.elements import NO_SEARCH, add_content, add_text, text_of, value_of
from kapguide.citations.formatting import Formatter
from kapguide.citations.ids import entry_id, place_id
from kapguide.citations.markers import Link, Marker, Missing
from kapguide.citations.model import Slot
from kapguide.citations.page import Listed

Fill = Callable[[Slot], etree.Element | None]
Describe = Callable[[str, bool], str]
"""Gives HTML of what a study was and found, by citekey, in full or in brief."""


@dataclass(frozen=True, slots=True)
class Page:
    """What the page is made with."""

    formatter: Formatter
    get_source: Callable[[], str]
    path: str
    describe: Describe
    stash: Callable[[str], str]
    """Keeps finished HTML until Markdown is done; gives a placeholder."""
    later: Callable[[etree.Element, str], None]
    """Fills an element with finished HTML when Markdown is done, in the place of
    what it holds until then: elements with ids, for checks of anchors."""


def render_marker(marker: Marker, fill: Fill, preview: Callable[[str], str]) -> etree.Element:
    """Make the marker; `fill` gives the element that a slot's Markdown became."""
    element = etree.Element(
        "span",
        {"class": "citation", "data-cites": " ".join(marker.citekeys), NO_SEARCH: "true"},
    )
    for part in marker.parts:
        if isinstance(part, Link):
            element.append(_render_link(part, preview(part.citekey)))
        elif isinstance(part, Missing):
            missing = etree.SubElement(element, "strong", {"class": "citation-missing"})
            missing.text = text_of(f"?{part.citekey}")
        elif isinstance(part, Slot):
            filled = fill(part)
            if filled is not None:
                add_content(element, filled)
        else:
            add_text(element, text_of(part))
    return element


def _render_link(link: Link, preview: str) -> etree.Element:
    attributes = {
        "href": f"#{entry_id(link.citekey)}",
        "id": place_id(link.citekey, link.place),
        "role": "doc-biblioref",
        "aria-label": value_of(link.name),
        "data-entry": value_of(preview),
    }
    if not link.text:
        attributes |= {"class": "citation-middle", "data-number": link.label}
    element = etree.Element("a", attributes)
    element.text = text_of(link.text)
    return element


def render_bibliography(entries: Sequence[Listed], page: Page, heading_id: str) -> etree.Element:
    """Make the section that ends a page."""
    section = etree.Element(
        "section", {"class": "references", "role": "doc-bibliography", NO_SEARCH: "true"}
    )
    section.set("aria-labelledby", heading_id)
    heading = etree.SubElement(section, "h2", {"id": heading_id, NO_SEARCH: "true"})
    heading.text = text_of("References")
    listing = etree.SubElement(section, "ol", {"class": f"csl-bib-body {page.formatter.kind}"})
    items = []
    for entry in entries:
        name = entry_id(entry.citekey)
        etree.SubElement(listing, "li", {"id": name})
        label = f"[{escape(entry.label)}] " if page.formatter.kind == "label" else ""
        inside = _render_inside(entry.citekey, page, label=label)
        back = _render_back_links(entry, page.formatter)
        items.append(f'<li class="csl-entry" id="{name}">{inside}\n{back}\n</li>\n')
    page.later(listing, "\n" + "".join(items))
    return section


def render_entry(citekey: str, page: Page, *, end: str) -> etree.Element:
    """Make one entry in full: the reference, what the study was and found, and an end."""
    # Who copies BibTeX from the page asks for the citekey: an id may have it altered.
    attributes = {"class": "csl-entry", "id": entry_id(citekey), "data-citekey": value_of(citekey)}
    item = etree.Element("li", attributes)
    inside = _render_inside(citekey, page, full=True)
    item.text = AtomicString(page.stash(f"{inside}\n{end}\n"))
    return item


def _render_inside(citekey: str, page: Page, *, label: str = "", full: bool = False) -> str:
    reference = page.formatter.format(citekey).html
    study = page.describe(citekey, full)
    return f'\n<p class="csl-entry-text">{label}{reference}</p>{study}'


def _render_back_links(entry: Listed, formatter: Formatter) -> str:
    """Make the links back to each place that cites the entry."""
    formatted = formatter.format(entry.citekey)
    who = " ".join(filter(None, (formatted.first, formatted.year)))
    what = escape(f"reference {entry.label}, {who}" if entry.label else who)
    links = []
    for place in range(1, entry.places + 1):
        shown = str(place) if entry.places > 1 else "Back to text"
        name = f"Back to text, place {place}: {what}" if entry.places > 1 else f"{shown}: {what}"
        links.append(
            f'<a href="#{place_id(entry.citekey, place)}" role="doc-backlink"'
            f' aria-label="{name}">{shown}</a>'
        )
    lead = "Back to text: " if entry.places > 1 else ""
    return f'<p class="backlinks">{lead}{" ".join(links)}</p>'
