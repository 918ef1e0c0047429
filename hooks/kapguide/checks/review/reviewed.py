"""Hold that a page says when it was checked, and that the date has not run out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from markdown_citations.problems import Problem, Rule

from kapguide.front_matter.review import PENDING, add_months, format_day, read_day, read_review
from kapguide.pages.page import Page
from kapguide.pages.visibility import hidden_above
from kapguide.project.project import Project, report_setting, warn

_SOURCE = "NHS content guide; DISCERN 5"

MISSING = Rule(
    "review-missing",
    "error",
    "A page shows when its sources were checked, who reviewed it, and when the next check is due.",
    _SOURCE,
    "---\nsources_checked:\n---",
    "---\nsources_checked: 2026-11-01\nreview: pending\nreview_every: 12\n---",
)
OVERDUE = Rule(
    "review-overdue",
    "error",
    "A page is checked when it is due: a warning comes 60 days ahead, and 30 days after it the "
    "site stops building.",
    _SOURCE,
    "---\nsources_checked: 2020-01-01\nreview_every: 12\n---",
    "---\nsources_checked: 2026-11-01\nreview_every: 12\n---",
)
TOO_LONG = Rule(
    "review-too-long",
    "error",
    "Pages on risks, law and cost are checked every 12 months at least, others every 36.",
    _SOURCE,
    "---\ntitle: What does it cost?\nreview_every: 36\n---",
    "---\ntitle: What does it cost?\nreview_every: 12\n---",
)
EXPIRED = Rule(
    "fact-expired",
    "error",
    "A fact with an end date is looked up again before that day.",
    "KAP Guide",
    "---\ndated_facts:\n  - fact: the federal rule on telehealth\n    until: 2024-12-31\n---",
    "---\ndated_facts:\n  - fact: the federal rule on telehealth\n    until: 2026-12-31\n---",
)
RULES = (MISSING, OVERDUE, TOO_LONG, EXPIRED)

WARN_AHEAD = timedelta(days=60)
BLOCK_AFTER = timedelta(days=30)
_FAST = re.compile(
    r"\brisks?\b|\bside effects?\b|\bsafe\b|\bwho should not\b|\blegal\b|\bapproved\b|\blaw\b"
    r"|\bcosts?\b|\bprices?\b|\binsurance\b",
    re.I,
)


def check_review(page: Page, project: Project) -> Iterator[Problem]:
    """Find pages without dates, with dates that the page does not show, or run out."""
    source = project.source(page)
    if source is None or not source.path.endswith(".md"):
        return
    front = source.front_matter
    for name in filter(front.lacks, ("sources_checked", "review", "review_every")):
        message = f'the setting "{name}" is missing, so the page cannot say when it was checked'
        hint = f"Add {name}: {_EXAMPLES[name]}."
        yield report_setting(MISSING, message, page, project, setting=name, hint=hint)
    checked, months = read_day(front.get("sources_checked")), front.get("review_every")
    if checked is None or not isinstance(months, int) or not 0 < months <= 1200:
        return
    due = add_months(checked, months)
    yield from _check_shown(page, project, checked, due)
    yield from _check_due(page, project, due)
    yield from _check_length(page, project, months)


_EXAMPLES = {
    "sources_checked": "and the day on which the page was held against its sources, as 2026-01-31",
    "review": "pending, or reviewer, credentials and date",
    "review_every": "and the number of months until the next check, as 12",
}


def _check_shown(page: Page, project: Project, checked: date, due: date) -> Iterator[Problem]:
    shown = {
        node.attributes.get("datetime")
        for node in page.select("main time, [role=main] time")
        if not hidden_above(node)
    }
    wanted = {"the day of its last check": checked, "the day of its next check": due}
    review = read_review(project.front_matter(page).get("review"))
    if review:
        wanted["the day of its review"] = review.day
    for what, day in wanted.items():
        if day.isoformat() not in shown:
            message = f"the page does not show {what} ({format_day(day)})"
            yield report_setting(MISSING, message, page, project, setting="review", hint=_HINT)
    said = review.reviewer if review else PENDING
    if said not in page.shown:
        message = f'the page does not show "{said}"'
        yield report_setting(MISSING, message, page, project, setting="review", hint=_HINT)


_HINT = "The template shows the line: see overrides/main.html and hooks/show_review.py."


def _check_due(page: Page, project: Project, due: date) -> Iterator[Problem]:
    if project.today < due - WARN_AHEAD:
        return
    late = project.today > due + BLOCK_AFTER
    state = "was" if project.today > due else "is"
    message = f"the next check of the sources {state} due on {format_day(due)}"
    hint = "Hold the page against its sources, then set sources_checked to that day."
    problem = report_setting(OVERDUE, message, page, project, setting="sources_checked", hint=hint)
    yield problem if late else warn(problem)


def _check_length(page: Page, project: Project, months: int) -> Iterator[Problem]:
    title = f"{project.front_matter(page).get('title', '')} {page.url.replace('-', ' ')}"
    most = 12 if _FAST.search(title) else 36
    if months > most:
        message = f"the page is checked every {months} months only"
        hint = f"Set review_every to {most} or less."
        yield report_setting(TOO_LONG, message, page, project, setting="review_every", hint=hint)


def check_dated_facts(page: Page, project: Project) -> Iterator[Problem]:
    """Find facts that are past their date."""
    facts = project.front_matter(page).get("dated_facts")
    for item in facts if isinstance(facts, list) else ():
        until = read_day(item.get("until")) if isinstance(item, dict) else None
        if until is not None and project.today > until:
            message = f'"{item.get("fact")}" held until {format_day(until)}'
            hint = "Look it up again: mend the page and the date, or take the fact out."
            yield report_setting(EXPIRED, message, page, project, setting="dated_facts", hint=hint)
