"""Describe a cited work in schema.org's words.

Takes an entry. Gives its type, title, identifier and date as an object for
JSON-LD. Values are untrusted: an address that is not of the web is left out.
Must stay free of citation styles.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import quote, urlsplit

from markdown_citations.library.entries import Entry
from markdown_citations.library.latex import decode_field
from markdown_citations.library.texts import field_text

_BY_STUDY: Mapping[str, str] = MappingProxyType({"law": "Legislation", "label": "CreativeWork"})
_BY_ENTRY: Mapping[str, str] = MappingProxyType(
    {
        "article": "ScholarlyArticle",
        "book": "Book",
        "mvbook": "Book",
        "manual": "Book",
        "collection": "Book",
        "proceedings": "Book",
        "inbook": "Chapter",
        "incollection": "Chapter",
        "inreference": "Chapter",
        "inproceedings": "ScholarlyArticle",
        "conference": "ScholarlyArticle",
        "unpublished": "CreativeWork",
        "report": "Report",
        "techreport": "Report",
        "phdthesis": "Thesis",
        "mastersthesis": "Thesis",
        "thesis": "Thesis",
        "dataset": "Dataset",
        "legislation": "Legislation",
        "online": "WebPage",
        "electronic": "WebPage",
        "www": "WebPage",
    }
)
_DOI = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\.\d{4,}/\S+)$", re.I)
_PMID = re.compile(r"\d{1,9}")
_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


def describe_work(entry: Entry) -> dict[str, str]:
    """Describe a work; what the entry does not have is left out."""
    found = {
        "@type": find_type(entry),
        "name": find_title(entry),
        "identifier": doi_address(entry) or pubmed_address(entry),
        "url": "" if doi_address(entry) else web_address(entry),
        "datePublished": find_date(entry),
    }
    return {name: value for name, value in found.items() if value}


def find_type(entry: Entry) -> str:
    """Return schema.org's type for an entry; `CreativeWork` where nothing closer is sure."""
    study = entry.get("studytype")
    if study in _BY_STUDY:
        return _BY_STUDY[study]
    if entry.entry_type == "misc":
        if is_preprint(entry):
            return "ScholarlyArticle"
        return "WebPage" if study == "regulator" or web_address(entry) else "CreativeWork"
    return _BY_ENTRY.get(entry.entry_type, "CreativeWork")


def is_preprint(entry: Entry) -> bool:
    """Whether an entry is a paper that was put on a server before its review."""
    return bool(entry.get("publishedas") or entry.get("eprinttype") or entry.get("archiveprefix"))


def find_title(entry: Entry) -> str:
    """Return the title, or what readers see in its place."""
    return " ".join(field_text(entry, "title", "booktitle", "howpublished", "journal").split())


def find_doi(entry: Entry) -> str:
    """Return the bare DOI; empty where there is none or it is malformed."""
    match = _DOI.match(decode_field("doi", entry.get("doi")).strip())
    return match[1] if match else ""


def doi_address(entry: Entry) -> str:
    """Return the address of the DOI, as the bibliography links it."""
    doi = find_doi(entry)
    return f"https://doi.org/{quote(doi, safe='/:;()._-~+')}" if doi else ""


def find_pmid(entry: Entry) -> str:
    """Return PubMed's number, where it is one."""
    number = entry.get("pmid") or entry.get("pubmed")
    return number if _PMID.fullmatch(number) else ""


def pubmed_address(entry: Entry) -> str:
    """Return the address of the work's record in PubMed."""
    pmid = find_pmid(entry)
    return f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/" if pmid else ""


def web_address(entry: Entry) -> str:
    """Return the entry's own address, where it is one of the web."""
    address = decode_field("url", entry.get("url")).strip()
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in {"http", "https"} and parts.netloc else ""


def find_date(entry: Entry) -> str:
    """Return the day, month or year of publication, whichever is known."""
    for value in (entry.get("date"), entry.get("year")):
        if _DAY.fullmatch(value):
            return value
    return ""
