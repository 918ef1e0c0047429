"""Silence the problems that a page's front matter allows, each by code and with a reason.

A silencing that silences nothing is a problem too: a reason that has lapsed
hides the next mistake.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markdown_citations.problems import Problem, Rule, did_you_mean

from kapguide.checks.notices import crisis, crisis_misplaced, disclaimer
from kapguide.pages.source_lines import Source

UNUSED = Rule(
    "allow-unused",
    "error",
    "A page silences only what it would otherwise be reported for.",
    "KAP Guide",
    "---\nallow:\n  - code: promise\n    reason: quotes a warning letter\n---\nNothing such.",
    "---\ntitle: What are the risks?\n---\nNothing such.",
)
UNKNOWN = Rule(
    "allow-unknown",
    "error",
    "A page silences codes that exist, and never the disclaimer or the crisis lines.",
    "KAP Guide",
    "---\nallow:\n  - code: promiss\n    reason: quotes a warning letter\n---\nA quotation.",
    "---\nallow:\n  - code: promise\n    reason: quotes a warning letter\n---\n"
    "The letter said that the clinic offered a cure.",
)
_NEVER = frozenset(
    rule.code
    for rules in (module.CHECK.rules for module in (crisis, crisis_misplaced, disclaimer))
    for rule in (*rules, UNUSED, UNKNOWN)
)
"""What no page may silence."""


@dataclass(frozen=True, slots=True)
class Silenced:
    """A problem that its page allows."""

    problem: Problem
    reason: str


def allowed_codes(source: Source) -> dict[str, str]:
    """Return the reason of each code that a page silences; malformed entries left out."""
    entries = source.front_matter.get("allow")
    return {
        str(entry["code"]): str(entry["reason"])
        for entry in (entries if isinstance(entries, list) else ())
        if isinstance(entry, dict) and entry.get("code") and entry.get("reason")
    }


def split_allowed(
    problems: Iterable[Problem], source: Source
) -> tuple[list[Problem], list[Silenced]]:
    """Part the problems of a page into those that stand and those that it allows."""
    reasons = allowed_codes(source)
    left, silenced = [], []
    for problem in problems:
        if problem.code in reasons and problem.code not in _NEVER:
            silenced.append(Silenced(problem, reasons[problem.code]))
        else:
            left.append(problem)
    return left, silenced


def check_allowed(
    source: Source, used: Iterable[str], checked: frozenset[str], known: frozenset[str]
) -> Iterator[Problem]:
    """Find silencings that silence nothing.

    `used` are the codes that a page's list silenced, `checked` those that this
    run looks for; whether a code of another package is needed is not seen here.
    """
    spent = set(used)
    for code in allowed_codes(source):
        line = source.find_literal(f"code: {code}") or source.front_matter.find_line("allow")
        if code in _NEVER:
            hint = "Take the entry out: every page carries these."
            message = f'"{code}" cannot be silenced'
            yield UNKNOWN.problem(message, source.path, line, hint)
        elif known and code not in known:
            message = f'no check is called "{code}"'
            hint = did_you_mean(code, known) or "CONTRIBUTING.md lists all codes."
            yield UNKNOWN.problem(message, source.path, line, hint)
        elif code in checked and code not in spent:
            message = f'"{code}" is silenced here, but nothing of the kind was found'
            hint = "Take the entry out of allow."
            yield UNUSED.problem(message, source.path, line, hint)
