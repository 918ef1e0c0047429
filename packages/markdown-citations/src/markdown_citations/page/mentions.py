"""Find the lines of a page's source that mention a citekey.

Python-Markdown keeps no line numbers, so the source is searched, front matter
included: code, comments and escaped signs are blanked out first, since nothing is
cited there. What came from elsewhere, such as a snippet, is not found.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

Accept = Callable[[str], bool]
"""Tells whether a line can be the one that is meant."""

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


def find_mentions(source: str, citekey: str) -> list[int]:
    """Return the line, counted from 1, of each mention of a citekey, in order."""
    key = re.escape(citekey)
    pattern = rf"(?<![^\W_])@(?:{key}(?![^\W_]|[:.#$%&\-+?<>~/_]\w)|\{{{key}\}})"
    text = _blanked(source)
    return [text.count("\n", 0, match.start()) + 1 for match in re.finditer(pattern, text)]


def find_mention(
    source: str, citekey: str, occurrence: int = 0, accept: Accept | None = None
) -> int | None:
    """Return the line of the n-th mention, counted from 0, among those that `accept` takes."""
    lines = find_mentions(source, citekey)
    if accept is not None:
        rows = source.replace("\r\n", "\n").split("\n")
        lines = [line for line in lines if accept(rows[line - 1])] or lines
    if not lines:
        return None
    return lines[min(occurrence, len(lines) - 1)]
