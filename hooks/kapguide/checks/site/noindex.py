"""Check that no page hides from search engines, which is how people in need find it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report

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
            literal = _typed(meta, page, project) or name
            yield report(NOINDEX, message, page, project, literal=literal, hint=hint)


def _typed(meta: Mapping[str, str | None], page: Page, project: Project) -> str:
    """Return what of the tag stands nowhere else, with the quotation marks that a file has."""
    content = meta.get("content")
    forms = (f'content="{content}"', f"content='{content}'", f"content={content}")
    own = (project.source(page), *project.templates)
    return next((form for form in forms if any(one and form in one.text for one in own)), "")


CHECK = Check((NOINDEX,), page=check_noindex)
