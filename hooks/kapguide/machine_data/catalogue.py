"""Work out once, for all pages, what programs are told of each entry.

By citekey it has the object for JSON-LD and the span for Zotero: taking names
apart and decoding LaTeX costs about a millisecond an entry, and a page cites many
that others cite too. A library never changes; another one needs another catalogue.
"""

from __future__ import annotations

from markdown_citations.library.entries import Library
from markdown_citations.metadata.coins import render_coin
from markdown_citations.metadata.linked_data import describe_work

from kapguide.evidence.work_types import work_type


class Catalogue:
    """What programs are told of the entries of one library."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._works: dict[str, dict[str, str]] = {}
        self._coins: dict[str, str] = {}

    def __contains__(self, citekey: str) -> bool:
        return citekey in self._library

    def work(self, citekey: str) -> dict[str, str]:
        """Return the object that describes an entry; the caller does not change it."""
        if citekey not in self._works:
            entry = self._library[citekey]
            self._works[citekey] = describe_work(entry, work_type(entry))
        return self._works[citekey]

    def coin(self, citekey: str) -> str:
        """Return the span that carries an entry to reference managers."""
        if citekey not in self._coins:
            entry = self._library[citekey]
            self._coins[citekey] = render_coin(entry, work_type(entry))
        return self._coins[citekey]
