"""Tell where a sentence says the reverse of what the entry that it cites found.

Only what can be read safely: a number that belongs to another group there ("41 in
100 with ketamine", where the entry has 41.2 with ECT), a comparison the other way
round ("more with ketamine"), and a difference where the entry found none. What is
denied, asked or about another outcome is left alone.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markdown_citations.library.entries import Entry

from kapguide.claims.quantities import Quantity, read_quantities
from kapguide.words import Words

_STEM = 5
"""So many letters of a word are the same in "harm" and "harms", "relapse" and "relapsed"."""
_COMPARED = ("finding", "limitation")


class TrialArm(NamedTuple):
    """A mention of one of the groups of a trial."""

    name: str
    start: int
    end: int


class Comparison(NamedTuple):
    """One group had more of something than another, or did better."""

    text: str
    measure: str
    more: str
    """The group that had more; empty where the text does not say."""
    less: str
    rival: bool
    """It says than which group."""
    about: frozenset[str]
    """The beginnings of the other words of its clause."""


def find_reversed(sentence: str, entry: Entry, words: Words) -> Iterator[str]:
    """Find what a sentence says the other way round than its entry, in words for an editor."""
    own = read_comparisons(sentence, words)
    numbers = _number_arms(sentence, words)
    if not own and not numbers:
        return
    both = [entry.text(f"{name}_{words.language}", name) for name in _COMPARED]
    fields = [text for text in both if text]
    yield from _swapped_numbers(numbers, [n for f in fields for n in _number_arms(f, words)])
    arms = {arm.name for text in fields for arm in find_arms(text, words)}
    known = [each for text in fields for each in read_comparisons(text, words)]
    for comparison in own:
        same = [each for each in known if _same_outcome(comparison, each)]
        if same and all(_contradict(comparison, each, len(arms)) for each in same):
            yield f'"{comparison.text}", where it says "{same[0].text}"'
    if known:
        return
    for comparison, text in itertools.product(own, fields):
        even = _find_even(comparison, text, words)
        if even:
            yield f'"{comparison.text}", where it says "{even}"'


@functools.lru_cache(maxsize=1024)
def read_comparisons(text: str, words: Words) -> tuple[Comparison, ...]:
    """Return the comparisons of a text between two arms, clause by clause."""
    clauses = words.pattern("comparisons.clause").split(text)
    read = (_read_comparison(clause, words) for clause in clauses)
    return tuple(comparison for comparison in read if comparison)


def _read_comparison(clause: str, words: Words) -> Comparison | None:
    if not words.pattern("comparisons.words").search(clause):
        return None
    if words.pattern("comparisons.denied").search(clause):
        return None
    found = [
        (match, row)
        for pattern, row in words.patterns("comparisons.words")
        for match in pattern.finditer(clause)
    ]
    # "Less well" is one word here, and two comparisons in a clause are too many to read safely.
    found = [
        (match, row)
        for match, row in found
        if not any(other.start() < match.end() <= other.end() != match.end() for other, _ in found)
    ]
    than, arms = words.pattern("comparisons.than"), find_arms(clause, words)
    against = {arm.name for arm in arms if than.search(clause[: arm.start])}
    with_it = {arm.name for arm in arms} - against
    if len(found) != 1 or not arms or len(against) > 1 or len(with_it) > 1:
        return None
    match, row = found[0]
    more, less = "".join(with_it), "".join(against)
    if not row["more"]:
        more, less = less, more
    clause_words = " ".join(clause.split())
    about = _stems(clause, words) - {match[0][:_STEM].lower()}
    return Comparison(clause_words, str(row["measure"]), more, less, bool(against), about)


def _stems(clause: str, words: Words) -> frozenset[str]:
    """Return the beginnings of the words that say what a clause is about."""
    for pattern in (words.pattern("comparisons.common"), words.pattern("comparisons.groups")):
        clause = pattern.sub(" ", clause)
    return frozenset(word[:_STEM].lower() for word in re.findall(r"[^\W\d]{4,}", clause))


def find_arms(text: str, words: Words) -> list[TrialArm]:
    """Return the mentions of arms in reading order."""
    found = [
        TrialArm(str(row["name"]), *match.span())
        for pattern, row in words.patterns("comparisons.groups")
        for match in pattern.finditer(text)
    ]
    return sorted(found, key=lambda group: group.start)


def _same_outcome(one: Comparison, other: Comparison) -> bool:
    """Who did better needs no outcome; of what there was more does."""
    return one.measure == other.measure and (one.measure == "well" or bool(one.about & other.about))


def _contradict(one: Comparison, other: Comparison, arms: int) -> bool:
    """Whether one gives more to whom the other gives less, of two arms also to another."""
    crossed = ((one.more, other.less), (one.less, other.more))
    beside = ((one.more, other.more), (one.less, other.less)) if arms == 2 else ()
    return any(first and first == second for first, second in crossed) or any(
        first and second and first != second for first, second in beside
    )


def _find_even(comparison: Comparison, text: str, words: Words) -> str:
    """Return the words that find no difference where a comparison says "better than"."""
    for clause in words.pattern("comparisons.clause").split(text) if comparison.rival else ():
        found = words.pattern("comparisons.same").search(clause)
        if found and comparison.about & _stems(clause.replace(found[0], " "), words):
            return " ".join(clause.split())
    return ""


def _swapped_numbers(
    own: Sequence[tuple[Quantity, str]], known: Sequence[tuple[Quantity, str]]
) -> Iterator[str]:
    """Find numbers that belong to another arm in the entry, each of which is named there."""
    for quantity, name in own:
        alike = [(other, arm) for other, arm in known if other.kind == quantity.kind]
        fitting = {arm for other, arm in alike if quantity.low <= other.value <= quantity.high}
        if fitting and name not in fitting and name in {arm for _, arm in alike}:
            yield f'"{quantity.text}" with {name}, where it has it with {" and ".join(fitting)}'


@functools.lru_cache(maxsize=1024)
def _number_arms(text: str, words: Words) -> tuple[tuple[Quantity, str], ...]:
    """Return each share and score with the arm that stands right behind it, if one does."""
    quantities = [q for q in read_quantities(text, words) if q.kind in ("share", "part", "count")]
    arms = find_arms(text, words) if quantities else []
    found = []
    for quantity, after in itertools.zip_longest(quantities, quantities[1:]):
        start, end = quantity.start + len(quantity.text), after.start if after else len(text)
        arm = next((arm for arm in arms if start <= arm.start < end), None)
        between = text[start : arm.start] if arm else ""
        if (
            arm
            and words.pattern("comparisons.joined").search(between)
            and not words.pattern("comparisons.apart").search(between)
        ):
            found.append((quantity, arm.name))
    return tuple(found)
