"""Check that what was typed as a list is one.

Markdown sees a list only where an empty line comes before it, and only with its own
marks: a bullet that a word processor drew is text.
"""

from __future__ import annotations

import re

from kapguide.checks.definition import Check, Page, Problems, Project, Rule
from kapguide.pages.wording.written import written_lines

BROKEN = Rule(
    "list-broken",
    "error",
    "A list has an empty line before it, and each item starts with a hyphen or with 1. and a "
    "blank.",
    "KAP Guide",
    "Bring these:\n- a coat\n- a list of your medicines",
    "Bring these:\n\n- a coat\n- a list of your medicines",
)

_ITEM = re.compile(
    r"[ \t]*(?P<mark>(?:[-*+–—]|\d{1,2}[.)]|\(?[a-z0-9]\))(?=[ \t])"
    r"|[-*](?=[A-Za-z])|\d{1,2}[.)](?=[A-Z])"
    r"|[•·‣⁃◦●○▪▫■□♦➢✓✔→\uf0b7]|[o§](?=\t))[ \t]*(?P<text>\S.*)"
)
_DASHES = ("–", "—")
"""One alone may well stand in a sentence, at the end of a line of the file."""
_OWN = re.compile(r"[-*+]|\d{1,2}\.")
"""The marks that Markdown knows."""


def check_lists(page: Page, project: Project) -> Problems:
    """Find lists that are shown as running text, the first item of each."""
    source = project.source(page)
    if source is None or not source.path.endswith(".md"):
        return
    found = [
        (number, match) for number, line in written_lines(source) if (match := _ITEM.match(line))
    ]
    if not found:
        return
    # What was taken for a list has lost its marks.
    shown = "\n".join(block.plain for block in page.blocks if "code" not in block.within)
    marks = {match["mark"] for _, match in found}
    left = {mark for mark in marks if mark in shown}
    last = -1
    for at, (number, match) in enumerate(found):
        mark, text = match["mark"], _first_words(match["text"])
        if (
            not text
            or mark not in left
            or (f"{mark} {text}" not in shown and f"{mark}{text}" not in shown)
        ):
            continue
        beside = found[max(at - 1, 0) : at] + found[at + 1 : at + 2]
        alone = all(abs(other - number) > 1 for other, _ in beside)
        glued = mark.isascii() and f"{mark} {text}" not in shown
        if last != number - 1 and not (alone and (mark in _DASHES or glued)):
            message = f'"{match[0].strip()[:40]}" was meant for a list and is shown as text'
            yield BROKEN.problem(message, source.path, number, _hint(mark))
        last = number


def _hint(mark: str) -> str:
    if _OWN.fullmatch(mark):
        return "Put an empty line before the list."
    numbered = mark.strip("().").isalnum() and mark not in {"o", "§"}
    own = "1. and a blank" if numbered else "a hyphen and a blank"
    return f"Start each item with {own}, and put an empty line before the list."


def _first_words(text: str) -> str:
    """Return how an item starts, without marks that the build takes away."""
    plain = re.split(r"[*_`\[\]<>{}\\@&]", text.replace("**", ""))[0]
    return " ".join(plain.split()[:3])


CHECK = Check((BROKEN,), page=check_lists)
