"""Take apart what stands in one field and belongs in several: `volume = {12(3)}`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import chain

from markdown_citations.library.entry_types import ENTRY_TYPES, OTHER
from markdown_citations.library.fields import ISSUE_LABEL, VOLUME_LABEL
from markdown_citations.problems import Rule

NUMBER_CROWDED = Rule(
    "number-crowded",
    "warning",
    "A volume and a number of an issue are that alone: all else has fields of its own.",
    "markdown-citations",
    "volume = {12(3)}",
    "volume = {12}, number = {3}",
)

_PART = r"(?:pt|part|suppl(?:ement)?)\b\.?(?:\s*\w{1,3})?"
_ISSUE = rf"\d{{1,3}}(?:-?[A-Z]|\s*(?:--?|–|/)\s*\d{{1,3}})?(?:\s+{_PART})?|{_PART}"
_VOLUME = re.compile(
    rf"(?:(?:{VOLUME_LABEL})[.:]?\s*)?(?P<volume>\d+|[IVXLCDM]+)\s*"
    rf"(?:\(\s*(?:(?:{ISSUE_LABEL})\b[.:]?\s*)?(?P<number>{_ISSUE})\s*\)"
    rf"|[,;:]?\s*(?:{ISSUE_LABEL})\b[.:]?\s*(?P<named>{_ISSUE}))"
    r"(?:\s*[,:]\s*(?:pp?\.?\s*)?(?P<pages>\w*\d(?:\s*(?:---?|[-–])\s*\w*\d)?))?",
    re.I,
)
_PAGE_TOTAL = re.compile(
    r"(?P<total>(?:[ivxlc]+[\s,+]+)*\d+)\s*(?:pp?|pages?|s|seiten|págs?|páginas|blz)\b\.?", re.I
)
_OF_PARTS = ("booktitle", "chapter", "journal", "journaltitle")
_WHOLE_WORKS = frozenset({"BOOK", "EDBOOK", "THES", "RPRT"})
# What Zotero puts into a note, because its own entries have no place for it: `Publisher: X`.
_EXTRA = re.compile(
    r"(?:tex\.)?(?P<key>(?:\\?_)?[^\W\d_][\w\\.\- ]{1,25}?)\s*[:=]\s*(?P<value>.*)", re.I
)
_MEANT = {
    **{name: name for name in ("doi", "isbn", "issn", "number", "pmcid", "pmid", "publisher")},
    **{"place": "address", "pages": "pages", "series title": "series"},
    **{"version number": "version"},
}
TYPE = "type"
"""What a note says that an entry is, where its own type does not."""
_WORKS = frozenset({"dataset", "software"})
# Words that people write, too: a program's are those that have such a value.
_ONLY_AS = {
    "type": "dataset|software|article|report|standard|webpage",
    # A number of bioRxiv, which its DOI has as well, or how large a file is.
    "pages": r"\d{4}\.\d\d\.\d\d\.\d+|[\d.,]+ \w?b(?:ytes)?",
    "id": r"\d+",
    "language": "[a-z]{2,3}(?:-[a-z]{2,4})?",
    "accepted": r"\d{4}-.+",
}
_ARXIV = re.compile(r"(?P<eprint>[\w.\-]+/?\d+(?:v\d+)?)(?:\s*\[(?P<eprintclass>[\w.\-]+)\])?")
_IN_WORDS = frozenset({"place", "publisher", "series title"})
_OF_PROGRAMS = frozenset(
    """
    _eprint archive_location bibtex artwork_size citation_key conference_name event_place
    google-books-id ids journal_abbreviation last_modified library_catalog num_pages oclc
    original-date page_version_id publication_title
    bandiera_abtest cc_license_type cg_type primary_atype subject_term subject_term_id
    """.split()  # noqa: SIM905
)
# EndNote's of PubMed: ISSN, authors, grants, "Journal Article", the journal once more.
_WHOLE = re.compile(
    r"\d{4}-\d{3}[\dX]\b.*\bJournal Article\b.*|\d{4}-\d{3}[\dX]\s*\n.*\n.*"
    # RefWorks and others: JID: 0370512; 0 (Anesthetics); ppublish
    r"|[A-Z]{2,4}: .*\b(?:[pe]publish|aheadofprint)\b.*"
    r"|cited by ?:? ?\d+(?:;.*\bopen access\b.*)?"  # Scopus
    r"|copyright - .*\blast updated - \d{4}-\d\d-\d\d",  # ProQuest
    re.I | re.S,
)
_ARTICLE = re.compile(r"(?:^|\n)Journal Article\s*\n", re.I)
_BEFORE_NUMBER = re.compile(r"[;,.]\s+(?=PMC?ID:)")
# TeXMed's: [DOI:\href{https://dx.doi.org/10.1000/a}{10.1000/a}] [PubMed:…]
_NUMBERS = {"doi": "doi", "pubmed": "pmid", "pubmed central": "pmcid"}
_BRACKET = re.compile(
    r"\s*\[(?P<key>(?P<doi>DOI)|PubMed(?P<central> Central)?):\s*(?:\\href\s*\{[^{}]*\}\s*)?"
    r"\{?(?P<number>(?(doi)10\.\d{4,}/[^\s\[\]{}]+|(?(central)(?:PMC)?\d+|\d+)))\}?\]\s*",
    re.I,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def split_note(note: str) -> tuple[str, dict[str, str]]:
    """Return a note without what a program has put there, and what that says for other fields."""
    kept: list[str] = []
    found: dict[str, str] = {}
    if _is_of_program(note):
        return "", found
    if "[" in note and not _BRACKET.sub("", note):
        note = _BRACKET.sub(lambda one: f"{_NUMBERS[one['key'].lower()]}: {one['number']}\n", note)
    lines = (_BEFORE_NUMBER.split(line.strip()) for line in note.splitlines())
    for line in chain.from_iterable(lines):
        match = _EXTRA.fullmatch(line)
        key = re.sub(r"\\", "", match["key"]).lower() if match else ""
        value = match["value"].strip(" .;") if match else ""
        if key == "arxiv" and (number := _ARXIV.fullmatch(value)):
            parts = {**number.groupdict(), "eprinttype": "arXiv"}
            found |= {name: text for name, text in parts.items() if text}
        elif key in _ONLY_AS and re.fullmatch(_ONLY_AS[key], value, re.I):
            if value.lower() in _WORKS:
                found[TYPE] = value.lower()
        elif value and key in _MEANT and (" " not in value or key in _IN_WORDS):
            found.setdefault(_MEANT[key], value)
        elif key.replace(" ", "_") not in _OF_PROGRAMS:
            kept.append(line)
    return "\n".join(kept), found


def _is_of_program(note: str) -> bool:
    """Tell whether a program has put all of a note there."""
    article = _ARTICLE.search(note)
    return bool(_WHOLE.fullmatch(note) or (article and _YEAR.search(note, article.end())))


def split_volume(fields: Mapping[str, str]) -> dict[str, str]:
    """Return the volume, number and pages that the field `volume` holds; nothing for a volume."""
    match = _VOLUME.fullmatch(fields.get("volume", ""))
    if match is None:
        return {}
    number = "issue" if "issue" in fields else "number"
    parts = {
        "volume": match["volume"],
        number: match["number"] or match["named"],
        "pages": match["pages"],
    }
    return {name: value for name, value in parts.items() if value}


def find_page_total(entry_type: str, fields: Mapping[str, str]) -> str:
    """Return how many pages a book has whose `pages` are `300 p.`, for that is no place in it.

    Nor is a number alone, of a work that stands in no other one.
    """
    pages, kind = fields.get("pages", ""), ENTRY_TYPES.get(entry_type, OTHER)
    is_whole = kind.ris in _WHOLE_WORKS and not {*_OF_PARTS} & {*fields}
    if is_whole and pages.isdecimal() and int(pages):
        return pages
    match = _PAGE_TOTAL.fullmatch(pages)
    return match["total"] if match and not kind.is_article else ""
