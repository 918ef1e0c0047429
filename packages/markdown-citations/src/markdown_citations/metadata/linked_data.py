"""Describe a cited work in schema.org's words."""

from __future__ import annotations

from markdown_citations.library.dates import format_date
from markdown_citations.library.entries import Entry
from markdown_citations.library.entry_types import EntryType, type_of
from markdown_citations.library.identifiers import (
    doi_address,
    parse_doi,
    parse_pmid,
    parse_web_address,
    pubmed_address,
)
from markdown_citations.library.publication import date_of


def describe_work(entry: Entry, entry_type: EntryType | None = None) -> dict[str, str]:
    """Describe a work as an object for JSON-LD; what the entry does not have is left out.

    `entry_type` is what the work is, where the caller knows better.
    """
    doi = doi_address(parse_doi(entry.get("doi")))
    found = {
        "@type": (entry_type or type_of(entry)).schema_org,
        "name": entry.title(),
        "identifier": doi or pubmed_address(parse_pmid(entry.get("pmid") or entry.get("pubmed"))),
        "url": "" if doi else parse_web_address(entry.get("url")),
        "datePublished": format_date(date_of(entry)),
    }
    return {name: value for name, value in found.items() if value}
