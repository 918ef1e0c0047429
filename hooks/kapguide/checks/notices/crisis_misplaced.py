"""Check that the crisis lines stand in the same place on every page.

Who looks for help in a hurry must not search.
"""

from __future__ import annotations

from collections import Counter

from kapguide.checks.definition import Check, Page, Place, Problems, Project, Rule, Site, report
from kapguide.checks.notices import crisis
from kapguide.notices.on_page import wanted_text

MISPLACED = Rule(
    "crisis-misplaced",
    "error",
    "The crisis lines stand in the same place on every page.",
    "WCAG 2.2, 3.2.6 Consistent Help",
    "the crisis lines above the text on one page, below it on all others",
    "the crisis lines at the end of every page, before the disclaimer",
)


def check_crisis_place(site: Site, project: Project) -> Problems:
    """Find the pages on which the crisis lines stand elsewhere than on most."""
    places = [(page, place) for page, place in site.noted(note_place, project) if place]
    usual = Counter(place for _, place in places).most_common(1)
    for page, place in places:
        if place != usual[0][0]:
            message = f"the crisis lines stand {place} here, and {usual[0][0]} on other pages"
            yield report(MISPLACED, message, page, project, hint=crisis.say_where(project))


def note_place(page: Page, site: Site, project: Project) -> tuple[Place, str]:
    """Note where the crisis lines stand on a page."""
    return Place(page.path, page.url), "" if page.redirect else _place(page, project)


def _place(page: Page, project: Project) -> str:
    """Say where the crisis lines stand: against the page's text and the disclaimer."""
    shown = page.shown
    lines = wanted_text(project.notices[crisis.NAME])
    at = shown.rfind(lines)
    if at < 0:
        return ""
    disclaimer = wanted_text(project.notices["disclaimer"])
    beside = shown.rfind(disclaimer)
    before = shown[:at].replace(disclaimer, "")
    after = shown[at + len(lines) :].replace(disclaimer, "")
    below = not after.strip() or len(before.split()) >= len(after.split())
    part = "below the text" if below else "above the text"
    return f"{part} and {'before' if at < beside or beside < 0 else 'after'} the disclaimer"


CHECK = Check((MISPLACED,), site=check_crisis_place, note=note_place)
