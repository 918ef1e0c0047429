"""Days: how they are read, and how months are counted."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kapguide.front_matter.days import add_months, guess_day, read_day


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


@given(st.dates(max_value=date(9899, 12, 31)), st.integers(1, 1200))
def test_later_is_later(day: date, months: int) -> None:
    """And the number of months is exact."""
    later = add_months(day, months)
    assert later > day
    assert (later.year - day.year) * 12 + later.month - day.month == months


@given(st.dates(min_value=date(9999, 2, 1)), st.integers(12, 1200))
def test_the_calendar_has_an_end(day: date, months: int) -> None:
    """What would lie behind it is its last day."""
    assert add_months(day, months) == date.max


@pytest.mark.parametrize(
    ("value", "day"),
    [
        (date(2026, 1, 2), date(2026, 1, 2)),
        ("2026-01-02", date(2026, 1, 2)),
        ("1/2/2026", None),
        ("20260102", None),
        (datetime(2026, 1, 2, 3), None),
        (20260102, None),
    ],
)
def test_days_are_read_strictly(value: object, day: date | None) -> None:
    """1/2 is January to some and February to others: it is no date."""
    assert read_day(value) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("20 November 2026", "2026-11-20"),
        ("Nov. 20th, 2026", "2026-11-20"),
        ("20 de noviembre de 2026", "2026-11-20"),
        ("11/20/2026", "2026-11-20"),
        ("20.11.2026", "2026-11-20"),
        ("2026/03/04", "2026-03-04"),
        ("4.3.2026", "2026-03-04"),
        ("2026-03", "None"),
        ("March 4 to 6, 2026", "None"),
        ("3/4/2026", "None"),
        ("11/20/26", "None"),
        ("31 November 2026", "None"),
        ("November 2026", "None"),
        ("today", "None"),
    ],
)
def test_what_can_mean_one_day_is_proposed(text: str, day: str) -> None:
    """A proposal that may be another day is worse than none."""
    assert str(guess_day(text)) == day
