"""Check that a page says when its sources were checked, by whom, and when the next check is due."""

from __future__ import annotations

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report_setting
from kapguide.front_matter.review import Dates, read_dates, read_review
from kapguide.pages.visibility import hidden_above

MISSING = Rule(
    "review-missing",
    "error",
    "A page shows when its sources were checked, who reviewed it, and when the next check is due.",
    "NHS content guide; DISCERN 5",
    "---\nsources_checked:\n---",
    "---\nsources_checked: 2026-11-01\nreview: pending\nreview_every: 12\n---",
)

_HINT = "The template shows the line: see overrides/main.html and hooks/show_review.py."
_EXAMPLES = {
    "sources_checked": "and the day on which the page was held against its sources, as 2026-01-31",
    "review": "pending, or reviewer, credentials and date",
    "review_every": "and the number of months until the next check, as 12",
}


def check_review(page: Page, project: Project) -> Problems:
    """Find pages without dates, and dates that the page does not show."""
    source = project.source(page)
    if source is None or not source.path.endswith(".md"):
        return
    for name in filter(source.front_matter.lacks, _EXAMPLES):
        message = f'the setting "{name}" is missing, so the page cannot say when it was checked'
        hint = f"Add {name}: {_EXAMPLES[name]}."
        yield report_setting(MISSING, message, page, project, setting=name, hint=hint)
    dates = read_dates(source.front_matter.values)
    if dates:
        yield from _check_shown(page, project, dates)


def _check_shown(page: Page, project: Project, dates: Dates) -> Problems:
    shown = {
        node.attributes.get("datetime")
        for node in page.select("main time, [role=main] time")
        if not hidden_above(node)
    }
    wanted = {"the day of its last check": dates.checked, "the day of its next check": dates.due}
    review = read_review(project.front_matter(page).get("review"))
    if review:
        wanted["the day of its review"] = review.day
    for what, day in wanted.items():
        if day.isoformat() not in shown:
            message = f"the page does not show {what} ({project.words.format_day(day)})"
            yield report_setting(MISSING, message, page, project, setting="review", hint=_HINT)
    said = review.reviewer if review else project.words["review.pending"]
    if said not in page.shown:
        message = f'the page does not show "{said}"'
        yield report_setting(MISSING, message, page, project, setting="review", hint=_HINT)


CHECK = Check((MISSING,), page=check_review)
