"""Say on the page of references which pages cite each entry.

The pages themselves tell what they cite: `span.citation[data-cites]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape
from pathlib import Path

from markdown_citations.configuration import Configuration
from markdown_citations.page.cited_by import CitingPage, fill_cited_by, has_placeholders

from kapguide.project.engine_pages.page_list import SitePage

_CITES = re.compile(r'<span class="citation"[^>]*\bdata-cites="([^"]*)"')


class CitingPages:
    """What the pages of a built folder cite."""

    def __init__(
        self, folder: Path, pages: Iterable[SitePage], configuration: Configuration
    ) -> None:
        self._configuration = configuration
        self._citing: list[tuple[SitePage, frozenset[str]]] = []
        for page in pages:
            text = (folder / page.file).read_text("utf-8", "replace")
            cited = (unescape(keys).split() for keys in _CITES.findall(text))
            self._citing.append((page, frozenset(key for keys in cited for key in keys)))

    def fill(self, html: str, here: SitePage) -> str:
        """Fill the lists of a page that has any."""
        if not has_placeholders(html):
            return html
        uses: dict[str, list[CitingPage]] = {}
        for page, citekeys in self._citing:
            for citekey in citekeys:
                uses.setdefault(citekey, []).append(
                    CitingPage(page.title, page.address_from(here.file))
                )
        return fill_cited_by(html, uses, self._configuration.formatter())
