"""Which settings a page may have, and of what kind each is.

One table serves three: the check of front matter, the JSON Schema that
editors load for completion (`kapguide schema`), and CONTRIBUTING.md.
The kinds are JSON Schema's own, so that nothing has to be kept in step;
`check_value` knows the few words of it that the table uses.
Must stay free of files and YAML.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from markdown_citations.problems import did_you_mean

Schema = Mapping[str, Any]


class Mistake(NamedTuple):
    """What is wrong with a setting, on which line, and what to do."""

    message: str
    line: int
    hint: str


@dataclass(frozen=True, slots=True)
class Key:
    """One setting."""

    schema: Schema
    required: bool = False
    hint: str = ""
    """What to write where a required one is missing."""


_TEXT = {"type": "string", "minLength": 1}
_DATE = {"type": "string", "format": "date"}
_NAMES = {"type": "array", "items": _TEXT}


def _record(**properties: Schema) -> dict[str, Any]:
    """Describe a mapping with exactly these keys."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


KEYS: Mapping[str, Key] = {
    "title": Key({**_TEXT, "description": "The page's title, the same as its first heading."}),
    "description": Key(
        {**_TEXT, "description": "One sentence of 70 to 155 characters; search engines show it."},
        required=True,
        hint="Add description: and one sentence that says what a reader finds here.",
    ),
    "type": Key(
        {
            "type": "string",
            "enum": ["treatment", "practical", "support", "reference"],
            "description": "What the page is for; it decides which sections it must have.",
        },
        required=True,
        hint="Add type: with one of treatment, practical, support, reference.",
    ),
    "sources_checked": Key(
        {**_DATE, "description": "The day on which the page was last held against its sources."}
    ),
    "review": Key(
        {
            "description": "pending, or who reviewed the page and when.",
            "oneOf": [
                {"type": "string", "enum": ["pending"]},
                _record(reviewer=_TEXT, credentials=_TEXT, date=_DATE),
            ],
        }
    ),
    "review_every": Key(
        {
            "type": "integer",
            "minimum": 1,
            "maximum": 36,
            "description": "Months until the next review; 12 for risks, law and cost.",
        }
    ),
    "index_terms": Key({**_NAMES, "description": "What people would look for in the A to Z."}),
    "search_terms": Key(
        {
            **_NAMES,
            "description": "What people may type who mean this page; nobody sees it.",
        }
    ),
    "figures": Key(
        {
            "type": "object",
            "additionalProperties": {"type": "object"},
            "description": "The data of each figure on the page, by its name.",
        }
    ),
    "dated_facts": Key(
        {
            "type": "array",
            "items": _record(fact=_TEXT, until=_DATE),
            "description": "Facts that end on a known day; the site stops building after it.",
        }
    ),
    "allow": Key(
        {
            "type": "array",
            "items": _record(code=_TEXT, reason=_TEXT),
            "description": "Problems that this page may have, each with the reason.",
        }
    ),
    "citation_style": Key(
        {**_TEXT, "description": "The citation style of this page, if not the site's."}
    ),
    "hide": Key(
        {
            "type": "array",
            "items": {"type": "string", "enum": ["navigation", "toc", "path", "footer", "tags"]},
            "description": "Parts of the theme that this page leaves out.",
        }
    ),
    "search": Key({"type": "object", "description": "The theme's search settings for the page."}),
    "template": Key({**_TEXT, "description": "The theme's template for the page."}),
}


def front_matter_schema() -> dict[str, Any]:
    """Make a JSON Schema document of the table."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Front matter of a page",
        "type": "object",
        "properties": {name: dict(key.schema) for name, key in KEYS.items()},
        "required": [name for name, key in KEYS.items() if key.required],
        "additionalProperties": False,
    }


def check_value(value: Any, schema: Schema, name: str) -> Iterator[tuple[str, str]]:
    """Give a message and a hint for each way in which a value is not of its kind."""
    if "oneOf" in schema:
        options = [list(check_value(value, option, name)) for option in schema["oneOf"]]
        if all(options):
            # The option of the value's own type explains best.
            yield from options[1 if isinstance(value, dict) else 0]
        return
    kind = schema["type"]
    if value is None:
        yield f'"{name}" has no value', f"Write {_KINDS[kind]}, or take the line out."
    elif schema.get("format") == "date":
        yield from _check_date(value, name)
    elif not _IS[kind](value):
        yield f'"{name}" should be {_KINDS[kind]}, not {_show(value)}', _mend(kind, value, name)
    elif kind == "object":
        yield from _check_object(value, schema, name)
    elif kind == "array":
        for number, item in enumerate(value, 1):
            yield from check_value(item, schema["items"], f"{name}, item {number}")
    else:
        yield from _check_plain(value, schema, name)


def _check_plain(value: Any, schema: Schema, name: str) -> Iterator[tuple[str, str]]:
    if "enum" in schema and value not in schema["enum"]:
        known = ", ".join(schema["enum"])
        hint = did_you_mean(str(value), schema["enum"]) or f"It may be: {known}."
        yield f'"{name}" cannot be {_show(value)}', hint
    elif schema.get("minLength") and not value.strip():
        yield f'"{name}" is empty', "Write a text, or take the line out."
    elif "minimum" in schema and not schema["minimum"] <= value <= schema["maximum"]:
        hint = f"It may be {schema['minimum']} to {schema['maximum']}."
        yield f'"{name}" cannot be {value}', hint


def _check_object(value: Mapping[Any, Any], schema: Schema, name: str) -> Iterator[tuple[str, str]]:
    extra = schema.get("additionalProperties", True)
    known = schema.get("properties", {})
    for key, item in value.items():
        inner = f"{name}: {key}"
        if key in known:
            yield from check_value(item, known[key], inner)
        elif isinstance(extra, Mapping):
            yield from check_value(item, extra, inner)
        elif extra is False:
            hint = did_you_mean(str(key), known) or f"It may have {', '.join(known)}."
            yield f'"{name}" has no part called "{key}"', hint
    for key in schema.get("required", ()):
        if key not in value:
            yield f'"{name}" lacks "{key}"', f"Add {key}: to {name}."


def _check_date(value: Any, name: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, date) and not isinstance(value, datetime):
        return
    hint = "Write year, month and day with hyphens, as in 2026-01-31."
    yield f'"{name}" is no date: {_show(value)}', hint


def _show(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "a list"
    return "a group of settings" if isinstance(value, dict) else f'"{value}"'


def _mend(kind: str, value: Any, name: str) -> str:
    if kind == "array" and isinstance(value, str):
        return f"Write it in square brackets: {name}: [{value}]."
    if kind == "string" and isinstance(value, bool | int | float | date):
        return f'Put it in straight quotes: "{value}".'
    if kind == "string" and isinstance(value, dict):
        return "A text that holds a colon needs straight quotes around it."
    return ""


_KINDS = {
    "string": "a text",
    "integer": "a whole number",
    "array": "a list",
    "object": "a group of settings",
}
_IS = {
    "string": lambda value: isinstance(value, str),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "array": lambda value: isinstance(value, list),
    "object": lambda value: isinstance(value, dict),
}
