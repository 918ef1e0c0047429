"""Read a figure's data from a page's front matter, strictly.

Each figure type has a JSON Schema of its data, put together with
`figure_schema`, `items` and `text`, and reads what the schema lets pass. All faults are
collected, so that an editor sees them in one run.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markdown_citations.library.entries import Library
from markdown_citations.library.mistyped_keys import suggest_citekey
from markdown_citations.problems import Rule, cause_citekey

from kapguide.front_matter.parsing import KeyPath
from kapguide.front_matter.schema import Schema, record
from kapguide.front_matter.validation import find_mistakes, format_path

MISSING = Rule(
    "figure-data-missing",
    "error",
    "A figure has all the data that its type needs.",
    "KAP Guide",
    "- label: with ketamine",
    "- label: with ketamine\n  count: 47",
)
WRONG = Rule(
    "figure-data-wrong",
    "error",
    "A figure's data are of the right kind, and each key is known.",
    "KAP Guide",
    "minutes: half an hour",
    "minutes: 30",
)
NUMBERS = Rule(
    "figure-numbers",
    "error",
    "A figure's numbers add up: no part is greater than the whole.",
    "KAP Guide",
    "count: 147",
    "count: 47",
)
ENTRY = Rule(
    "figure-entry",
    "error",
    "A figure counts only studies of references.bib that have people of their own, once each.",
    "KAP Guide",
    "entries: [dean2021cochrane]",
    "entries: [anand2023, jelovac2025]",
)

_BY_KEYWORD = {"required": MISSING, "minimum": NUMBERS, "maximum": NUMBERS}


@dataclass(frozen=True, slots=True)
class FigureFault:
    """Something wrong with a figure's data."""

    rule: Rule
    path: KeyPath
    """From the front matter's top: `("figures", "x", "groups", 0)`."""
    message: str
    hint: str = ""
    cause: str = ""


class FigureData:
    """One mapping of a figure's data, with the faults of the whole figure.

    Getters return a usable value even after a fault, so that reading goes on;
    the caller, who has `faults`, decides that nothing is drawn.
    """

    def __init__(self, values: Mapping[str, Any], path: KeyPath, faults: list[FigureFault]) -> None:
        self.values = values
        self.path = path
        self.faults = faults

    def __contains__(self, name: str) -> bool:
        return name in self.values

    def fault(self, rule: Rule, name: str, message: str, hint: str = "", cause: str = "") -> None:
        """Note a fault of one key."""
        path = (*self.path, name)
        self.faults.append(FigureFault(rule, path, f"{format_path(path)} {message}", hint, cause))

    def get(self, name: str, default: Any = "") -> Any:
        """Return the value of a key; the default where there is none, or a faulty one."""
        path = (*self.path, name)
        if any(fault.path[: len(path)] == path for fault in self.faults):
            return default
        return self.values.get(name, default)

    def items(self, name: str) -> list[FigureData]:
        """Return the mappings of a list, each to be read in its turn."""
        found = self.values.get(name)
        return [
            FigureData(item, (*self.path, name, number), self.faults)
            for number, item in enumerate(found if isinstance(found, list) else ())
            if isinstance(item, dict)
        ]

    def citekeys(self, name: str, library: Library) -> tuple[str, ...]:
        """Return the citekeys of a list that the library has, once each; others are faults."""
        keys = [key.removeprefix("@") for key in self.get(name, ())]
        for key, times in Counter(keys).items():
            if key and key not in library and not library.has_unread(key):
                hint = suggest_citekey(key, library.entries, "Add the entry, or take it out.")
                message = f'names "{key}", which is not in references.bib'
                self.fault(ENTRY, name, message, hint, cause_citekey(key))
            elif times > 1:
                self.fault(NUMBERS, name, f'names "{key}" {times} times')
        return tuple(key for key in dict.fromkeys(keys) if key in library)


def read_data(values: object, path: KeyPath, schema: Schema) -> FigureData:
    """Return data and what the schema has against them.

    White space in texts is folded; a key without a value is left out.
    """
    tidied = _tidy(values)
    faults = [
        FigureFault(_BY_KEYWORD.get(mistake.keyword, WRONG), *mistake[1:])
        for mistake in find_mistakes(tidied, schema, path)
    ]
    return FigureData(tidied if isinstance(tidied, dict) else {}, path, faults)


def text(limit: int) -> Schema:
    """Describe a text of at most so many characters."""
    return {"type": "string", "minLength": 1, "maxLength": limit}


CITEKEY = text(60)


def items(low: int, high: int, item: Schema) -> Schema:
    """Describe a list of `low` to `high` items."""
    return {"type": "array", "items": item, "minItems": low, "maxItems": high}


def figure_schema(*optional: str, **properties: Schema) -> Schema:
    """Describe a figure: what all of them have, and the keys of its type."""
    return record(*optional, type=text(40), title=text(80), caption=text(600), **properties)


def _tidy(value: object) -> object:
    if isinstance(value, Mapping):
        return {str(key): _tidy(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [_tidy(item) for item in value]
    return " ".join(value.split()) if isinstance(value, str) else value
