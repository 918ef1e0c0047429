"""The `@string`s of all files, and the values that stand for their names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from markdown_citations.library.blocks import RawString
from markdown_citations.library.dates import MONTH_MACROS
from markdown_citations.library.values import Value, fold_space, parse_value
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

_DEEPEST = 100
"""So many @strings may be built on each other; nobody needs three."""


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
        for name, string in first.items():
            self._check(name, string)

    def resolve(self, value: Value) -> tuple[str, list[str]]:
        """Return the text of a value, and the names in it that nothing defines.

        An undefined name stands for itself, so that nothing is lost.
        """
        if len(value.pieces) == 1 and not value.pieces[0].macro:
            return value.pieces[0].text, []
        undefined = [name for name in value.macros if not self._is_known(name)]
        texts = (self._text(p.text, ()) if p.macro else p.text for p in value.pieces)
        return "".join(texts), undefined

    def explain_unknown(self, macro: str, where: str) -> Problem:
        """Make the problem of a name that nothing defines, without its place."""
        message = f'"{macro}" in {where} is no @string'
        hint = did_you_mean(macro, [*self._values, *MONTH_MACROS])
        hint = hint or f"If it is the value itself, put it into braces: {{{macro}}}."
        return STRING_UNKNOWN.problem(message, hint=hint)

    def _is_known(self, name: str) -> bool:
        return name.lower() in self._values or name.lower() in self._texts

    def _text(self, name: str, above: tuple[str, ...]) -> str:
        folded = name.lower()
        if folded in self._texts:
            return self._texts[folded]
        if folded in above or folded not in self._values or len(above) > _DEEPEST:
            return name
        pieces = self._values[folded].pieces
        text = "".join(self._text(p.text, (*above, folded)) if p.macro else p.text for p in pieces)
        # Inside a circle the text depends on where one enters it: keep none.
        if not above:
            self._texts[folded] = text
        return text

    def _check(self, name: str, string: RawString) -> None:
        value = self._values[name]
        where = f'@string "{name}"'
        found = [self.explain_unknown(m, where) for m in value.macros if not self._is_known(m)]
        if name in self._uses(name):
            hint = "Give it a value of its own."
            found.append(STRING_CIRCULAR.problem(f"{where} is defined by itself", hint=hint))
        if value.rest:
            found.append(explain_rest(value, where))
        self.problems += [replace(p, path=string.path, line=string.line) for p in found]

    def _uses(self, name: str) -> set[str]:
        """Return every macro that the value of `name` leads to."""
        found: set[str] = set()
        waiting = [name]
        while waiting:
            value = self._values.get(waiting.pop())
            new = {m.lower() for m in value.macros} - found if value else set()
            found |= new
            waiting += new
        return found
