"""Check that a reader can make the page larger."""

from __future__ import annotations

import re

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report

ZOOM = Rule(
    "zoom-forbidden",
    "error",
    "A page lets readers zoom: no user-scalable=no, no maximum-scale below 5.",
    "WCAG 2.2, 1.4.4",
    '<meta name="viewport" content="width=device-width, user-scalable=no">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
)

_PART = re.compile(r"([\w-]+)\s*=\s*([\w.+-]+)")
_LEAST = 5.0


def check_zoom(page: Page, project: Project) -> Problems:
    """Find a viewport that forbids to zoom."""
    for meta in page.metas:
        viewport = (meta.get("name") or "").lower() == "viewport"
        content = (meta.get("content") or "") if viewport else ""
        for part in _PART.finditer(content):
            wrong, (name, value) = part[0], (each.lower() for each in part.groups())
            fixed = name == "user-scalable" and value in {"no", "0", "0.0", "false"}
            small = name == "maximum-scale" and _number(value) < _LEAST
            if not (fixed or small):
                continue
            message = f'"{wrong}" keeps readers from making the page larger'
            hint = 'Write content="width=device-width, initial-scale=1".'
            yield report(ZOOM, message, page, project, literal=wrong, hint=hint)
            break  # the hint is for the whole tag


def _number(text: str) -> float:
    """Read a scale as browsers do: a word such as "yes" is 1, and below zero means none."""
    try:
        value = float(text)
    except ValueError:
        return 1.0 if text == "yes" else 0.1
    return value if value >= 0 else _LEAST


CHECK = Check((ZOOM,), page=check_zoom)
