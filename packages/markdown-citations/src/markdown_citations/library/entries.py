"""An entry of references.bib and the library of them, as plain values.

Must stay free of bibtexparser and pybtex: reading fills these, formatting
reads them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Entry:
    """One record of references.bib."""

    citekey: str
    entry_type: str
    """In lower case: `article`, `misc`, …"""
    fields: Mapping[str, str]
    """Names in lower case; values as the file has them, without the outer
    braces or quotes; `@string` names replaced, crossref inherited."""
    path: str
    """The .bib file, relative to the project."""
    line: int
    """The line of the `@`, counted from 1."""
    field_lines: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """The line on which each field starts, counted from 1."""

    def get(self, name: str, default: str = "") -> str:
        """Return a field's value, or `default` where the entry has none."""
        return self.fields.get(name, default)


@dataclass(frozen=True, slots=True)
class Library:
    """The entries of all .bib files, in their order, by citekey."""

    entries: Mapping[str, Entry] = field(default_factory=lambda: MappingProxyType({}))
    paths: tuple[str, ...] = ()
    """The files that were read, relative to the project."""
    broken: frozenset[str] = frozenset()
    """Citekeys of entries that could not be read. They are reported where they
    stand; who cites one need not be told that there is no such entry."""
    digest: str = field(default="", compare=False)
    """One name for all that was read; empty if it was not read from files."""

    def __contains__(self, citekey: object) -> bool:
        return citekey in self.entries

    def __getitem__(self, citekey: str) -> Entry:
        return self.entries[citekey]

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries.values())

    def __len__(self) -> int:
        return len(self.entries)
