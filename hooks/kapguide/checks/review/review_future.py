"""Check that a page claims no check of its sources, and no review, that is yet to come."""

from __future__ import annotations

from datetime import date

from markdown_citations.library.dates import is_future

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report_setting
from kapguide.front_matter.days import read_day
from kapguide.front_matter.parsing import KeyPath
from kapguide.front_matter.review import read_review

FUTURE = Rule(
    "review-future",
    "error",
    "What a page says was done was done today or earlier.",
    "KAP Guide",
    "---\nsources_checked: 2062-11-22\n---",
    "---\nsources_checked: 2026-11-22\n---",
)


def check_past(page: Page, project: Project) -> Problems:
    """Find days that no place on Earth has reached."""
    front = project.front_matter(page)
    review = read_review(front.get("review"))
    latest = max(project.today, project.latest)
    claimed: dict[KeyPath, date | None] = {
        ("sources_checked",): read_day(front.get("sources_checked")),
        ("review", "date"): review.day if review else None,
    }
    for setting, day in claimed.items():
        if day is not None and is_future(day, latest):
            message = f"{project.words.format_day(day)} is in the future"
            hint = "Write the day on which it was done."
            yield report_setting(FUTURE, message, page, project, setting=setting, hint=hint)


CHECK = Check((FUTURE,), page=check_past)
