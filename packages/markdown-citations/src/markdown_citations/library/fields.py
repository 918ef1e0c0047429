"""The fields of BibTeX and biblatex."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from markdown_citations.problems import Fault

ValueCheck = Callable[[str], Iterable[Fault]]
"""From a field's value, as the file has it, to what is wrong with it."""

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

NAME_FIELDS: frozenset[str] = frozenset({"author", "editor", "translator", "bookauthor"})
VERBATIM_FIELDS: frozenset[str] = frozenset(
    """
    url doi eprint file urn pmid pmcid pubmed issn isbn issn-online bdsk-url-1 bdsk-url-2
    crossref xref ids related
    """.split()  # noqa: SIM905 - as above
)
"""Addresses and identifiers: no LaTeX, no HTML and no prose in them."""

INHERITED_FIELDS: frozenset[str] = (
    STANDARD_FIELDS
    - VERBATIM_FIELDS
    - {"keywords", "abstract", "label", "options", "shorttitle", "sortkey", "sorttitle", "pages"}
    - {"key"}
)
"""Those that `crossref` hands on; all others describe one work only."""
