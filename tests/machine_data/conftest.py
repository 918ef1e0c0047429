"""Entries and libraries of them."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType

import pytest
from markdown_citations.library.entries import Entry, Library

MakeEntry = Callable[..., Entry]


@pytest.fixture
def make_entry() -> MakeEntry:
    """Give a maker of entries: `make_entry("article", title="A trial")`."""

    def make(entry_type: str, citekey: str = "key", **fields: str) -> Entry:
        return Entry(citekey, entry_type, MappingProxyType(fields), "references.bib", 1)

    return make


@pytest.fixture
def make_library() -> Callable[..., Library]:
    """Give a maker of libraries from entries."""

    def make(*entries: Entry) -> Library:
        return Library(MappingProxyType({entry.citekey: entry for entry in entries}))

    return make


@pytest.fixture(scope="session")
def real_library(root) -> Library:  # type: ignore[no-untyped-def]
    """The project's own references.bib."""
    from markdown_citations.library.reading import read_library

    library, problems = read_library([root / "references.bib"], root)
    assert problems == []
    return library
