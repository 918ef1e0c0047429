"""Tell whether a place in a file stands in HTML, where Markdown is not read."""

from __future__ import annotations

import re

from markdown.util import BLOCK_LEVEL_ELEMENTS

IN_HTML = (
    'Markdown is not read within HTML: write markdown="1" into each tag around it, as in '
    '<div markdown="1">, or take the tags out.'
)
_BLOCK = re.compile(
    rf"<(?P<slash>/?)(?P<name>{'|'.join(BLOCK_LEVEL_ELEMENTS)})(?=[\s/>])(?P<inside>[^>]*)>", re.I
)


def is_in_html(text: str, shown: str, line: int | None = None) -> bool:
    """Whether a piece of a text, from a line on if one is known, stands in an HTML block.

    One whose tag says markdown="1" is read as Markdown.
    """
    start = sum(map(len, text.splitlines(keepends=True)[: line - 1])) if line else 0
    at = text.find(shown, start)
    opened: list[tuple[str, str]] = []
    for tag in _BLOCK.finditer(text, 0, max(at, 0)):
        name = tag["name"].lower()
        if not tag["slash"]:
            opened.append((name, tag["inside"]))
        elif any(name == other for other, _ in opened):
            while opened.pop()[0] != name:
                pass
    return bool(opened) and "markdown" not in opened[-1][1]
