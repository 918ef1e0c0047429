"""Compare a table of words with the English one, and take from that what it lacks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from typing import Any

_PLACE = re.compile(r"\{([a-z]\w*)[\w.]*\}")
_PIECES = "pieces"


def complete(
    own: Mapping[str, Any], english: Mapping[str, Any], pieces: Set[str], within: str = ""
) -> tuple[dict[str, Any], list[str]]:
    """Return a table with the names of the English one, and the names that it lacked itself.

    A text also counts as lacking where it has another form, or asks for something that
    nothing fills in. Of the pieces of patterns a language may have more.
    """
    whole: dict[str, Any] = {}
    lacking: list[str] = []
    for name, text in english.items():
        value, full = own.get(name), f"{within}{name}"
        if isinstance(text, Mapping) and isinstance(value, Mapping) and not _is_numbers(text):
            whole[name], gaps = complete(value, text, pieces, f"{full}.")
            lacking += gaps
        elif _is_like(value, text, pieces):
            whole[name] = value
        else:
            whole[name] = text
            lacking.append(full)
    if within == f"{_PIECES}.":
        whole = {**own, **whole}
    return whole, lacking


def merge(first: Mapping[str, Any], second: Mapping[str, Any]) -> dict[str, Any]:
    """Add the names of one table to another; tables of one name become one table."""
    merged = dict(first)
    for name, value in second.items():
        both = isinstance(value, Mapping) and isinstance(merged.get(name), Mapping)
        merged[name] = merge(merged[name], value) if both else value
    return merged


def find_others(own: Mapping[str, Any], whole: Mapping[str, Any], within: str = "") -> list[str]:
    """Return the names of a table that another lacks."""
    found: list[str] = []
    for name, value in own.items():
        full = f"{within}{name}"
        if name not in whole:
            found.append(full)
        elif isinstance(value, Mapping) and isinstance(whole[name], Mapping):
            found += find_others(value, whole[name], f"{full}.")
    return found


def _is_like(value: object, text: object, pieces: Set[str]) -> bool:
    """Whether a value can stand in the place of an English one."""
    if isinstance(text, list) and text and isinstance(text[0], Mapping):
        always = set.intersection(*(set(row) for row in text))
        rows = value if isinstance(value, list) else [None]
        if not all(isinstance(row, Mapping) and always <= set(row) for row in rows):
            return False
    places = find_places(text)
    known = pieces if places <= pieces else places
    return isinstance(value, type(text)) and find_places(value) <= known


def _is_numbers(table: Mapping[str, Any]) -> bool:
    """Whether a table has numbers by their words, of which each language has its own."""
    return all(isinstance(value, int | float) for value in table.values())


def find_places(value: object) -> set[str]:
    """Return the names in braces of a text, or of all texts of a list or a table."""
    if isinstance(value, str):
        return set(_PLACE.findall(value))
    if isinstance(value, Mapping):
        value = list(value.values())
    return set().union(*map(find_places, value)) if isinstance(value, list) else set()
