"""Check that no two elements of a page share an id: a link finds the first only."""

from __future__ import annotations

import re
from collections import Counter

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.pages.wording.written import line_at

TWICE = Rule(
    "id-twice",
    "error",
    "Each id stands once on a page, and has no space.",
    "HTML Living Standard; WCAG 2.2, 4.1.2",
    '<p id="food">Eat a light meal.</p>\n\n<p id="food">Drink water.</p>',
    '<p id="food">Eat a light meal.</p>\n\n<p id="drink">Drink water.</p>',
)


def check_ids(page: Page, project: Project) -> Problems:
    """Find ids that stand more than once, or are empty."""
    for ident, times in Counter(page.ids).items():
        if ident and times == 1 and " " not in ident.strip():
            continue
        literal, lines = _find_typed(ident, page, project)
        if " " in ident.strip():
            message = f'the id "{ident}" has a space in it'
            hint = "Write a hyphen in its place: no link can lead to it."
            yield report(TWICE, message, page, project, literal=literal, hint=hint)
        if times > 1 or not ident:
            where = f", on lines {' and '.join(lines)}" if len(lines) > 1 else ""
            message = f'the id "{ident}" stands {times} times{where}' if ident else "an id is empty"
            hint = "Give each element an id of its own: links lead to the first one only."
            yield report(TWICE, message, page, project, literal=literal, hint=hint)


def _find_typed(ident: str, page: Page, project: Project) -> tuple[str, list[str]]:
    """Return what an editor typed first, as HTML or as an attribute list has it, and all lines."""
    source = project.source(page)
    text, name = source.text if source else "", re.escape(ident)
    typed = re.compile(
        rf"""\b(?i:id)\s*=\s*(["']?){name}\1(?![\w-])|\{{[^{{}}\n]*#{name}(?![\w-])"""
    )
    found = list(typed.finditer(text))
    lines = dict.fromkeys(str(line_at(text, one.start())) for one in found)
    return found[0][0] if found else f'id="{ident}"', list(lines)


CHECK = Check((TWICE,), page=check_ids)
