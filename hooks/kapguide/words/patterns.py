"""Make regular expressions of the pieces that a table of words names.

A line break in an expression, with the blanks behind it, is no part of it. A name
in braces stands for a piece; a piece that is a list is one of its words, and nothing where
the list is empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_BREAK = re.compile(r"\n\s*")
_LETTERS = re.compile(r"(\\.|\(\?P)|[A-Z]+")
"""Capitals; what has a meaning of its own is a group."""
_PIECE = re.compile(r"\{([a-z]\w*)\}")

NOTHING = "(?!)"
"""Finds nothing anywhere."""

Piece = str | list[str]


def compile_pattern(
    alternatives: Piece, pieces: Mapping[str, Piece], *, lower: bool = False
) -> re.Pattern[str]:
    """Compile one expression, or several as alternatives; case does not count.

    `lower`: the text will be in lower case, so that case need not be looked at.
    Raises KeyError for a piece that is not there.
    """
    texts = [alternatives] if isinstance(alternatives, str) else alternatives or [NOTHING]
    pattern = _join(fill_pieces(text, pieces) for text in texts)
    if not lower:
        return re.compile(pattern, re.I)
    return re.compile(_LETTERS.sub(lambda found: found[1] or found[0].lower(), pattern))


def fill_pieces(text: str, pieces: Mapping[str, Piece]) -> str:
    """Put the pieces into an expression, and theirs into them."""

    def fill(match: re.Match[str]) -> str:
        piece = pieces[match[1]]
        whole = piece if isinstance(piece, str) else f"(?:{'|'.join(piece or [NOTHING])})"
        return fill_pieces(whole, pieces)

    return _PIECE.sub(fill, _BREAK.sub("", text))


def as_written(sentence: str, found: str) -> str:
    """Return words that were found in lower case as the sentence has them."""
    at = sentence.lower().find(found)
    return sentence[at : at + len(found)] if found and at >= 0 else found


def _join(patterns: Iterable[str]) -> str:
    r"""Join alternatives; where all start at a word (\b), that is looked for once."""
    found = [part for pattern in patterns for part in _alternatives(pattern)]
    if any(not part.startswith(r"\b") for part in found):
        return "|".join(found)
    words = "|".join(part.removeprefix(r"\b") for part in found)
    return rf"\b(?:{words})"


def _alternatives(pattern: str) -> list[str]:
    """Split a pattern at those of its bars that stand in no brackets."""
    parts, depth, within = [""], 0, False
    for sign in re.findall(r"\\.|.", pattern, re.S):
        within = sign == "[" or (within and sign != "]")
        if not within:
            depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth and not within:
            parts.append("")
        else:
            parts[-1] += sign
    return parts
