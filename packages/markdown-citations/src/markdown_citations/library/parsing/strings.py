"""The `@string`s of all files, and the values that stand for their names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from markdown_citations.library.parsing.blocks import RawString
from markdown_citations.library.parsing.values import Value, fold_space, parse_value
from markdown_citations.library.written_dates import MONTH_MACROS, parse_month
from markdown_citations.problems import Problem, Rule, did_you_mean

VALUE_BROKEN = Rule(
    "value-broken",
    "error",
    "A value is one pair of braces or quotation marks, or several joined by #.",
    "BibTeX",
    "note = {one} {two}",
    "note = {one two}",
)
STRING_UNKNOWN = Rule(
    "string-unknown",
    "error",
    "A value without braces is a number or the name of an @string.",
    "BibTeX",
    "publisher = springer",
    "publisher = {springer}",
)
STRING_DUPLICATE = Rule(
    "string-duplicate",
    "error",
    "An @string is defined once.",
    "BibTeX",
    "@string{who = {World Health}}\n@string{who = {Health World}}",
    "@string{who = {World Health}}",
)
STRING_CIRCULAR = Rule(
    "string-circular",
    "error",
    "No @string is defined by itself.",
    "BibTeX",
    "@string{one = two}\n@string{two = one}",
    "@string{one = {1}}\n@string{two = one}",
)

STRING_LONG = Rule(
    "string-long",
    "error",
    "No @string and no value made of them grows beyond what anybody writes.",
    "markdown-citations",
    "@string{a = {x}}\n"
    + "\n".join(f"@string{{{one} = {' # '.join([two] * 100)}}}" for one, two in ("ba", "cb", "dc")),
    "@string{a = {x}}\n@string{b = a # a}",
)

_DEEPEST = 100
"""So many @strings may be built on each other; nobody needs three."""
_LONGEST = 100_000
"""So many characters a value may have. @strings that double each other reach any number."""


def explain_rest(value: Value, where: str) -> Problem:
    """Make the problem of a value that goes on after its end, without its place."""
    message = f"the value of {where} goes on after its end: {value.rest[:40]}"
    return VALUE_BROKEN.problem(message, hint="Put the whole value into one pair of braces.")


class Strings:
    """The macros of a library; names ignore case, as in BibTeX."""

    def __init__(self, strings: Iterable[RawString]) -> None:
        self.problems: list[Problem] = []
        self._values: dict[str, Value] = {}
        self._texts: dict[str, str] = dict(MONTH_MACROS)
        first: dict[str, RawString] = {}
        for string in strings:
            name = string.name.lower()
            other = first.setdefault(name, string)
            if other is string:
                self._values[name] = parse_value(string.value)
                self._texts.pop(name, None)
            elif fold_space(other.value) != fold_space(string.value):
                message = f'@string "{name}" is defined twice, differently; the first is used'
                hint = f"The first is at {other.path}:{other.line}. Rename or remove one of them."
                problem = STRING_DUPLICATE.problem(message, string.path, string.line, hint)
                self.problems.append(problem)
        self._circular = self._find_circular()
        for name, string in first.items():
            self._check(name, string)

    def resolve(self, value: Value) -> tuple[str, list[str]]:
        """Return the text of a value, and the names in it that nothing defines.

        An undefined name stands for itself, so that nothing is lost.
        """
        if len(value.pieces) == 1 and not value.pieces[0].macro:
            return value.pieces[0].text, []
        undefined = [name for name in value.macros if not self._is_known(name)]
        return self._join(value, ()), undefined

    def explain_unknown(self, macro: str, where: str, *, is_month: bool = False) -> Problem:
        """Make the problem of a name that nothing defines, without its place."""
        message = f'"{macro}" in {where} is no @string'
        hint = did_you_mean(macro, [*self._values, *MONTH_MACROS])
        if is_month and (month := parse_month(macro)):
            hint = f"Write {[*MONTH_MACROS][month - 1]}."
        if (bare := macro.strip("“”„‟«»‘’'")) != macro:
            hint = f"Only braces and straight double quotation marks open a value: {{{bare}}}."
        hint = hint or f"If it is the value itself, put it into braces: {{{macro}}}."
        return STRING_UNKNOWN.problem(message, hint=hint)

    def explain_long(self, value: Value, text: str, where: str) -> list[Problem]:
        """Make the problem of a value that was cut, unless one of its @strings was, too."""
        if not value.macros or len(text) < _LONGEST:
            return []
        if any(len(self._text(macro, ())) >= _LONGEST for macro in value.macros):
            return []
        message = f"{where} comes to more than {_LONGEST:,} characters, and is cut there"
        return [STRING_LONG.problem(message, hint="Look for @strings that repeat each other.")]

    def _is_known(self, name: str) -> bool:
        return name.lower() in self._values or name.lower() in self._texts

    def _join(self, value: Value, above: tuple[str, ...]) -> str:
        """Put the pieces of a value together, up to the longest that there may be."""
        parts, left = [], _LONGEST
        for piece in value.pieces:
            text = self._text(piece.text, above) if piece.macro else piece.text
            if piece.macro and len(text) > left:
                text = text[:left]
            parts.append(text)
            left -= len(text)
            if left <= 0 and piece.macro:
                break
        return "".join(parts)

    def _text(self, name: str, above: tuple[str, ...]) -> str:
        folded = name.lower()
        if folded in self._texts:
            return self._texts[folded]
        if folded in above or folded not in self._values or len(above) > _DEEPEST:
            return name
        text = self._join(self._values[folded], (*above, folded))
        # Inside a circle the text depends on where one enters it: keep none.
        if not above or folded not in self._circular:
            self._texts[folded] = text
        return text

    def _check(self, name: str, string: RawString) -> None:
        value = self._values[name]
        where = f'@string "{name}"'
        unknown = [m for m in value.macros if not self._is_known(m) and not value.rest]
        found = [self.explain_unknown(macro, where) for macro in unknown]
        if name in self._circular:
            hint = "Give it a value of its own."
            found.append(STRING_CIRCULAR.problem(f"{where} is defined by itself", hint=hint))
        if value.rest:
            found.append(explain_rest(value, where))
        found += self.explain_long(value, self._text(name, ()), where)
        self.problems += [replace(p, path=string.path, line=string.line) for p in found]

    def _find_circular(self) -> set[str]:
        """Return the names whose values lead back to themselves.

        What uses nothing but names that are no part of a circle is none itself, so these
        are taken away until only circles, and what leads from one to another, are left.
        """
        uses = {
            name: {m.lower() for m in value.macros} & self._values.keys()
            for name, value in self._values.items()
        }
        left = {name for name, used in uses.items() if used}
        for direction in (uses, _turned(uses)):
            waiting = [name for name in uses if name not in left or not direction[name] & left]
            turned = _turned(direction)
            while waiting:
                gone = waiting.pop()
                left.discard(gone)
                waiting += [n for n in turned[gone] if n in left and not direction[n] & left]
        return left


def _turned(uses: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """Return by name who uses it."""
    users: dict[str, set[str]] = {name: set() for name in uses}
    for name, used in uses.items():
        for one in used:
            users[one].add(name)
    return users
