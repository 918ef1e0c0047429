"""Dates: what a page must say of its checks, and when they run out."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from kapguide.front_matter.review import add_months
from kapguide.project.clock import current_day
from kapguide.words import load_words

CHECKED = date(2026, 11, 1)
DUE = add_months(CHECKED, 12)
PENDING = load_words()["review.pending"]


def _found(frame: Any, prefix: str = "review") -> list[tuple[str, str]]:
    return [(p.code, p.severity) for p in frame.problems() if p.code.startswith(prefix)]


@pytest.mark.parametrize(
    ("days", "found"),
    [
        (-61, []),
        (-60, [("review-due", "warning")]),
        (0, [("review-due", "warning")]),
        (30, [("review-due", "warning")]),
        (31, [("review-overdue", "error")]),
    ],
    ids=["61 days ahead", "60 days ahead", "on the day", "30 days after", "31 days after"],
)
def test_overdue(frame: Any, days: int, found: list[tuple[str, str]]) -> None:
    """It warns from 60 days ahead and blocks from the 31st day after; the clock is given."""
    frame.today = DUE + timedelta(days=days)
    assert _found(frame) == found


@pytest.mark.parametrize("name", ["sources_checked", "review", "review_every"])
def test_missing_setting(frame: Any, name: str) -> None:
    """Each of the three settings is needed, and named when it is not there."""
    del frame.front[name]
    messages = [p.message for p in frame.problems() if p.code == "review-missing"]
    assert any(f'"{name}"' in message for message in messages)


def test_page_without_the_line(frame: Any) -> None:
    """Settings that the page does not show help no reader."""
    html = frame.html.replace('class="review"', 'class="review" hidden')
    messages = [p.message for p in frame.problems(html) if p.code == "review-missing"]
    assert messages == [
        f'the page does not show "{PENDING}"',
        "the page does not show the day of its last check (November 1, 2026)",
        "the page does not show the day of its next check (November 1, 2027)",
    ]


def test_pending_must_be_shown_as_pending(frame: Any) -> None:
    """A page nobody reviewed must not look reviewed."""
    html = frame.html.replace(PENDING, "Reviewed.")
    assert [p.code for p in frame.problems(html)] == ["review-missing"]


def test_reviewed_page(frame: Any) -> None:
    """A real review is shown with name and day."""
    frame.front["review"] = {
        "reviewer": "A. Reviewer",
        "credentials": "MD",
        "date": date(2026, 10, 1),
    }
    assert frame.problems() == ()
    html = frame.html.replace("2026-10-01", "2026-10-02")
    assert [p.code for p in frame.problems(html)] == ["review-missing"]


@pytest.mark.parametrize(
    ("title", "months", "found"),
    [
        ("What are the risks?", 13, True),
        ("What does it cost?", 36, True),
        ("Is it approved and legal?", 24, True),
        ("What are the risks?", 12, False),
        ("A plain page", 36, False),
    ],
)
def test_too_long(frame: Any, title: str, months: int, found: bool) -> None:
    """What changes fast is checked every year."""
    frame.front.update(title=title, review_every=months)
    assert (_found(frame, "review-too-long") != []) is found


@pytest.mark.parametrize(
    ("until", "found"), [(date(2026, 11, 21), True), (date(2026, 11, 22), False)]
)
def test_dated_fact(frame: Any, until: date, found: bool) -> None:
    """A fact holds on its last day, and not on the day after."""
    frame.front["dated_facts"] = [{"fact": "the rule on telehealth", "until": until}]
    codes = [p.code for p in frame.problems()]
    assert codes == (["fact-expired"] if found else [])


def test_clock() -> None:
    """A build with SOURCE_DATE_EPOCH can be repeated on another day."""
    assert current_day({"SOURCE_DATE_EPOCH": "1795305600"}) == date(2026, 11, 22)
    assert current_day({"SOURCE_DATE_EPOCH": "soon"}) == current_day({})
