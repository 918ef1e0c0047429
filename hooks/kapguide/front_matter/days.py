"""Days in front matter: reading one, and counting months from it."""

from __future__ import annotations

import calendar
from datetime import MAXYEAR, date, datetime

from markdown_citations.library.written_dates import suggest_date


def read_day(value: object) -> date | None:
    """Read a date as YAML gives it, or as a text: 2026-11-22."""
    if isinstance(value, datetime):
        return None
    if isinstance(value, date):
        return value
    try:
        day = date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return day if str(day) == value else None


def guess_day(text: str) -> date | None:
    """Return the one day that a text can mean: "20 November 2026", "11/20/2026".

    None for 1/2/2026, which is January to some and February to others.
    """
    return read_day(suggest_date(text))


def add_months(day: date, months: int) -> date:
    """Return the same day some months later, or that month's last day if it is shorter.

    What lies behind the calendar's end is its last day.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > MAXYEAR:
        return date.max
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
