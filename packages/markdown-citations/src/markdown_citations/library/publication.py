"""When a work was published, from the fields of its entry: `date`, or `year` and `month`."""

from __future__ import annotations

import re
from dataclasses import replace

from markdown_citations.library.dates import DateSpan, exists, parse_dates
from markdown_citations.library.entries import Entry
from markdown_citations.library.written_dates import (
    parse_month,
    parse_seasons,
    parse_years,
    plain_date,
    suggest_date,
)

_MONTHS = re.compile(r"(\d\d?)\s*(?:-{1,3}|–|/)\s*(\d\d?)", re.ASCII)
_DAY = re.compile(r"(?<!\d)(\d{1,2})(?!\d)", re.ASCII)


def date_of(entry: Entry) -> tuple[int, ...]:
    """Return year, month and day of publication, as far as they are known."""
    found = dates_of(entry)
    return found.start or found.end


def date_in(entry: Entry, *names: str) -> DateSpan:
    """Return the date that the first of these fields names that the entry has."""
    written = plain_date(next(filter(None, map(entry.get, names)), ""))
    return parse_dates(written) or parse_dates(suggest_date(written)) or DateSpan()


def dates_of(entry: Entry) -> DateSpan:
    """Return when a work was published; no year is lost that a field holds anywhere."""
    written, year = entry.get("date"), plain_date(entry.get("year"))
    found = parse_dates(plain_date(written)) if written else None
    if found is None and year:
        found = parse_dates(year)
        found = parse_years(year) if found is None or found.is_backwards else found
    if found is None or not found.days:
        named = parse_dates(suggest_date(written or year))
        found = named or parse_years(year) or parse_years(plain_date(written))
    found = found or DateSpan()
    if not found.end and entry.get("endyear").isdecimal():
        found = replace(found, end=(int(entry.get("endyear")),))
    month = entry.get("month")
    number = parse_month(month) if month and len(found.start) == 1 else 0
    if not number:
        seasons = parse_seasons(month or entry.get("yeardivision"))
        is_whole = len(found.start) == 1 == len(seasons) and not found.end
        return replace(found, season=seasons[0]) if is_whole else found
    if not (found.end or month.isalnum()) and (span := _span(month, found.start[0])):
        return replace(found, start=span.start, end=span.end)
    day = _DAY.search(entry.get("day") or (month if re.search(r"[^\W\d_]", month) else ""))
    parts = (*found.start, number)
    if day and exists((*parts, int(day[1]))):
        parts = (*parts, int(day[1]))
    return replace(found, start=parts)


def _span(month: str, year: int) -> DateSpan | None:
    """Read `Jul/Aug`, `7-8` or `May 5--7`; None where there is one month or day alone."""
    numbers = _MONTHS.fullmatch(month)
    written = suggest_date(f"{month} {year}")
    if numbers:
        written = "/".join(f"{year:04}-{number:0>2}" for number in numbers.groups())
    found = parse_dates(written)
    return found if found and found.end and not found.is_backwards else None
