"""Tell by its name what a server sends a file as.

Servers look at the ending alone, and not at its case.
"""

from __future__ import annotations

import re
from pathlib import Path

_PAGES = (".html", ".htm", ".shtml", ".xhtml", ".xht")
_DRAWINGS = (".svg", ".xml", ".xsl", ".xslt", ".rss", ".atom", ".rdf", ".mml")
_XHTML = re.compile(rb"<(?:[\w.-]+:)?html[\s>]")


def is_page(name: str) -> bool:
    """Whether browsers show a file as a page."""
    return name.lower().endswith(_PAGES)


def is_html(path: Path) -> bool:
    """Whether a file is a page that the build may write into; XHTML must stay as it is."""
    return path.suffix.lower() in (".html", ".htm", ".shtml") and path.is_file()


def is_drawing(name: str) -> bool:
    """Whether browsers show a file as a document that is no page, a drawing for one.

    It may hold scripts and links as a page does.
    """
    return name.lower().endswith(_DRAWINGS)


def holds_page(content: bytes) -> bool:
    """Whether what is named as a drawing is a page."""
    return bool(_XHTML.search(content))
