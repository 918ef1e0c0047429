"""Short texts that stand for finished HTML while Markdown works on a page.

They look like Markdown's own, which every extension lets pass.
Must stay free of what they stand for.
"""

from __future__ import annotations

import re

from markdown.util import ETX, STX

MARK = re.compile(rf"{STX}kapguidemark(\d+){ETX}")


def mark(number: int) -> str:
    """Return the mark with a number."""
    # One word: an abbreviation such as `*[1]: one` finds nothing in it.
    return f"{STX}kapguidemark{number}{ETX}"


def has_mark(text: str) -> bool:
    """Whether a text has any mark."""
    return "kapguidemark" in text


def marks_in(text: str) -> list[int]:
    """Return the numbers of a text's marks, in order."""
    return [int(number) for number in MARK.findall(text)]
