"""Check that the sources of a page are checked again when that is due."""

from __future__ import annotations

from datetime import timedelta

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report_setting
from kapguide.front_matter.review import read_dates

DUE = Rule(
    "review-due",
    "warning",
    "A page is checked when it is due: a warning comes 60 days ahead.",
    "NHS content guide; DISCERN 5",
    "---\nsources_checked: 2025-11-20\nreview_every: 12\n---",
    "---\nsources_checked: 2026-11-01\nreview_every: 12\n---",
)
OVERDUE = Rule(
    "review-overdue",
    "error",
    "A page is checked when it is due: 30 days after it the site stops building.",
    "NHS content guide; DISCERN 5",
    "---\nsources_checked: 2020-01-01\nreview_every: 12\n---",
    "---\nsources_checked: 2026-11-01\nreview_every: 12\n---",
)

WARN_AHEAD = timedelta(days=60)
BLOCK_AFTER = timedelta(days=30)


def check_due(page: Page, project: Project) -> Problems:
    """Find pages whose next check is near, or past."""
    dates = read_dates(project.front_matter(page).values)
    if dates is None or project.today < dates.due - WARN_AHEAD:
        return
    rule = OVERDUE if project.today > dates.due + BLOCK_AFTER else DUE
    state = "was" if project.today > dates.due else "is"
    message = f"the next check of the sources {state} due on {project.words.format_day(dates.due)}"
    hint = "Hold the page against its sources, then set sources_checked to that day."
    yield report_setting(rule, message, page, project, setting="sources_checked", hint=hint)


CHECK = Check((DUE, OVERDUE), page=check_due)
