"""Write entries as COinS, which Zotero and other reference managers find in a page.

Takes entries. Gives for each an empty `<span class="Z3988">` whose title is an
OpenURL 1.0 context object (ANSI/NISO Z39.88-2004, key/encoded-value), in one
element that neither readers nor screen readers meet. COinS and not Highwire's
meta tags, because those describe the one paper that a page is, and a page of
ours cites many.
Must stay free of pages: the caller knows which entries, in which order.

Authors are written so that Zotero's reader keeps each name whole:
- a person is `rft.au`, "Family, Given"; a suffix goes behind the given names,
  because whatever follows a second comma is dropped. `rft.aulast` would give
  the first author twice where the initials differ by a dot.
- a body that is the first author is `rft.aucorp`, which may stand once. A later
  body is `rft.au` closed by a comma: without it, its last word would become a
  family name. Its own commas go, because the first would be taken for the split.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from urllib.parse import quote

from markdown_citations.exports.works import (
    find_date,
    find_doi,
    find_pmid,
    find_title,
    find_type,
    is_preprint,
    web_address,
)
from markdown_citations.library.entries import Entry
from markdown_citations.library.latex import decode_field
from markdown_citations.library.names import Name, parse_names

Pair = tuple[str, str]

_FORMAT = "info:ofi/fmt:kev:mtx:"
_RANGE = re.compile(r"\s*(?:--?-?|–|—)\s*")
_HOUSE = ("publisher", "institution", "organization")
_CHAPTERS = {"inbook", "incollection", "inreference"}
_PAPERS = {"inproceedings", "conference"}
_THESES = {"phdthesis", "mastersthesis", "thesis"}
_BOOKS = {"book", "mvbook", "booklet", "manual", "collection", "mvcollection", "proceedings"}
_REPORTS = {"report", "techreport"}
_DUBLIN_CORE_TYPES = {"WebPage": "webpage", "Dataset": "dataset"}
"""Zotero's names; it reads `rft.type` by them."""


def render_coin(entry: Entry) -> str:
    """Make the span that carries an entry."""
    context = escape(encode_context(describe_context(entry)))
    return f'<span class="Z3988" title="{context}"></span>'


def hide_coins(coins: Iterable[str]) -> str:
    """Put spans into one element that nobody meets; empty where there are none."""
    spans = "".join(coins)
    return f'<div class="coins" hidden>{spans}</div>' if spans else ""


def encode_context(pairs: Iterable[Pair]) -> str:
    """Encode keys and values; a blank becomes %20, so that a plus stays a plus.

    What a query may hold as it is (RFC 3986) stays: compression then finds a DOI
    or a name that the page has already.
    """
    return "&".join(f"{key}={quote(value, safe='/:,()')}" for key, value in pairs)


def describe_context(entry: Entry) -> list[Pair]:
    """Return the keys and values of an entry's context object, in their order."""
    pairs = [("ctx_ver", "Z39.88-2004"), *_identifiers(entry), *_describe(entry)]
    pairs += _authors(entry)
    pairs.append(("rft.date", find_date(entry)))
    pairs.append(("rft.language", _text(entry, "language")))
    return [(key, value) for key, value in pairs if value]


def _identifiers(entry: Entry) -> Iterator[Pair]:
    doi, pmid = find_doi(entry), find_pmid(entry)
    yield "rft_id", f"info:doi/{doi}" if doi else ""
    yield "rft_id", f"info:pmid/{pmid}" if pmid else ""
    yield "rft_id", web_address(entry)


def _describe(entry: Entry) -> Iterator[Pair]:
    """Choose the format by what the entry is, and fill it."""
    kind = entry.entry_type
    if kind == "article" or is_preprint(entry):
        yield from _journal(entry)
    elif kind in _THESES:
        yield "rft_val_fmt", f"{_FORMAT}dissertation"
        yield "rft.title", find_title(entry)
        yield "rft.inst", _text(entry, "school", "institution")
        yield "rft.degree", _text(entry, "type")
    elif kind in _CHAPTERS | _PAPERS | _BOOKS | _REPORTS:
        yield from _book(entry)
    else:
        yield "rft_val_fmt", f"{_FORMAT}dc"
        yield "rft.type", _DUBLIN_CORE_TYPES.get(find_type(entry), "document")
        yield "rft.title", find_title(entry)
        yield "rft.source", _text(entry, "howpublished", "journal")
        yield "rft.publisher", _text(entry, *_HOUSE)


def _journal(entry: Entry) -> Iterator[Pair]:
    yield "rft_val_fmt", f"{_FORMAT}journal"
    yield "rft.genre", "preprint" if is_preprint(entry) else "article"
    yield "rft.atitle", find_title(entry)
    yield "rft.jtitle", _text(entry, "journal", "journaltitle", "howpublished")
    yield "rft.stitle", _text(entry, "shortjournal")
    yield "rft.volume", _text(entry, "volume")
    yield "rft.issue", _text(entry, "number", "issue")
    yield from _pages(entry)
    yield "rft.issn", _text(entry, "issn")


def _book(entry: Entry) -> Iterator[Pair]:
    kind = entry.entry_type
    part = kind in _CHAPTERS | _PAPERS
    genre = "bookitem" if kind in _CHAPTERS else "proceeding" if kind in _PAPERS else "book"
    yield "rft_val_fmt", f"{_FORMAT}book"
    yield "rft.genre", "report" if kind in _REPORTS else genre
    yield "rft.atitle", find_title(entry) if part else ""
    yield "rft.btitle", _text(entry, "booktitle") if part else find_title(entry)
    yield "rft.edition", _text(entry, "edition")
    yield "rft.series", _text(entry, "series")
    yield "rft.place", _text(entry, "address", "location")
    yield "rft.pub", _text(entry, *_HOUSE)
    yield from _pages(entry)
    yield "rft.isbn", _text(entry, "isbn")


def _pages(entry: Entry) -> Iterator[Pair]:
    first, *last = _RANGE.split(_text(entry, "pages", "eid"), maxsplit=1)
    yield "rft.pages", "-".join([first, *last])
    if last:
        yield "rft.spage", first
        yield "rft.epage", last[0]


def _authors(entry: Entry) -> Iterator[Pair]:
    for place, name in enumerate(parse_names(entry.get("author") or entry.get("editor"))[0]):
        if name.literal and place == 0:
            yield "rft.aucorp", name.family
        elif name.literal:
            yield "rft.au", f"{name.family.replace(',', '')},"
        else:
            yield "rft.au", _person(name)


def _person(name: Name) -> str:
    family = f"{name.particle} {name.family}".strip()
    given = f"{name.given} {name.suffix}".strip()
    # A name of one word and a comma is a whole name, as with bodies.
    return f"{family}, {given}" if given else f"{family},"


def _text(entry: Entry, *names: str) -> str:
    """Return the first of these fields that the entry has, decoded."""
    return next((decode_field(name, entry.fields[name]) for name in names if entry.get(name)), "")
