"""A citation as its author wrote it, and an entry as pages show it: plain values.

Must stay free of Markdown and of styles: parsing and formatting fill
these, numbering and styles read them. A site has tens of thousands of them, and
a named tuple is made three times as fast as a frozen dataclass.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

Kind = Literal["numeric", "author-year", "label"]
Mode = Literal["normal", "author-in-text", "suppress-author"]


@dataclass(frozen=True, slots=True)
class Locator:
    """Where in a work: `p. 3`."""

    label: str
    """A label of CSL: `page`, `figure`, …"""
    value: str
    """As written: `3`, `iv-vi`, `2, 7`."""


class CitationItem(NamedTuple):
    """One @citekey of a citation."""

    citekey: str
    mode: Mode = "normal"
    prefix: str = ""
    """Markdown, without outer white space."""
    locator: Locator | None = None
    suffix: str = ""
    """Markdown that follows the locator, with the white space or the comma
    that it starts with."""

    @property
    def is_plain(self) -> bool:
        """Whether there is nothing but the key."""
        return not (self.prefix or self.suffix or self.locator)

    @property
    def is_bare(self) -> bool:
        """Whether it is plain, and its author stands nowhere in the text."""
        return self.is_plain and self.mode != "author-in-text"


@dataclass(frozen=True, slots=True)
class Slot:
    """Where in a marker Markdown of the page goes."""

    item: int
    part: Literal["prefix", "suffix"]


class Citation(NamedTuple):
    """The whole bracket, or an author in text with the bracket that may follow."""

    items: tuple[CitationItem, ...]
    raw: str = ""
    """What the page has, to show where a citation cannot stand."""

    def texts(self) -> Iterator[tuple[Slot, str]]:
        """Give the prefixes and suffixes that there are, and where each belongs."""
        for index, item in enumerate(self.items):
            if item.prefix:
                yield Slot(index, "prefix"), item.prefix
            if item.suffix:
                yield Slot(index, "suffix"), item.suffix


@dataclass(frozen=True, slots=True)
class Formatted:
    """What pages show of an entry."""

    html: str
    """The reference, a well-formed fragment without the number."""
    authors: str
    """`Dore et al.`; without authors an institution or a short title."""
    first: str
    """`Dore`; without authors the same as `authors`."""
    year: str
    """`2019`, with the letter where the style has one; may be empty."""
    title: str
    """Plain text; may be empty."""
    sort_key: str
    """Orders a list by author, year and title."""
    who: str
    """`Dore 2019`, for who hears it."""
    short: str
    """What names it in a short line: `Dore et al. 2019.`, without authors the title."""
    rest: str
    """What follows in that line: `The title. Survey, 40 people.`; may be empty."""
    annotation: str = ""
    """HTML of what stands beside it in a bibliography; may be empty."""
    full_annotation: str = ""
    """HTML of what stands beside it in lists of entries in full; may be empty."""

    @property
    def line(self) -> str:
        """The short line as one text."""
        return f"{self.short} {self.rest}".rstrip()
