"""Check that no page hides from search engines, which is how people in need find it."""

from __future__ import annotations

import re

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report_meta

NOINDEX = Rule(
    "noindex",
    "error",
    "No page tells search engines to leave it out.",
    "KAP Guide",
    '<meta name="robots" content="noindex">',
    '<meta name="robots" content="max-snippet:-1">',
)

_NAMES = re.compile(r"robots|\w*bot(?:-\w+)?|slurp|x-robots-tag", re.I)
_LEFT_OUT = re.compile(r"\b(?:noindex|none)\b", re.I)
_EXEMPT = "404.html"
"""An error page is nothing to be found."""


def check_noindex(page: Page, project: Project) -> Problems:
    """Find pages that search engines are told to leave out."""
    if page.url == _EXEMPT:
        return
    for meta in page.metas:
        name = meta.get("name") or meta.get("http-equiv") or ""
        named = _NAMES.fullmatch(name)
        match = _LEFT_OUT.search(meta.get("content") or "") if named else None
        if match:
            message = f'"{match[0]}" keeps the page out of search engines'
            hint = "Take the tag out."
            yield report_meta(NOINDEX, message, page, project, meta=meta, hint=hint)


CHECK = Check((NOINDEX,), page=check_noindex)
