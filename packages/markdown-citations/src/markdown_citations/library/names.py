"""Take the names of authors and editors apart.

Parsing one name is pybtex's work, which knows BibTeX's three forms, particles
and suffixes.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from pybtex.database import InvalidNameString, Person

from markdown_citations.library.latex import clean_text, decode
from markdown_citations.library.values import end_of_braces

_AND = re.compile(r"(?:^|(?<=\s))and(?=\s|$)", re.I)


@dataclass(frozen=True, slots=True)
class Name:
    """One author or editor, as readers see it."""

    family: str
    """The whole name where it is a body's."""
    given: str = ""
    particle: str = ""
    """`van`, `de la`, `aan het`."""
    suffix: str = ""
    """`Jr`, `III`."""
    literal: bool = False
    """Whether it is a body's name, which no style may turn round or shorten."""

    @property
    def whole_family(self) -> str:
        """`van der Berg`, `Dore`, `US Food and Drug Administration`."""
        return f"{self.particle} {self.family}".strip()


def split_names(value: str) -> list[str]:
    """Split at "and" outside braces; a missing name is an empty text."""
    if "{" not in value:
        return [name.strip() for name in _AND.split(value)]
    names: list[str] = []
    start = depth = 0
    for mark in re.finditer(r"(?<!\\)[{}]|(?<![^\s])and(?![^\s])", value, re.I):
        if mark[0] == "{":
            depth += 1
        elif mark[0] == "}":
            depth -= 1
        elif depth == 0:
            names.append(value[start : mark.start()].strip())
            start = mark.end()
    return [*names, value[start:].strip()]


def parse_names(value: str) -> tuple[list[Name], bool]:
    """Parse a field; the flag tells whether it ends in "and others"."""
    names = [name for name in split_names(value) if name]
    others = bool(names) and names[-1].lower() == "others"
    return [parse_name(name) for name in (names[:-1] if others else names)], others


# The same people stand in many entries, and each export asks for them again.
@functools.lru_cache(maxsize=65536)
def parse_name(name: str) -> Name:
    """Parse `Zarate, Jr, C. A.`, `Carlos A. Zarate` or `{A body's name}`."""
    if name.startswith("{") and end_of_braces(name) == len(name):
        return Name(_clean(name), literal=True)
    try:
        person = Person(name)
    except InvalidNameString:
        # More commas than a name can have: print it as it is, lose nothing.
        return Name(_clean(name), literal=True)
    return Name(
        family=_clean(" ".join(person.last_names)),
        given=_clean(" ".join([*person.first_names, *person.middle_names])),
        particle=_clean(" ".join(person.prelast_names)),
        suffix=_clean(" ".join(person.lineage_names)),
    )


def _clean(text: str) -> str:
    return clean_text(decode(text))
