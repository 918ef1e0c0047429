"""Write entries as COinS, which Zotero and other reference managers find in a page.

Each entry is an empty `<span class="Z3988">` whose title is an OpenURL 1.0 context
object (ANSI/NISO Z39.88-2004, key/encoded-value), in one element that neither
readers nor screen readers meet. COinS and not Highwire's meta tags, because those
describe the one paper that a page is, and a page cites many.

Authors are written so that Zotero's reader keeps each name whole:
- a person is `rft.au`, "Family, Given"; a suffix goes behind the given names,
  because whatever follows a second comma is dropped. `rft.aulast` would give
  the first author twice where the initials differ by a dot.
- a body that is the first author is `rft.aucorp`, which may stand once. A later
  body is `rft.au` closed by a comma: without it, its last word would become a
  family name. Its own commas go, because the first would be taken for the split.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from urllib.parse import quote

from markdown_citations.library.dates import format_date
from markdown_citations.library.entries import Entry, split_range
from markdown_citations.library.entry_types import EntryType, type_of
from markdown_citations.library.fields import PAGE_FIELDS
from markdown_citations.library.identifiers import (
    ISBN,
    ISSN,
    parse_doi,
    parse_numbers,
    parse_pmid,
    parse_web_address,
)
from markdown_citations.library.names import Name, parse_names
from markdown_citations.library.publication import date_of

Pair = tuple[str, str]

_HOUSE = ("publisher", "institution", "organization")


def render_coin(entry: Entry, entry_type: EntryType | None = None) -> str:
    """Make the span that carries an entry.

    `entry_type` is what the work is, where the caller knows better.
    """
    context = escape(encode_context(describe_context(entry, entry_type)))
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


def describe_context(entry: Entry, entry_type: EntryType | None = None) -> list[Pair]:
    """Return the keys and values of an entry's context object, in their order."""
    entry_type = entry_type or type_of(entry)
    style, _, genre = entry_type.openurl.partition(" ")
    pairs = [("ctx_ver", "Z39.88-2004"), *_identifiers(entry)]
    pairs.append(("rft_val_fmt", f"info:ofi/fmt:kev:mtx:{style}"))
    pairs.append(("rft.type" if style == "dc" else "rft.genre", genre))
    if style == "journal":
        pairs += _journal(entry, genre)
    elif style == "book":
        pairs += _book(entry, is_part=entry_type.is_part)
    else:
        pairs += _single(entry, style)
    pairs += (
        [("rft.inv", _person(n)) for n in _names(entry)] if style == "patent" else _authors(entry)
    )
    pairs.append(("rft.date", format_date(date_of(entry))))
    pairs.append(("rft.language", entry.text("language")))
    return [(key, value) for key, value in pairs if value]


def _identifiers(entry: Entry) -> Iterator[Pair]:
    doi, pmid = parse_doi(entry.get("doi")), parse_pmid(entry.get("pmid") or entry.get("pubmed"))
    yield "rft_id", f"info:doi/{doi}" if doi else ""
    yield "rft_id", f"info:pmid/{pmid}" if pmid else ""
    yield "rft_id", parse_web_address(entry.get("url"))


def _journal(entry: Entry, genre: str) -> Iterator[Pair]:
    whole = genre == "issue"
    yield "rft.atitle", "" if whole else entry.title()
    container = entry.text("journal", "journaltitle", "howpublished")
    yield "rft.jtitle", entry.title() if whole else container
    yield "rft.stitle", entry.text("shortjournal")
    yield "rft.volume", entry.text("volume")
    yield "rft.issue", entry.text("number", "issue")
    yield from _pages(entry)
    yield "rft.issn", parse_numbers(ISSN, entry.get("issn"))


def _book(entry: Entry, *, is_part: bool) -> Iterator[Pair]:
    yield "rft.atitle", entry.title() if is_part else ""
    yield "rft.btitle", entry.text("booktitle") if is_part else entry.title()
    yield "rft.edition", entry.text("edition")
    yield "rft.series", entry.text("series")
    yield "rft.place", entry.text("address", "location")
    yield "rft.pub", entry.text(*_HOUSE)
    yield from _pages(entry)
    yield "rft.isbn", parse_numbers(ISBN, entry.get("isbn"))


def _single(entry: Entry, style: str) -> Iterator[Pair]:
    """Describe a thesis, a patent, or with Dublin Core what OpenURL has no format for."""
    yield "rft.title", entry.title()
    if style == "dissertation":
        yield "rft.inst", entry.text("school", "institution")
        yield "rft.degree", entry.text("type")
    elif style == "patent":
        yield "rft.number", entry.text("number")
        yield "rft.assignee", entry.text("organization", "institution", "holder")
    else:
        yield "rft.source", entry.text("howpublished", "journal")
        yield "rft.publisher", entry.text(*_HOUSE)


def _pages(entry: Entry) -> Iterator[Pair]:
    first, *last = split_range(entry.text(*PAGE_FIELDS))
    yield "rft.pages", "-".join([first, *last])
    if last and last[-1]:
        yield "rft.spage", first
        yield "rft.epage", last[-1]


def _authors(entry: Entry) -> Iterator[Pair]:
    for place, name in enumerate(_names(entry)):
        if name.literal and place == 0:
            yield "rft.aucorp", name.family
        elif name.literal:
            yield "rft.au", f"{name.family.replace(',', '')},"
        else:
            yield "rft.au", _person(name)


def _names(entry: Entry) -> list[Name]:
    return parse_names(entry.get("author") or entry.get("editor"))[0]


def _person(name: Name) -> str:
    given = f"{name.given} {name.suffix}".strip()
    # A name of one word and a comma is a whole name, as with bodies.
    return f"{name.whole_family}, {given}" if given else f"{name.whole_family},"
