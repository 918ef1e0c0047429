"""Tell a mistake once that shows in many places: one cause, one message.

A citekey that was renamed is unknown wherever it is cited, in the same words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from markdown_citations.problems import Problem, sort_problems

Place = tuple[str, int | None]
"""A file and a line, if one is known."""

_MOST = 12
"""How many places a message names."""


def tell_causes(problems: Iterable[Problem]) -> list[Problem]:
    """Put together the problems that say the same, at the first place, with the others named."""
    causes: dict[tuple[str, str, str, str], list[Problem]] = {}
    for problem in sort_problems(problems):
        said = (problem.code, problem.message, problem.hint, problem.severity)
        causes.setdefault(said, []).append(problem)
    return sort_problems(_tell(found) for found in causes.values())


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
