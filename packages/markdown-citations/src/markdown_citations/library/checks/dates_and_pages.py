"""Check years, dates and pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from markdown_citations.library.dates import DateSpan, parse_dates
from markdown_citations.library.entries import decode_pages, split_pages, split_range
from markdown_citations.library.fields import ValueCheck
from markdown_citations.library.identifiers import parse_doi, parse_web_address
from markdown_citations.library.parsing.several_values import NUMBER_CROWDED
from markdown_citations.library.written_dates import (
    parse_month,
    parse_seasons,
    parse_years,
    plain_date,
    suggest_date,
)
from markdown_citations.problems import Fault, Rule
from markdown_citations.texts import read_texts

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
    "No year is later than next year, and nobody has read a page on a day to come.",
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
_OF_JOURNAL = re.compile(r"(\d+)\s?\(([^()]+)\)\s?:\s?(\S[^()]*)")
"""Volume, number and pages, as in a printed reference: 3(4):5--9."""
_YEARS = re.compile(r"[0-9]{4}\s*(?:--?|–|/)\s*(?P<end>[0-9]{4}|[0-9]{2}|)")
# Libraries' ways to say that nobody knows for sure.
_ABOUT = re.compile(
    r"(?:(?:c|ca|circa|approx|©|copyright)[.~\s]*)?\[?(?:(?:c|ca|circa)[.~\s]*)?"
    r"(?P<year>[0-9]{4}|[0-9]{1,3}(?=\s*(?:BCE?|CE|AD)))\s*(?:\?|BCE?|CE|AD)?\]?",
    re.I,
)
_PAGE = re.compile(
    r"(?:[^\W\d_]+[ .:]+){0,2}(?=\S*\d)#?[\w.:/*()\[\]-]+\+?(?: \(\d+ ?pp?\.?\))?"
    r"|\[?[ivxlcdm]+\]?(?:-[ivxlcdm]+)?|[\u2160-\u217f]+|[A-Z]|\d+ ?(?:ff?|sqq?|pp?|pages?)\.?",
    re.I,
)
# What languages write for the dash.
_FROM_TO = re.compile(
    r"(?:(?:from|von|de|du|del?)\s+)?(\S+)\s+"
    r"(?:to|through|thru|till|until|bis|au?|al|à|ad|tot|t/m|til|till|do|до|[-=]?>|→)\s+(?:pp?\.?\s*)?(\S+)",
    re.I,
)
_AHEAD = re.compile(
    r"\bahead[ -]of[ -](?:print|publication)\b|\badvance (?:online|access)\b|\bonline first\b"
    r"|\bearly (?:access|view)\b",
    re.I,
)
_QUARTER = re.compile(r"\bQ[1-4]\b|\b(?:quarter|quartal|trimest(?:re|er))\b", re.I)
# Typed for figures.
_LETTERS = str.maketrans("OoIl", "0011")
# The number of an article, and its first and last page in it.
_OF_SPIE = re.compile(r"((?=\d*[A-Z])\w{5,})(?:-\d+)?[-–]+\1[-–]+\d+")
_NUMBER = re.compile(r"(?P<prefix>[A-Za-z]*[.:]?)(?P<number>\d+)")


def number_checks(today: date) -> Mapping[str, ValueCheck]:
    """Return the checks by the kind of a field, as of `today`."""

    def check_year(value: str) -> Iterator[Fault]:
        text = plain_date(value)
        if _YEAR.fullmatch(text):
            latest = int(text)
        elif (span := _YEARS.fullmatch(text)) and (
            (years := parse_years(text) or DateSpan()).end or not span["end"]
        ):
            latest = (years.end or years.start)[0]
        elif (dates := parse_dates(text)) and not dates.is_backwards:
            latest = max((day[0] for day in dates.days), default=0)
        elif about := _ABOUT.fullmatch(text):
            latest = int(about["year"])
        else:
            hint = _hint_on_year(text)
            yield YEAR_MALFORMED, f'the year is not four digits: "{text}"', hint
            return
        # Journals date an issue ahead, by a few months, never by more.
        if latest > today.year + 1:
            yield YEAR_FUTURE, f"the year is in the future: {text}", "Check it."

    def until(latest: tuple[int, ...], what: str, *, is_free: bool = False) -> ValueCheck:
        def check(value: str) -> Iterator[Fault]:
            yield from () if is_free else check_date(value)
            text = (is_free and suggest_date(value)) or value.strip("{}")
            start = (parse_dates(text) or DateSpan()).start
            if latest[: len(start)] < start[: len(latest)] < (10_000,):  # y17000 is no slip
                yield YEAR_FUTURE, f"{what}: {value}", "Check it."

        return check

    read = (today + timedelta(days=1)).timetuple()[:3]  # where it is tomorrow already
    return {
        "year": check_year,
        "date": until((today.year + 1,), "the date is in the future"),
        "accessed": until(read, "nobody has read it yet"),
        # No field of biblatex's: any text will do.
        "read": until(read, "nobody has read it yet", is_free=True),
        "month": check_month,
        "pages": check_pages,
        "number": check_number,
    }


def _hint_on_year(text: str) -> str:
    """Return how a year should be written that is not four digits."""
    written = suggest_date(text)
    text = text.translate(_LETTERS) if _YEAR.fullmatch(text.translate(_LETTERS)) else text
    year = (parse_years(text) or parse_dates(written) or DateSpan()).years.replace("–", "--")
    if state := _state(text):
        return f"Write {year}, and {state}." if year else f"Leave it out, and write {state}."
    if year and "-" in written:
        return f"Write {year}, and when it was as date = {{{written}}}."
    return f"Write {year}." if year else "Write four digits, or leave it out."


def _state(text: str) -> str:
    """Return how `in press` is written; nothing for what is no key of biblatex's."""
    state = "prepublished" if _AHEAD.search(text) else re.sub(r",.*|\W", "", text.lower())
    is_state = state in read_texts().states
    return f"pubstate = {{{state}}}" if is_state else ""


def check_date(value: str) -> Iterator[Fault]:
    """Check that a date is one of biblatex's: 2026, 2026-11-22, 2026-11/2026-12, 1984~."""
    text = value.strip("{}")
    dates = parse_dates(text)
    if dates is None:
        written = suggest_date(text)
        year = (parse_years(text) or DateSpan()).years[:4]
        hint = f"Write {f'{year}, or ' if year else ''}year, month and day, as in 2026-11-22"
        hint = f"Write {written}." if written else hint
        what = "the date is not well formed" if written else "there is no such date"
        yield DATE_MALFORMED, f'{what}: "{text[:60]}"', hint
    elif dates.is_backwards:
        hint = "The first day comes first."
        yield DATE_MALFORMED, f'the span runs backwards: "{text[:60]}"', hint


def check_month(value: str) -> Iterator[Fault]:
    """Check that a month is a number or an English name; a season may take its place."""
    if not parse_month(value) and not parse_seasons(value) and not _QUARTER.search(value):
        hint = "Write a number from 1 to 12, or jan, feb and so on without braces."
        yield DATE_MALFORMED, f'there is no such month: "{value[:60]}"', hint


def check_number(value: str) -> Iterator[Fault]:
    """Find a DOI, an address or words in the place of a volume or a number."""
    hint = f"Leave it out, and write {state}." if (state := _state(value)) else ""
    # Of the short ones, 10/abc, some are numbers: 10/Suppl.
    if (doi := parse_doi(value)).startswith("10."):
        hint = f"It is a DOI: doi = {{{doi}}}"
    elif address := parse_web_address(value):
        hint = f"It is an address: url = {{{address}}}"
    if hint:
        yield NUMBER_CROWDED, f'this is no number: "{value[:60]}"', hint


def check_pages(value: str) -> Iterator[Fault]:
    """Check that pages are a page, an article number, or a range, or several with commas."""
    if crowded := _OF_JOURNAL.fullmatch(decode_pages(value)):
        volume, number, pages = crowded.groups()
        hint = f"Write pages = {{{pages}}}; {volume} goes into volume, {number} into number."
        yield PAGES_MALFORMED, f'these are no pages alone: "{value[:60]}"', hint
        return
    for part in split_pages(decode_pages(value)):
        if doi := parse_doi(part):
            hint = f"It is a DOI: doi = {{{doi}}}"
            yield PAGES_MALFORMED, f'these are no pages: "{part[:60]}"', hint
            continue
        ends = split_range(part)
        if _OF_SPIE.fullmatch(part):
            continue
        if len(ends) == 2 and not ends[1]:
            ends = ends[:1]  # from there on
        if len(ends) > 2 or not all(_PAGE.fullmatch(end) for end in ends):
            hint = "Write them as in 165--183 or e79, or only the first page."
            if span := _span_in_words(part):
                hint = f"Write {span}"
            elif not re.search(r"\d", part):
                hint = "Leave them out, or write them as in 165--183 or e79."
            yield PAGES_MALFORMED, f'these are no pages: "{part[:60]}"', hint
        elif len(ends) == 2 and _is_backwards(*ends):
            hint = "The first page comes first."
            yield PAGES_BACKWARDS, f'the pages run backwards: "{part}"', hint


def _span_in_words(text: str) -> str:
    """Return `165--183` for `165 to 183`, nothing for what is no span."""
    match = _FROM_TO.fullmatch(text)
    span = "--".join(match.groups()) if match else ""
    return "" if not span or any(check_pages(span)) else span


def _is_backwards(first: str, last: str) -> bool:
    start, end = _NUMBER.fullmatch(first), _NUMBER.fullmatch(last)
    if not start or not end or (end["prefix"] and start["prefix"] != end["prefix"]):
        return False
    low, high = start["number"], end["number"]
    is_padded = high.startswith("0") and len(high) >= len(low) and start["prefix"]
    if low.startswith("0") or is_padded:  # e00520-19 and LL16-04 are the numbers of articles
        return False
    # PubMed writes 165-83 for 165 to 183.
    high = low[: len(low) - len(high)] + high
    return int(high) < int(low)
