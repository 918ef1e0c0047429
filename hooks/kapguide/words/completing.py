"""Compare a table of words with the English one, and take from that what it lacks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from string import Formatter
from typing import Any

from kapguide.words.patterns import NOTHING, fill_pieces

_PLACE = re.compile(r"\{([a-z]\w*)[\w.]*\}")
_PIECES, _MONTHS = "pieces.", "dates.months"
_EXPRESSIONS = {"pattern", "second", "before"}
"""What holds expressions in an array of tables."""


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
        if value == text:
            whole[name] = text
        elif isinstance(text, Mapping) and isinstance(value, Mapping) and not _is_numbers(text):
            whole[name], gaps = complete(value, text, pieces, f"{full}.")
            lacking += gaps
        elif _is_like(value, text, pieces, expression=within == _PIECES) and (
            full != _MONTHS or len(own[name]) == len(text)
        ):
            whole[name] = value
        else:
            whole[name] = text
            lacking.append(full)
    if within == _PIECES:
        more = {name: piece for name, piece in own.items() if name not in english}
        broken = [name for name, piece in more.items() if not _is_piece(piece, pieces)]
        whole = {**more, **whole, **dict.fromkeys(broken, NOTHING)}
        lacking += [f"{within}{name}" for name in broken]
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


def _is_like(value: object, text: object, pieces: Set[str], *, expression: bool = False) -> bool:
    """Whether a value can stand in the place of an English one.

    `expression`: it is one that texts are searched for, whatever it looks like.
    """
    if isinstance(text, int | float):
        return isinstance(value, int | float)
    if isinstance(text, str):
        return isinstance(value, str) and _is_text(value, text, pieces, expression)
    if isinstance(text, Mapping):
        return isinstance(value, Mapping) and _is_numbers(value)
    if not (isinstance(text, list) and isinstance(value, list)):
        return isinstance(value, type(text))
    if text and isinstance(text[0], Mapping):
        return all(_is_row(row, text, pieces) for row in value)
    expression = expression or any("\\" in item for item in text)
    return all(
        isinstance(item, str) and _is_text(item, " ".join(text), pieces, expression)
        for item in value
    )


def _is_piece(value: object, pieces: Set[str]) -> bool:
    """Whether a value can be a piece of patterns: an expression, or a list of them."""
    return any(_is_like(value, kind, pieces, expression=True) for kind in ("", [""]))


def _is_row(row: object, rows: Sequence[Mapping[str, Any]], pieces: Set[str]) -> bool:
    """Whether a table can be one of an array: it has what all have, each as in one of them."""
    like: dict[str, list[Any]] = {}
    for name, value in (pair for other in rows for pair in other.items()):
        like.setdefault(name, []).append(value)
    if not isinstance(row, Mapping) or any(
        len(values) == len(rows) and name not in row for name, values in like.items()
    ):
        return False
    return all(
        _is_like(value, _join(like[name]), pieces, expression=name in _EXPRESSIONS)
        for name, value in row.items()
        if name in like
    )


def _join(values: Sequence[Any]) -> Any:
    """Make one text, or one list, that has all that some have."""
    if all(isinstance(value, str) for value in values):
        return " ".join(values)
    if all(isinstance(value, list) for value in values):
        return [item for value in values for item in value]
    return values[-1]


def _is_text(value: str, text: str, pieces: Set[str], expression: bool) -> bool:
    places = set(_PLACE.findall(text))
    known = pieces if places <= pieces else places
    if not set(_PLACE.findall(value)) <= known:
        return False
    try:
        # No text for readers has a backslash, or a piece.
        if expression or "\\" in text or (places and known is pieces):
            re.compile(fill_pieces(value, dict.fromkeys(known, "x")))
        elif places:
            return _fields(value) <= _fields(text)
    except (re.error, ValueError, RecursionError):
        return False
    return True


def _fields(text: str) -> set[tuple[str | None, ...]]:
    """Return what is filled into a text, each with how; raise ValueError for a stray brace."""
    return {tuple(parts) for _, *parts in Formatter().parse(text)} - {(None, None, None)}


def _is_numbers(table: Mapping[str, Any]) -> bool:
    """Whether a table has numbers by their words, of which each language has its own."""
    return all(isinstance(value, int | float) for value in table.values())
