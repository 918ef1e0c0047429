"""Tell whether a number of a sentence stands in an entry, or follows from its numbers.

Takes a quantity and the entries that its sentence cites. What follows: shares
from counts and counts from shares, the rest of a whole, sums and differences of
what one field counts, the people of all entries together, other units of time.
A number in a field counts as exact; it is the sentence that may round it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markdown_citations.library.entries import Entry
from markdown_citations.library.fields import FIELDS

from kapguide.claims.quantities import Kind, Quantity, read_quantities
from kapguide.words import Words

_TELLING = frozenset({"title", "subtitle", "year", "date", "note", "abstract"})
_SILENT = (frozenset(FIELDS) | {"statusdate"}) - _TELLING
"""Fields that say where to find a work, and nothing of what it is or found."""
_SUMMED = 4
"""At most so many counts in a row are added up."""
_FEWEST = 10
"""Smaller differences and sums come about by chance."""
_YEAR = 8766.0
_TINY = 1e-6
_NEAR_TIME = 0.1
"""How far "about a month" may be from 28 days, as a share of it."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A number that a field of an entry states."""

    quantity: Quantity
    citekey: str
    field: str


class _Value(NamedTuple):
    """A number that entries state or that follows from theirs, as plain as its kind allows."""

    kind: Kind
    value: float
    hours: float = 0


def read_facts(entries: Iterable[Entry], words: Words) -> list[Fact]:
    """Return all numbers that entries state, field by field."""
    return [
        Fact(quantity, entry.citekey, name)
        for entry in entries
        for name in entry.fields
        if name not in _SILENT
        for quantity in read_quantities(entry.text(name), words)
    ]


def is_supported(quantity: Quantity, entries: Sequence[Entry], words: Words) -> bool:
    """Whether a quantity stands in one of the entries, or follows from their numbers."""
    facts = read_facts(entries, words)
    if quantity.kind == "part":
        return _supports_part(quantity, facts)
    if quantity.studies and quantity.value == len(entries):
        return True
    values = {*_stated(facts), *_derived(facts), *_across(facts), *_middle(entries, words)}
    return any(_fits(quantity, value) for value in values)


def find_nearest(quantity: Quantity, entries: Iterable[Entry], words: Words) -> Fact | None:
    """Return the number of the entries that comes nearest, one of the same kind if any."""
    facts = read_facts(entries, words)
    same = [fact for fact in facts if fact.quantity.kind == quantity.kind]
    return min(
        same or facts, key=lambda fact: abs(fact.quantity.value - quantity.value), default=None
    )


def _fits(quantity: Quantity, value: _Value) -> bool:
    """Whether a value may be written as that quantity."""
    number = value.value
    match quantity.kind, value.kind:
        case "time", "time":
            fits = _fits_time(quantity, value)
        case "date", "date":
            fits = _same_date(quantity.value, number)
        case "year", "date" | "count":
            fits = quantity.value in (number, number // 10_000)
        case "count", "time":  # "aged 53" is "53 years old"
            fits = value.hours == _YEAR and _between(quantity, number / _YEAR)
        case "count", "share":
            fits = quantity.listed and _between(quantity, number * 100)
        case kind, other:
            fits = kind == other and _between(quantity, number)
    return fits


def _between(quantity: Quantity, number: float) -> bool:
    return quantity.low - _TINY <= number <= quantity.high + _TINY


def _fits_time(quantity: Quantity, value: _Value) -> bool:
    if value.hours == quantity.hours:
        return _between(quantity, value.value)
    room = _NEAR_TIME if quantity.loose else 0.001
    return abs(quantity.value - value.value) <= room * value.value


def _same_date(wanted: float, known: float) -> bool:
    """Compare dates; the first may leave out its day or its year."""
    parts = [divmod(int(date), 10_000) for date in (wanted, known)]
    (year, rest), (known_year, known_rest) = parts
    same_day = rest == known_rest or (rest % 100 == 0 and rest // 100 == known_rest // 100)
    return same_day and year in (0, known_year)


def _stated(facts: Iterable[Fact]) -> Iterator[_Value]:
    for fact in facts:
        quantity = fact.quantity
        if quantity.kind == "part":
            yield from (_Value("count", quantity.value), _Value("count", quantity.total))
        else:
            yield _Value(quantity.kind, quantity.value, quantity.hours)
        if quantity.kind == "share" and quantity.total > 1 and quantity.total < 100:
            yield from (_Value("count", quantity.value * quantity.total),)
        if quantity.listed and quantity.value <= 100:
            yield _Value("share", quantity.value / 100)


def _derived(facts: Sequence[Fact]) -> Iterator[_Value]:
    """Give what follows from the numbers of each entry."""
    for _, group in itertools.groupby(facts, key=lambda fact: fact.citekey):
        entry = list(group)
        shares = [*_shares(entry)]
        for share in shares:
            yield from (_Value("share", share), _Value("share", 1 - share))
        for fact in entry:
            if fact.quantity.kind == "part":
                yield _Value("count", fact.quantity.total - fact.quantity.value)
            if fact.field == "people":
                yield from (_Value("count", share * fact.quantity.value) for share in shares)
        for one, other in itertools.permutations(shares, 2):
            if one > other > 0:
                yield from (_Value("share", one - other), _Value("ratio", one / other))
        for _, fields in itertools.groupby(entry, key=lambda fact: fact.field):
            counts = [fact.quantity.value for fact in fields if fact.quantity.kind == "count"]
            yield from _sums(counts)
        yield from _rests([fact.quantity.value for fact in entry if fact.quantity.kind == "count"])


def _shares(entry: Iterable[Fact]) -> Iterator[float]:
    for fact in entry:
        quantity = fact.quantity
        if quantity.kind == "share":
            yield quantity.value
        elif quantity.kind == "part":
            yield quantity.value / quantity.total
        elif quantity.listed and quantity.value <= 100:
            yield quantity.value / 100


def _sums(counts: Sequence[float]) -> Iterator[_Value]:
    for length in range(2, _SUMMED + 1):
        for start in range(len(counts) - length + 1):
            total = sum(counts[start : start + length])
            if total >= _FEWEST:
                yield _Value("count", total)


def _rests(counts: Sequence[float]) -> Iterator[_Value]:
    for one, other in itertools.permutations(set(counts), 2):
        if one - other >= _FEWEST:
            yield _Value("count", one - other)


def _across(facts: Iterable[Fact]) -> Iterator[_Value]:
    """Give the people of all entries together: "two trials with 126 people"."""
    people = [fact.quantity.value for fact in facts if fact.field == "people"]
    if len(people) > 1:
        yield _Value("count", sum(people))


def _middle(entries: Iterable[Entry], words: Words) -> Iterator[_Value]:
    """Give a half where a field has a median: as many lie on each side of it."""
    middle = words.pattern("quantities.middle")
    for entry in entries:
        if any(middle.search(text) for text in entry.fields.values()):
            yield _Value("share", 0.5)


def _supports_part(part: Quantity, facts: Sequence[Fact]) -> bool:
    """Whether entries bear out "73 of 111": as such, as a share of as many, or group and whole."""
    for _, group in itertools.groupby(facts, key=lambda fact: fact.citekey):
        entry = list(group)
        known = [fact.quantity for fact in entry if fact.quantity.kind == "part"]
        if any((q.value, q.total) == (part.value, part.total) for q in known):
            return True
        if any((q.total - q.value, q.total) == (part.value, part.total) for q in known):
            return True
        counts = {fact.quantity.value for fact in entry if fact.quantity.kind == "count"}
        totals = counts | {q.total for q in known}
        if part.total not in totals:
            continue
        shares = [fact.quantity.value for fact in entry if fact.quantity.kind == "share"]
        if any(_between(part, share * part.total) for share in shares):
            return True
        if part.value in counts and all(q.value != part.value for q in known):
            return True
    return False
