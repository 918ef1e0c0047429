"""Check that a page says when its sources were checked, by whom, and when the next check is due."""

from __future__ import annotations

from datetime import date

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report_setting
from kapguide.front_matter.days import read_day
from kapguide.front_matter.deadlines import read_deadlines
from kapguide.front_matter.review import read_review
from kapguide.pages.source_lines import Source
from kapguide.pages.visibility import hidden_above

MISSING = Rule(
    "review-missing",
    "error",
    "A page shows when its sources were checked, who reviewed it, and when the next check is due.",
    "NHS content guide; DISCERN 5",
    "---\nsources_checked:\n---",
    "---\nsources_checked: 2026-11-01\nreview: pending\nreview_every: 12\n---",
)

_HINT = (
    "Build the site anew. The template shows the line: see overrides/main.html and "
    "hooks/finish_site.py."
)
_EXAMPLES = {
    "sources_checked": "and the day on which the page was held against its sources, as 2026-01-31",
    "review": "pending, or reviewer, credentials and date",
    "review_every": "and the number of months until the next check, as 12",
}


def check_review(page: Page, project: Project) -> Problems:
    """Find pages without dates, and dates that the page does not show."""
    source = project.markdown(page)
    if source is None:
        return
    yield from find_unset(source)
    checked = read_day(source.front_matter.get("sources_checked"))
    if checked:
        yield from _check_shown(page, project, checked)


def find_unset(source: Source) -> Problems:
    """Find the settings without which a page cannot say when it was checked."""
    if source.front_matter.absent:
        return  # front-matter-missing tells it
    for name in filter(source.front_matter.lacks, _EXAMPLES):
        message = f'the setting "{name}" is missing, so the page cannot say when it was checked'
        line = source.front_matter.find_line(name) or 1
        yield MISSING.problem(message, source.path, line, f"Add {name}: {_EXAMPLES[name]}.")


def _check_shown(page: Page, project: Project, checked: date) -> Problems:
    shown = {
        node.attributes.get("datetime")
        for node in page.select("main time, [role=main] time")
        if not hidden_above(node)
    }
    front, words = project.front_matter(page), project.words
    review = read_review(front.get("review"))
    wanted = {"the day of its last check": checked}
    said = [review.reviewer if review else words["review.pending"]]
    if review:
        wanted["the day of its review"] = review.day
    for first in read_deadlines(front.values)[:1]:
        wanted["the day of its next check"] = first.day
        if first.is_past(project.today):
            said.append(words.say("review.overdue", day=words.format_day(first.day)))
    missing = [
        f"{what} ({words.format_day(day)})"
        for what, day in wanted.items()
        if day.isoformat() not in shown
    ]
    missing += [f'"{text}"' for text in said if text not in page.shown]
    for what in missing:
        message = f"the page does not show {what}"
        yield report_setting(MISSING, message, page, project, setting="review", hint=_HINT)


CHECK = Check((MISSING,), page=check_review)
