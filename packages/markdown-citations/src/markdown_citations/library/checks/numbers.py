"""Check years, dates, pages and numbers of people.

Takes a field's value, and where it matters today's date. Gives findings.
Must stay free of the clock: the caller says what day it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from markdown_citations.library.checks.findings import Finding, ValueCheck

_YEAR = re.compile(r"[0-9]{4}")
_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?", re.ASCII)
_DASH = re.compile(r"\s*(?:--?-?|–|—)\s*")
_PAGE = re.compile(r"(?=\S*\d)[\w.:]+|[ivxlcdm]+", re.I | re.ASCII)
_NUMBER = re.compile(r"(?P<prefix>[A-Za-z]*[.:]?)(?P<number>\d+)")


def parse_day(text: str) -> date | None:
    """Return the day that `2026-11-22` names, or None where it names none."""
    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None


def number_checks(today: date) -> Mapping[str, ValueCheck]:
    """Return the checks by field, as of `today`."""

    def check_year(value: str) -> Iterator[Finding]:
        text = value.strip("{}")
        if not _YEAR.fullmatch(text):
            hint = 'Write four digits, or leave it out and name it in "unconfirmed".'
            yield Finding("year-malformed", f'the year is not four digits: "{text}"', hint)
        # Journals date an issue ahead, by a few months, never by more.
        elif int(text) > today.year + 1:
            yield Finding("year-future", f"the year is in the future: {text}", "Check it.")

    def check_statusdate(value: str) -> Iterator[Finding]:
        day = parse_day(value)
        if day is None:
            hint = f"Write year, month and day: {today.isoformat()}"
            yield Finding("statusdate-malformed", f'statusdate is no day: "{value}"', hint)
        elif day > today:
            hint = "It is the day on which somebody looked."
            yield Finding("statusdate-malformed", f"statusdate is in the future: {value}", hint)

    return {
        "year": check_year,
        "statusdate": check_statusdate,
        "date": check_date,
        "urldate": check_date,
        "pages": check_pages,
        "people": check_people,
    }


def check_date(value: str) -> Iterator[Finding]:
    """Hold that a date is 2026, 2026-11 or 2026-11-22, or two with a slash between."""
    for part in value.split("/"):
        if part in ("", ".."):
            continue
        full = part + "-01" * (3 - len(part.split("-")))
        if not _DAY.fullmatch(part) or parse_day(full) is None:
            hint = "Write year, month and day: 2026-11-22"
            yield Finding("date-malformed", f'there is no such date: "{part}"', hint)


def check_pages(value: str) -> Iterator[Finding]:
    """Hold that pages are a page, an article number, or a range, or several with commas."""
    for part in re.split(r"\s*[,;]\s*", value.replace("{", "").replace("}", "").rstrip("+")):
        ends = _DASH.split(part)
        if len(ends) > 2 or not all(_PAGE.fullmatch(end) for end in ends):
            hint = "Write 165--183, e79, or only the first page."
            yield Finding("pages-malformed", f'these are no pages: "{part[:60]}"', hint)
        elif len(ends) == 2 and _is_backwards(*ends):
            hint = "The first page comes first."
            yield Finding("pages-backwards", f'the pages run backwards: "{part}"', hint)


def check_people(value: str) -> Iterator[Finding]:
    """Hold that the number of people is a number and nothing else."""
    if not (value.isascii() and value.isdigit()) or int(value) == 0:
        hint = 'Write 1285, and all words into "sample".'
        yield Finding("people-malformed", f'people is no number: "{value[:40]}"', hint)


def _is_backwards(first: str, last: str) -> bool:
    start, end = _NUMBER.fullmatch(first), _NUMBER.fullmatch(last)
    if not start or not end or (end["prefix"] and start["prefix"] != end["prefix"]):
        return False
    low, high = start["number"], end["number"]
    # PubMed writes 165-83 for 165 to 183.
    high = low[: len(low) - len(high)] + high
    return int(high) < int(low)
