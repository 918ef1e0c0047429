"""What a caller adds to the entries of a library.

Fields of its own with their rules, and what stands beside an entry on a page.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from markdown_citations.library.entries import Entry, Library
from markdown_citations.library.parsing.pasted_text import HINT
from markdown_citations.problems import Problem


@dataclass(frozen=True, slots=True)
class ExtraField:
    """A field that neither BibTeX nor biblatex knows."""

    meaning: str
    """A sentence for those who write entries."""
    example: str
    values: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """The only values that it takes, each with what readers call it, in the order in
    which groups of entries stand; empty where any text will do."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """What stands beside an entry."""

    summary: str = ""
    """Plain text behind the title in short lines: `Handbook, 2 volumes.`"""
    brief: str = ""
    """HTML, for the bibliography of a page."""
    full: str = ""
    """HTML, for lists of entries in full."""
    flag: str = ""
    """A word or two of plain text in each marker that cites the entry: `corrected`."""


@dataclass(frozen=True, slots=True, eq=False)
class Customization:
    """What a caller adds to entries; by default nothing."""

    fields: Mapping[str, ExtraField] = field(default_factory=lambda: MappingProxyType({}))
    annotate: Callable[[Entry], Annotation] = lambda entry: Annotation()
    check: Callable[[Library, date, Collection[str] | None], Iterable[Problem]] = lambda *_: ()
    """Checks the extra fields on a day; the last value holds the citekeys that pages
    cite, or is None where they are not known."""
    may_lack: Callable[[Entry], Collection[str]] = lambda entry: ()
    """Names the fields that an entry may lack although its type requires them."""
    lacking_hint: str = "Add it."
    """What to do about a field that is required and missing."""
    may_be_unused: Callable[[Entry], bool] = lambda entry: False
    """Tells whether an entry that no page cites is there on purpose."""
    unused_hint: str = "Cite it, or remove it."
    """What to do about an entry that no page cites."""
    opens_group: Callable[[Entry], bool] = lambda entry: True
    """Tells whether the keywords of an entry may become headings of lists; where not, the
    entry stands under those that others open."""
    pasted_hint: str = HINT
    """What to do about a reference that somebody pasted into a .bib file as it was;
    `{identifier}` stands for its DOI or PubMed number."""


NOTHING_ADDED = Customization()
