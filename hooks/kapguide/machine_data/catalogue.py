"""Work out once, for all pages, what programs are told of each entry.

Takes a library. Gives by citekey the object for JSON-LD and the span for
Zotero: taking names apart and decoding LaTeX costs about a millisecond an
entry, and a page cites many that others cite too.
Must stay free of pages. A library never changes; another one needs another
catalogue.
"""

from __future__ import annotations

from markdown_citations.exports.coins import render_coin
from markdown_citations.exports.works import describe_work
from markdown_citations.library.entries import Library


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
            self._works[citekey] = describe_work(self._library[citekey])
        return self._works[citekey]

    def coin(self, citekey: str) -> str:
        """Return the span that carries an entry to reference managers."""
        if citekey not in self._coins:
            self._coins[citekey] = render_coin(self._library[citekey])
        return self._coins[citekey]
