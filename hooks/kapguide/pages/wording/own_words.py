"""Read which words a site spells rightly though no dictionary has them.

Its own list, a word or a name on each line, and the names of those whose works it cites.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from unicodedata import normalize

from markdown_citations.library.entries import Library

from kapguide.front_matter.saved_text import read_text
from kapguide.pages.readability import WORD
from kapguide.pages.wording.pieces import bare

WORDS = "words.txt"
"""The list's name, in the folder of the notices."""

_NAMES = ("author", "editor", "publisher", "institution", "organization", "school", "journal")


def read_own_words(path: Path, library: Library) -> frozenset[str]:
    """Return the words of the list, if there is one, and of the library's names."""
    # A keyboard may write a letter and its accent as two signs.
    listed = normalize("NFC", read_text(path)) if path.is_file() else ""
    return frozenset(bare(word) for text in (listed, *_names(library)) for word in _words(text))


def _words(text: str) -> Iterator[str]:
    """Give the words of a text without its comments, which start with #."""
    for line in text.splitlines():
        yield from WORD.findall(line.partition("#")[0])


def _names(library: Library) -> Iterator[str]:
    for entry in library.entries.values():
        yield from (entry.fields.get(name) or "" for name in _NAMES)
