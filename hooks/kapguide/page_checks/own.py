"""Find the elements that are a page's own: no menu's, no marker's, no reference's.

Must stay free of rules.
"""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from kapguide.pages import Page

_APART = ("nav", "header", "footer", ".csl-bib-body", ".csl-entry", ".citation", ".md-sidebar")
"""What holds menus, lists of references and markers."""


def own_elements(page: Page, selector: str) -> Iterator[LexborNode]:
    """Give the elements of the main content that are the page's own."""
    parts = selector.split(", ")
    apart = ", ".join(f"main {place} {part}" for place in _APART for part in parts)
    others = {node.mem_id for node in page.select(apart)}
    for node in page.select(", ".join(f"main {part}" for part in parts)):
        if node.mem_id not in others:
            yield node
