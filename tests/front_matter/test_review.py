"""The review line: what was checked, by whom, when next."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kapguide.front_matter.review import add_months, read_day, render_review
from kapguide.words import load_words
from selectolax.lexbor import LexborHTMLParser

WORDS = load_words()
PENDING = {"sources_checked": date(2026, 11, 22), "review": "pending", "review_every": 12}
DONE = {
    **PENDING,
    "review": {"reviewer": "Ada <b>Lee", "credentials": "MD & PhD", "date": date(2027, 1, 5)},
}


def read(html: str) -> tuple[str, list[tuple[str, str]]]:
    """Give the line's text, and its dates with what each is."""
    tree = LexborHTMLParser(html)
    times = [(t.attributes["data-review"], t.attributes["datetime"]) for t in tree.css("time")]
    return " ".join(tree.body.text().split()) if tree.body else "", times


def test_pending_is_shown_as_pending() -> None:
    """No reviewer is invented."""
    assert read(render_review(PENDING, WORDS)) == (
        "Sources last checked: November 22, 2026. Not yet reviewed by a clinician."
        " Next check due: November 22, 2027.",
        [("checked", "2026-11-22"), ("due", "2027-11-22")],
    )


def test_a_review_names_person_credentials_and_day() -> None:
    """All three, as text: a name cannot hold markup."""
    assert read(render_review(DONE, WORDS)) == (
        "Sources last checked: November 22, 2026."
        " Reviewed by Ada <b>Lee, MD & PhD, on January 5, 2027."
        " Next check due: November 22, 2027.",
        [("checked", "2026-11-22"), ("reviewed", "2027-01-05"), ("due", "2027-11-22")],
    )


@pytest.mark.parametrize(
    "review",
    [
        "done",
        None,
        True,
        {"reviewer": "Ada Lee", "credentials": "MD"},
        {"reviewer": "Ada Lee", "credentials": "", "date": "2027-01-05"},
        {"reviewer": "", "credentials": "MD", "date": "2027-01-05"},
        {"reviewer": "Ada Lee", "credentials": "MD", "date": "soon"},
    ],
)
def test_half_a_review_is_none(review: object) -> None:
    """Without name, credentials and day the page says that nobody reviewed it."""
    assert "Not yet reviewed by a clinician." in render_review({**PENDING, "review": review}, WORDS)


@pytest.mark.parametrize("checked", [None, "", "soon", "22/11/2026", 2026, datetime(2026, 11, 22)])
def test_without_a_day_there_is_no_line(checked: object) -> None:
    """A page never claims a check that has no day; the page checks miss the line then."""
    assert render_review({**PENDING, "sources_checked": checked}, WORDS) == ""


@pytest.mark.parametrize("months", [None, 0, -3, True, "12", 10**9])
def test_without_a_period_no_next_check_is_claimed(months: object) -> None:
    """The rest of the line still stands."""
    text, times = read(render_review({**PENDING, "review_every": months}, WORDS))
    assert "Next check" not in text
    assert times == [("checked", "2026-11-22")]


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 11, 22), 1, date(2026, 12, 22)),
        (date(2026, 11, 22), 2, date(2027, 1, 22)),
        (date(2026, 12, 31), 12, date(2027, 12, 31)),
        (date(2026, 8, 31), 1, date(2026, 9, 30)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 11, 22), 36, date(2029, 11, 22)),
    ],
)
def test_months_are_calendar_months(day: date, months: int, later: date) -> None:
    """A day that the month lacks becomes its last."""
    assert add_months(day, months) == later


@given(st.dates(date(1990, 1, 1), date(2200, 1, 1)), st.integers(1, 1200))
def test_later_is_later(day: date, months: int) -> None:
    """And the number of months is exact."""
    later = add_months(day, months)
    assert later > day
    assert (later.year - day.year) * 12 + later.month - day.month == months


@pytest.mark.parametrize(
    ("value", "day"),
    [
        (date(2026, 1, 2), date(2026, 1, 2)),
        ("2026-01-02", date(2026, 1, 2)),
        ("1/2/2026", None),
        (datetime(2026, 1, 2, 3), None),
        (20260102, None),
    ],
)
def test_days_are_read_strictly(value: object, day: date | None) -> None:
    """1/2 is January to some and February to others: it is no date."""
    assert read_day(value) == day


def test_a_site_shows_the_line_inside_main(build_site) -> None:
    """The template prints it on a page that has the dates, and nothing on one without."""
    front = "---\nsources_checked: 2026-11-22\nreview: pending\nreview_every: 36\n---\n\n"
    built = build_site(
        {"docs/index.md": f"{front}# Home\n", "docs/bare.md": "# Bare\n"}, hooks=["show_review"]
    )
    assert built.lines == []
    (line,) = built.page("index.html").css("main .review")
    assert [t.attributes["datetime"] for t in line.css("time")] == ["2026-11-22", "2029-11-22"]
    assert built.page("bare/index.html").css(".review") == []
