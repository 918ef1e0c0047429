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
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from markdown.util import AtomicString

from markdown_citations.language.citation import Formatted, Slot
from markdown_citations.page.elements import NO_SEARCH, text_of, value_of
from markdown_citations.page.ids import entry_id, place_id
from markdown_citations.page.markers import Link, Marker, Missing
from markdown_citations.page.numbering import Listed
from markdown_citations.styles.formatter import Formatter


@dataclass(frozen=True, slots=True)
class Page:
    """What the page is made with."""

    formatter: Formatter
    get_source: Callable[[], str]
    path: str
    keep: Callable[[str], str]
    """Keeps finished HTML past all later steps of Markdown; gives a mark."""
    later: Callable[[etree.Element, str, Sequence[str]], None]
    """Does so for all that an element will hold. While anchors are checked, it
    holds elements with these ids."""


# Names and short lines come again and again; escaping was a fifth of the work.
_escape = lru_cache(maxsize=65536)(escape)


def marker_attributes(marker: Marker) -> dict[str, str]:
    """Return the attributes of the marker's element, which is a span."""
    return {"class": "citation", "data-cites": " ".join(marker.citekeys), NO_SEARCH: "true"}


def render_marker(marker: Marker, formatter: Formatter) -> str:
    """Make the whole HTML of a marker that holds no Markdown."""
    cites = _escape(" ".join(marker.citekeys))
    inside = "".join([part for part in render_parts(marker, formatter) if isinstance(part, str)])
    lead = _escape(marker.lead, quote=False)
    return f'{lead}<span class="citation" data-cites="{cites}" {NO_SEARCH}="true">{inside}</span>'


def render_parts(marker: Marker, formatter: Formatter) -> Iterator[str | Slot]:
    """Make what stands in a marker: HTML, and the places for Markdown."""
    for part in marker.parts:
        if isinstance(part, Link):
            yield _render_link(part, formatter.format(part.citekey).line)
        elif isinstance(part, Missing):
            yield f'<strong class="citation-missing">?{escape(part.citekey)}</strong>'
        elif isinstance(part, Slot):
            yield part
        else:
            yield _escape(part, quote=False)


def _render_link(link: Link, preview: str) -> str:
    kind = "" if link.text else ' class="citation-middle"'
    number = "" if link.text else f' data-number="{escape(link.label)}"'
    return (
        f'<a aria-label="{escape(link.name)}"{kind} data-entry="{_escape(preview)}"{number}'
        f' href="#{entry_id(link.citekey)}" id="{place_id(link.citekey, link.place)}"'
        f' role="doc-biblioref">{_escape(link.text, quote=False)}</a>'
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
    is_label = page.formatter.kind == "label"
    items = []
    for entry in entries:
        formatted, name = page.formatter.format(entry.citekey), entry_id(entry.citekey)
        label = f"[{escape(entry.label)}] " if is_label else ""
        items.append(
            f'<li class="csl-entry" id="{name}">\n'
            f'<p class="csl-entry-text">{label}{formatted.html}</p>{_below(formatted.annotation)}\n'
            f"{_render_back_links(entry, formatted)}\n</li>\n"
        )
    ids = [entry_id(entry.citekey) for entry in entries]
    page.later(listing, "\n" + "".join(items), ids)
    return section


def render_entries(
    listing: etree.Element, citekeys: Sequence[str], page: Page, end: Callable[[str], str]
) -> None:
    """Fill a list with entries in full: the reference, what the study was and found, an end."""
    html = "".join(
        # Who copies BibTeX from the page asks for the citekey: an id may have it altered.
        f'<li class="csl-entry" data-citekey="{escape(key)}" id="{entry_id(key)}">'
        f"{_render_inside(page.formatter.format(key))}\n{end(key)}\n</li>\n"
        for key in citekeys
    )
    page.later(listing, f"\n{html}", [entry_id(key) for key in citekeys])


def render_entry(citekey: str, page: Page, end: Callable[[str], str]) -> etree.Element:
    """Make one entry of such a list, for one that holds other items, too."""
    attributes = {"class": "csl-entry", "id": entry_id(citekey), "data-citekey": value_of(citekey)}
    item = etree.Element("li", attributes)
    inside = _render_inside(page.formatter.format(citekey))
    item.text = AtomicString(page.keep(f"{inside}\n{end(citekey)}\n"))
    return item


def _render_inside(entry: Formatted) -> str:
    return f'\n<p class="csl-entry-text">{entry.html}</p>{_below(entry.full_annotation)}'


def _below(annotation: str) -> str:
    return f"\n{annotation}" if annotation else ""


def _render_back_links(entry: Listed, formatted: Formatted) -> str:
    """Make the links back to each place that cites the entry."""
    what = escape(f"reference {entry.label}, {formatted.who}" if entry.label else formatted.who)
    if entry.places == 1:
        links, lead = [_back_link(entry.citekey, 1, f"Back to text: {what}", "Back to text")], ""
    else:
        lead = "Back to text: "
        links = [
            _back_link(entry.citekey, place, f"Back to text, place {place}: {what}", str(place))
            for place in range(1, entry.places + 1)
        ]
    return f'<p class="backlinks">{lead}{" ".join(links)}</p>'


def _back_link(citekey: str, place: int, name: str, shown: str) -> str:
    return (
        f'<a href="#{place_id(citekey, place)}" role="doc-backlink" aria-label="{name}">{shown}</a>'
    )
