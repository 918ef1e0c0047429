"""Blank out `%` comments inside entries, as Biber does; BibTeX itself knows none there.

In values a % is a sign as any other. Outside of entries all is a comment, but BibTeX would
read an entry behind a %; who writes one there has commented it out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_citations.library.parsing.values import end_of_braces

_HEAD = re.compile(r"^[^\n%]*?@\s*[A-Za-z]+\s*\{", re.M)
_COMMENTED_OUT = re.compile(r"^[ \t]*%[^\n]*@[ \t]*[A-Za-z]+[ \t]*[{(]", re.M)
_START = re.compile(r"@\s*[A-Za-z]+\s*\{")
# A % in the middle of a citekey is a part of it.
_INSIDE = re.compile(r"\\.|[{}\"]|(?:^|(?<=[\s,}\"]))%|^[ \t]*@\s*[A-Za-z]+\s*[{(]", re.M)

# Without one of these there is no comment: behind a field, or on a line without values.
_LIKELY = re.compile(r"[,{}\"][ \t]*%|^[^{}\"\n%]*%", re.M)


def blank_comments(text: str) -> str:
    """Return the text without the comments between the fields of its entries; lines stay.

    An entry that a % comments out is one no more.
    """
    if "%" in text and _COMMENTED_OUT.search(text):
        text = _COMMENTED_OUT.sub(_blank_head, text)
    first = _HEAD.search(text) if "%" in text else None
    if first is None or not _LIKELY.search(text, first.end()):
        return text
    parts: list[str] = []
    done = 0
    for start, end in _find_comments(text):
        parts.append(text[done:start])
        done = end
    return "".join([*parts, text[done:]])


def _find_comments(text: str) -> Iterator[tuple[int, int]]:
    """Give where each comment inside an entry starts and ends."""
    at = 0
    while (percent := text.find("%", at)) >= 0:
        # What ends before an entry with a % in it need not be looked through.
        last = text.rfind("\n@", at, percent) + 1
        head = _HEAD.search(text, last if last and _START.match(text, last) else at)
        if head is None:
            return
        at = head.end()
        depth, quoted = 1, False
        while depth and (mark := _INSIDE.search(text, at)):
            sign, at = mark[0], mark.end()
            if sign == "%":
                if depth == 1 and not quoted:
                    end = text.find("\n", at)
                    at = end if end >= 0 else len(text)
                    yield mark.start(), at
            elif sign == '"':
                quoted = quoted != (depth == 1)
            elif sign in "{}":
                depth += 1 if sign == "{" else -1
            elif sign[0] != "\\":
                at = mark.start()  # an entry that nobody closed ends where the next begins
                break


def _blank_head(match: re.Match[str]) -> str:
    """Take the @ from a head on a comment line, unless that line is in an entry's value."""
    text, start = match.string, match.start()
    head = _START.match(text, text.rfind("\n@", 0, start) + 1)
    end = end_of_braces(text, head.end() - 1) if head else 0
    is_outside = end is not None and end <= start
    return match[0].replace("@", " ") if is_outside else match[0]
