"""Say what an entry type or field is called in RIS and in CSL-JSON.

Must stay free of code.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from markdown_citations.library.fields import EXTRA_FIELDS

STUDY_FIELDS: tuple[str, ...] = tuple(EXTRA_FIELDS)
"""In RIS they become notes, in CSL-JSON they stand under `custom`."""

RIS_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "article": "JOUR",
        "book": "BOOK",
        "booklet": "PAMP",
        "collection": "EDBOOK",
        "conference": "CPAPER",
        "dataset": "DATA",
        "electronic": "ELEC",
        "inbook": "CHAP",
        "incollection": "CHAP",
        "inproceedings": "CPAPER",
        "inreference": "CHAP",
        "legislation": "LEGAL",
        "manual": "BOOK",
        "mastersthesis": "THES",
        "mvbook": "BOOK",
        "online": "ELEC",
        "patent": "PAT",
        "periodical": "SER",
        "phdthesis": "THES",
        "proceedings": "CONF",
        "report": "RPRT",
        "software": "COMP",
        "techreport": "RPRT",
        "thesis": "THES",
        "unpublished": "UNPB",
        "www": "ELEC",
    }
)

CSL_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "article": "article-journal",
        "book": "book",
        "booklet": "pamphlet",
        "collection": "book",
        "conference": "paper-conference",
        "dataset": "dataset",
        "electronic": "webpage",
        "inbook": "chapter",
        "incollection": "chapter",
        "inproceedings": "paper-conference",
        "inreference": "entry-encyclopedia",
        "legislation": "legislation",
        "manual": "book",
        "mastersthesis": "thesis",
        "mvbook": "book",
        "online": "webpage",
        "patent": "patent",
        "periodical": "periodical",
        "phdthesis": "thesis",
        "proceedings": "book",
        "report": "report",
        "software": "software",
        "techreport": "report",
        "thesis": "thesis",
        "unpublished": "manuscript",
        "www": "webpage",
    }
)

RIS_FIELDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "title": ("title",),
        "secondary_title": ("journal", "journaltitle", "booktitle"),
        "alternate_title1": ("shortjournal",),
        "volume": ("volume",),
        "number": ("number", "issue"),
        "edition": ("edition",),
        "publisher": ("publisher", "institution", "school", "organization", "howpublished"),
        "place_published": ("address", "location"),
        "doi": ("doi",),
        "accession_number": ("pmid", "pubmed"),
        "custom2": ("pmcid",),
        "issn": ("issn", "isbn"),
        "abstract": ("abstract",),
        "language": ("language",),
    }
)
"""RIS by rispy's names; of several fields the first that the entry has."""

CSL_FIELDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "title": ("title",),
        "container-title": ("journal", "journaltitle", "booktitle"),
        "container-title-short": ("shortjournal",),
        "collection-title": ("series",),
        "volume": ("volume",),
        "issue": ("number", "issue"),
        "edition": ("edition",),
        "genre": ("type",),
        "publisher": ("publisher", "institution", "school", "organization", "howpublished"),
        "publisher-place": ("address", "location"),
        "DOI": ("doi",),
        "PMID": ("pmid", "pubmed"),
        "PMCID": ("pmcid",),
        "URL": ("url",),
        "ISSN": ("issn",),
        "ISBN": ("isbn",),
        "abstract": ("abstract",),
        "keyword": ("keywords",),
        "language": ("language",),
        "note": ("note",),
    }
)
"""CSL-JSON by CSL's variables."""
