"""Days, months and years as entries write them."""

from __future__ import annotations

import re
from datetime import date

from markdown_citations.library.entries import Entry

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
MONTH_MACROS = {name[:3].lower(): name for name in MONTHS}
"""Every BibTeX style defines these, so `month = jan` needs no @string."""
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?", re.ASCII)


def parse_day(text: str) -> date | None:
    """Return the day that `2026-11-22` names, or None where it names none."""
    parts = parse_date(text)
    return date(*parts) if len(parts) == 3 else None


def parse_date(text: str) -> tuple[int, ...]:
    """Return year, month and day, as far as `2026-11` has them; nothing if there is no such day."""
    if not _DATE.fullmatch(text):
        return ()
    parts = tuple(map(int, text.split("-")))
    try:
        date(*(*parts, 1, 1)[:3])
    except ValueError:
        return ()
    return parts


def is_future(day: date, today: date) -> bool:
    """Tell whether a day has yet to begin, wherever on Earth; `today` is the day in UTC.

    In Kiritimati it is tomorrow for 14 hours of each of these days.
    """
    return (day - today).days > 1


def date_of(entry: Entry) -> tuple[int, ...]:
    """Return year, month and day of publication, as far as they are known."""
    parts = parse_date(entry.get("date")) or parse_date(entry.get("year").strip("{}"))
    month = entry.get("month").lower()[:3]
    if len(parts) == 1 and month in MONTH_MACROS:
        parts = (*parts, [*MONTH_MACROS].index(month) + 1)
    return parts


def format_date(parts: tuple[int, ...], between: str = "-") -> str:
    """Write `2026-11-22`, or as much of it as is known."""
    return between.join(f"{part:0{4 if at == 0 else 2}}" for at, part in enumerate(parts))
