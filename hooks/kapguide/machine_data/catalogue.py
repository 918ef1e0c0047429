"""Work out once, for all pages, what programs are told of each entry.

By citekey it has the object for JSON-LD and the span for Zotero: taking names
apart and decoding LaTeX costs about a millisecond an entry, and a page cites many
that others cite too.
"""

from __future__ import annotations

import functools

from markdown_citations.library.entries import Library
from markdown_citations.metadata.coins import render_coin
from markdown_citations.metadata.linked_data import describe_work

from kapguide.evidence.work_types import work_type


class Catalogue:
    """What programs are told of the entries of one library."""

    def __init__(self, library: Library) -> None:
        self._library = library
        # A cache of its own for each: on the methods one would keep every catalogue.
        self.work = functools.cache(self._describe)
        """Gives the object that describes an entry; the caller does not change it."""
        self.coin = functools.cache(self._render)
        """Gives the span that carries an entry to reference managers."""

    def __contains__(self, citekey: str) -> bool:
        return citekey in self._library

    def _describe(self, citekey: str) -> dict[str, str]:
        entry = self._library[citekey]
        return describe_work(entry, work_type(entry))

    def _render(self, citekey: str) -> str:
        entry = self._library[citekey]
        return render_coin(entry, work_type(entry))
