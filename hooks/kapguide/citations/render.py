"""Turn markers and bibliographies into the HTML that they promise.

Takes a marker or the entries of a page. Gives elements for what others may link
to, so that MkDocs's check of anchors sees their ids. Markers, and what stands
inside an entry, are finished texts and go past Markdown's later steps, for whom
hundreds of references would be most of the work (and `{…}` in a title would be
attributes).
Must stay free of Markdown's processors: it makes trees, others place them.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from markdown.util import AtomicString

from kapguide.citations.elements import NO_SEARCH, text_of, value_of
from kapguide.citations.formatting import Formatter
from kapguide.citations.ids import entry_id, place_id
from kapguide.citations.markers import Link, Marker, Missing
from kapguide.citations.model import Slot
from kapguide.citations.page import Listed

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
    keep: Callable[[str], str]
    """Keeps finished HTML likewise, past all later steps; gives a mark."""
    later: Callable[[etree.Element, str], None]
    """Fills an element with finished HTML when Markdown is done, in the place of
    what it holds until then: elements with ids, for checks of anchors."""


def render_marker(marker: Marker, preview: Callable[[str], str]) -> list[str | Slot]:
    """Make the marker's HTML, and name the places for Markdown that stands in it."""
    cites = escape(" ".join(marker.citekeys))
    pieces: list[str | Slot] = []
    html = f'{escape(marker.lead)}<span class="citation" data-cites="{cites}" {NO_SEARCH}="true">'
    for part in marker.parts:
        if isinstance(part, Link):
            html += _render_link(part, preview(part.citekey))
        elif isinstance(part, Missing):
            html += f'<strong class="citation-missing">?{escape(part.citekey)}</strong>'
        elif isinstance(part, Slot):
            pieces += [html, part]
            html = ""
        else:
            html += escape(part, quote=False)
    return [*pieces, f"{html}</span>"]


def _render_link(link: Link, preview: str) -> str:
    kind = "" if link.text else ' class="citation-middle"'
    number = "" if link.text else f' data-number="{escape(link.label)}"'
    return (
        f'<a aria-label="{escape(link.name)}"{kind} data-entry="{escape(preview)}"{number}'
        f' href="#{entry_id(link.citekey)}" id="{place_id(link.citekey, link.place)}"'
        f' role="doc-biblioref">{escape(link.text, quote=False)}</a>'
    )


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
