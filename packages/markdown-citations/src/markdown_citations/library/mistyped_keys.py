"""Which entry a citekey was meant for, where it was mistyped.

Authors, years and the letter behind a year tell works apart: `lee2021` is another study
than `lee2020`, and the one that was meant may be deleted. So the nearest key is not
enough: one slip of the hand must make all the difference.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from markdown_citations.problems import ask_meant, is_slip

UNCITABLE = re.compile(r"[\s\\`]")
"""What no citation holds, not even one in braces."""
_PARTS = re.compile(r"\d+|[^\W\d_]+|[\W_]+")
_EARLIEST, _LATEST = 1800, 2099
"""What lies outside is a number of another kind, such as that of a law: `smc2258`."""
_SHORT = 3


def find_meant(citekey: str, citekeys: Iterable[str]) -> str | None:
    """Return the citekey that this one is, mistyped; None where none is, or two are."""
    latest, by_part = _index(tuple(citekeys))
    folded = citekey.casefold()
    lengths = range(len(folded) - 1, len(folded) + 2)
    parts = {part for length in lengths for part in _parts(folded, length)}
    near = {other for part in parts for other in by_part.get(part, ())} - {citekey}
    meant = [other for other in near if _is_mistyped(citekey, other, latest)]
    return meant[0] if len(meant) == 1 else None


# All entries of a library may name one that is gone.
@functools.lru_cache(maxsize=4)
def _index(citekeys: tuple[str, ...]) -> tuple[int, Mapping[tuple[str, str], list[str]]]:
    """Return the latest year in citekeys, and those that have a part, by the part."""
    by_part: dict[tuple[str, str], list[str]] = {}
    for key in citekeys:
        folded = key.casefold()
        for part in _parts(folded, len(folded)):
            by_part.setdefault(part, []).append(key)
    return max((year for key in citekeys for year in _years(key)), default=0), by_part


def _parts(citekey: str, length: int) -> Iterator[tuple[str, str]]:
    """Give what a citekey shares with one of a length that a slip makes of it: one of these."""
    half = max(0, length) // 2
    yield "letters", _letters(citekey)
    yield "start", citekey[:half]
    yield "end", citekey[len(citekey) - max(0, half - 2) :]


def suggest_citekey(citekey: str, citekeys: Iterable[str], instead: str) -> str:
    """Return `Did you mean "x"?`, or what to do `instead` where no key is near enough."""
    meant = find_meant(citekey, citekeys)
    if meant and UNCITABLE.search(meant):
        return f'If the entry "{meant}" is meant, call it {citekey}.'
    return ask_meant(citekey, meant) if meant else instead


def _is_mistyped(citekey: str, other: str, latest: int) -> bool:
    one, two = citekey.casefold(), other.casefold()
    if _letters(one) == _letters(two):
        return True
    parts, others = _PARTS.findall(one), _PARTS.findall(two)
    if not is_slip(one, two) or len(parts) != len(others):
        return False
    differing = [pair for pair in zip(parts, others, strict=True) if pair[0] != pair[1]]
    if any(part.isdigit() or own.isdigit() for part, own in differing):
        # Two digits changed places, unless that is a year in which something was published.
        swapped = all(sorted(part) == sorted(own) for part, own in differing)
        return swapped and not any(year <= latest + 1 for year in _years(one))
    # A short word, such as the letter behind a year or a name of two, is a word of its own.
    return all(sorted(part) == sorted(own) or len(own) > _SHORT for part, own in differing)


def _letters(citekey: str) -> str:
    """Return a citekey's letters and digits without accents: `müller_2020` is `muller2020`."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", citekey) if sign.isalnum())


def _years(citekey: str) -> list[int]:
    numbers = (int(part) for part in _PARTS.findall(citekey) if part.isdecimal() and len(part) == 4)
    return [number for number in numbers if _EARLIEST <= number <= _LATEST]
