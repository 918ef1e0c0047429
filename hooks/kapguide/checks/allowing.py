"""Silence the problems that a page's front matter allows, each by code and with a reason.

A silencing that silences nothing is a problem too: a reason that has lapsed
hides the next mistake. With a `text`, an entry silences only what is reported with
these words, such as one number of a page.
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
class Allowance:
    """An entry of a page's list: what it silences, and why."""

    code: str
    reason: str
    text: str = ""
    """Words of the message; empty for all problems of that code."""

    def covers(self, problem: Problem) -> bool:
        """Whether it silences a problem."""
        return (
            problem.code == self.code not in _NEVER
            and self.text.casefold() in problem.message.casefold()
        )


@dataclass(frozen=True, slots=True)
class Silenced:
    """A problem that its page allows."""

    problem: Problem
    allowance: Allowance

    @property
    def reason(self) -> str:
        """Why its page allows it."""
        return self.allowance.reason


def read_allowances(source: Source) -> list[Allowance]:
    """Return the entries of a page's list, malformed ones left out."""
    entries = source.front_matter.get("allow")
    return [
        Allowance(str(entry["code"]), str(entry["reason"]), str(entry.get("text") or ""))
        for entry in (entries if isinstance(entries, list) else ())
        if isinstance(entry, dict) and entry.get("code") and entry.get("reason")
    ]


def split_allowed(
    problems: Iterable[Problem], source: Source
) -> tuple[list[Problem], list[Silenced]]:
    """Split the problems of a page into those that remain and those that it allows."""
    allowances = read_allowances(source)
    left, silenced = [], []
    for problem in problems:
        allowance = next((each for each in allowances if each.covers(problem)), None)
        if allowance:
            silenced.append(Silenced(problem, allowance))
        else:
            left.append(problem)
    return left, silenced


def check_allowed(
    source: Source, used: Iterable[Allowance], checked: frozenset[str], known: frozenset[str]
) -> Iterator[Problem]:
    """Find silencings that silence nothing.

    `used` are the entries of a page's list that silenced something, `checked` the codes
    that this run looks for; whether one of another package is needed is not seen here.
    """
    spent = set(used)
    for number, allowance in enumerate(read_allowances(source)):
        code = allowance.code
        line = source.front_matter.find_line("allow", number)
        if code in _NEVER:
            hint = "Take the entry out: every page carries these."
            message = f'"{code}" cannot be silenced'
            yield UNKNOWN.problem(message, source.path, line, hint)
        elif known and code not in known:
            message = f'no check is called "{code}"'
            hint = did_you_mean(code, known) or "CONTRIBUTING.md lists all codes."
            yield UNKNOWN.problem(message, source.path, line, hint)
        elif code in checked and allowance not in spent:
            what = f'"{code}" with "{allowance.text}"' if allowance.text else f'"{code}"'
            message = f"{what} is silenced here, but nothing of the kind was found"
            hint = "Take the entry out of allow."
            yield UNUSED.problem(message, source.path, line, hint)
