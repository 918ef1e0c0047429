"""What every entry type is: a row for each.

Fields: BibTeX's and biblatex's manuals. RIS: the types of rispy and of Zotero's
translator. CSL: version 1.0.2. schema.org: version 30.0; the nearest type that is
sure. OpenURL: ANSI/NISO Z39.88-2004, a format and its genre; Dublin Core has no
genres, there the second word is what Zotero calls the work.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markdown_citations.library.archives import is_preprint
from markdown_citations.library.entries import Entry
from markdown_citations.library.identifiers import parse_web_address


@dataclass(frozen=True, slots=True)
class EntryType:
    """A kind of work."""

    required: str
    """The fields that it must have; `a|b` means that one of them is enough."""
    ris: str
    csl: str
    schema_org: str
    openurl: str
    pybtex: str = ""
    """What the styles that come with pybtex call it, where that differs."""
    is_part: bool = False
    """Whether it stands in a whole, which `booktitle` names."""

    @property
    def is_article(self) -> bool:
        """Whether it stands in a journal, with volume and pages."""
        return self.csl.startswith("article")


_DATED = "title year|date"
_THESIS = "author title school|institution year|date"
_TALK = EntryType(
    "author title booktitle year|date",
    *("CPAPER", "paper-conference", "ScholarlyArticle", "book proceeding"),
    pybtex="inproceedings",
    is_part=True,
)
_ARTICLE = EntryType(
    "author title journal|journaltitle year|date",
    *("JOUR", "article-journal", "ScholarlyArticle", "journal article", "article"),
)
_BOOK_PART = EntryType(
    "author|editor title|chapter|pages publisher|booktitle year|date",
    *("CHAP", "chapter", "Chapter", "book bookitem", "inbook"),
    is_part=True,
)
_COLLECTION_PART = EntryType(
    "author title booktitle year|date",
    *("CHAP", "chapter", "Chapter", "book bookitem", "incollection"),
    is_part=True,
)
_COLLECTION = EntryType(
    "editor title year|date", "EDBOOK", "book", "Book", "book book", pybtex="book"
)
_PROCEEDINGS = EntryType(_DATED, "CONF", "book", "Book", "book book", pybtex="proceedings")
_REFERENCE = EntryType(_DATED, "BOOK", "book", "Book", "book book", pybtex="book")
_WEB = EntryType("title url|doi", "ELEC", "webpage", "WebPage", "dc webpage", "misc")

_ARTWORK = EntryType(_DATED, "ART", "graphic", "VisualArtwork", "dc artwork", "misc")
_CASE = EntryType(_DATED, "CASE", "legal_case", "CreativeWork", "dc case", "misc")
_FREE = EntryType("", "GEN", "document", "CreativeWork", "dc document", "misc")

ENTRY_TYPES: Mapping[str, EntryType] = {
    "article": _ARTICLE,
    "artwork": _ARTWORK,
    "audio": EntryType(_DATED, "SOUND", "song", "AudioObject", "dc audioRecording", "misc"),
    "bibnote": _FREE,
    "book": EntryType(
        "author|editor title publisher year|date", "BOOK", "book", "Book", "book book"
    ),
    "bookinbook": _BOOK_PART,
    "booklet": EntryType("title", "PAMP", "pamphlet", "Book", "book book"),
    "collection": _COLLECTION,
    "commentary": EntryType(_DATED, "LEGAL", "book", "Book", "book book", "misc"),
    "conference": _TALK,
    **dict.fromkeys((f"custom{letter}" for letter in "abcdef"), _FREE),
    "dataset": EntryType(
        "author|editor|organization title year|date",
        *("DATA", "dataset", "Dataset", "dc dataset", "misc"),
    ),
    "electronic": _WEB,
    "image": _ARTWORK,
    "inbook": _BOOK_PART,
    "incollection": _COLLECTION_PART,
    "inproceedings": _TALK,
    "inreference": EntryType(
        "title booktitle year|date",
        *("CHAP", "entry-encyclopedia", "Chapter", "book bookitem", "incollection"),
        is_part=True,
    ),
    "jurisdiction": _CASE,
    "legal": EntryType(_DATED, "LEGAL", "treaty", "CreativeWork", "dc statute", "misc"),
    "legislation": EntryType(_DATED, "LEGAL", "legislation", "Legislation", "dc statute", "misc"),
    "letter": EntryType(_DATED, "PCOMM", "personal_communication", "Message", "dc letter", "misc"),
    "manual": EntryType("title", "BOOK", "book", "Book", "book book"),
    "mastersthesis": EntryType(_THESIS, "THES", "thesis", "Thesis", "dissertation"),
    "misc": EntryType(_DATED, "GEN", "document", "CreativeWork", "dc document"),
    "movie": EntryType(_DATED, "MPCT", "motion_picture", "Movie", "dc film", "misc"),
    "music": EntryType(_DATED, "MUSIC", "song", "MusicRecording", "dc audioRecording", "misc"),
    "mvbook": EntryType(
        "author|editor title year|date", "BOOK", "book", "Book", "book book", "book"
    ),
    "mvcollection": _COLLECTION,
    "mvproceedings": _PROCEEDINGS,
    "mvreference": _REFERENCE,
    "online": EntryType(
        "title url|doi|eprint year|date", "ELEC", "webpage", "WebPage", "dc webpage", "misc"
    ),
    "patent": EntryType("author title number year|date", "PAT", "patent", "CreativeWork", "patent"),
    "performance": EntryType(
        _DATED, "MULTI", "performance", "CreativeWork", "dc presentation", "misc"
    ),
    "periodical": EntryType(_DATED, "SER", "periodical", "Periodical", "journal issue", "misc"),
    "phdthesis": EntryType(_THESIS, "THES", "thesis", "Thesis", "dissertation"),
    "proceedings": _PROCEEDINGS,
    "reference": _REFERENCE,
    "report": EntryType(
        "author|editor title institution year|date",
        *("RPRT", "report", "Report", "book report", "techreport"),
    ),
    "review": _ARTICLE,
    "software": EntryType(
        _DATED, "COMP", "software", "SoftwareApplication", "dc computerProgram", "misc"
    ),
    "standard": EntryType(_DATED, "STAND", "standard", "CreativeWork", "dc standard", "misc"),
    "suppbook": _BOOK_PART,
    "suppcollection": _COLLECTION_PART,
    "suppperiodical": _ARTICLE,
    "techreport": EntryType(
        "author title institution year|date", "RPRT", "report", "Report", "book report"
    ),
    "thesis": EntryType(_THESIS, "THES", "thesis", "Thesis", "dissertation", "phdthesis"),
    "unpublished": EntryType(
        "author title note", "UNPB", "manuscript", "CreativeWork", "dc manuscript"
    ),
    "video": EntryType(
        _DATED, "VIDEO", "motion_picture", "VideoObject", "dc videoRecording", "misc"
    ),
    "www": _WEB,
}
"""By their names in a .bib file."""

SET = "set"
"""The type of an entry that stands for several, which are printed together."""
XDATA = "xdata"
"""The type of what is no work, but holds fields for entries that name it."""

OTHER = EntryType("", "GEN", "document", "CreativeWork", "dc document")
"""What an entry of an unknown type is taken for."""

PREPRINT = EntryType("", "GEN", "document", "ScholarlyArticle", "journal preprint")
"""A paper on a server, before its review: no type of its own in a .bib file."""


def type_of(entry: Entry) -> EntryType:
    """Return what an entry is, as far as its fields tell."""
    if is_preprint(entry.fields) and not entry.get("journal") and not entry.get("journaltitle"):
        return PREPRINT
    # BibTeX itself has no type for web pages.
    if entry.entry_type == "misc" and parse_web_address(entry.get("url")):
        return ENTRY_TYPES["online"]
    return ENTRY_TYPES.get(entry.entry_type, OTHER)
