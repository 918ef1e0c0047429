"""Tell a mistake once that shows in many places: one cause, one message.

A citekey that was renamed is unknown wherever it is cited, in the same words. A citation in a
heading is told where it is read, and seen once more where it is shown. What is said of a part
of signs that are wrong as a whole follows from them: the messages quote both.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from markdown_citations.problems import Problem, sort_problems

Place = tuple[str, int | None]
"""A file and a line, if one is known."""

_SHOWN = "citation-left"
_EMPTY, _BROKEN = "references-empty", "entry-broken"
"""That no entry is there, because one could not be read."""
_UNASKED, _ASKED = "clinic-fact-unshown", "clinic-fact-unknown"
"""That no page shows a fact, where one asks for it by a name like it."""
_OF_CITATIONS = ("citation-", "citekey-")
_OF_SIGNS = (*_OF_CITATIONS, "markup-left", "file-local", "tag-unbalanced")
"""Codes that quote signs which somebody typed."""
_MALFORMED = "citation-malformed"
_UNREAD = frozenset({"claim-uncited", "number-unsupported", "punctuation-wrong"})
"""What is said of a sentence whose citation could not be read."""
_BROUGHT = {
    _MALFORMED: _UNREAD,
    "citation-in-link": frozenset({"anchor-broken", "link-broken", "link-text"}),
}
"""What each of these brings about on its line."""
_OF_PAGE = {
    "figure-unknown": "front-matter-unreadable",
    "key-points": "citation-in-heading",
}
"""What follows from another mistake wherever on the page: the settings hold the figures, and the
heading over the key points is known by its words."""
_WHOLE = re.compile(r'"(.+)"')
_PART = re.compile(r'"(.+?)"')
_QUOTED = re.compile(r'"([^"]*)"')
_MOVED = re.compile(r"redirects: \[([^]]+)\] at ")
"""What is said of a page that is gone: in each language, in the menu and in links."""
_MENU = "menu-"
_MOST = 12
"""How many places a message names."""


def tell_causes(problems: Iterable[Problem]) -> list[Problem]:
    """Put together the problems that say the same, at the first place, with the others named."""
    causes: dict[tuple[str, ...], list[Problem]] = {}
    for problem in sort_problems(drop_following(problems)):
        said = (problem.code, problem.message, problem.hint, problem.severity)
        moved = _MOVED.search(problem.hint)
        causes.setdefault((moved[1],) if moved else said, []).append(problem)
    return sort_problems(_tell(found) for found in causes.values())


def drop_following(problems: Iterable[Problem], beside: Iterable[Problem] = ()) -> list[Problem]:
    """Leave out what follows from an error of its line or page, `beside` these too.

    A warning brings about nothing: what stops a build may not be left out for what does not.
    """
    problems = list(problems)
    errors = [one for one in (*problems, *beside) if one.severity == "error"]
    told: dict[Place, list[Problem]] = defaultdict(list)
    unread: set[str] = set()
    causes = {(one.code, one.path) for one in errors}
    broken = False
    meant: set[str] = set()
    for problem in errors:
        told[problem.path, problem.line].append(problem)
        if problem.code == _MALFORMED:
            unread.add(problem.path)
        broken = broken or problem.code == _BROKEN
        if problem.code == _ASKED:
            meant.update(_QUOTED.findall(problem.hint))
    return [
        one
        for one in problems
        if not any(_follows(one, other) for other in told[one.path, one.line])
        # Words that the build made of a citation stand on no line.
        and not (one.code in _UNREAD and one.line is None and one.path in unread)
        and (_OF_PAGE.get(one.code), one.path) not in causes
        and not (one.code == _EMPTY and broken)
        and not (one.code == _UNASKED and meant.intersection(_QUOTED.findall(one.message)))
    ]


def _follows(one: Problem, other: Problem) -> bool:
    """Whether a problem follows from another one of its line."""
    if one.code in _BROUGHT.get(other.code, ()):
        return True
    if one.code.startswith(_OF_CITATIONS) and _SHOWN in {one.code, other.code}:
        return one.code == _SHOWN and other.code.startswith(_OF_SIGNS) and _is_of(one, other)
    return other.code.startswith(_OF_SIGNS) and _is_part(one, other)


def _is_part(one: Problem, other: Problem) -> bool:
    """Whether a problem quotes a part of the signs that another one quotes."""
    part, whole = _PART.search(one.message), _WHOLE.search(other.message)
    if part is None or whole is None or one is other:
        return False
    return part[1] != whole[1] and part[1] in whole[1]


def _is_of(shown: Problem, other: Problem) -> bool:
    """Whether what is shown of a citation is what another problem is about."""
    if other.code == _SHOWN:
        return False
    one, two = (_QUOTED.findall(problem.message)[:1] for problem in (shown, other))
    return bool(one and two) and (one[0] in two[0] or two[0] in one[0])


def _tell(found: Sequence[Problem]) -> Problem:
    first, *others = sorted(found, key=lambda problem: not problem.code.startswith(_MENU))
    if not others:
        return first
    listed = [(problem.path, problem.line) for problem in others]
    if first.code.startswith(_MENU) and not others[0].code.startswith(_MENU):
        return replace(first, message=first.message + say_links(listed))
    more = "1 more place" if len(others) == 1 else f"{len(others)} more places"
    return replace(first, message=f"{first.message}, here and in {more}: {format_places(listed)}")


def say_links(places: Collection[Place]) -> str:
    """Say what else leads to a page that is gone, and where."""
    linked = "1 link leads" if len(places) == 1 else f"{len(places)} links lead"
    return f", and {linked} there: {format_places(places)}" if places else ""


def format_places(places: Iterable[Place]) -> str:
    """Write places down, the lines of one file together: `docs/a.md:3, 9; docs/b.md:7`."""
    listed = list(places)
    lines: dict[str, list[str]] = {}
    for path, line in listed[:_MOST]:
        lines.setdefault(path, []).append(str(line) if line else "")
    named = (
        f"{path}:{', '.join(filter(None, numbers))}".rstrip(":") for path, numbers in lines.items()
    )
    more = f" and {len(listed) - _MOST} more" if len(listed) > _MOST else ""
    return "; ".join(named) + more
