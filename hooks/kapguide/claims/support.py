"""Tell whether a number of a sentence stands in an entry, or follows from its numbers.

Takes a sentence and the entries that it cites. A number in a field counts as
exact; it is the sentence that may round it. What follows from them is for
`derivation` to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markdown_citations.library.entries import Entry

from kapguide.claims.derivation import (
    Fact,
    KnownNumber,
    derive,
    derive_differences,
    derive_rests,
    give_stated,
    group_facts,
    read_facts,
)
from kapguide.claims.quantities import Quantity, read_quantities
from kapguide.words import Words

_YEAR = 8766.0
"""In hours."""
_TINY = 1e-6
_NEAR_TIME = 0.1
"""How far "about a month" may be from 28 days, as a share of it."""


def find_unsupported(sentence: str, entries: Sequence[Entry], words: Words) -> list[Quantity]:
    """Return the quantities of a sentence that its entries do not bear out."""
    stated = [quantity for quantity in read_quantities(sentence, words) if quantity.stated]
    facts = read_facts(entries, words) if stated else []
    copied = {*give_stated(facts)}
    left = [q for q in stated if not any(_fits(q, value) for value in copied)]
    # Most numbers are copied; what follows from others need be known for the rest alone.
    if not left:
        return []
    values = {*derive(facts)}
    if words.pattern("quantities.compared").search(sentence):
        values |= {*derive_differences(facts)}
    # "The other 14" is a rest; so is 61 in "of 96 people, 35 were women and 61 men".
    told = bool(words.pattern("quantities.rest").search(sentence))
    values |= {*derive_rests(facts, None if told else {quantity.value for quantity in stated})}
    halved = any(_has_median(entry, words) for entry in entries)
    return [
        quantity
        for quantity in left
        if not (
            (quantity.studies and quantity.value == len(entries))
            or (quantity.kind == "part" and _supports_part(quantity, facts, told))
            or (quantity.in_words and _supports_words(quantity, facts, halved))
            or any(_fits(quantity, value) for value in values)
        )
    ]


def find_nearest(quantity: Quantity, entries: Iterable[Entry], words: Words) -> Fact | None:
    """Return the number of the entries that comes nearest, one of the same kind if any."""
    facts = read_facts(entries, words)
    same = [fact for fact in facts if fact.quantity.kind == quantity.kind]
    return min(
        same or facts, key=lambda fact: abs(fact.quantity.value - quantity.value), default=None
    )


def _fits(quantity: Quantity, value: KnownNumber) -> bool:
    """Whether a value may be written as that quantity."""
    number = value.number
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
        case "part", _:
            fits = False
        case kind, other:
            loose = quantity.loose and value.summed
            fits = kind == other and not loose and _between(quantity, number)
    return fits


def _between(quantity: Quantity, number: float) -> bool:
    """Whether a number is rounded to a quantity: 4.5 to 5, and 5.5 to 6."""
    if quantity.kind == "count" and quantity.counted and not quantity.loose:
        return abs(number - quantity.value) < _TINY  # nobody rounds to whole people
    exact = abs(number - quantity.value) < _TINY
    return exact or quantity.low - _TINY <= number < quantity.high - _TINY


def _fits_time(quantity: Quantity, value: KnownNumber) -> bool:
    if value.hours == quantity.hours:
        return _between(quantity, value.number)
    room = _NEAR_TIME if quantity.loose else 0.001
    return abs(quantity.value - value.number) <= room * value.number


def _same_date(wanted: float, known: float) -> bool:
    """Compare dates; the first may leave out its day or its year."""
    (year, rest), (known_year, known_rest) = (divmod(int(date), 10_000) for date in (wanted, known))
    same_day = rest == known_rest or (rest % 100 == 0 and rest // 100 == known_rest // 100)
    return same_day and year in (0, known_year)


def _supports_part(part: Quantity, facts: Sequence[Fact], told: bool) -> bool:
    """Whether entries bear out "73 of 111": as such, as a share of as many, or group and whole."""
    for known in group_facts(facts):
        rests = {(total - value, total) for value, total in known.parts if told}
        if (part.value, part.total) in known.parts | rests:
            return True
        if part.total not in known.counts:
            continue
        if any(_between(part, share * part.total) for share in known.shares):
            return True
        paired = {value for value, _ in known.parts}
        if part.value in known.counts | known.sums and part.value not in paired:
            return True
    return False


def _supports_words(share: Quantity, facts: Sequence[Fact], halved: bool) -> bool:
    """Whether entries bear out "half of them": by a median, or by a group and its whole."""
    if halved and share.value == 0.5:
        return True
    return any(
        _between(share, one / other)
        for known in group_facts(facts)
        for one in known.sample
        for other in known.sample
        if other > one
    )


def _has_median(entry: Entry, words: Words) -> bool:
    """As many people lie on each side of it."""
    return any(words.pattern("quantities.middle").search(text) for text in entry.fields.values())
