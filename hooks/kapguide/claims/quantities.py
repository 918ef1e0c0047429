"""Read the quantities of a text: counts, shares, lengths of time, years and dates.

Takes a sentence of a page, or a field of an entry. Gives each number with what it
measures, and which values may be rounded to it: "27 in 100" is any share from
0.265 to 0.275. Names with numbers in them (COVID-19, 5-HT2A, Phase 2), telephone
numbers and times of day are no quantities.
"""

from __future__ import annotations

import functools
import itertools
import re
from dataclasses import dataclass, replace
from typing import Literal

from kapguide.words import Words

Kind = Literal["count", "share", "part", "time", "ratio", "year", "date"]

_BLANK = "\ue001"
_ABOUT = 0.05
"""How far the number may be from "about 1,000", as a share of it."""
_BEYOND = 0.15
"""How far the number may lie beyond "more than 60", as a share of it."""
_SMALL = 10
"""A count in words up to this often states nothing: "two ways"."""
_ROUND = (100, 1_000, 10_000, 100_000)
"""Totals that stand for a share and not for so many people."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number of a text, with what it measures."""

    text: str
    """As written, with what belongs to it: `26.5 in 100`, `two weeks`."""
    kind: Kind
    """A `part` is so many of a total that is no round one: "73 of 111"."""
    value: float
    """Shares from 0 to 1, times in hours, a date as 20261231 (0 for what it leaves out)."""
    low: float
    high: float
    """The least value that may be rounded to it, and the end of these values."""
    total: float = 0
    """Of shares and parts: out of how many."""
    hours: float = 0
    """Of times: the length of its unit."""
    listed: bool = False
    """A count behind a share, which may be one too: "24 in 100 felt sick, 22 dizzy"."""
    stated: bool = True
    """It says something: "two ways" does not."""
    counted: bool = False
    """It counts what stands behind it: people, studies, sessions."""
    studies: bool = False
    """It counts studies."""
    loose: bool = False
    """The text says that the number is not exact: "about"."""
    start: int = 0
    """Where it begins in its text."""

    @property
    def in_words(self) -> bool:
        """Whether it is a share without a total, such as "half of them"."""
        return self.kind == "share" and not self.total


@dataclass(frozen=True, slots=True)
class _Number:
    """A number by itself, before its surroundings say what it measures."""

    text: str
    start: int
    end: int
    value: float
    step: float
    """Half of its last place: how far off it may be by rounding."""


@functools.lru_cache(maxsize=4096)
def read_quantities(text: str, words: Words) -> tuple[Quantity, ...]:
    """Return the quantities of a text in reading order."""
    text = words.pattern("quantities.names").sub(_blank, text)
    dates, text = _read_dates(text, words)
    parts, text = _read_parts(text, words)
    numbers = [
        _read_number(match, words) for match in words.pattern("quantities.amount").finditer(text)
    ]
    shares: dict[int, Quantity] = {}
    for at, (number, after) in enumerate(itertools.pairwise(numbers)):
        share = None if at - 1 in shares else _of_total(number, after, text, words)
        if share:
            shares[at] = share
    # From the end: in "61 to 84 in 100" what a number measures stands behind a later one.
    found: list[Quantity] = []
    for at in reversed(range(len(numbers))):
        if at - 1 not in shares:  # the 100 of "47 in 100" is no number by itself
            following = found[0] if found else None
            found.insert(0, shares.get(at) or _read_quantity(numbers[at], following, text, words))
    found = sorted([*dates, *parts, *found], key=lambda quantity: quantity.start)
    first = next((q.start for q in found if q.kind == "share"), len(text))
    return tuple(
        replace(q, listed=q.kind == "count" and q.start > first and not q.counted) for q in found
    )


def _blank(match: re.Match[str]) -> str:
    return _BLANK * len(match[0])


def _read_dates(text: str, words: Words) -> tuple[list[Quantity], str]:
    """Read the dates of a text, and blank them."""
    months = [month.lower() for month in words.list("dates.months")]
    found = []
    for pattern, _ in words.patterns("quantities.dates"):
        for match in pattern.finditer(text):
            month = match["month"].lower()
            if not month.isdigit() and month not in months:
                continue
            number = int(month) if month.isdigit() else months.index(month) + 1
            value = float(int(match["year"] or 0) * 10_000 + number * 100 + int(match["day"] or 0))
            date = Quantity(match[0], "date", value, value, value, start=match.start())
            found.append(date)
        for date in found:
            end = date.start + len(date.text)
            text = text[: date.start] + _BLANK * len(date.text) + text[end:]
    return found, text


def _read_parts(text: str, words: Words) -> tuple[list[Quantity], str]:
    """Read the shares that are words, such as "half", and blank them."""
    found = []
    for pattern, row in words.patterns("quantities.parts"):
        share = float(row["share"])
        low, high = share - _ABOUT, share + _ABOUT
        found += [
            Quantity(match[0], "share", share, low, high, loose=True, start=match.start())
            for match in pattern.finditer(text)
        ]
        text = pattern.sub(_blank, text)
    return found, text


def _read_number(match: re.Match[str], words: Words) -> _Number:
    ones, multiples = words.values("numbers.values"), words.values("numbers.multiples")
    written = match["n"].lower().replace(words["numbers.thousands"], "")
    value, step = 0.0, 0.5
    for word in re.split(r"[\s-]+", written):
        if word[0].isdigit():
            whole, _, decimals = word.partition(words["numbers.decimal"])
            value, step = float(f"{whole}.{decimals or 0}"), 0.5 / 10 ** len(decimals)
        elif word in multiples:
            value *= multiples[word]
            step *= multiples[word] if step < 0.5 else 1  # "1.2 million" is rounded, "a dozen" not
        else:
            value += ones.get(word, 1)  # "a dozen"
    return _Number(match["n"], match.start(), match.end(), value, step)


def _of_total(number: _Number, after: _Number, text: str, words: Words) -> Quantity | None:
    """Return "47 in 100" as a share, "73 of 111" as a part."""
    between, total = text[number.end : after.start], after.value
    if _is_year(after) or total < max(number.value, 2):
        return None
    count, whole = _make_count(number, text, words), text[number.start : after.end]
    of = words.pattern("quantities.of").fullmatch(between)
    rounded = of or words.pattern("quantities.into_round").fullmatch(between)
    if words.pattern("quantities.into").fullmatch(between) or (rounded and total in _ROUND):
        return _as_share(count, total, whole)
    return replace(count, kind="part", total=total, text=whole, stated=True) if of else None


def _read_quantity(
    number: _Number, following: Quantity | None, text: str, words: Words
) -> Quantity:
    """Say what a number measures, by what stands around it and by the quantity behind it."""
    count = _make_count(number, text, words)
    measured = _measured(count, number, text, words)
    if measured or not following:
        return measured or count
    between = text[number.end : following.start]
    alike = words.pattern("quantities.alike").fullmatch(between)
    listed = following.kind == "time" and between.strip() == ","
    return _like(count, following) if alike or listed else count


def _measured(count: Quantity, number: _Number, text: str, words: Words) -> Quantity | None:
    """Return a number with a unit, and a year."""
    before, rest = text[: number.start], text[number.end :]
    if percent := words.pattern("quantities.percent").match(rest):
        return _as_share(count, 100, number.text + percent[0])
    if times := words.pattern("quantities.times").match(rest):
        return replace(count, kind="ratio", text=number.text + times[0].rstrip(), stated=True)
    if _is_year(number) and not words.pattern("quantities.crowd").match(rest):
        return replace(count, kind="year", low=number.value, high=number.value)
    for pattern, row in words.patterns("quantities.times_of"):
        hours = float(row["hours"])
        if unit := pattern.match(rest):
            # "A day" says how long an entry's day is, but "twice a day" states no length.
            told = number.text.lower() not in words.list("a_to_z.articles")
            return _as_time(count, hours, number.text + unit[0], stated=told)
        if unit := re.search(row["before"], before, re.I):
            start = number.start - len(unit[0])
            return replace(_as_time(count, hours, unit[0] + number.text), start=start)
    return None


def _is_year(number: _Number) -> bool:
    return number.text.isdigit() and len(number.text) == 4 and 1900 <= number.value < 2100


def _make_count(number: _Number, text: str, words: Words) -> Quantity:
    """Make a count of a number, with the values that it may stand for."""
    before, rest, value = text[: number.start], text[number.end :], number.value
    about = bool(words.pattern("quantities.about").search(before))
    above = bool(words.pattern("quantities.above").search(before))
    below = bool(words.pattern("quantities.below").search(before))
    room = number.step
    if about and value and value == int(value):
        zeros = len(f"{value:.0f}") - len(f"{value:.0f}".rstrip("0"))
        room = max(room, min(10**zeros / 2, value * _ABOUT))
    counted = bool(words.pattern("quantities.counted").match(rest))
    digits = number.text[0].isdigit()
    return Quantity(
        number.text,
        "count",
        value,
        min(value - room, value * (1 - _BEYOND * below)),
        max(value + room, value * (1 + _BEYOND * above)),
        counted=counted,
        stated=digits or value > _SMALL or (counted and value > 1),
        studies=bool(words.pattern("quantities.studies").match(rest)),
        loose=about or above or below,
        start=number.start,
    )


def _as_share(count: Quantity, total: float, text: str) -> Quantity:
    low, high = count.low / total, count.high / total
    if total not in _ROUND:
        # "1 in 4" is neither nearer to "1 in 3" nor to "1 in 5".
        low, high = max(low, count.value / (total + 0.5)), min(high, count.value / (total - 0.5))
    share = count.value / total
    return replace(
        count, kind="share", value=share, low=low, high=high, total=total, text=text, stated=True
    )


def _as_time(count: Quantity, hours: float, text: str, *, stated: bool = True) -> Quantity:
    return replace(
        count,
        kind="time",
        value=count.value * hours,
        low=count.low * hours,
        high=count.high * hours,
        hours=hours,
        text=text,
        stated=stated,
    )


def _like(count: Quantity, following: Quantity) -> Quantity:
    """Give a number the measure of the one behind it: "61 to 84 in 100", "3 and 6 months"."""
    if following.kind == "time":
        return _as_time(count, following.hours, count.text)
    if following.kind == "share" and following.total in _ROUND and following.total >= count.value:
        return _as_share(count, following.total, count.text)
    return replace(count, stated=count.stated or (following.stated and count.value > 1))
