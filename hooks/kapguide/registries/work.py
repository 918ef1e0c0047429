"""What a registry says of a work, in the names of an entry's fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from markdown_citations.library.identifiers import doi_address, pubmed_address
from markdown_citations.library.names import Name

CROSSREF, PUBMED, RETRACTION_WATCH = "Crossref", "PubMed", "Retraction Watch"
NEWER = "newer"
"""What a newer version has in the place of a status."""
PREPRINT_NOTE = "Preprint, not peer reviewed"


@dataclass(frozen=True, slots=True)
class LaterNotice:
    """Something that was published about a work later on."""

    status: str
    """As in the field `status`; empty for a kind of notice that we don't know."""
    label: str
    """What the registry calls it: `Retraction`."""
    source: str
    """Who says so: `Crossref`, which has it from the publisher, `Retraction Watch` or `PubMed`."""
    day: str = ""
    """`2024-05-01`, or as much of it as is known."""
    doi: str = ""
    pmid: str = ""
    where: str = ""
    """Where it was printed, in PubMed's words."""

    @property
    def address(self) -> str:
        """Where to read it, if that is known."""
        return doi_address(self.doi) or pubmed_address(self.pmid)


@dataclass(frozen=True, slots=True)
class RegisteredWork:
    """A record of one registry, or of a file from a reference manager."""

    source: str
    fields: Mapping[str, str]
    """Plain text without LaTeX, by the names that an entry's fields have; no names of people."""
    entry_type: str = "article"
    citekey: str = ""
    """The name that a reference manager has for it."""
    authors: tuple[Name, ...] = ()
    editors: tuple[Name, ...] = ()
    others: bool = False
    """Whether the registry itself says that it leaves authors out."""
    kinds: tuple[str, ...] = ()
    """PubMed's publication types."""
    years: tuple[str, ...] = ()
    """Of all dates on which it came out: online, in print."""
    abstract: str = ""
    notices: tuple[LaterNotice, ...] = ()
    newer: tuple[LaterNotice, ...] = ()
    """Newer versions of it."""
    articles: tuple[str, ...] = ()
    """DOIs of the articles that a preprint became."""
    is_preprint: bool = False
    notice_on: tuple[str, ...] = ()
    """Of which works (DOI or PubMed number) this is itself a notice."""

    def get(self, name: str) -> str:
        """Return a field, or an empty text."""
        return self.fields.get(name, "")


@dataclass(frozen=True, slots=True)
class Answers:
    """What both registries say of one work."""

    crossref: RegisteredWork | None = None
    pubmed: RegisteredWork | None = None
    file: RegisteredWork | None = None
    """What a file from a reference manager says."""
    asked: tuple[str, ...] = ()
    """The registries that were asked."""
    by: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """The identifiers by which they were asked: `doi`, `pmid`, `pmcid`."""

    @property
    def registered(self) -> tuple[RegisteredWork, ...]:
        """The records that were found."""
        return tuple(work for work in (self.crossref, self.pubmed) if work is not None)

    @property
    def works(self) -> tuple[RegisteredWork, ...]:
        """All that is known, the file's record last."""
        return (*self.registered, *((self.file,) if self.file else ()))
