"""Tell a mistake once that shows in many places: one cause, one message.

A citekey that was renamed is unknown wherever it is cited, in the same words. A citation in a
heading is told where it is read, and seen once more where it is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from markdown_citations.problems import Problem, sort_problems

Place = tuple[str, int | None]
"""A file and a line, if one is known."""

_SHOWN = "citation-left"
_OF_CITATIONS = ("citation-", "citekey-")
_QUOTED = re.compile(r'"([^"]*)"')
_MOST = 12
"""How many places a message names."""


def tell_causes(problems: Iterable[Problem]) -> list[Problem]:
    """Put together the problems that say the same, at the first place, with the others named."""
    causes: dict[tuple[str, str, str, str], list[Problem]] = {}
    for problem in sort_problems(drop_following(problems)):
        said = (problem.code, problem.message, problem.hint, problem.severity)
        causes.setdefault(said, []).append(problem)
    return sort_problems(_tell(found) for found in causes.values())


def drop_following(problems: Iterable[Problem], beside: Iterable[Problem] = ()) -> list[Problem]:
    """Leave out the citations that are shown as text and told of already, `beside` these too."""
    problems = list(problems)
    told = [one for one in (*problems, *beside) if one.code.startswith(_OF_CITATIONS)]
    return [one for one in problems if one.code != _SHOWN or not any(_is_of(one, o) for o in told)]


def _is_of(shown: Problem, other: Problem) -> bool:
    """Whether what is shown of a citation is what another problem is about."""
    if other.code == _SHOWN or (shown.path, shown.line) != (other.path, other.line):
        return False
    one, two = (_QUOTED.findall(problem.message)[:1] for problem in (shown, other))
    return bool(one and two) and (one[0] in two[0] or two[0] in one[0])


def _tell(found: Sequence[Problem]) -> Problem:
    first, *others = found
    if not others:
        return first
    places = format_places([(problem.path, problem.line) for problem in others])
    message = f"{first.message}, here and in {len(others)} more places: {places}"
    return replace(first, message=message.replace("1 more places", "1 more place"))


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
