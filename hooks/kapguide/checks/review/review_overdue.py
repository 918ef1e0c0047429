"""Check that the sources of a page are checked again when that is due."""

from __future__ import annotations

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report_setting
from kapguide.front_matter.deadlines import read_deadlines

DUE = Rule(
    "review-due",
    "warning",
    "A page is checked when it is due: a warning comes 60 days ahead.",
    "NHS content guide; DISCERN 5",
    "---\nsources_checked: 2025-11-30\nreview_every: 12\n---",
    "---\nsources_checked: 2026-11-01\nreview_every: 12\n---",
)
EXPIRED = Rule(
    "review-overdue",
    "warning",
    "A page is checked when it is due; after that day the page itself says that it is late.",
    "NHS content guide; DISCERN 5",
    "---\nsources_checked: 2020-01-01\nreview_every: 12\n---",
    "---\nsources_checked: 2026-11-01\nreview_every: 12\n---",
)


def check_due(page: Page, project: Project) -> Problems:
    """Find pages whose next check is near, or past."""
    for deadline in read_deadlines(project.front_matter(page).values):
        if deadline.fact is None and deadline.is_near(project.today):
            rule = EXPIRED if deadline.is_past(project.today) else DUE
            message, hint = deadline.describe(project.today, project.words), deadline.hint
            yield report_setting(rule, message, page, project, setting=deadline.setting, hint=hint)


CHECK = Check((DUE, EXPIRED), page=check_due)
