"""Say under an entry which pages cite it, once all pages are rendered.

Lists of entries leave placeholders in a page's HTML, for which lists of links are
put in. The caller knows titles and addresses.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape, unescape

from markdown_citations.formatting.formatter import Formatter
from markdown_citations.page.elements import NO_SEARCH, entry_id, place_id
from markdown_citations.texts import Texts

_CITED_BY = "data-cited-by"
_CITING_PAGES = "data-citing-pages"
_PLACE = re.compile(rf'<div (?P<kind>{_CITED_BY}|{_CITING_PAGES})="(?P<value>[^"]*)"></div>')
_NO_SEARCH = f'{NO_SEARCH}="true"'


@dataclass(frozen=True, slots=True)
class CitingPage:
    """A page that cites entries."""

    title: str
    address: str
    """Relative to the page that lists the entries."""


Uses = Mapping[str, Sequence[CitingPage]]


def cited_by_placeholder(citekey: str) -> str:
    """Leave a place for the pages that cite an entry."""
    return f'<div {_CITED_BY}="{escape(citekey)}"></div>'


def citing_pages_placeholder(citekeys: Sequence[str], level: int) -> etree.Element:
    """Leave a place for all citing pages with the entries that each cites."""
    return etree.Element("div", {_CITING_PAGES: f"{level} {' '.join(citekeys)}"})


def has_placeholders(html: str) -> bool:
    """Whether a page waits for `fill_cited_by`."""
    return _CITED_BY in html or _CITING_PAGES in html


def fill_cited_by(html: str, uses: Uses, formatter: Formatter) -> str:
    """Fill a page's placeholders."""

    def fill(match: re.Match[str]) -> str:
        value = unescape(match["value"])
        if match["kind"] == _CITED_BY:
            return _cited_by(value, uses.get(value, ()), formatter.texts)
        level, *citekeys = value.split(" ")
        return _citing_pages(citekeys, int(level), uses, formatter)

    return _PLACE.sub(fill, html)


def remove_cited_by(html: str) -> str:
    """Take a page's placeholders out, for sites that do not say which pages cite."""
    return _PLACE.sub("", html)


def _cited_by(citekey: str, pages: Sequence[CitingPage], texts: Texts) -> str:
    if not pages:
        return f'<p class="cited-by" {_NO_SEARCH}>{escape(texts.not_cited)}</p>'
    links = ", ".join(
        f'<a href="{escape(f"{page.address}#{place_id(citekey, 1)}")}">{escape(page.title)}</a>'
        for page in pages
    )
    return f'<p class="cited-by" {_NO_SEARCH}>{escape(texts.cited_on).format(pages=links)}</p>'


def _citing_pages(citekeys: Sequence[str], level: int, uses: Uses, formatter: Formatter) -> str:
    """Give each citing page a heading and links to its entries on this page."""
    groups: dict[CitingPage, list[str]] = {}
    for citekey in citekeys:
        for page in uses.get(citekey, ()):
            groups.setdefault(page, []).append(citekey)
    parts = []
    for page in sorted(groups, key=lambda page: page.title.casefold()):
        items = "".join(
            f'<li><a href="#{entry_id(key)}">{escape(entry.short)}</a> {escape(entry.rest)}</li>'
            for key in groups[page]
            for entry in [formatter.format(key)]
        )
        parts.append(
            f'<h{level}><a href="{escape(page.address)}">{escape(page.title)}</a></h{level}>'
            f'<ul class="entry-links">{items}</ul>'
        )
    return f'<div class="citing-pages" {_NO_SEARCH}>{"".join(parts)}</div>' if parts else ""
