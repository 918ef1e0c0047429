"""Turn markers and bibliographies into the HTML that they promise.

Entries are real elements, so that whatever looks for ids sees theirs. Markers, and
what stands inside an entry, are finished texts and go past Markdown's later
steps, which would take long over hundreds of references (and `{…}` in a title
would be attributes).
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Iterator
from functools import lru_cache
from html import escape

from markdown.util import AtomicString

from markdown_citations.formatting.formatter import Formatter
from markdown_citations.language.citation import Slot
from markdown_citations.page.conversion import Conversion
from markdown_citations.page.elements import (
    NO_SEARCH,
    entry_id,
    literal_text,
    literal_value,
    place_id,
)
from markdown_citations.page.markers import Marker, MarkerLink, Missing
from markdown_citations.page.numbering import BibliographyItem
from markdown_citations.texts import Texts

# Names and short lines come again and again; escaping was a fifth of the work.
_escape = lru_cache(maxsize=65536)(escape)


def marker_attributes(marker: Marker) -> dict[str, str]:
    """Return the attributes of the marker's element, which is a span."""
    return {"class": "citation", "data-cites": " ".join(marker.citekeys), NO_SEARCH: "true"}


def render_marker(marker: Marker) -> str:
    """Make the whole HTML of a marker that holds no Markdown."""
    cites = _escape(" ".join(marker.citekeys))
    inside = "".join([part for part in render_parts(marker) if isinstance(part, str)])
    lead = _escape(marker.lead, quote=False)
    return f'{lead}<span class="citation" data-cites="{cites}" {NO_SEARCH}="true">{inside}</span>'


def render_parts(marker: Marker) -> Iterator[str | Slot]:
    """Make what stands in a marker: HTML, and the places for Markdown."""
    for part in marker.parts:
        if isinstance(part, MarkerLink):
            yield _render_link(part)
        elif isinstance(part, Missing):
            yield f'<strong class="citation-missing">?{escape(part.citekey)}</strong>'
        elif isinstance(part, Slot):
            yield part
        else:
            yield _escape(part, quote=False)


def _render_link(link: MarkerLink) -> str:
    kind = "" if link.text else ' class="citation-middle"'
    number = "" if link.text else f' data-number="{escape(link.label)}"'
    return (
        f'<a aria-label="{escape(link.name)}"{kind} data-entry="{_escape(link.preview)}"{number}'
        f' href="#{entry_id(link.citekey)}" id="{place_id(link.citekey, link.place)}"'
        f' role="doc-biblioref">{_escape(link.text, quote=False)}</a>'
    )


def render_bibliography(conversion: Conversion, heading_id: str) -> etree.Element:
    """Make the section that ends a page."""
    formatter = conversion.formatter
    section = etree.Element(
        "section", {"class": "references", "role": "doc-bibliography", NO_SEARCH: "true"}
    )
    section.set("aria-labelledby", heading_id)
    heading = etree.SubElement(section, "h2", {"id": heading_id, NO_SEARCH: "true"})
    heading.text = literal_text(formatter.texts.references)
    listing = etree.SubElement(section, "ol", {"class": f"csl-bib-body {formatter.kind}"})
    for item in conversion.bibliography:
        attributes = {"class": "csl-entry", "id": entry_id(item.citekey)}
        entry = etree.SubElement(listing, "li", attributes)
        entry.text = AtomicString(conversion.keep(_render_item(item, formatter)))
    return section


def _render_item(item: BibliographyItem, formatter: Formatter) -> str:
    """Make what stands in an entry of a bibliography."""
    entry = formatter.format(item.citekey)
    label = f"[{escape(item.label)}] " if formatter.kind == "label" else ""
    links = render_back_links(item, entry.who, formatter.texts)
    return f"{_render_entry(label + entry.html, entry.annotation)}\n{links}\n"


def render_full_entry(citekey: str, conversion: Conversion, end: str) -> etree.Element:
    """Make an entry with all that stands beside it, and an end."""
    attributes = {"class": "csl-entry", "id": entry_id(citekey)}
    # To copy BibTeX a script needs the citekey itself, which an id may have altered.
    attributes["data-citekey"] = literal_value(citekey)
    item = etree.Element("li", attributes)
    entry = conversion.formatter.format(citekey)
    html = f"{_render_entry(entry.html, entry.full_annotation)}\n{end}\n"
    item.text = AtomicString(conversion.keep(html))
    return item


def _render_entry(reference: str, annotation: str) -> str:
    text = f'\n<p class="csl-entry-text">{reference}</p>'
    return f"{text}\n{annotation}" if annotation else text


def render_back_links(item: BibliographyItem, what: str, texts: Texts) -> str:
    """Make the links back to each place that cites the entry."""
    if item.label:
        what = texts.numbered_reference.format(label=item.label, who=what)
    if item.places == 1:
        name = texts.back_to_text_name.format(what=what)
        links, lead = [_back_link(item.citekey, 1, name, texts.back_to_text)], ""
    else:
        lead = f"{texts.back_to_text}: "
        links = [
            _back_link(
                item.citekey,
                place,
                texts.back_to_place_name.format(place=place, what=what),
                str(place),
            )
            for place in range(1, item.places + 1)
        ]
    return f'<p class="backlinks">{escape(lead)}{" ".join(links)}</p>'


def _back_link(citekey: str, place: int, name: str, shown: str) -> str:
    return (
        f'<a href="#{place_id(citekey, place)}" role="doc-backlink"'
        f' aria-label="{escape(name)}">{_escape(shown)}</a>'
    )
