"""A table of words: texts, patterns, and how its language writes dates and numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any

from babel import Locale

from kapguide.words.patterns import compile_pattern

Row = tuple[re.Pattern[str], Mapping[str, str]]
"""A pattern, and the table that it stands in."""


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of one language on one topic.

    Names are dotted: `words["review.pending"]`. One that the table lacks, or that
    holds something else than was asked for, is a KeyError: a fault in the code.
    """

    language: str
    """The file's name, which is the code of the language: `en`."""
    topic: str
    table: Mapping[str, Any]
    """As TOML has it: tables of tables, with texts and lists of texts in them."""
    missing: tuple[str, ...] = ()
    """The files, relative to this folder, that would hold what was asked for."""
    lacking: tuple[str, ...] = ()
    """The texts for which English is used, each behind its file: `fr.toml: review.due`."""
    own: tuple[str, ...] = ()
    """The files that the site itself has."""
    unread: tuple[str, ...] = ()
    """The names in these that nothing asks for, each behind its file."""
    topics: tuple[str, ...] = ()
    """The topics that there are words on."""
    asked: str = "en"
    """The language that was asked for."""
    examples: tuple[tuple[str, str], ...] = ()
    """Sentences that the site itself has labeled, each behind its label."""
    _pattern: dict[tuple[str, bool], re.Pattern[str]] = field(
        default_factory=dict, init=False, repr=False
    )
    _rows: dict[tuple[str, bool], tuple[Row, ...]] = field(
        default_factory=dict, init=False, repr=False
    )
    """What was compiled, for the next time."""

    def __getitem__(self, name: str) -> str:
        """Return a text."""
        value = self._find(name)
        if not isinstance(value, str):
            raise KeyError(f"{name} is no text")
        return value

    def say(self, name: str, /, **values: object) -> str:
        """Return a text with its placeholders filled.

        One that has a form for `one` and a form for `other` is chosen by `count`.
        """
        value = self._find(name)
        if isinstance(value, Mapping):
            name += ".one" if values["count"] == 1 else ".other"
        return self[name].format_map(values)

    def list(self, name: str) -> tuple[str, ...]:
        """Return a list of texts."""
        value = self._find(name)
        if not isinstance(value, list):
            raise KeyError(f"{name} is no list")
        return tuple(value)

    def group(self, name: str) -> Mapping[str, str]:
        """Return the texts of one table by their names, in their order."""
        return MappingProxyType(self._table(name))

    def values(self, name: str) -> Mapping[str, float]:
        """Return the numbers of one table by their names."""
        return self._table(name)

    def tables(self, name: str) -> tuple[Mapping[str, Any], ...]:
        """Return an array of tables."""
        return tuple(MappingProxyType(table) for table in self._find(name))

    def pattern(self, name: str, *, lower: bool = False) -> re.Pattern[str]:
        """Return the expression of that name, in which case does not count.

        Of an array of tables it is the `pattern` of any. `lower`: for text in lower
        case, in which it finds three times as fast.
        """
        made = self._pattern.get((name, lower))
        if made is None:
            value = self._find(name)
            if isinstance(value, list):
                value = [row["pattern"] if isinstance(row, Mapping) else row for row in value]
            made = compile_pattern(value, self._table("pieces"), lower=lower)
            self._pattern[name, lower] = made
        return made

    def compile(self, alternatives: Sequence[str]) -> re.Pattern[str]:
        """Compile expressions with the pieces of this language; case does not count."""
        return compile_pattern([*alternatives], self._table("pieces"))

    def patterns(self, name: str, *, lower: bool = False) -> tuple[Row, ...]:
        """Return the `pattern` of each table of an array, with its table."""
        made = self._rows.get((name, lower))
        if made is None:
            pieces = self._table("pieces")
            made = tuple(
                (compile_pattern(row["pattern"], pieces, lower=lower), row)
                for row in self.tables(name)
            )
            self._rows[name, lower] = made
        return made

    def format_day(self, day: date) -> str:
        """Write a day as readers do, whatever the machine's locale."""
        month = self.list("dates.months")[day.month - 1]
        return self.say("dates.day", day=day.day, month=month, year=day.year)

    def name_language(self, code: str) -> str:
        """Return the name of a language in this one."""
        names: Mapping[str, str] = Locale.parse(self.language, sep="-").languages
        return names.get(code, code)

    def format_number(self, number: float, digits: int = 0) -> str:
        """Write a number with so many decimals, and a sign between its thousands."""
        signs = {",": self["numbers.thousands"], ".": self["numbers.decimal"]}
        return "".join(signs.get(sign, sign) for sign in f"{number:,.{digits}f}")

    def _table(self, name: str) -> dict[str, Any]:
        value = self._find(name)
        if not isinstance(value, dict):
            raise KeyError(f"{name} is no table")
        return value

    def _find(self, name: str) -> Any:
        found: Any = self.table
        for step in name.split("."):
            if not isinstance(found, Mapping) or step not in found:
                raise KeyError(name)
            found = found[step]
        return found
