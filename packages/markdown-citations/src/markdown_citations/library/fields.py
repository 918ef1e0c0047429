"""The fields of BibTeX and biblatex: a row for each.

RIS: the names of rispy. CSL: the variables of version 1.0.2. Where several fields have
one name there, the first that an entry has is written.
"""

from __future__ import annotations

import re
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
    closing: bool = False
    """Whether styles of this package print it as a sentence at a reference's end.

    In the words of its text in the table `closing`, or as it is where there is none."""
    inherited: bool = True
    """Whether `crossref` hands it on; say no where it describes one work only."""


_IDENTIFYING = frozenset({"doi", "identifier", "isbn", "issn", "pmcid", "pmid", "url"})
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
key label options shorttitle shorthand shorthandintro
indextitle entrysubtype execute presort relatedoptions relatedstring
relatedtype keyword
"""
_OTHER = """
archive archiveprefix authortype bookpagination booksubtitle
booktitleaddon collaborator editortype editoratype editorbtype editorctype eid
eprintclass eprinttype eventtitleaddon gender hash isan ismn isrn issuesubtitle
issuetitle issuetitleaddon iswc journalsubtitle journaltitleaddon langid langidopts library
lista listb listc listd liste listf mainsubtitle maintitleaddon nameaddon
nameatype namebtype namectype origlanguage
pagination primaryclass reprinttitle shortseries sortyear subtitle titleaddon
translatortype usera userb userc userd usere userf
article-number articleno art_number elocation-id
"""
# Nobody prints them, so that any text will do: what programs take from web pages and themselves
# need, and remarks.
_ASIDE = """
annote annotation affiliation affiliations comment comments copyright description researchnotes
review rights correspondence_address funding_details funding_text chemicals_cas
funding-acknowledgement funding-text cited-references mesh adsnote bibsource
acmid added-at arxivid bibcode bibdate citeulike-article-id coden collection creationdate
date-added date-modified eissn fjournal groups htitle interhash intrahash intype issue_date
keywords-plus lccn location-city medium mendeley-groups mendeley-tags modificationdate mrclass
mrnumber mrreviewer nationality nihms nihmsid openalex owner posted-at printing priority
qualityassured ranking readstatus reportnumber reprint school-city slaccitation source status-note
subject timestamp unique-id year-filed yearfiled zblnumber hyphenation license swhid document_type
abbrev_source_title publication_stage sponsors tradenames author_keywords times-cited
doc-delivery-number usage-count-last-180-days usage-count-since-2013 oa da
number-of-cited-references web-of-science-categories web-of-science-index research-areas
journal-iso researcherid-numbers orcid-numbers author-email earlyaccessdate ad aid au auid cin cois
con crdt da dcom dep edat fau gr jid journal-full jt lid lla lr mh mhda mid ot oto own pb phst pii
pl pst pt rf rn sb si so stat hal_id hal_version hal_local_reference local-url uri rating read
printed relevance f1000-projects chemicals citation-subset completed country created issn-linking
nlm-id pubmodel revised medline-ta gene-symbols number-of-references personal-name-subject
space-flight-mission investigators general-notes comments-corrections citationcount references
molecular_seqnumbers manufacturers nlmuniqueid abbr bibtex_show html supp video blog code poster
slides website preview selected altmetric dimensions google_scholar_id award award_name
additional_info fulltext gsrank bdsk-file bdsk-url citeulike-linkout
"""
_SORTING = "sorttitle sortkey sortshorthand indexsorttitle"
_DATES = "date eventdate origdate urldate"
# biblatex has a field for each part of a date, too. That of the year is of a kind of its own.
_DATE_PARTS = [
    f"{date.removesuffix('date')}{end}{part}"
    for date in _DATES.split()
    for end in ("", "end")
    for part in "year month day hour minute second timezone yeardivision".split()  # noqa: SIM905
]

ACCESSED = ("urldate", "accessed", "lastaccessed", "lastchecked", "visited")
"""When somebody read what stands at an address: of these the first."""


def _each(names: str, field: Field) -> dict[str, Field]:
    return dict.fromkeys(names.split(), field)


ROWS: Mapping[str, Field] = {
    "title": Field("title", ris="title", csl="title"),
    **_each("journal journaltitle", Field("journal", ris="secondary_title", csl="container-title")),
    "booktitle": Field("title", ris="secondary_title", csl="container-title"),
    "maintitle": Field("title", ris="secondary_title", csl="container-title"),
    "shortjournal": Field(ris="alternate_title1", csl="container-title-short"),
    "series": Field(csl="collection-title"),
    "volume": Field("number", ris="volume", csl="volume"),
    "volumes": Field(csl="number-of-volumes"),
    **_each("number issue", Field("number", ris="number", csl="issue")),
    "edition": Field(ris="edition", csl="edition"),
    "version": Field(csl="version"),
    "type": Field(csl="genre"),
    "pubstate": Field(csl="status"),
    "chapter": Field(csl="chapter-number"),
    "eventtitle": Field(csl="event-title"),
    "venue": Field(csl="event-place"),
    "part": Field(csl="part-number"),
    **_each("pagetotal numpages", Field(csl="number-of-pages", inherited=False)),
    "origtitle": Field(csl="original-title"),
    "origpublisher": Field(csl="original-publisher"),
    "origlocation": Field(csl="original-publisher-place"),
    **_each("publisher institution school organization", Field(ris="publisher", csl="publisher")),
    "howpublished": Field("published", ris="publisher", csl="publisher"),
    **_each("address location place city", Field(ris="place_published", csl="publisher-place")),
    "doi": Field("doi", ris="doi", csl="DOI"),
    **_each("pmid pubmed", Field("pmid", ris="accession_number", csl="PMID")),
    "pmcid": Field("pmcid", ris="custom2", csl="PMCID"),
    "url": Field("url", csl="URL"),
    "issn": Field("issn", ris="issn", csl="ISSN"),
    "isbn": Field("isbn", ris="issn", csl="ISBN"),
    "abstract": Field("aside", ris="abstract", csl="abstract", inherited=False),
    "keywords": Field("keywords", csl="keyword", inherited=False),
    "language": Field(ris="language", csl="language"),
    "addendum": Field(closing=True),
    "collaboration": Field(closing=True, inherited=False),
    "note": Field(closing=True),
    "year": Field("year"),
    "pages": Field("pages", inherited=False),
}
"""Those of which something is said. A row wins over the lists above."""
_LISTED = {
    **_each(_NAMES, Field("names")),
    **{name: Field("month" if name.endswith("month") else "text") for name in _DATE_PARTS},
    **_each(_DATES, Field("date")),
    **_each(" ".join(ACCESSED), Field("read")),
    "urldate": Field("accessed"),
    **_each(_IDENTIFIERS, Field("identifier")),
    **_each(_OWN, Field(inherited=False)),
    **_each(_ASIDE, Field("aside")),
    **_each(_SORTING, Field("aside", inherited=False)),
    **_each(_OTHER, Field()),
}
# The rows come first for the order, and last for what they say.
FIELDS: Mapping[str, Field] = {**ROWS, **_LISTED, **ROWS}
"""Those of BibTeX and biblatex, and what reference managers add in exports."""
TYPED_FIELDS = tuple(name for name, row in FIELDS.items() if name in ROWS or row.kind != "aside")
"""Those that somebody may type; the others are what programs add."""
PAGE_FIELDS = ("pages", "eid", "articleno", "article-number", "art_number", "elocation-id")
"""Where a work stands in its journal or book, in print and in exports: of these the first
that an entry has."""

NOTES = ("note", "addendum")
"""What exports have as notes, one behind the other."""

ANNOTATION = "+an"
"""Behind a field's name, and before a name of its own: biblatex's `author+an:role`, which
says something about the field."""
NAME_FIELDS = tuple(name for name, field in FIELDS.items() if field.kind == "names")
MONTH_FIELDS = frozenset(name for name, field in FIELDS.items() if field.kind == "month")
VERBATIM_FIELDS = frozenset(name for name, field in FIELDS.items() if field.kind in _IDENTIFYING)
"""Addresses and identifiers: no LaTeX, no HTML and no prose in them."""
INHERITED_FIELDS = frozenset(
    name for name, field in FIELDS.items() if field.inherited and field.kind not in _IDENTIFYING
)
"""Those that `crossref` hands on."""
CLOSING_FIELDS = tuple(name for name, field in FIELDS.items() if field.closing)
"""Those that end a printed reference, in their order there."""


JABREF_OWN = ("__", "comment-")
"""How JabRef's own fields begin, and what each of its users notes."""
_PRIVATE = frozenset(
    """
    annotation annote bdsk-file-1 bdsk-file-2 bdsk-file-3 comment comments file groups local-url
    mendeley-groups mendeley-tags owner researchnotes review
    """.split()  # noqa: SIM905
)
"""A reader's own remarks, and where files lie on a computer: nothing to publish."""


def is_private(name: str) -> bool:
    """Tell whether a field is for one who reads a work, not for those who read a page."""
    return name in _PRIVATE or name.startswith(JABREF_OWN)


def is_of_program(name: str) -> bool:
    """Tell whether a field is a program's own, which may count those that it has several of."""
    plain = re.sub(r"[-_]?\d+$", "", name)
    return plain in FIELDS and plain not in TYPED_FIELDS


def is_switched_off(name: str) -> bool:
    """Tell whether Emacs keeps a field from being read: `OPTnote`, and `ALTeditor` for a choice."""
    name = name.lower()
    return (name[:3] == "opt" and name[3:] in FIELDS) or name in {"altauthor", "alteditor"}


def fields_of(program: Literal["ris", "csl"]) -> dict[str, list[str]]:
    """Return a program's names in the order of the table, each with the fields written to it."""
    found: dict[str, list[str]] = {}
    for name, field in FIELDS.items():
        if target := getattr(field, program):
            found.setdefault(target, []).append(name)
    return found


VOLUME_LABEL = r"vol(?:ume)?\b|bd\.|band\b|v\."
ISSUE_LABEL = "no|nr|num|number|issue|heft"
_LABELS = {
    # Behind the first of Web of Science's stands -+ for others that nobody has counted.
    "pages": r"^\s*(?:pp?\.|pp?(?=\s)|pp|pages?:?|s\.)\s*(?=\d|[ivxlc]+\b)|(?<=\d)[-–]+\+$",
    "volume": rf"^\s*(?:{VOLUME_LABEL})[.:]?\s*(?=\d)|(?<=\d) - (?:19|20)\d\d$",
    # SI is a special issue, of Web of Science.
    **dict.fromkeys(("number", "issue"), rf"^\s*(?:{ISSUE_LABEL})\b[.:]?\s*(?=\d)|(?<=\d),\s*SI$"),
    "pagetotal": r"(?<=\d)\s*(?:pp?|pages?|s|seiten|págs?|páginas|blz)\b\.?\s*$",
}


def unlabelled(name: str, text: str) -> str:
    """Return a number without what styles print beside it: `12` for `Vol. 12`."""
    return re.sub(_LABELS[name], "", text, flags=re.I) if name in _LABELS else text
