"""Compare a notice's text on a page with its one source.

The codes of problems are for the checks: disclaimer and crisis lines have their own.

The text is what counts. A `data-notice` attribute only helps to say what
happened: a page may carry it around an empty box.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from selectolax.lexbor import LexborHTMLParser

from kapguide.notices.notice import Notice
from kapguide.pages.page import Page, fold, text_of
from kapguide.pages.telephone import LINKS


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong with a notice on a page."""

    kind: Literal["missing", "hidden", "altered"]
    detail: str
    """Follows the notice's name: `missing from <main>`."""


@functools.lru_cache(maxsize=32)
def wanted_text(notice: Notice) -> str:
    """Return the words of a notice as a page shows them; rendered once, not once a page."""
    return fold(notice.text)


@functools.lru_cache(maxsize=8)
def linked_numbers(notice: Notice) -> tuple[tuple[str, str], ...]:
    """Return the `tel:` and `sms:` addresses that a notice links, each with the link's text."""
    tree = LexborHTMLParser(notice.html)
    return tuple((link.attributes.get("href") or "", fold(link.text())) for link in tree.css(LINKS))


def unlinked_text(notice: Notice) -> str:
    """Return the words of a notice that no link holds."""
    tree = LexborHTMLParser(notice.html)
    for link in tree.css("a"):
        link.decompose()
    return fold(tree.text())


def judge_notice(page: Page, notice: Notice) -> Verdict | None:
    """Say what is wrong with a notice on a page, if anything."""
    wanted, shown = wanted_text(notice), page.shown
    # The gaps between paragraphs are nobody's: without them two sentences would be one.
    of_notice = (run for run in page.runs if run.notice == notice.name or run.text.isspace())
    marked = text_of(run for run in of_notice if not run.hidden)
    # Words that were added to the box make another notice of it.
    if wanted in shown and not marked.replace(wanted, "").strip():
        return None
    if page.main is None:
        return Verdict("missing", "missing: the page has no <main>")
    if wanted not in shown:
        if wanted in text_of(page.runs):
            return Verdict("hidden", f"hidden: {_hiders(page, notice, wanted)}")
        if _stands_outside(page, wanted):
            return Verdict("hidden", "hidden: outside of <main>, where it is not printed")
    difference = _difference(wanted, marked, whole=True) or _difference(wanted, shown, whole=False)
    if difference:
        return Verdict("altered", f"altered: {difference}")
    return Verdict("missing", "missing from <main>")


def _hiders(page: Page, notice: Notice, wanted: str) -> str:
    ways: dict[str, None] = {}
    for run in page.runs:
        text = fold(run.text)
        if run.hidden and text and (run.notice == notice.name or text in wanted or wanted in text):
            ways.setdefault(_say(run.hidden))
    return ", ".join(ways) or "not shown"


def _say(hidden: str) -> str:
    """Name what hides, as an editor finds it in the HTML."""
    if hidden.startswith(("<", "a ")):
        return f"inside {hidden}"
    if hidden.startswith("style="):
        return f'by style="{hidden.removeprefix("style=")}"'
    return f"by the attribute {hidden}{'=true' if hidden == 'aria-hidden' else ''}"


def _stands_outside(page: Page, wanted: str) -> bool:
    body = page.tree.body
    if body is None:
        return False
    return re.sub(r"\s", "", wanted) in re.sub(r"\s", "", body.text())


def _difference(wanted: str, found: str, *, whole: bool) -> str:
    """Name the first differing words, or nothing where the texts have little in common.

    `whole`: the text found is the notice's box and nothing else, so that what
    stands before or behind the notice's words is an addition to it.
    """
    want, have = wanted.split(), found.split()
    longest = SequenceMatcher(None, want, have, autojunk=False).find_longest_match()
    if not longest.size:
        return ""
    if not whole:
        start = max(longest.b - longest.a - 5, 0)
        have = have[start : start + len(want) + 10]
    codes = SequenceMatcher(None, want, have, autojunk=False).get_opcodes()
    common = sum(a2 - a1 for tag, a1, a2, _, _ in codes if tag == "equal")
    if common * 2 < len(want):
        return ""
    inner = codes if whole or codes[0][0] != "insert" else codes[1:]
    tag, a1, a2, b1, b2 = next(code for code in inner if code[0] != "equal")
    before = " ".join(want[max(a1 - 3, 0) : a1])
    after = f'after "{before}" ' if before else "at its start "
    missing, extra = " ".join(want[a1:a2]), " ".join(have[b1:b2])
    if tag == "delete":
        return f'{after}the page lacks "{_short(missing)}"'
    if tag == "insert":
        return f'{after}the page adds "{_short(extra)}"'
    return f'{after}the page has "{_short(extra)}" where the notice has "{_short(missing)}"'


def _short(text: str) -> str:
    words = text.split()
    return " ".join(words[:8]) + (" …" if len(words) > 8 else "")
