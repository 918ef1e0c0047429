"""Dates: what a page must say of its checks, and when they run out."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from kapguide.front_matter.days import add_months
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
        (1, [("review-overdue", "warning")]),
        (5000, [("review-overdue", "warning")]),
    ],
    ids=["61 days ahead", "60 days ahead", "on the day", "the day after", "years after"],
)
def test_overdue(frame: Any, days: int, found: list[tuple[str, str]]) -> None:
    """It warns from 60 days ahead, and never stops a build; the clock is given."""
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


THEN = "It **ended** [@label]. One visit comes first."
SHOWN = "<div><p>It <strong>ended</strong>. One visit comes first.</p></div>"


def _dated(frame: Any, until: date, body: str = "", **fact: str) -> list[tuple[str, str]]:
    frame.front["dated_facts"] = [{"fact": "the rule", "until": until, **fact}]
    frame.body = body or f"The rule holds until {load_words().format_day(until)}."
    return _found(frame, "fact")


@pytest.mark.parametrize(
    ("until", "found"),
    [
        (date(2027, 1, 22), []),
        (date(2027, 1, 21), [("fact-due", "warning")]),
        (date(2026, 11, 22), [("fact-due", "warning")]),
        (date(2026, 11, 21), [("fact-expired", "warning"), ("fact-unshown", "error")]),
    ],
    ids=["61 days ahead", "60 days ahead", "on its last day", "the day after"],
)
def test_dated_fact(frame: Any, until: date, found: list[tuple[str, str]]) -> None:
    """It warns from 60 days ahead, and never stops a build; a page that hides it does."""
    assert _dated(frame, until) == found


@pytest.mark.parametrize(
    ("fact", "shown"),
    [
        ({"then": THEN}, SHOWN),
        ({}, "This ended on November 21, 2026. We have not yet looked up what followed."),
    ],
    ids=["in its own words", "in ours"],
)
def test_a_fact_that_ended_is_said_to_have_ended(
    frame: Any, fact: dict[str, str], shown: str
) -> None:
    """What the page says of it is what the fact has as `then`, hidden from nobody."""
    body = "The rule held until November 21, 2026."
    found = _dated(frame, date(2026, 11, 21), f"{body}\n\n{shown}", **fact)
    assert found == [("fact-expired", "warning")]
    hidden = _dated(frame, date(2026, 11, 21), f"{body}\n\n<div hidden>{shown}</div>", **fact)
    assert ("fact-unshown", "error") in hidden


def test_a_fact_whose_day_the_page_does_not_name(frame: Any) -> None:
    """It could not say later, where it states the fact, that this has ended."""
    until = date(2030, 1, 1)
    assert _dated(frame, until, "The rule is temporary.") == [("fact-unplaced", "warning")]
    (problem,) = (p for p in frame.problems() if p.code == "fact-unplaced")
    assert problem.line == frame.source.splitlines().index("  until: 2030-01-01") + 1


def test_an_overdue_page_says_so(frame: Any) -> None:
    """A page whose line was made before the day, or that hides its age, is not published."""
    html = frame.html
    frame.today = DUE + timedelta(days=1)
    assert _found(frame) == [("review-overdue", "warning")]
    messages = [p.message for p in frame.problems(html) if p.code == "review-missing"]
    assert messages == [
        'the page does not show "The next check was due on November 1, 2027 and is not done yet. '
        'Some of this may be out of date."'
    ]


@pytest.mark.parametrize("setting", ["sources_checked", "review"])
@pytest.mark.parametrize(("days", "found"), [(0, False), (1, False), (2, True), (13000, True)])
def test_what_is_yet_to_come(frame: Any, setting: str, days: int, found: bool) -> None:
    """Nobody has checked a page tomorrow, but in Kiritimati it is tomorrow now."""
    day = frame.today + timedelta(days=days)
    review = {"reviewer": "A. Reviewer", "credentials": "MD", "date": day}
    frame.front[setting] = day if setting == "sources_checked" else review
    assert _found(frame, "review-future") == ([("review-future", "error")] if found else [])


@pytest.mark.parametrize("day", [date.min, date.max], ids=str)
@pytest.mark.parametrize("months", [1, 36, 1200])
def test_the_ends_of_the_calendar(frame: Any, day: date, months: int) -> None:
    """They are mistakes of typing, and stop no check with an exception."""
    frame.front.update(sources_checked=day, review_every=months)
    _dated(frame, day)
    assert "front-matter-value" in [p.code for p in frame.problems()]
