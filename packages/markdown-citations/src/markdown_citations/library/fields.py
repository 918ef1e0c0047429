"""The fields of BibTeX and biblatex: a row for each.

RIS: the names of rispy. CSL: the variables of version 1.0.2. Where several fields have
one name there, the first that an entry has is written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from markdown_citations.problems import Fault

ValueCheck = Callable[[str], Iterable[Fault]]
"""From a field's value, as the file has it, to what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Field:
    """What a field is."""

    kind: str = "text"
    """What its value is, by which it is checked: `names`, `date`, …"""
    ris: str = ""
    csl: str = ""
    inherited: bool = True
    """Whether `crossref` hands it on; if not, it describes one work only."""


_IDENTIFYING = frozenset({"doi", "identifier", "isbn", "issn", "pmcid", "pmid", "url"})
_CONTAINER = ("secondary_title", "container-title")
_NAMES = """
author editor translator bookauthor editora editorb editorc annotator commentator afterword
foreword introduction holder shortauthor shorteditor sortname namea nameb namec
"""
_IDENTIFIERS = """
bdsk-url-1 bdsk-url-2 bdsk-url-3 bdsk-file-1 crossref eprint file ids issn-online related urn
xref xdata entryset pdf ee biburl adsurl verba verbb verbc
"""
# Never handed on by biblatex's rules: they tell one entry from another.
_OWN = """
key label options shorttitle shorthand shorthandintro sortkey sorttitle sortshorthand
indextitle indexsorttitle entrysubtype execute presort relatedoptions relatedstring
relatedtype keyword
"""
_OTHER = """
addendum annote annotation archive archiveprefix authortype bookpagination booksubtitle
booktitleaddon chapter collaborator day editortype editoratype editorbtype editorctype eid
eprintclass eprinttype eventtitle eventtitleaddon gender hash isan ismn isrn issuesubtitle
issuetitle issuetitleaddon iswc journalsubtitle journaltitleaddon langid langidopts library
lista listb listc listd liste listf mainsubtitle maintitle maintitleaddon month nameaddon
nameatype namebtype namectype origlanguage origlocation origpublisher origtitle pagetotal
pagination part primaryclass pubstate reprinttitle shortseries sortyear subtitle titleaddon
translatortype usera userb userc userd usere userf venue version volumes yeardivision hour
minute second timezone
accessed acmid adsnote affiliation article-number articleno bibsource citeulike-article-id
coden collection comment comments copyright creationdate date-added date-modified eissn
fjournal groups htitle intype issue_date keywords-plus langid lastchecked lccn location-city
medium mendeley-groups mendeley-tags modificationdate mrclass mrnumber mrreviewer nationality
nihms nihmsid numpages openalex owner posted-at printing priority qualityassured ranking
readstatus reprint researchnotes review rights school-city slaccitation source status-note
timestamp unique-id zblnumber year-filed yearfiled
"""

FIELDS: Mapping[str, Field] = {
    "title": Field("title", "title", "title"),
    "journal": Field("text", *_CONTAINER),
    "journaltitle": Field("text", *_CONTAINER),
    "booktitle": Field("title", *_CONTAINER),
    "shortjournal": Field("text", "alternate_title1", "container-title-short"),
    "series": Field(csl="collection-title"),
    "volume": Field("text", "volume", "volume"),
    "volumes": Field(csl="number-of-volumes"),
    **dict.fromkeys(("number", "issue"), Field("text", "number", "issue")),
    "edition": Field("text", "edition", "edition"),
    "version": Field(csl="version"),
    "type": Field(csl="genre"),
    "pubstate": Field(csl="status"),
    "chapter": Field(csl="chapter-number"),
    "eventtitle": Field(csl="event-title"),
    **dict.fromkeys(
        ("publisher", "institution", "school", "organization", "howpublished"),
        Field("text", "publisher", "publisher"),
    ),
    **dict.fromkeys(("address", "location"), Field("text", "place_published", "publisher-place")),
    "doi": Field("doi", "doi", "DOI"),
    **dict.fromkeys(("pmid", "pubmed"), Field("pmid", "accession_number", "PMID")),
    "pmcid": Field("pmcid", "custom2", "PMCID"),
    "url": Field("url", csl="URL"),
    "issn": Field("issn", "issn", "ISSN"),
    "isbn": Field("isbn", "issn", "ISBN"),
    "abstract": Field("text", "abstract", "abstract", inherited=False),
    "keywords": Field(csl="keyword", inherited=False),
    "language": Field("text", "language", "language"),
    "note": Field(csl="note"),
    **dict.fromkeys(_NAMES.split(), Field("names")),
    "year": Field("year"),
    **dict.fromkeys(("date", "urldate", "origdate", "eventdate"), Field("date")),
    "pages": Field("pages", inherited=False),
    **dict.fromkeys(_IDENTIFIERS.split(), Field("identifier")),
    **dict.fromkeys(_OWN.split(), Field(inherited=False)),
}
FIELDS = {**FIELDS, **{name: Field() for name in _OTHER.split() if name not in FIELDS}}
"""Those of BibTeX and biblatex, and what reference managers add in exports."""

NAME_FIELDS = tuple(name for name, field in FIELDS.items() if field.kind == "names")
VERBATIM_FIELDS = frozenset(name for name, field in FIELDS.items() if field.kind in _IDENTIFYING)
"""Addresses and identifiers: no LaTeX, no HTML and no prose in them."""
INHERITED_FIELDS = frozenset(
    name for name, field in FIELDS.items() if field.inherited and field.kind not in _IDENTIFYING
)
"""Those that `crossref` hands on."""


def fields_of(program: Literal["ris", "csl"]) -> dict[str, list[str]]:
    """Return a program's names in the order of the table, each with the fields written to it."""
    found: dict[str, list[str]] = {}
    for name, field in FIELDS.items():
        if target := getattr(field, program):
            found.setdefault(target, []).append(name)
    return found
