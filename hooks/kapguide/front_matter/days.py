"""Days in front matter: reading one, and counting months from it."""

from __future__ import annotations

import calendar
import functools
import re
from datetime import MAXYEAR, date, datetime
from importlib.resources import files

from babel import localedata
from babel.dates import get_month_names

_YEAR_LENGTH = 4


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
    parts = re.findall(r"\d+|[^\W\d_]+", text.lower())
    numbers = [part for part in parts if part.isdecimal()]
    year = next((part for part in numbers if len(part) == _YEAR_LENGTH), "")
    others = [int(part) for part in numbers if part != year]
    named = {_months()[part] for part in parts if part in _months()}
    if year and len(named) == len(others) == 1:
        pairs = {(named.pop(), others[0])}
    elif year and not named and len(others) == len(numbers) - 1 == 2:
        one, other = others
        pairs = {(one, other)} if numbers[0] == year else {(one, other), (other, one)}
    else:
        return None
    days = [_make_day(int(year), *pair) for pair in pairs]
    found = [day for day in days if day]
    return found[0] if len(found) == 1 else None


def _make_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@functools.cache
def _months() -> dict[str, int]:
    """Return the names of months in all languages that there are words of, long and short."""
    languages = [file.name.removesuffix(".toml") for file in files("kapguide.words").iterdir()]
    known = [language for language in languages if localedata.exists(language)]
    return {
        name.lower().rstrip("."): number
        for language in known
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, locale=language).items()
    }


def add_months(day: date, months: int) -> date:
    """Return the same day some months later, or that month's last day if it is shorter.

    What lies behind the calendar's end is its last day.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > MAXYEAR:
        return date.max
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
