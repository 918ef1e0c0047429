"""What an editor should mend, where, and how.

Functions return `Problem` values; only callers print, log or count them. A `Rule`
explains one code to a reader.
"""

from __future__ import annotations

import difflib
import logging
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from types import ModuleType
from typing import Literal

Severity = Literal["error", "warning"]

_UNSEEN = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
    r"|\A\s*:(?=:)|#(?=#\[)"
)
"""What a terminal, or the log of a CI service, would obey rather than show.

GitHub takes a line that starts with :: for a command, and ##[ anywhere in it.
"""


def show_unseen(text: str) -> str:
    r"""Write what is no text as text: `\x1b` for an escape, `\n` for a line break.

    The words of a message come from pages and settings, and are data.
    """
    return _UNSEEN.sub(lambda found: "".join(map(_escape, found[0])), text)


def _escape(char: str) -> str:
    return f"\\x{ord(char):02x}" if char in ":#" else char.encode("unicode_escape").decode()


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that an editor should mend."""

    code: str
    """Stable name in kebab case, never renamed: `citekey-unknown`."""
    message: str
    """What is wrong, without full stop at the end."""
    path: str = ""
    """File, relative to the project, with forward slashes."""
    line: int | None = None
    """Counted from 1."""
    hint: str = ""
    """What to do about it, a sentence: `Did you mean "dore2019"?`"""
    severity: Severity = "error"
    """An error blocks publishing; a warning does not."""
    cause: str = ""
    """What is wrong once and seen in several places, such as `citekey lee2020`: problems that
    have the same one are told as one."""

    def __post_init__(self) -> None:
        for name in ("message", "path", "hint"):
            object.__setattr__(self, name, show_unseen(getattr(self, name)))

    def __str__(self) -> str:
        """`docs/sessions.md:42: citekey-unknown: no entry "x". Did you mean "y"?`."""
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        text = f"{place}: {self.code}: {self.message}" if place else f"{self.code}: {self.message}"
        return f"{text}. {self.hint}" if self.hint else text


@dataclass(frozen=True, slots=True)
class Rule:
    """What one code means, as CONTRIBUTING.md shows it."""

    code: str
    severity: Severity
    rule: str
    """The rule in a sentence."""
    source: str
    """Whose rule it is: BibTeX, WCAG 2.2, …"""
    wrong: str
    """A short example that breaks the rule."""
    right: str
    """The same example, mended."""

    def problem(
        self,
        message: str,
        path: str = "",
        line: int | None = None,
        hint: str = "",
        cause: str = "",
    ) -> Problem:
        """Make a problem with this code and severity."""
        return Problem(self.code, message, path, line, hint, self.severity, cause)


def cause_citekey(citekey: str) -> str:
    """Name what is wrong about an entry that is not there, or that nobody asks for."""
    return f"citekey {citekey}"


def cause_cited(citekey: str) -> str:
    """Name what is wrong about an entry only because pages cite it: each place is told."""
    return f"cited {citekey}"


def rules_in(*modules: ModuleType) -> tuple[Rule, ...]:
    """Return the rules that modules define, in their order."""
    values = [value for module in modules for value in vars(module).values()]
    return tuple(value for value in values if isinstance(value, Rule))


Fault = tuple[Rule, str, str]
"""A rule that is broken, a message and a hint: a problem that has no place yet."""


def log_level(problem: Problem) -> int:
    """Return the level at which a problem is logged for MkDocs.

    A strict build stops at whatever is logged as a warning, so a problem that
    only asks somebody to look is information.
    """
    return logging.WARNING if problem.severity == "error" else logging.INFO


def sort_problems(problems: Iterable[Problem]) -> list[Problem]:
    """Sort by file, line, code and message, dropping exact repetitions."""
    return sorted(
        dict.fromkeys(problems),
        key=lambda p: (p.path, p.line or 0, p.code, p.message, p.hint),
    )


def nearest(name: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate that `name` was most likely meant to be, or None."""
    pool = {candidate.casefold(): candidate for candidate in candidates}
    matches = difflib.get_close_matches(name.casefold(), pool, n=1, cutoff=0.6)
    return pool[matches[0]] if matches else None


def did_you_mean(name: str, candidates: Iterable[str]) -> str:
    """Return `Did you mean "x"?` for the nearest other candidate, or an empty text."""
    match = nearest(name, (candidate for candidate in candidates if candidate != name))
    return ask_meant(name, match) if match else ""


def ask_meant(typed: str, meant: str) -> str:
    """Return `Did you mean "x"?`, and by which sign a text differs that looks the same."""
    question = f'Did you mean "{meant}"?'
    sign = next((sign for sign in typed if _fold_sign(sign) != sign and sign not in meant), "")
    if not sign or "".join(map(_fold_sign, typed)) != "".join(map(_fold_sign, meant)):
        return question
    shown = "a sign that is not seen" if unicodedata.category(sign) == "Cf" else f'"{sign}"'
    return f"{question} It has {shown} (U+{ord(sign):04X}): type that place anew on the keyboard."


def _fold_sign(sign: str) -> str:
    """Return the sign of a keyboard that another looks like; nothing for one that is not seen."""
    kind = unicodedata.category(sign)
    if kind == "Pd" or sign == "\N{MINUS SIGN}":
        return "-"
    return "" if kind == "Cf" else unicodedata.normalize("NFKC", sign)


def is_slip(typed: str, meant: str) -> bool:
    """Whether one slip of the hand makes one text of the other.

    A letter too many, one too few, another one, or two that changed places, also around
    a third: `perant` for parent.
    """
    start = 0
    while start < min(len(typed), len(meant)) and typed[start] == meant[start]:
        start += 1
    one, two = typed[start:], meant[start:]
    return one != two and (
        one[1:] == two[1:]
        or one[1:] == two
        or one == two[1:]
        or any(one[:n] == two[:n][::-1] and one[n:] == two[n:] for n in (2, 3))
    )


def find_line(source: str, text: str, occurrence: int = 1) -> int | None:
    """Return the line, counted from 1, where the n-th `text` starts, or None.

    Python-Markdown keeps no line numbers, so this looks in the source.
    """
    at = -1
    for _ in range(occurrence):
        at = source.find(text, at + 1)
        if at < 0:
            return None
    return source.count("\n", 0, at) + 1
