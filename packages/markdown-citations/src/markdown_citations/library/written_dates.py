"""Read dates as people and programs write them: `May 5–7, 2019`, `15.03.2021`, `2018-2019`.

What is one day, month or year for everybody can be written as biblatex has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from markdown_citations.library.dates import DateSpan, exists, format_date, parse_dates
from markdown_citations.library.latex import decode

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
MONTH_MACROS = {name[:3].lower(): name for name in MONTHS}
"""Every BibTeX style defines these, so `month = jan` needs no @string."""
# German, French, Spanish, Italian, Portuguese, Dutch; no two mean different months.
_MONTHS_ELSEWHERE = tuple(
    line.split()
    for line in """
    januar jänner janvier enero gennaio janeiro januari
    februar février fevrier febrero febbraio fevereiro februari
    märz mars marzo março maart
    avril abril aprile
    mai mayo maggio maio mei
    juni juin junio giugno junho
    juli juillet julio luglio julho
    août aout agosto augustus
    septembre septiembre settembre setembro
    oktober octobre octubre ottobre outubro
    novembre noviembre novembro
    dezember décembre decembre diciembre dicembre dezembro
    """.strip().splitlines()
)
# Their numbers in biblatex are 21 to 24; the short ones are Web of Science's.
_SEASONS = tuple(
    line.split()
    for line in """
    spring spr frühling frühjahr printemps primavera lente
    summer sum sommer été verano verão estate zomer
    autumn fall fal herbst automne otoño outono autunno herfst
    winter win hiver invierno inverno
    """.strip().splitlines()
)
_ORDINAL = r"(?:st|nd|rd|th|er|º|ª|\.)?"
_WORD = r"[^\W\d_]{3,9}"
_YEAR = re.compile(r"(?<!\d)(?:1\d|2[01])\d\d(?!\d)", re.ASCII)
_YEARS = re.compile(r"(\d{4})\s*(?:--?-?|–|—|/)\s*(\d{4}|\d\d|)", re.ASCII)
# Of another calendar, or of the first edition.
_OTHER_YEAR = re.compile(r"([12]\d{3})(?:\s*[\[(]|[\])]\s*)([12]\d{3})", re.ASCII)
_ABOUT = re.compile(
    r"(?:~|(?:c|ca|circa|approx)[.\s]\s*)(\d{4})|(\d{4}) \(approx\.?\)", re.ASCII | re.I
)
_DECADE = re.compile(r"(?P<begin>[12]\d\d)0[’']?s", re.ASCII)
_WEEK = re.compile(r"(?P<year>\d{4})-?W(?P<week>\d\d)(?:-?(?P<day>[1-7]))?", re.ASCII)
_TIME = re.compile(
    r"\b\d\d?\.\d\d\s*[ap]m\b|(?<=\d)T\d{4,6}Z?|(?<=\d)T?Z$"
    r"|(?:(?<=\d)T|\b)\d\d?:\d\d(?::\d\d)?(?:[.,]\d+)?(?:\s*[ap]\.?m\b\.?)?"
    r"(?:\s*(?:Z\b|UTC|GMT)?(?:\s*[+-]\d\d:?\d\d\b)?)?",
    re.I | re.ASCII,
)
_BETWEEN = re.compile(
    r"\s*(?:-{1,3}|[–—/&])\s*|\s+(?:to|and|through|bis|und|au|al|a|à|e|et|y|en|tot)\s+", re.I
)
# What goes on has no end, as biblatex writes it.
_STILL = "present|now|today|ongoing|date|heute|hoy|presente|actualidad|oggi|hoje|heden"
_ONGOING = re.compile(
    rf"(?P<start>.*\d)(?:{_BETWEEN.pattern})(?:the\s+|la\s+)?(?:{_STILL})"
    r"|(?:since|seit|desde|depuis|from)\s+(?P<since>.*\d)|(?P<on>.*\d)\s+onwards?",
    re.I,
)
_DAY_FIRST = re.compile(r"(\d\d?)([./-])\s?(\d\d?)\2\s?(\d{4})", re.ASCII)
_FORMS = tuple(
    re.compile(form, re.I)
    for form in (
        r"(?P<month>\d\d?)[./-](?P<year>\d{4})",
        r"(?P<year>\d{4})(?:[-./]\s?(?P<month>\d\d?)(?:[-./]\s?(?P<day>\d\d?))?)?",
        r"(?P<year>[12]\d{3})(?P<month>\d\d)(?P<day>\d\d)?",
        rf"(?P<year>\d{{4}}),?[\s/-](?P<name>{_WORD})\.?(?:,?[\s/-](?P<day>\d\d?){_ORDINAL})?",
        rf"(?:[^\W\d_]+day,?\s+)?(?P<day>\d\d?){_ORDINAL}[\s/-]*(?:(?:de|of|di)\s+)?"
        rf"(?P<name>{_WORD})\.?(?:,?[\s/-]*(?:del?\s+)?(?P<year>\d{{4}}))?",
        rf"(?:[^\W\d_]+day,?\s+)?(?P<name>{_WORD})\.?(?:,?[\s-]+(?P<day>\d\d?){_ORDINAL})?"
        r"(?:,?[\s-]+(?:(?:del?|of)\s+)?(?P<year>\d{4}))?",
        r"(?P<year>\d{4})年(?:(?P<month>\d\d?)月(?:(?P<day>\d\d?)日)?)?",
        rf"(?P<day>\d\d?){_ORDINAL}(?:,?\s+(?P<year>\d{{4}}))?",
    )
)
_LONGEST = 100  # signs; what is longer holds more than a date


class _Part(NamedTuple):
    """What is written of a day; 0 for what is not."""

    year: int
    month: int
    day: int

    def known(self) -> tuple[int, ...]:
        """Return year, month and day as far as they are known; nothing if there is no such day."""
        parts = tuple(self)[: 1 + (self.month > 0) + (self.month > 0 and self.day > 0)]
        is_season = len(parts) == 2 and parts[1] in range(21, 25)
        is_whole = self.month or not self.day
        return parts if self.year and is_whole and (is_season or exists(parts)) else ()


def suggest_date(text: str) -> str:
    """Return how biblatex writes `2015/1/2`, `May 2019` or `5-7 March 2019`; else nothing."""
    text = " ".join(re.sub(r"(?<=\S)~(?=\S)", " ", plain_date(text)).split())
    if len(text) > _LONGEST:
        return ""
    if about := _ABOUT.fullmatch(text):
        return f"{about[1] or about[2]}~"
    if decade := _DECADE.fullmatch(text):
        return f"{decade['begin']}X"
    text = re.sub(r"(?<=\d)(?:-00)+$", "", _TIME.sub("", text)).strip(" ()[],.;")
    if written := _write(text):
        return written
    # PubMed puts the volume behind it, as in 2018 Mar;176(3):250-9.
    written = _write(text.partition(";")[0])
    if "-" in written:
        return written
    # What was looked up "on May 5, 2019" has words around it; they tell of a day alone.
    written = _write(_without_words(text))
    return written if re.search(r"\d-\d\d-\d\d", written) else ""


def _write(text: str) -> str:
    """Return how biblatex writes a day, month, year, week or a span, or nothing."""
    if week := _WEEK.fullmatch(text):
        return _write_week(int(week["year"]), int(week["week"]), int(week["day"] or 0))
    for part in _read_parts(text):
        if part.known():
            return format_date(part.known())
    years = parse_years(text) if _YEARS.fullmatch(text) else None
    if years and (years.end or years.is_open):  # 2018/19, 2013--
        return "/".join([*map(format_date, years.days), *([""] if years.is_open else [])])
    for between in _BETWEEN.finditer(text):
        for first in _read_parts(text[: between.start()]):
            for last in _read_parts(text[between.end() :]):
                span = [part.known() for part in _complete(first, last)]
                # The ends are alike: 2019 to May is no span, nor is winter 2019/2020.
                if all(span) and len(span[0]) == len(span[1]) and span[0] < span[1]:
                    return "/".join(map(format_date, span))
    ongoing = _ONGOING.fullmatch(text)
    start = _write("".join(filter(None, ongoing.groups()))) if ongoing else ""
    return f"{start}/" if start and "/" not in start else ""


def _write_week(year: int, week: int, day: int) -> str:
    """Return the day of a week of ISO 8601, or the days from its first to its last."""
    try:
        days = [date.fromisocalendar(year, week, number) for number in ([day] if day else [1, 7])]
    except ValueError:
        return ""
    return "/".join(map(str, days))


def _complete(first: _Part, last: _Part) -> tuple[_Part, _Part]:
    """Give each end of a span the year, and a day the month, that stands at the other alone."""
    first, last = (
        first._replace(year=first.year or last.year),
        last._replace(year=last.year or first.year),
    )
    if first.day and last.day:
        return (
            first._replace(month=first.month or last.month),
            last._replace(month=last.month or first.month),
        )
    return first, last


def _read_parts(text: str) -> Iterator[_Part]:
    """Give what a text can mean as a day, or as a part of it."""
    if match := _DAY_FIRST.fullmatch(text):
        first, second, year = (int(match[number]) for number in (1, 3, 4))
        if first > 12 or first == second or (match[2] == "." and second < 13):
            yield _Part(year, second, first)  # behind a full stop the month, wherever it is written
        elif second > 12:
            yield _Part(year, first, second)
        return  # else it depends on the country which is the month
    for form in _FORMS:
        if match := form.fullmatch(text):
            found = match.groupdict()
            month = int(found.get("month") or 0)
            if name := found.get("name"):
                month = _month_number(name) or _season_number(name)
                if not month:
                    continue
            yield _Part(int(found.get("year") or 0), month, int(found.get("day") or 0))


def _without_words(text: str) -> str:
    """Drop what follows a semicolon or stands in brackets, and words around a date."""
    text = re.sub(r"\s*[\[(][^\])]*[\])]?$", "", text.partition(";")[0])
    words = text.split()
    dated = [bool(re.search(r"\d", word)) or _month_number(word.strip(".,")) > 0 for word in words]
    if True not in dated:
        return ""
    end = len(words) - dated[::-1].index(True)
    if any(map(_BETWEEN.fullmatch, words[end:])):
        return ""  # "- present"
    return " ".join(words[dated.index(True) : end]).strip(" ()[],.;")


def parse_years(text: str) -> DateSpan | None:
    """Read `2018-2019`, or find the year in `c. 1900`; None where there is none."""
    text = text.strip(" ()[].")
    if match := _YEARS.fullmatch(text):
        first, last = match[1], match[2]
        if not last:  # still going on
            return DateSpan((int(first),), is_open=True)
        end = int(first[: 4 - len(last)] + last)
        if end + 100 == int(first) + 1:
            end += 100  # 1999/00
        # No span goes back: "2018-13" and "2018/05" mean a month.
        return DateSpan((int(first),), (end,) if end >= int(first) else ())
    if match := _DAY_FIRST.fullmatch(text):  # or the month; the year is sure
        return DateSpan((int(match[4]),))
    if match := _OTHER_YEAR.fullmatch(text):
        # Of 1387 [2008] and 2010 [1900] the later is ours; in Bangkok 2551 is not.
        years = [int(year) for year in match.groups() if _YEAR.fullmatch(year)]
        return DateSpan((max(years),)) if years else None
    found = parse_dates(text) or parse_dates(suggest_date(text)) or DateSpan()
    if found.end[:1] > found.start[:1]:  # 2010 to 2014
        return DateSpan(found.start[:1], found.end[:1])
    years = [int(year) for year in _YEAR.findall(text)]
    is_span = len(years) == 2 and years[0] < years[1] and re.search(r"\d[-–/]+\d{4}\b", text)
    last = (years[1],) if is_span else ()
    return replace(found, start=(years[0],), end=last) if years else None


def _month_number(word: str) -> int:
    """Return the number of the month that a word names or begins, an English one first.

    In other languages one that begins months of several numbers, as "jui", is none.
    """
    word = word.lower()
    begun = set()
    for number, (name, others) in enumerate(zip(MONTHS, _MONTHS_ELSEWHERE, strict=True), 1):
        if word in others or (len(word) > 2 and name.lower().startswith(word)):
            return number
        if len(word) > 2 and any(other.startswith(word) for other in others):
            begun.add(number)
    return begun.pop() if len(begun) == 1 else 0


def _season_number(word: str) -> int:
    """Return the number that biblatex gives a season, or 0."""
    return next((n for n, words in enumerate(_SEASONS, 21) if word.lower() in words), 0)


def parse_seasons(text: str) -> list[int]:
    """Return the seasons that a text names, as quarterlies do in the place of a month."""
    numbers = map(_season_number, re.findall(r"[^\W\d_]+", text))
    return [number - 20 for number in numbers if number]


def parse_month(text: str) -> int:
    """Return the number of a month, from `9`, `09`, `sep`, `5 March`, `Oktober`; 0 for none."""
    text = plain_date(text).replace("~", " ").strip(" -./")  # RefWorks: -01
    for word in re.findall(r"[^\W\d_]+", text):
        if number := _month_number(word):
            return number
    match = re.fullmatch(r"(\d{1,2})(?:\.?\s*[-–/]+\s*\d{1,2})?", text, re.ASCII)
    return int(match[1]) if match and 1 <= int(match[1]) <= 12 else 0


def plain_date(text: str) -> str:
    """Return a date without LaTeX and braces."""
    return decode(text).strip("{} ") if "\\" in text or "$" in text else text.strip("{} ")
