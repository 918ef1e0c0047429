"""The places that templates keep for what is put in once a page is built.

A template writes a comment; a page that has none keeps nothing free. The last one
counts, or the first where the template's stands before the page's own text.
"""

from __future__ import annotations

REVIEW = "<!--kapguide:review-->"
NOTICES = "<!--kapguide:notices-->"
LANGUAGES = "<!--kapguide:languages-->"
ALTERNATES = "<!--kapguide:alternates-->"


def fill_slot(html: str, slot: str, content: str, *, first: bool = False) -> str:
    """Put content into the place of a slot."""
    before, found, after = html.partition(slot) if first else html.rpartition(slot)
    return f"{before}{content}{after}" if found else html
