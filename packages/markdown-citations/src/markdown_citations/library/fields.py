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

FIELDS: Mapping[str, Field] = {
    "title": Field("title", "title", "title"),
    "journal": Field("text", *_CONTAINER),
    "journaltitle": Field("text", *_CONTAINER),
    "booktitle": Field("title", *_CONTAINER),
    "shortjournal": Field("text", "alternate_title1", "container-title-short"),
    "series": Field(csl="collection-title"),
    "volume": Field("text", "volume", "volume"),
    **dict.fromkeys(("number", "issue"), Field("text", "number", "issue")),
    "edition": Field("text", "edition", "edition"),
    "type": Field(csl="genre"),
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
    **dict.fromkeys(("author", "editor", "translator", "bookauthor"), Field("names")),
    "year": Field("year"),
    **dict.fromkeys(("date", "urldate"), Field("date")),
    "pages": Field("pages", inherited=False),
    **dict.fromkeys(
        (
            *("bdsk-url-1", "bdsk-url-2", "crossref", "eprint", "file", "ids"),
            *("issn-online", "related", "urn", "xref"),
        ),
        Field("identifier"),
    ),
    **dict.fromkeys(
        ("key", "label", "options", "shorttitle", "sortkey", "sorttitle"), Field(inherited=False)
    ),
    **dict.fromkeys(
        """
        addendum afterword annotation annote archive archiveprefix authortype booksubtitle
        booktitleaddon chapter collaborator commentator copyright day editora editorb
        editortype eid eprintclass eprinttype eventdate eventtitle foreword gender hash
        introduction isan ismn isrn issuetitle iswc journalsubtitle keyword langid
        langidopts library lccn mainsubtitle maintitle maintitleaddon month nameaddon
        numpages origdate origlanguage origlocation origpublisher origtitle pagetotal
        pagination part primaryclass pubstate relatedtype reprinttitle rights shortauthor
        shorteditor shorthand shortseries sortname sortyear subtitle titleaddon venue
        version volumes
        accessed creationdate date-added date-modified groups mendeley-groups
        mendeley-tags modificationdate owner timestamp
        """.split(),  # noqa: SIM905 - ninety names read better as a paragraph
        Field(),
    ),
}
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
