"""The Markdown of a page without what is no Markdown: settings, code, comments.

For checks on what an editor typed and the build took for something else.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from markdown_citations.page.mentioned_lines import FENCE

from kapguide.pages.source_lines import Source

_COMMENT = re.compile(r"<!--.*?-->", re.S)
_FENCED = re.compile(FENCE, re.S | re.M)
_SPAN = re.compile(r"(?P<tick>`+)(?!`)(?:(?!\n[ \t>]*\n).)+?(?<!`)(?P=tick)(?!`)", re.S)
_RAW = re.compile(r"<(?P<raw>script|style|pre|code)\b.*?</(?P=raw)>", re.S)
_BLANKED = (("<!--", _COMMENT), ("```", _FENCED), ("~~~", _FENCED), ("`", _SPAN), ("</", _RAW))
"""What is blanked, in this order, each with a sign that it always has."""


def written(source: Source) -> str:
    """Return a file's Markdown, each of its lines where it was, with the rest blanked."""
    return _blanked(source.text, source.front_matter.body_line)


# One page at a time goes through all checks; two leave room for a site check.
@functools.lru_cache(maxsize=2)
def _blanked(text: str, body_line: int) -> str:
    lines = text.split("\n")
    body = "\n" * (body_line - 1) + "\n".join(lines[body_line - 1 :])
    for sign, pattern in _BLANKED:
        if sign in body:
            body = pattern.sub(_blank, body)
    return body


def _blank(match: re.Match[str]) -> str:
    """Keep the lines of what is blanked."""
    return "\n" * match[0].count("\n")


def written_lines(source: Source) -> Iterator[tuple[int, str]]:
    """Give the lines of a file's Markdown with their numbers, counted from 1."""
    return enumerate(written(source).split("\n"), start=1)


def first_words(text: str) -> str:
    """Return how a text starts, without marks that the build takes away."""
    plain = re.split(r"[*_`\[\]<>{}\\@&]", text.replace("**", ""))[0]
    return " ".join(plain.split()[:3])


def line_at(text: str, at: int) -> int:
    """Return the line of a place in a text, counted from 1."""
    return text.count("\n", 0, at) + 1
