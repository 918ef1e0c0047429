"""Tell which numbers of an entry its work's abstract doesn't have."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from markdown_citations.library.entries import Entry

FIELDS = ("finding", "sample", "people")
# Not the 5 of PCL-5 or of T5.
_NUMBER = re.compile(r"(?<![\w.])(?<![A-Za-z]-)(?:\d{1,3}(?:,\d{3})+|\d+)(?:[.·]\d+)?")
_WHOLE = re.compile(r"\bin (?:every )?100\b|\bper ?cent\b")


def missing_numbers(
    entry: Entry, abstract: str, values: Mapping[str, float]
) -> list[tuple[str, str]]:
    """Return field and number, as the entry writes it, in the order of the fields.

    A share "in 100" is a per cent; a whole number may round a decimal of the abstract.
    `values` holds the numbers that are written in words.
    """
    known = read_numbers(abstract, values)
    return [
        (name, written)
        for name in FIELDS
        for written in dict.fromkeys(_written(entry.text(name)))
        if not _is_known(_plain(written), known)
    ]


def read_numbers(text: str, values: Mapping[str, float]) -> set[str]:
    """Return the numbers of a text, those in words among them: 1,285 as 1285, 0.20 as 0.2."""
    found = {_plain(number) for number in _written(text)}
    for name, tail in re.findall(r"\b([a-z]+)(?:-([a-z]+))?\b", text.casefold()):
        if name in values:
            whole = values[name] + (values.get(tail, 0) if values[name] >= 20 else 0)
            found.add(f"{whole:g}")
    return found


def _written(text: str) -> list[str]:
    return [match[0] for match in _NUMBER.finditer(_WHOLE.sub("%", text))]


def _plain(number: str) -> str:
    # Some journals write decimals with a raised point.
    bare = number.replace(",", "").replace("·", ".")
    return bare.rstrip("0").rstrip(".") if "." in bare else bare.lstrip("0") or "0"


def _is_known(number: str, known: Collection[str]) -> bool:
    if number in known:
        return True
    if "." in number or not number.isdigit():
        return False
    return any("." in other and _rounds(other, int(number)) for other in known)


def _rounds(decimal: str, whole: int) -> bool:
    try:
        return abs(float(decimal) - whole) <= 0.5
    except ValueError:
        return False
