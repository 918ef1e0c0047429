"""Check that a notice in another language has the numbers of the first language's notice.

Who changes a number in one of them would go on publishing the old one in the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from markdown_citations.problems import find_line, is_slip

from kapguide.checks.definition import Check, Problems, Project, Rule, Site
from kapguide.notices.notice import Notice
from kapguide.notices.on_page import linked_numbers, unlinked_text
from kapguide.pages.telephone import called_number, dial, find_numbers, is_same_line

BEHIND = Rule(
    "notice-behind",
    "error",
    "A notice in another language has the numbers of the same notice in the first language.",
    "988 Suicide & Crisis Lifeline; KAP Guide",
    "docs/_includes/crisis.md: [call 988](tel:988)\n"
    "docs/es/_includes/crisis.md: [llame al 555-0100](tel:5550100)",
    "docs/_includes/crisis.md: [call 988](tel:988)\n"
    "docs/es/_includes/crisis.md: [llame al 988](tel:988) y oprima 2",
)
_VERBS = {"tel": "call ", "sms": "text ", "": ""}
_SHORTEST = 7
"""Digits of a number that is no link: fewer may be a year or an amount."""
_AMOUNT = re.compile(r"\b\d{4}-\d\d-\d\d\b|\b\d{1,3}(?:[,.]\d{3})+\b")


class _Number(NamedTuple):
    """A number that a notice gives."""

    kind: str
    """`tel` or `sms`; empty where it is no link."""
    shown: str
    """As readers see it."""
    address: str = ""

    def is_in(self, others: Sequence[_Number]) -> bool:
        """Whether others have it to be called or texted as here, or as a number at least."""
        return any(
            is_same_line(self.shown, other.shown)
            for other in others
            if self.kind == other.kind or not (self.kind and other.kind)
        )

    def write(self) -> str:
        """Return it as the Markdown of another language has it."""
        return f"[{self.shown}]({self.address})" if self.address else self.shown


def check_numbers(site: Site, project: Project) -> Problems:
    """Find notices that lack a number of the notice which they follow."""
    for name, notice in project.notices.items():
        first = project.languages.followed_notices.get(name)
        theirs, ours = _numbers(first) if first else [], _numbers(notice)
        missing = [number for number in theirs if not number.is_in(ours)]
        if first is None or not missing:
            continue
        said = ", ".join(f"{_VERBS[number.kind]}{number.shown}" for number in missing)
        which = "numbers" if len(missing) > 1 else "a number"
        message = f"{first.path} has {which} that this notice lacks: {said}"
        written = " and ".join(number.write() for number in missing)
        old = next((number.shown for number in ours if not number.is_in(theirs)), "")
        hint = f"Add {written}."
        if old:
            hint = (
                f"It has {old}, which the other does not have: if that is the old number, "
                f"write {written} in its place. Else add {written}."
            )
        line = find_line(notice.source, old or missing[0].shown)
        yield BEHIND.problem(message, notice.path, line or 1, hint)


def _numbers(notice: Notice) -> list[_Number]:
    """List the numbers of a notice, each once: those that are links, then all others."""
    found = []
    beside = find_numbers(_AMOUNT.sub(" ", unlinked_text(notice)))
    for address, words in linked_numbers(notice):
        called = called_number(address)
        said = find_numbers(words)
        same = [number for number in said if is_same_line(number, called)]
        # Where the words, or those beside, give another number, tel-differs says so: readers
        # see the words.
        if not said and any(is_slip(dial(called), dial(number)) for number in beside):
            continue
        shown = next(iter((*same, *said)), called)
        found.append(_Number(address.partition(":")[0], shown, address))
    for number in beside:
        if len(dial(number)) >= _SHORTEST:
            found.append(_Number("", number))
    return list(dict.fromkeys(found))


CHECK = Check((BEHIND,), site=check_numbers)
