"""Find the line on which a page's source mentions a citekey.

Python-Markdown keeps no line numbers, so a message searches the page's source, front
matter included, for the n-th mention of its citekey. Code, comments and escaped signs
are blanked out first, since nothing is cited there. What came from elsewhere, such as
a snippet, is not found.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from markdown_citations.language.syntax import CITEKEY

Accept = Callable[[str], bool]
"""Tells whether a line can be the one that is meant."""
FENCE = r"^[ \t]*(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^[ \t]*(?P=fence)[`~]*[ \t]*$|\Z)"
_NO_TEXT = re.compile(
    rf"\A---\n.*?^(?:---|\.\.\.)[ \t]*$|{FENCE}|<!--.*?-->"
    r"|(?P<tick>`+)(?!`).+?(?<!`)(?P=tick)(?!`)|\\.",
    re.S | re.M,
)
MENTION = re.compile(rf"(?<![^\W_])@(?:\{{(?P<braced>[^\s{{}}]+)\}}|(?P<key>{CITEKEY}))")


@lru_cache(maxsize=4)
def blank_out(source: str) -> str:
    """Return a source without what cites nothing, with a blank in place of each sign."""
    text = source.replace("\r\n", "\n")
    return _NO_TEXT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


@lru_cache(maxsize=4)
def _mentions(source: str) -> Mapping[str, list[int]]:
    """Return the lines on which each citekey of a source is mentioned."""
    found: dict[str, list[int]] = {}
    text = blank_out(source)
    line, done = 1, 0
    for match in MENTION.finditer(text):
        line += text.count("\n", done, match.start())
        done = match.start()
        # The underscore at its end may be Markdown's.
        keys = {match["braced"]} if match["braced"] else {match["key"], match["key"].rstrip("_")}
        for key in keys:
            found.setdefault(key, []).append(line)
    return found


def find_mentions(source: str, citekey: str) -> list[int]:
    """Return the line, counted from 1, of each mention of a citekey, in order."""
    return _mentions(source).get(citekey, [])


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
