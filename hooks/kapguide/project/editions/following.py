"""Tell by a short mark whether a page has changed since another language's page followed it."""

from __future__ import annotations

import hashlib

from kapguide.pages.source_lines import Source

FOLLOWS, MARK = "follows", "follows_text"
"""The settings of a page that follows one in another language: the day, and the mark."""
_LENGTH = 12


def mark_text(source: Source) -> str:
    """Return the mark of a page's text; its settings and its line ends do not count."""
    lines = source.text.splitlines()[source.front_matter.body_line - 1 :]
    folded = " ".join(" ".join(lines).split())
    return hashlib.sha256(folded.encode()).hexdigest()[:_LENGTH]
