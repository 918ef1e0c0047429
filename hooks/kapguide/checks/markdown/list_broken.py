"""Check that what was typed as a list is one.

Markdown sees a list only where an empty line comes before it, and only with its own
marks: a bullet that a word processor drew is text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from kapguide.checks.definition import Check, Page, Problems, Project, Rule
from kapguide.pages.source_lines import Source
from kapguide.pages.tags.raw_html import IN_HTML, is_in_html
from kapguide.pages.wording.written import first_words, written_lines

BROKEN = Rule(
    "list-broken",
    "error",
    "A list has an empty line before it, and each item starts with a hyphen or with 1. and a "
    "space.",
    "KAP Guide",
    "Bring these:\n- a coat\n- a list of your medicines",
    "Bring these:\n\n- a coat\n- a list of your medicines",
)

DRAWN = "•‣⁃◦●○▪▫■□♦➢➤❖✓✔►▶◆\uf0b7\uf0a7\uf0d8\uf0fc"
"""Bullets that stand in no sentence; the last ones are those of a word processor's own font."""
_PICTURED = (
    r"[\u2190-\u21ff\u2460-\u24ff\u25a0-\u25ff\u2600-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff]\ufe0f?"
    r"|[»›]"
)
"""Pictures and arrows, of which one alone may well open a line."""
_BLANKS = r" \t\u00a0\u2002-\u200a\u202f\u3000"
_ITEM = re.compile(
    rf"(?P<start>[{_BLANKS}]*)(?P<mark>(?:[-*+–—~]|\d{{1,2}}(?:[.)]|\.\)|）)|\(?[A-Za-z0-9]{{1,3}}[)）])"
    rf"(?=[{_BLANKS}])"
    rf"|[-*](?=[A-Za-z])|\d{{1,2}}[.)](?=[A-Z])|(?:\d{{1,2}}(?::| -)|[a-z]\.)(?=[{_BLANKS}])"
    rf"|(?:--|\*\*)(?=[{_BLANKS}])|\d{{1,2}}\.\d{{1,2}}\.?(?=[{_BLANKS}]+[A-Z])"
    rf"|[{DRAWN}·]\ufe0f?|{_PICTURED}|[o§](?=\t))(?P<blank>[{_BLANKS}]*)(?P<text>\S.*)"
)
_IN_LINE = re.compile(
    rf"(?:[:;.,!?>][*_]{{0,2}}[ \t]*(?P<drawn>[{DRAWN}])"
    r"|:[*_]{0,2}[ \t]+(?P<typed>[-*+])(?=[ \t]))[ \t]*(?P<text>[^\s|].*)"
)
"""Behind a colon or the like; between words a bullet may part them, as in a line of days."""
_SLASHED = re.compile(r"[ \t]*\d{0,2}\\(?=[-*+.)])")
"""What a backslash keeps from being an item."""
_QUOTED = re.compile(r"(?:[ \t]*>)+")
_LISTED = re.compile(rf"[ \t]*(?:[-*+]|\d{{1,2}}\.)[ \t]+(?=[{DRAWN}])")
_DEEP = re.compile(r"\d{1,2}\.\d{1,2}\.?")
_SINGLE = re.compile(
    rf"[–—~]|--|\*\*|\d{{1,2}}\.\d{{1,2}}\.?|\d{{1,2}}(?::| -)|[a-z]\.|{_PICTURED}"
)
"""One alone may well stand in a sentence, at the end of a line of the file."""
_OWN = re.compile(r"[-*+]|\d{1,2}\.")
"""The marks that Markdown knows."""

_UNSLASH = "Take the backslash out, and put an empty line before the list."
_PARTED = (
    "Give each item a line of its own that starts with a hyphen and a space, and put an empty "
    "line before the list."
)


class _Item(NamedTuple):
    """What looks like the start of an item."""

    line: int
    mark: str
    text: str
    """What stands behind the mark."""
    hint: str
    slashed: bool = False
    """A backslash keeps it from being an item, and one alone may be meant: "\\* at night"."""


def check_lists(page: Page, project: Project) -> Problems:
    """Find lists that are shown as running text, the first item of each."""
    source = project.markdown(page)
    if source is None:
        return
    found = list(_find_items(source))
    if not found:
        return
    # What was taken for a list has lost its marks.
    shown = "\n".join(block.plain for block in page.blocks if "code" not in block.within)
    marks = {item.mark for item in found}
    left = {mark for mark in marks if mark in shown}
    last, lines = 0, source.text.split("\n")
    for at, item in enumerate(found):
        mark, text = item.mark, first_words(item.text)
        if (
            not text
            or mark not in left
            or (f"{mark} {text}" not in shown and f"{mark}{text}" not in shown)
        ):
            continue
        beside = found[max(at - 1, 0) : at] + found[at + 1 : at + 2]
        alone = all(abs(other.line - item.line) > 1 for other in beside)
        glued = mark.isascii() and f"{mark} {text}" not in shown
        single = _SINGLE.fullmatch(mark) and mark not in DRAWN
        # Empty lines may stand between the items of a list.
        goes_on = last > 0 and not any(map(str.strip, lines[last : item.line - 1]))
        if not goes_on and not (alone and (single or glued or item.slashed)):
            shown_as = f"{mark}{'' if glued else ' '}{item.text}".strip()[:40]
            message = f'"{shown_as}" was meant for a list and is shown as text'
            in_html = is_in_html(source.text, item.text, item.line)
            hint = IN_HTML if in_html else item.hint
            yield BROKEN.problem(message, source.path, item.line, hint)
        last = item.line


def _find_items(source: Source) -> Iterator[_Item]:
    """Give the lines that start as an item does, or hold items behind other words."""
    for number, written in written_lines(source):
        line = html.unescape(written) if "&" in written else written
        line = _QUOTED.sub("", line, count=1) if _QUOTED.match(line) else line
        if listed := _LISTED.match(line):
            hint = f"Take the {line[listed.end()]} out: the mark before it makes the item."
            yield _Item(number, line[listed.end()], line[listed.end() + 1 :].strip(), hint)
            continue
        slashed = _SLASHED.match(line)
        line = line.replace("\\", "", 1) if slashed else line
        match, in_line = _ITEM.match(line), _IN_LINE.search(line)
        if match and not (in_line and _OWN.fullmatch(match["mark"])):
            hint = _UNSLASH if slashed else _hint(match)
            yield _Item(number, match["mark"], match["text"], hint, bool(slashed))
        elif in_line and not line.lstrip().startswith("|"):
            mark = in_line["drawn"] or in_line["typed"]
            if in_line["drawn"] or f" {mark} " in in_line["text"]:
                yield _Item(number, mark, in_line["text"], _PARTED)


def _hint(item: re.Match[str]) -> str:
    mark = item["mark"]
    for side, blank in (("behind", item["blank"]), ("before", item["start"])):
        if _OWN.fullmatch(mark) and set(blank) - {" ", "\t"}:
            return (
                f"Type the space {side} the {mark} anew: the one that is there is no plain space."
            )
    if _OWN.fullmatch(mark) and not item["blank"]:
        return f"Start each item with {mark} and a space, and put an empty line before the list."
    if _OWN.fullmatch(mark):
        return "Put an empty line before the list."
    if mark in {"--", "**"} or _DEEP.fullmatch(mark):
        return f"Put four spaces and a hyphen in place of {mark}: it belongs to the item above."
    numbered = mark.strip("().: -）").isalnum() and mark not in {"o", "§"}
    own = "1. and a space" if numbered else "a hyphen and a space"
    return f"Start each item with {own}, and put an empty line before the list."


CHECK = Check((BROKEN,), page=check_lists)
