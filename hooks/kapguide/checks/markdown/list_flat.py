"""Check that what was typed below an item of a list is shown below it.

Markdown as the site reads it puts an item or a paragraph below another from four spaces on;
other programs take two. With less, "both sides" below "1. your card" would be shown as item 2,
and a paragraph ends the list: the next item is a new list's first.
"""

from __future__ import annotations

import re

from kapguide.checks.definition import Check, Page, Problems, Project, Rule
from kapguide.pages.wording.written import written_lines

FLAT = Rule(
    "list-flat",
    "error",
    "An item or a paragraph that belongs to the item above it starts with four spaces.",
    "KAP Guide",
    "1. Your insurance card\n  - both sides\n2. Your list",
    "1. Your insurance card\n    - both sides\n2. Your list",
)
_ITEM = re.compile(r"(?P<blanks> *)(?:[-*+]|\d{1,2}\.)[ \t]+(?P<text>\S.*)")


def check_items(page: Page, project: Project) -> Problems:
    """Find items and paragraphs that lose their place below an item, the first below each."""
    source = project.markdown(page)
    if source is None:
        return
    holder, told, apart = False, False, False
    for number, line in written_lines(source):
        item = _ITEM.match(line)
        blanks = len(item["blanks"]) if item else 0
        if item and not blanks:
            holder, told = True, False
        elif item and holder and blanks < 4 and not told:
            told = True
            shown = item["text"][:40].strip()
            message = (
                f'"{shown}" was meant to stand below the item above it, and is shown beside it'
            )
            hint = "Put four spaces before each item that belongs below another."
            yield FLAT.problem(message, source.path, number, hint)
        elif line.strip() and not line.startswith((" ", "\t")):
            holder = False
        elif item is None and line.strip() and holder and apart and not told and _is_short(line):
            told = True
            message = f'"{line.strip()[:40]}" belongs to the item above it, and ends the list'
            hint = "Put four spaces before each line that belongs to an item."
            yield FLAT.problem(message, source.path, number, hint)
        apart = not line.strip()


def _is_short(line: str) -> bool:
    """Whether a line is set in, and not far enough."""
    return 0 < len(line) - len(line.lstrip(" ")) < 4 and not line.lstrip(" ").startswith("\t")


CHECK = Check((FLAT,), page=check_items)
