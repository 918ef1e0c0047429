"""Find the line of a page on which an entry is cited.

Python-Markdown keeps no line numbers, so the source is searched: code,
comments and escaped signs are blanked out first, since nothing is cited there.

Takes a page's source, front matter included, and a citekey.
Gives line numbers, counted from 1. None where the text came from elsewhere,
such as a snippet.
Must stay free of Markdown's parser.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

_FENCE = r"^[ \t]*(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^[ \t]*(?P=fence)[`~]*[ \t]*$|\Z)"
_NO_TEXT = re.compile(
    rf"\A---\n.*?^(?:---|\.\.\.)[ \t]*$|{_FENCE}|<!--.*?-->"
    r"|(?P<tick>`+)(?!`).+?(?<!`)(?P=tick)(?!`)|\\.",
    re.S | re.M,
)


@lru_cache(maxsize=4)
def _blanked(source: str) -> str:
    text = source.replace("\r\n", "\n")
    return _NO_TEXT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def find_lines(source: str, citekey: str) -> list[int]:
    """Return the line of each mention of a citekey, in the order of the source."""
    key = re.escape(citekey)
    pattern = rf"(?<![^\W_])@(?:{key}(?![^\W_]|[:.#$%&\-+?<>~/_]\w)|\{{{key}\}})"
    text = _blanked(source)
    return [text.count("\n", 0, match.start()) + 1 for match in re.finditer(pattern, text)]


def find_line(
    source: str, citekey: str, occurrence: int = 0, accept: Callable[[str], bool] | None = None
) -> int | None:
    """Return the line of the n-th mention, counted from 0, among those that `accept` takes."""
    lines = find_lines(source, citekey)
    if accept is not None:
        rows = source.replace("\r\n", "\n").split("\n")
        lines = [line for line in lines if accept(rows[line - 1])] or lines
    if not lines:
        return None
    return lines[min(occurrence, len(lines) - 1)]


def find_text(source: str, text: str) -> int | None:
    """Return the first line that holds a text."""
    position = source.replace("\r\n", "\n").find(text)
    return None if position < 0 else source.replace("\r\n", "\n").count("\n", 0, position) + 1
