"""Days, months, years and spans of time as entries write them.

`date` and its kin follow biblatex, whose dates are EDTF's (ISO 8601-2, levels 0 and 1):
spans with `/`, open ends, `~` and `?` for what is unsure, X for unknown digits, seasons
in the place of months, times. `year` and `month` follow BibTeX.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from markdown_citations.library.entries import Entry
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
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?", re.ASCII)
_TIME = r"(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?)?"
_EDTF = re.compile(
    r"(?P<year>-?\d{4}|[Yy]-?\d{5,9}|-?\d{1,3}[Xu]{1,3}|-?[Xu]{4})"
    rf"(?:-(?P<month>\d\d|XX|uu)(?:-(?P<day>\d\d|XX|uu){_TIME})?)?[~?%]?",
    re.ASCII,
)
_OPEN = frozenset({"", "..", "open", "unknown", "*"})
_YEAR = re.compile(r"(?<![\d.])[12]\d{3}(?!\d)", re.ASCII)
_YEARS = re.compile(r"(\d{4})\s*(?:--?-?|–|—|/)\s*(\d{4}|\d\d|)", re.ASCII)
_LOOSE = re.compile(r"(?P<year>\d{4})[-./](?P<month>\d\d?)(?:[-./](?P<day>\d\d?))?", re.ASCII)
_COMPACT = re.compile(r"(?P<year>[12]\d{3})(?P<month>\d\d)(?P<day>\d\d)?", re.ASCII)
_DAY_FIRST = re.compile(r"(\d\d?)([./-])\s?(\d\d?)\2\s?(\d{4})", re.ASCII)
_YEAR_FIRST = re.compile(
    r"(?P<year>\d{4}),?[\s-](?P<month>[^\W\d_]{3,9})\.?(?:,?[\s-](?P<day>\d\d?)(?:st|nd|rd|th)?)?",
    re.I,
)
_SEASONS = """
spring summer autumn fall winter frühling frühjahr sommer herbst printemps été automne hiver
primavera verano verão estate otoño outono autunno invierno inverno lente zomer herfst
"""

_IN_WORDS = re.compile(
    r"(?:[^\W\d_]+day,\s+)?(?:(?P<before>\d\d?)(?:st|nd|rd|th|\.)?[\s-]+(?:(?:de|of)\s+)?)?"
    r"(?P<month>[^\W\d_]{3,9})\.?,?[\s-]+"
    r"(?:(?P<behind>\d\d?)(?:st|nd|rd|th)?,?\s+)?(?:del?\s+)?(?P<year>\d{4})",
    re.I,
)
_MONTH_FIRST = re.compile(r"(?P<month>\d\d?)[./](?P<year>\d{4})", re.ASCII)
_ABOUT = re.compile(
    r"(?:~|(?:c|ca|circa|approx)[.\s]\s*)(\d{4})|(\d{4}) \(approx\.?\)", re.ASCII | re.I
)
_DAY = re.compile(r"(?<!\d)(\d{1,2})(?!\d)", re.ASCII)


class DateSpan(NamedTuple):
    """A day, month or year, or the span from one to another."""

    start: tuple[int, ...] = ()
    """Year, month and day, as far as they are known."""
    end: tuple[int, ...] = ()
    """The same; empty where there is no end, or it is not known."""

    @property
    def years(self) -> str:
        """`2019`, `2018–2019`; empty where no year is known."""
        first, last = (str(part[0]) if part else "" for part in self)
        return "–".join(filter(None, dict.fromkeys((first, last))))


def parse_day(text: str) -> date | None:
    """Return the day that `2026-11-22` names, or None where it names none."""
    parts = parse_date(text)
    return date(*parts) if len(parts) == 3 else None


def parse_date(text: str) -> tuple[int, ...]:
    """Return year, month and day, as far as `2026-11` has them; nothing if there is no such day."""
    if not _DATE.fullmatch(text):
        return ()
    parts = tuple(map(int, text.split("-")))
    return parts if parts[0] and _exists(parts) else ()


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
    return DateSpan(first.start, last.end or last.start)


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
    parts = [int(year)]
    for part in (match["month"], match["day"]):
        if part is None or not part.isdigit():
            break
        parts.append(int(part))
    # 21 to 24 are the seasons, the numbers to 41 other parts of a year.
    if len(parts) == 2 and 21 <= parts[1] <= 41:
        return DateSpan((parts[0],))
    return DateSpan(tuple(parts)) if _exists(tuple(parts)) else None


def _exists(parts: tuple[int, ...]) -> bool:
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


def date_of(entry: Entry) -> tuple[int, ...]:
    """Return year, month and day of publication, as far as they are known."""
    found = dates_of(entry)
    return found.start or found.end


def dates_of(entry: Entry) -> DateSpan:
    """Return when a work was published; no year is lost that a field holds anywhere."""
    written, year = entry.get("date"), _plain(entry.get("year"))
    found = parse_dates(_plain(written)) if written else None
    if found is None and year:
        found = parse_dates(year) or parse_years(year)
    if found is None or not found.start + found.end:
        named = parse_dates(suggest_date(written or year))
        found = named or parse_years(year) or parse_years(_plain(written))
    found = found or DateSpan()
    if not found.end and entry.get("endyear").isdecimal():
        found = DateSpan(found.start, (int(entry.get("endyear")),))
    month = entry.get("month")
    number = parse_month(month) if month and len(found.start) == 1 else 0
    if not number:
        return found
    day = _DAY.search(entry.get("day") or (month if re.search(r"[^\W\d_]", month) else ""))
    parts = (*found.start, number)
    if day and _exists((*parts, int(day[1]))):
        parts = (*parts, int(day[1]))
    return DateSpan(parts, found.end)


def parse_years(text: str) -> DateSpan | None:
    """Read `2018-2019`, or find the year in `c. 1900`; None where there is none."""
    if match := _YEARS.fullmatch(text):
        first, last = match[1], match[2]
        if not last:  # still going on
            return DateSpan((int(first),))
        end = int(first[: 4 - len(last)] + last)
        # No span goes back: "2018-13" and "2018/05" mean a month.
        return DateSpan((int(first),), (end,) if end >= int(first) else ())
    if match := _DAY_FIRST.fullmatch(text):  # or the month; the year is sure
        return DateSpan((int(match[4]),))
    year = _YEAR.search(text)
    return DateSpan((int(year[0]),)) if year else None


def suggest_date(text: str) -> str:
    """Return how biblatex writes `2015/1/2`, `May 2019` or `1st March 2019`; else nothing."""
    text = " ".join(re.sub(r"(?<=\w)~", " ", _plain(text)).split())
    text = re.sub(r"(?<=\d)[ T]\d\d?:\d\d.*", "", text)
    if about := _ABOUT.fullmatch(text):
        return f"{about[1] or about[2]}~"
    text = re.sub(r"(?<=\d)(?:-00)+$", "", text)
    parts: list[int] = []
    if match := _MONTH_FIRST.fullmatch(text):
        parts = [int(match["year"]), int(match["month"])]
    elif match := _LOOSE.fullmatch(text) or _COMPACT.fullmatch(text):
        parts = [int(part) for part in match.groups() if part]
    elif match := _DAY_FIRST.fullmatch(text):
        first, second, year = (int(match[number]) for number in (1, 3, 4))
        if first > 12 or first == second:
            parts = [year, second, first]
        elif second > 12:
            parts = [year, first, second]
    elif (match := _YEAR_FIRST.fullmatch(text)) and _is_month(match["month"]):
        day = match["day"]
        parts = [int(match["year"]), parse_month(match["month"]), *([int(day)] if day else [])]
    elif match := _IN_WORDS.fullmatch(text):
        day = match["before"] or match["behind"]
        if _is_month(match["month"]) and not (match["before"] and match["behind"]):
            parts = [int(match["year"]), parse_month(match["month"]), *([int(day)] if day else [])]
    written = format_date(tuple(parts))
    # "2019-05-00" is a month that is known.
    return written if parse_date(written) else text if parse_date(text) else ""


def _is_month(word: str) -> bool:
    """Tell whether a word is the name of a month, or begins one."""
    return _month_number(word) > 0


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


def is_season(text: str) -> bool:
    """Tell whether a text names a season, as quarterlies do in the place of a month."""
    return not {*_SEASONS.split()}.isdisjoint(re.findall(r"[^\W\d_]+", text.lower()))


def parse_month(text: str) -> int:
    """Return the number of a month, from `9`, `09`, `sep`, `5 March`, `Oktober`; 0 for none."""
    text = _plain(text).replace("~", " ")
    for word in re.findall(r"[^\W\d_]+", text):
        if number := _month_number(word):
            return number
    match = re.fullmatch(r"(\d{1,2})\.?(?:\s*[-–/]+\s*\d{1,2})?", text.strip(), re.ASCII)
    return int(match[1]) if match and 1 <= int(match[1]) <= 12 else 0


def format_date(parts: tuple[int, ...], between: str = "-") -> str:
    """Write `2026-11-22`, or as much of it as is known."""
    widths = (5 if parts and parts[0] < 0 else 4, 2, 2)
    return between.join(f"{part:0{width}}" for part, width in zip(parts, widths, strict=False))


def _plain(text: str) -> str:
    return decode(text).strip("{} ") if "\\" in text or "$" in text else text.strip("{} ")
