"""Days, months, years and spans of time, as biblatex writes them.

Its dates are EDTF's (ISO 8601-2, levels 0 and 1): spans with `/`, open ends, `~` and `?`
for what is unsure, X for unknown digits, seasons in the place of months, times.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?", re.ASCII)
_TIME = r"(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?)?"
_EDTF = re.compile(
    r"(?P<year>-?\d{4}|[Yy]-?\d{5,9}|-?\d{1,3}[Xu]{1,3}|-?[Xu]{4})"
    rf"(?:-(?P<month>\d\d|XX|uu)(?:-(?P<day>\d\d|XX|uu){_TIME})?)?(?P<about>[~?%]{{0,2}})",
    re.ASCII,
)
_OPEN = frozenset({"", "..", "open", "unknown", "*"})


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A day, month or year, or the span from one to another."""

    start: tuple[int, ...] = ()
    """Year, month and day, as far as they are known."""
    end: tuple[int, ...] = ()
    """The same; empty where there is no end, or it is not known."""
    is_open: bool = False
    """Whether it goes on."""
    is_about: bool = False
    """Whether nobody knows for sure."""
    season: int = 0
    """1 for spring to 4 for winter; 0 for none."""

    @property
    def days(self) -> list[tuple[int, ...]]:
        """The start and the end, as far as they are known."""
        return [day for day in (self.start, self.end) if day]

    @property
    def years(self) -> str:
        """`2019`, `2018–2019`, `2013–`; empty where no year is known."""
        years = dict.fromkeys(str(day[0]) for day in self.days)
        return "–".join([*years, *([""] if self.is_open and years else [])])

    @property
    def is_backwards(self) -> bool:
        """Whether the end lies before the start."""
        return bool(self.end) and self.end < self.start[: len(self.end)]


def parse_day(text: str) -> date | None:
    """Return the day that `2026-11-22` names, or None where it names none."""
    parts = parse_date(text)
    return date(*parts) if len(parts) == 3 else None


def parse_date(text: str) -> tuple[int, ...]:
    """Return year, month and day, as far as `2026-11` has them; nothing if there is no such day."""
    if not _DATE.fullmatch(text):
        return ()
    parts = tuple(map(int, text.split("-")))
    return parts if parts[0] and exists(parts) else ()


def parse_dates(text: str) -> DateSpan | None:
    """Return what a date of biblatex names, or None where it is none."""
    if parts := parse_date(text):  # nearly all are so
        return DateSpan(parts)
    ends = [end.strip() for end in text.strip().split("/")]
    if len(ends) > 2 or all(end in _OPEN for end in ends):
        return None
    found = [DateSpan() if end in _OPEN else _parse_end(end) for end in ends]
    if None in found:
        return None
    first, last = found[0] or DateSpan(), found[-1] or DateSpan()
    if len(ends) == 1:
        return first
    end = last.end or last.start
    return DateSpan(
        first.start,
        end if end != first.start else (),
        is_open=ends[-1] in _OPEN,
        is_about=first.is_about or last.is_about,
    )


def _parse_end(text: str) -> DateSpan | None:
    """Read one end of a span; an unknown digit makes it a span of its own."""
    match = _EDTF.fullmatch(text)
    if match is None:
        return None
    year = re.sub("[Yy]", "", match["year"]).replace("u", "X")
    if "X" in year:
        if year.strip("-X") == "":
            return DateSpan()
        first, last = (int(year.replace("X", digit)) for digit in "09")
        return DateSpan((first,), (last,)) if first <= last else DateSpan((last,), (first,))
    is_about = bool(match["about"])
    parts = [int(year)]
    for part in (match["month"], match["day"]):
        if part is None or not part.isdigit():
            break
        parts.append(int(part))
    # 21 to 24 are the seasons, the numbers to 41 other parts of a year.
    if len(parts) == 2 and 21 <= parts[1] <= 41:
        season = parts[1] - 20 if parts[1] < 25 else 0
        return DateSpan((parts[0],), is_about=is_about, season=season)
    return DateSpan(tuple(parts), is_about=is_about) if exists(tuple(parts)) else None


def exists(parts: tuple[int, ...]) -> bool:
    """Tell whether a day, or as much of it as is given, is one of the calendar."""
    try:
        # The calendar of `date` begins with the year 1, and repeats after 400 years.
        date(parts[0] % 400 + 2000, *(*parts[1:], 1, 1)[:2])
    except ValueError:
        return False
    return True


def is_future(day: date, today: date) -> bool:
    """Tell whether a day has yet to begin, wherever on Earth; `today` is the day in UTC.

    In Kiritimati it is tomorrow for 14 hours of each of these days.
    """
    return (day - today).days > 1


def format_date(parts: tuple[int, ...], between: str = "-") -> str:
    """Write `2026-11-22`, or as much of it as is known."""
    widths = (5 if parts and parts[0] < 0 else 4, 2, 2)
    return between.join(f"{part:0{width}}" for part, width in zip(parts, widths, strict=False))
