"""A citation as its author wrote it, in plain values.

A site has tens of thousands of them, and a named tuple is made three times as
fast as a frozen dataclass.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

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
