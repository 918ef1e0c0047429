"""Take the text behind a field's `=` apart into braces, quotes, numbers and macros.

The raw text is what the splitter of bibtexparser delimits, outer braces or
quotes included. Whatever follows a complete value is kept: there a comma is
missing, which bibtexparser lets pass in silence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from unicodedata import normalize

# Not \s, which takes no-break spaces too: those are there on purpose.
_SPACE = re.compile(r"[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")
# Marks of word processors, which nobody sees: zero-width spaces, soft hyphens and their kin.
_UNSEEN: Mapping[int, str | None] = {
    **dict.fromkeys(map(ord, "\u200b\u200e\u2060\ufeff")),
    # Printed pages have one sign for "fi", and PDFs hand it on.
    **{sign: normalize("NFKC", chr(sign)) for sign in range(0xFB00, 0xFB07)},
}
_BARE = re.compile(r"[^\s#{}\",=]+")
# As the splitter has it: a brace or quote behind a backslash counts for nothing.
_MARK = re.compile(r"(?<!\\)[{}\"]")
_BRACE = re.compile(r"(?<!\\)[{}]")
_NEXT_FIELD = re.compile(
    r"\s*[.;:]?\s*(?P<name>[A-Za-z][\w:+.-]*)\s*=\s*(?P<value>\S.*)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Piece:
    """One operand of a `#` concatenation."""

    text: str
    macro: bool
    """Whether `text` is the name of an @string, not its own value."""


@dataclass(frozen=True, slots=True)
class Value:
    """What stands behind a field's `=`."""

    pieces: tuple[Piece, ...]
    rest: str = ""
    """What follows the value though it should not; empty when all is well."""

    @property
    def macros(self) -> tuple[str, ...]:
        """The names of the @strings it uses."""
        return tuple(piece.text for piece in self.pieces if piece.macro)


def fold_space(text: str) -> str:
    """Make every run of white space one space, as BibTeX does, and drop what nobody sees."""
    text = text.strip()
    # Nearly every value passes here, nearly none has anything to fold.
    if text.isprintable() and "  " not in text:
        return text
    return _SPACE.sub(" ", drop_unseen(text).strip())


def drop_unseen(text: str) -> str:
    """Drop what nobody sees, but for one half of what was an í before a program misread it."""
    return re.sub("(?<!Ã)\u00ad|(?<=[A-Z]Ã)\u00ad(?=[A-Z])", "", text.translate(_UNSEEN))


def plain_text(raw: str) -> str | None:
    """Return what is inside `{…}` where it has no braces of its own, else None.

    Nine values in ten are of this kind, so that they need no `Value`.
    """
    if raw[:1] == "{" and raw[-1:] == "}" and "{" not in raw[1:] and "}" not in raw[1:-1]:
        return raw[1:-1]
    return None


def parse_value(raw: str) -> Value:
    """Parse `{a} # name # "b"`; never fails, what it cannot read is in `rest`."""
    pieces: list[Piece] = []
    at = 0
    while True:
        at = _skip_space(raw, at)
        end = _end_of_operand(raw, at)
        if end is None:
            return Value(tuple(pieces), raw[at:].strip())
        pieces.append(_piece(raw[at:end]))
        at = _skip_space(raw, end)
        if not raw.startswith("#", at):
            return Value(tuple(pieces), raw[at:].strip())
        at += 1


def split_next_field(rest: str) -> tuple[str, str] | None:
    """Return name and raw value where `rest` is a field that lacks the comma before it."""
    match = _NEXT_FIELD.fullmatch(rest)
    return (match["name"], match["value"]) if match else None


def is_balanced(text: str) -> bool:
    """Tell whether every brace is closed, and none before it is opened."""
    if "{" not in text and "}" not in text:
        return True
    depth = 0
    for mark in _BRACE.finditer(text):
        depth += 1 if mark[0] == "{" else -1
        if depth < 0:
            return False
    return depth == 0


def _skip_space(raw: str, at: int) -> int:
    while at < len(raw) and raw[at].isspace():
        at += 1
    return at


def _piece(operand: str) -> Piece:
    if operand[0] in '{"':
        return Piece(operand[1:-1], False)
    return Piece(operand, not operand.isdigit())


def _end_of_operand(raw: str, at: int) -> int | None:
    """Return where the operand that starts at `at` ends, or None for no operand."""
    opening = raw[at : at + 1]
    if opening == "{":
        return end_of_braces(raw, at)
    if opening == '"':
        return _end_of_quotes(raw, at)
    bare = _BARE.match(raw, at)
    return bare.end() if bare else None


def end_of_braces(raw: str, at: int = 0) -> int | None:
    """Return where the brace that opens at `at` is closed, or None where it is not."""
    depth = 0
    for mark in _MARK.finditer(raw, at):
        depth += (mark[0] == "{") - (mark[0] == "}")
        if depth == 0:
            return mark.end()
    return None


def _end_of_quotes(raw: str, at: int) -> int | None:
    """Find the next quotation mark that stands in no braces.

    Where braces inside do not balance there is none; the next quotation mark
    of any kind then ends it, as it does for the splitter.
    """
    depth = 0
    first: int | None = None
    for mark in _MARK.finditer(raw, at + 1):
        if mark[0] != '"':
            depth += 1 if mark[0] == "{" else -1
            continue
        if depth == 0:
            return mark.end()
        first = first or mark.end()
    return first
