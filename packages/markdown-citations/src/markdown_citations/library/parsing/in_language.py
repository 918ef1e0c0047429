"""Read an entry in the language of a page: `note_es` stands in for `note` on a Spanish one.

A field whose name ends so says the same in that language. What has no such field stays as
it is.
"""

from __future__ import annotations

from dataclasses import replace

from markdown_citations.library.entries import Entry, Library
from markdown_citations.texts import LANGUAGES


def split_language(name: str) -> tuple[str, str]:
    """Split `note_es` into `note` and `es`; the language of any other name is empty."""
    base, _, language = name.rpartition("_")
    return (base, language) if base and language in LANGUAGES else (name, "")


def read_in(library: Library, language: str) -> Library:
    """Return the library with what its entries say in a language."""
    entries = {citekey: _read_in(entry, language) for citekey, entry in library.entries.items()}
    return replace(library, entries=entries)


def _read_in(entry: Entry, language: str) -> Entry:
    own = {
        base: value
        for name, value in entry.fields.items()
        for base, code in [split_language(name)]
        if code == language
    }
    return replace(entry, fields={**entry.fields, **own}) if own else entry
