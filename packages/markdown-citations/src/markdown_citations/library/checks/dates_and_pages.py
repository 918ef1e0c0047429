"""Check years, dates and pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from markdown_citations.library.dates import parse_date
from markdown_citations.library.entries import split_range
from markdown_citations.library.fields import ValueCheck
from markdown_citations.problems import Fault, Rule

YEAR_MALFORMED = Rule(
    "year-malformed",
    "error",
    "A year has four digits.",
    "JabRef",
    "@misc{smith2027, title = {A title}, year = {in press}}",
    "@misc{smith2027, title = {A title}, year = {2026}}",
)
YEAR_FUTURE = Rule(
    "year-future",
    "error",
    "No year is later than next year.",
    "JabRef",
    "@misc{smith2027, title = {A title}, year = {2062}}",
    "@misc{smith2027, title = {A title}, year = {2026}}",
)
DATE_MALFORMED = Rule(
    "date-malformed",
    "error",
    "A date is a year, a month or a day that exists.",
    "ISO 8601",
    "date = {2026-02-30}",
    "date = {2026-02-28}",
)
PAGES_MALFORMED = Rule(
    "pages-malformed",
    "error",
    "Pages are numbers, article numbers or ranges of them.",
    "JabRef",
    "pages = {165 to 183}",
    "pages = {165--183}",
)
PAGES_BACKWARDS = Rule(
    "pages-backwards",
    "error",
    "A range of pages runs forwards.",
    "JabRef",
    "pages = {183--165}",
    "pages = {165--183}",
)

_YEAR = re.compile(r"[0-9]{4}")
_PAGE = re.compile(r"(?=\S*\d)[\w.:]+|[ivxlcdm]+", re.I | re.ASCII)
_NUMBER = re.compile(r"(?P<prefix>[A-Za-z]*[.:]?)(?P<number>\d+)")


def number_checks(today: date) -> Mapping[str, ValueCheck]:
    """Return the checks by the kind of a field, as of `today`."""

    def check_year(value: str) -> Iterator[Fault]:
        text = value.strip("{}")
        if not _YEAR.fullmatch(text):
            hint = "Write four digits, or leave it out."
            yield YEAR_MALFORMED, f'the year is not four digits: "{text}"', hint
        # Journals date an issue ahead, by a few months, never by more.
        elif int(text) > today.year + 1:
            yield YEAR_FUTURE, f"the year is in the future: {text}", "Check it."

    return {"year": check_year, "date": check_date, "pages": check_pages}


def check_date(value: str) -> Iterator[Fault]:
    """Check that a date is 2026, 2026-11 or 2026-11-22, or two with a slash between."""
    for part in value.split("/"):
        if part in ("", ".."):
            continue
        if not parse_date(part):
            hint = "Write year, month and day: 2026-11-22"
            yield DATE_MALFORMED, f'there is no such date: "{part}"', hint


def check_pages(value: str) -> Iterator[Fault]:
    """Check that pages are a page, an article number, or a range, or several with commas."""
    for part in re.split(r"\s*[,;]\s*", value.replace("{", "").replace("}", "").rstrip("+")):
        ends = split_range(part)
        if len(ends) > 2 or not all(_PAGE.fullmatch(end) for end in ends):
            hint = "Write 165--183, e79, or only the first page."
            yield PAGES_MALFORMED, f'these are no pages: "{part[:60]}"', hint
        elif len(ends) == 2 and _is_backwards(*ends):
            hint = "The first page comes first."
            yield PAGES_BACKWARDS, f'the pages run backwards: "{part}"', hint


def _is_backwards(first: str, last: str) -> bool:
    start, end = _NUMBER.fullmatch(first), _NUMBER.fullmatch(last)
    if not start or not end or (end["prefix"] and start["prefix"] != end["prefix"]):
        return False
    low, high = start["number"], end["number"]
    # PubMed writes 165-83 for 165 to 183.
    high = low[: len(low) - len(high)] + high
    return int(high) < int(low)
