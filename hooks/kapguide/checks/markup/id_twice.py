"""Check that no two elements of a page share an id: a link finds the first only."""

from __future__ import annotations

from collections import Counter

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report

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
        if " " in ident.strip():
            message = f'the id "{ident}" has a space in it'
            hint = "Write a hyphen in its place: no link can lead to it."
            literal = _typed(ident, page, project)
            yield report(TWICE, message, page, project, literal=literal, hint=hint)
        if times > 1 or not ident:
            message = f'the id "{ident}" stands {times} times' if ident else "an id is empty"
            hint = "Give each element an id of its own: links lead to the first one only."
            literal = _typed(ident, page, project)
            yield report(TWICE, message, page, project, literal=literal, hint=hint)


def _typed(ident: str, page: Page, project: Project) -> str:
    """Return what an editor typed, as HTML or as an attribute list has it."""
    source = project.source(page)
    forms = (f'id="{ident}"', f"id='{ident}'", f"id={ident}", f"#{ident}")
    found = (form for form in forms if ident and source and source.find_literal(form))
    return next(found, forms[0])


CHECK = Check((TWICE,), page=check_ids)
