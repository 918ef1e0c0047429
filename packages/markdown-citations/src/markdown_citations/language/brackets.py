"""Which brackets stand around each @ of a text, found in one walk over the text.

What Markdown has already taken out of the text (code, links, escaped characters)
arrives as one run between STX and ETX and stays whole.
"""

from __future__ import annotations

import re
from functools import lru_cache

_DEEPEST = 20  # brackets around one @, so that odd input costs no minutes
# Each alternative begins with one sign, so that the search can skip all others.
_SIGNS = re.compile(r"\x02[^\x03]*\x03|\\.|\[|\]|@", re.S)


class Brackets:
    """The brackets of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.citations: dict[int, object] = {}
        """What a caller has read in the bracket at a place, so that it reads each once."""
        signs = [(match.start(), match[0]) for match in _SIGNS.finditer(text)]
        self._closing = _pair(signs)
        self.closing: dict[int, int] = {}
        """Where each bracket that is closed, and not too deep in others, is closed."""
        self._around: dict[int, tuple[int, ...]] = {}
        around: tuple[int, ...] = ()
        too_deep = 0
        for at, sign in signs:
            if sign == "@" and around:
                self._around[at] = around
            elif sign == "[" and at in self._closing:
                if len(around) < _DEEPEST:
                    around = (*around, at)
                    self.closing[at] = self._closing[at]
                else:
                    too_deep += 1
            elif sign == "]" and around:
                if too_deep:
                    too_deep -= 1
                else:
                    around = around[:-1]

    def around(self, at: int) -> tuple[int, ...]:
        """Return the closed brackets around the @ at `at`, outermost first."""
        return self._around.get(at, ())

    def open_ones(self) -> list[int]:
        """Return where the brackets stand that nothing closes, or that are too deep in others."""
        signs = (match for match in _SIGNS.finditer(self.text) if match[0] == "[")
        return [match.start() for match in signs if match.start() not in self.closing]

    def is_open(self, at: int) -> bool:
        """Tell whether a bracket stands at `at` that nothing closes."""
        return self.text[at : at + 1] == "[" and at not in self._closing


def _pair(signs: list[tuple[int, str]]) -> dict[int, int]:
    closing: dict[int, int] = {}
    waiting: list[int] = []
    for at, sign in signs:
        if sign == "[":
            waiting.append(at)
        elif sign == "]" and waiting:
            closing[waiting.pop()] = at
    return closing


@lru_cache(maxsize=2)  # all that is asked of one text is asked in a row
def find_brackets(text: str) -> Brackets:
    """Return the brackets of a text."""
    return Brackets(text)
