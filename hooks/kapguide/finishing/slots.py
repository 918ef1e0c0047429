"""The places that templates keep for what is put in once a page is built.

A template writes a comment; a page that has none keeps nothing free. The last one
counts, for a page's own text stands before what the template puts behind it.
"""

from __future__ import annotations

REVIEW = "<!--kapguide:review-->"
NOTICES = "<!--kapguide:notices-->"


def fill_slot(html: str, slot: str, content: str) -> str:
    """Put content into the place of a slot."""
    before, found, after = html.rpartition(slot)
    return f"{before}{content}{after}" if found else html
