"""Check that the days and times which a page names exist, on the day of the week that it says."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.pages.wording.pieces import split_blocks, without_accents
from kapguide.words import Words

DAY = Rule(
    "day-impossible",
    "error",
    "A day that a page names exists, on the day of the week that it says, and so does a time.",
    "KAP Guide",
    "The desk opens on September 31, 2027.",
    "The desk opens on Thursday, September 30, 2027.",
)

_LEAP = 2024
"""Where no year stands, February may have 29 days."""
_MOST = 39
"""Without a year, a larger number counts something: "In August 95 to 100 degrees is common"."""
_HALF = r"\s?[ap](?:\.\s?m\.|m\b)"
_TIME = re.compile(
    rf"(?<![\d:])(?:\d{{1,2}}:[6-9]\d(?:{_HALF}|\s+de\s+la\s+\w+)|(?:1[3-9]|2\d):\d\d{_HALF})", re.I
)
"""A time of day that no clock shows: 10:75 a.m., 18:30 p.m."""
_IN_DIGITS = re.compile(
    r"(?<![\w/.-])(?:(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)|((?:19|20)\d\d)-(0\d|1[0-3])-([0-3]\d))"
    r"(?![\w/-])"
)


def check_days(page: Page, project: Project) -> Problems:
    """Find the 31st of a month that has 30 days, a Monday that is a Tuesday, and 10:75 a.m."""
    words = project.words
    for split in split_blocks(page):
        read = zip(split.pieces, split.words, strict=True)  # code has no words
        text = " ".join(piece if word else "…" for piece, word in read)
        times = [found[0] for found in _TIME.finditer(text)]
        named = (found["time"] for found in words.pattern("dates.clock").finditer(text))
        times += [time for time in named if not any(time in one for one in times)]
        for time in times:
            message = f'there is no time "{time}"'
            hint = "An hour has 60 minutes, and half a day 12 hours: look it up."
            yield report(DAY, message, page, project, text=time, hint=hint)
        for found in words.pattern("dates.written").finditer(text):
            if fault := _fault(found, words):
                message, hint = fault
                yield report(DAY, message, page, project, text=found[0], hint=hint)
        for found in _IN_DIGITS.finditer(text):
            month, day, year = found.groups()[:3] if found[3] else found.group(5, 6, 4)
            if not (_exists(month, day, year) or (found[3] and _exists(day, month, year))):
                message, hint = f'there is no day "{found[0]}"', "Look the date up, and write it."
                yield report(DAY, message, page, project, text=found[0], hint=hint)


def _exists(month: str, day: str, year: str) -> bool:
    return 1 <= int(month) <= 12 and 1 <= int(day) <= monthrange(int(year), int(month))[1]


def _fault(found: re.Match[str], words: Words) -> tuple[str, str] | None:
    """Return what is wrong with a day, and what to do; nothing where it may be right."""
    months = [name[:3].lower() for name in words.list("dates.months")]
    number, day = months.index(found["month"][:3].lower()) + 1, int(found["day"])
    year = int(found["year"] or _LEAP)
    length = monthrange(year, number)[1]
    if not 1 <= day <= length:
        name = words.list("dates.months")[number - 1]
        fault = f'there is no day "{found[0]}"', f"{name} has {length} days. Look the date up."
        return fault if found["year"] or day <= _MOST else None
    named = without_accents(found["weekday"] or "").lower()
    right = words.list("dates.weekdays")[date(year, number, day).weekday()]
    if named and found["year"] and named != without_accents(right).lower():
        message = f'"{found[0]}" is no {found["weekday"]}'
        return message, f"That day is a {right}: mend the day of the week, or the date."
    return None


CHECK = Check((DAY,), page=check_days)
