"""Which entry types and fields there are, and what each of ours means.

Takes nothing. Gives tables: the fields that each entry type must have, the
fields of BibTeX and biblatex that we know, and our own extra fields with a
sentence for staff each (CONTRIBUTING.md is made from these).
Must stay free of checks: the tables say what is, the checks say what is wrong.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class ExtraField:
    """A field that BibTeX does not know and this project does."""

    meaning: str
    """A sentence for staff."""
    example: str
    values: tuple[str, ...] = ()
    """The only values that it takes; empty where any text will do."""


STATUSES = ("none", "unchecked", "corrected", "concern", "retracted", "withdrawn")
STUDY_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "systematic review": "Systematic review",
        "randomized trial": "Randomized trial",
        "uncontrolled study": "Study without comparison group",
        "case series": "Case series",
        "survey": "Survey",
        "narrative review": "Narrative review",
        "guideline": "Guideline or expert statement",
        "regulator": "Notice from a regulator",
        "label": "Product label",
        "law": "Law or rule",
    }
)
"""What readers call each; in the order in which groups of them stand."""
PSYCHOTHERAPY = ("yes", "no", "varied", "not-applicable")

EXTRA_FIELDS: Mapping[str, ExtraField] = MappingProxyType(
    {
        "studytype": ExtraField(
            "What kind of study or authority it is; the References page groups by it.",
            "randomized trial",
            tuple(STUDY_TYPES),
        ),
        "design": ExtraField(
            "How the study was done, in a few plain words.",
            "Randomized, double-blind trial of a single infusion",
        ),
        "sample": ExtraField(
            "How many people or studies there were, in words, with the groups.",
            "40 people (17 ketamine, 23 midazolam)",
        ),
        "people": ExtraField(
            "The number of people as a bare number, for figures and tables; "
            "leave it out where nobody knows it.",
            "40",
        ),
        "population": ExtraField(
            "Who the people were, without words that label them.", "Adults with chronic PTSD"
        ),
        "comparator": ExtraField(
            "What the treatment was compared with, or that there was no comparison group.",
            "Midazolam, a sedative",
        ),
        "followup": ExtraField("For how long people were followed.", "4 weeks"),
        "finding": ExtraField(
            "What was found, in one to three short sentences, with counts and without doses.",
            "8 of 16 people responded.",
        ),
        "limitation": ExtraField(
            "What most limits the finding, in one or two short sentences.",
            "Only 16 people and no comparison group.",
        ),
        "psychotherapy": ExtraField(
            "Whether people had psychotherapy together with the medicine. Leave it out where "
            "the paper does not say. not-applicable is for rules, labels and general reviews.",
            "yes",
            PSYCHOTHERAPY,
        ),
        "status": ExtraField(
            "Whether the work was corrected, put in doubt or taken back. none: looked up at the "
            "publisher on statusdate, nothing found. unchecked: on statusdate our record showed "
            "nothing, and nobody has confirmed it with the publisher yet. corrected, concern: "
            "shown to readers. retracted, withdrawn: no page may cite it.",
            "unchecked",
            STATUSES,
        ),
        "statusdate": ExtraField("The day of that check: year, month, day.", "2026-11-22"),
        "statusnote": ExtraField(
            "What the correction, concern or retraction is about; readers see it.",
            "An erratum corrects a number in a table.",
        ),
        "unconfirmed": ExtraField(
            "Names of fields that we could not confirm, with commas between them. They may then "
            "be missing, and readers are told.",
            "author, year",
        ),
        "publishedas": ExtraField(
            "For a preprint: the citekey of its peer-reviewed version in the library.",
            "yermus2024",
        ),
        "background": ExtraField("Marks an entry that no page cites, on purpose.", "yes", ("yes",)),
    }
)

REQUIRED_FIELDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "article": ("author", "title", "journal|journaltitle", "year|date"),
        "book": ("author|editor", "title", "publisher", "year|date"),
        "booklet": ("title",),
        "collection": ("editor", "title", "year|date"),
        "conference": ("author", "title", "booktitle", "year|date"),
        "dataset": ("author|editor|organization", "title", "year|date"),
        "electronic": ("title", "url|doi"),
        "inbook": ("author|editor", "title|chapter|pages", "publisher|booktitle", "year|date"),
        "incollection": ("author", "title", "booktitle", "year|date"),
        "inproceedings": ("author", "title", "booktitle", "year|date"),
        "inreference": ("title", "booktitle", "year|date"),
        "legislation": ("title", "year|date"),
        "manual": ("title",),
        "mastersthesis": ("author", "title", "school|institution", "year|date"),
        "misc": ("title", "year|date"),
        "mvbook": ("author|editor", "title", "year|date"),
        "mvcollection": ("editor", "title", "year|date"),
        "mvproceedings": ("title", "year|date"),
        "mvreference": ("title", "year|date"),
        "online": ("title", "url|doi|eprint", "year|date"),
        "patent": ("author", "title", "number", "year|date"),
        "periodical": ("title", "year|date"),
        "phdthesis": ("author", "title", "school|institution", "year|date"),
        "proceedings": ("title", "year|date"),
        "reference": ("title", "year|date"),
        "report": ("author|editor", "title", "institution", "year|date"),
        "software": ("title", "year|date"),
        "techreport": ("author", "title", "institution", "year|date"),
        "thesis": ("author", "title", "school|institution", "year|date"),
        "unpublished": ("author", "title", "note"),
        "www": ("title", "url|doi"),
    }
)
"""By entry type; `a|b` means that one of them is enough."""

STANDARD_FIELDS: frozenset[str] = frozenset(
    """
    abstract addendum address afterword annotation annote archive archiveprefix author
    authortype bookauthor booksubtitle booktitle booktitleaddon chapter collaborator
    commentator copyright crossref date day doi edition editor editora editorb editortype eid
    eprint eprintclass eprinttype eventdate eventtitle file foreword gender hash howpublished
    ids institution introduction isan isbn ismn isrn issn issue issuetitle iswc journal
    journalsubtitle journaltitle key keyword keywords label language langid langidopts library
    location lccn mainsubtitle maintitle maintitleaddon month nameaddon note number numpages
    options organization origdate origlanguage origlocation origpublisher origtitle pages
    pagetotal pagination part pmcid pmid primaryclass publisher pubmed pubstate related
    relatedtype reprinttitle rights school series shortauthor shorteditor shorthand
    shortjournal shortseries shorttitle sortkey sortname sorttitle sortyear subtitle title
    titleaddon translator type url urldate urn venue version volume volumes xref year
    accessed bdsk-url-1 bdsk-url-2 date-added date-modified groups issn-online
    mendeley-groups mendeley-tags modificationdate owner creationdate timestamp
    """.split()  # noqa: SIM905 - ninety names read better as a paragraph
)
"""Those of BibTeX and biblatex, and what reference managers add in exports."""

KNOWN_FIELDS: frozenset[str] = STANDARD_FIELDS | frozenset(EXTRA_FIELDS)

NAME_FIELDS: frozenset[str] = frozenset({"author", "editor", "translator", "bookauthor"})
VERBATIM_FIELDS: frozenset[str] = frozenset(
    """
    url doi eprint file urn pmid pmcid pubmed issn isbn issn-online bdsk-url-1 bdsk-url-2
    crossref xref ids related publishedas
    """.split()  # noqa: SIM905 - as above
)
"""Addresses and identifiers: no LaTeX, no HTML and no prose in them."""

OWN_FIELDS: frozenset[str] = frozenset(EXTRA_FIELDS) | VERBATIM_FIELDS | {"keywords", "abstract"}
"""Fields that describe one work only, so that no other inherits them."""

FIELD_LABELS: Mapping[str, str] = MappingProxyType(
    {
        "author": "authors",
        "editor": "editors",
        "howpublished": "kind of publication",
        "number": "issue",
        "doi": "DOI",
        "pmid": "PubMed number",
        "pmcid": "PubMed Central number",
        "url": "web address",
        "followup": "follow-up",
    }
)
"""What readers call a field, where its own name would not tell them."""
