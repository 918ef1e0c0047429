"""Say what follows from the numbers that entries state.

Shares from counts and counts from shares, the rest of a whole, sums and
differences, the people of all entries together. Each entry is taken by itself:
the numbers of two studies make none of either.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markdown_citations.library.entries import Entry
from markdown_citations.library.fields import FIELDS
from markdown_citations.library.latex import decode_field
from markdown_citations.library.parsing.in_language import split_language

from kapguide.claims.quantities import Kind, Quantity, read_quantities
from kapguide.words import Words, load_words

_TELLING = frozenset({"title", "subtitle", "year", "date", "note", "abstract"})
_SILENT = (frozenset(FIELDS) | {"statusdate", "statuslink"}) - _TELLING
"""Fields that say where to find a work, and nothing of what it is or found."""
_SUMMED = 4
"""At most so many counts in a row are added up."""
_FEWEST = 10
"""Smaller sums come about by chance, and those of smaller numbers outside of the sample."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A number that a field of an entry states."""

    quantity: Quantity
    citekey: str
    field: str


class KnownNumber(NamedTuple):
    """A number that entries state, or that follows from theirs."""

    kind: Kind
    number: float
    hours: float = 0
    """Of a time: the length of its unit."""
    summed: bool = False


class EntryNumbers(NamedTuple):
    """The numbers of one entry, by what they are."""

    counts: frozenset[float]
    """Whole numbers of people, studies and the like."""
    sample: tuple[float, ...]
    """Those that the field `sample` has, in its order."""
    rows: tuple[tuple[float, ...], ...]
    """The larger ones of each other field."""
    scores: frozenset[float]
    """Numbers with decimals, and those beside them in the finding."""
    shares: frozenset[float]
    parts: frozenset[tuple[float, float]]
    """Each "73 of 111"."""
    people: float
    """How many took part; 0 where the entry does not say."""

    @property
    def sums(self) -> frozenset[float]:
        """What groups make together that one field names in a row."""
        groups = (self._without_whole(row) for row in (self.sample, *self.rows))
        sums = {
            sum(row[start : start + length])
            for row in groups
            for length in range(2, _SUMMED + 1)
            for start in range(len(row) - length + 1)
        }
        return frozenset(total for total in sums if total >= _FEWEST)

    def _without_whole(self, row: Sequence[float]) -> list[float]:
        """Drop the number of all people, and one that the others make together."""
        return [each for each in row if each != self.people and each != sum(row) - each]


def read_facts(entries: Iterable[Entry], words: Words) -> list[Fact]:
    """Return all numbers that entries state, field by field."""
    return [
        fact
        for entry in entries
        for fact in _read_entry(entry.citekey, tuple(entry.fields.items()), words)
    ]


# An entry is cited again and again.
@functools.lru_cache(maxsize=512)
def _read_entry(
    citekey: str, fields: tuple[tuple[str, str], ...], words: Words
) -> tuple[Fact, ...]:
    return tuple(
        Fact(quantity, citekey, name)
        for name, value, spoken in _choose_texts(fields, words)
        for quantity in read_quantities(decode_field(name, value), spoken)
    )


def _choose_texts(
    fields: Sequence[tuple[str, str]], words: Words
) -> Iterator[tuple[str, str, Words]]:
    """Give each field once, in the language of the words or else in English, with its words."""
    named = [(*split_language(name), name, value) for name, value in fields]
    own = {base for base, code, _, _ in named if code == words.language}
    english = load_words(topic=words.topic)
    for base, code, name, value in named:
        if base not in _SILENT and (code == words.language if code else base not in own):
            yield name, value, words if code or words.language == "en" else english


def group_facts(facts: Iterable[Fact]) -> list[EntryNumbers]:
    """Return what each entry states."""
    by_entry = itertools.groupby(facts, key=lambda fact: fact.citekey)
    return [_sort_facts(list(entry)) for _, entry in by_entry]


def give_stated(facts: Iterable[Fact]) -> Iterator[KnownNumber]:
    """Give what entries state."""
    for fact in facts:
        yield KnownNumber(fact.quantity.kind, fact.quantity.value, fact.quantity.hours)


def derive(facts: Sequence[Fact]) -> Iterator[KnownNumber]:
    """Give what follows from the numbers of each entry, whatever a sentence says."""
    entries = group_facts(facts)
    for known in entries:
        yield from (KnownNumber("share", share) for share in known.shares)
        yield from (KnownNumber("count", count) for count in known.counts)
        yield from (KnownNumber("count", share * known.people) for share in known.shares)
        yield from (KnownNumber("count", total, summed=True) for total in known.sums)
        for one, other in itertools.permutations(known.shares, 2):
            if one > other > 0:
                yield KnownNumber("ratio", one / other)
    yield KnownNumber("count", sum(known.people for known in entries))


def derive_differences(facts: Iterable[Fact]) -> Iterator[KnownNumber]:
    """Give how far apart the shares of an entry are, and its scores."""
    for known in group_facts(facts):
        for one, other in itertools.permutations(known.shares, 2):
            yield KnownNumber("share", one - other)
        for one, other in itertools.permutations(known.scores, 2):
            yield KnownNumber("count", one - other)


def derive_rests(facts: Iterable[Fact], given: Collection[float] | None) -> Iterator[KnownNumber]:
    """Give the rest of each whole: 18 in 100 where 82 were lost, 3 of 8 where 5 relapsed.

    `given`: only where the whole or the other part is one of these.
    """
    for known in group_facts(facts):
        for share in known.shares if given is None else ():
            yield KnownNumber("share", 1 - share)
        for whole, part in itertools.permutations(known.counts, 2):
            if given is None or whole in given or part in given:
                yield KnownNumber("count", whole - part)


def _sort_facts(entry: Sequence[Fact]) -> EntryNumbers:
    """Sort the facts of one entry; the "one" of "one group" is no count."""
    parts = [fact for fact in entry if fact.quantity.kind == "part"]
    counts = [fact for fact in entry if fact.quantity.kind == "count"]
    listed = [fact.quantity.value for fact in counts if fact.quantity.listed]
    whole = [
        fact
        for fact in counts
        if fact.quantity.stated and not fact.quantity.listed and fact.quantity.value.is_integer()
    ]
    shares = [fact.quantity.value for fact in entry if fact.quantity.kind == "share"]
    shares += [fact.quantity.value / fact.quantity.total for fact in parts]
    shares += [value / 100 for value in listed if value <= 100]
    decimal = {fact.field for fact in counts if not fact.quantity.value.is_integer()}
    ends = [end for fact in parts for end in (fact.quantity.value, fact.quantity.total)]
    return EntryNumbers(
        frozenset([*ends, *(fact.quantity.value for fact in whole)]),
        tuple(fact.quantity.value for fact in whole if fact.field == "sample"),
        tuple(
            tuple(fact.quantity.value for fact in row if fact.quantity.value >= _FEWEST)
            for field, row in itertools.groupby(whole, key=lambda fact: fact.field)
            if field != "sample"
        ),
        frozenset(fact.quantity.value for fact in counts if fact.field in decimal),
        frozenset(shares),
        frozenset((fact.quantity.value, fact.quantity.total) for fact in parts),
        max((fact.quantity.value for fact in entry if fact.field == "people"), default=0),
    )
