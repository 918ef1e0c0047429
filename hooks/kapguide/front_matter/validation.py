"""Validate settings against a JSON Schema, and say in plain words what is wrong.

`jsonschema` finds the mistakes; the words, and the nearest right name, are ours.
Three things differ from plain JSON: YAML makes days of what looks like one, a
text of blanks is empty, and 12.0 is no whole number. Days have limits by the names that
other validators know, `formatMinimum` and `formatMaximum`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple, cast

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend
from markdown_citations.problems import did_you_mean, nearest

from kapguide.front_matter.days import guess_day, read_day
from kapguide.front_matter.parsing import KeyPath
from kapguide.front_matter.schema import Schema


class Mistake(NamedTuple):
    """What is wrong with a value, where it stands, and what to do."""

    keyword: str
    """The word of the schema that it breaks: `type`, `required`, `maximum`, …"""
    path: KeyPath
    message: str
    hint: str


def find_mistakes(values: object, schema: Schema, start: KeyPath = ()) -> list[Mistake]:
    """Return the mistakes in what stands at `start`, each once, in the schema's order."""
    errors = _Validator(schema).iter_errors(values)
    return list(dict.fromkeys(mistake for error in errors for mistake in _explain(error, start)))


def format_path(path: KeyPath) -> str:
    """Write where a value stands as editors read it: `figures.x.groups, item 1: count`."""
    text = ""
    for step in path:
        if isinstance(step, int):
            text += f", item {step + 1}:"
        else:
            text += f" {step}" if text.endswith(":") else f".{step}" if text else step
    return text.removesuffix(":")


def _check_type(
    validator: Any, wanted: str, value: object, schema: Schema
) -> Iterator[ValidationError]:
    if not validator.is_type(value, "day" if schema.get("format") == "date" else wanted):
        yield ValidationError(f"not of type {wanted}")


def _check_length(
    validator: Any, least: int, value: object, schema: Schema
) -> Iterator[ValidationError]:
    if isinstance(value, str) and len(value.strip()) < least:
        yield ValidationError("too short")


def _check_earliest(
    validator: Any, limit: str, value: object, schema: Schema
) -> Iterator[ValidationError]:
    if validator.is_type(value, "day") and str(value) < limit:
        yield ValidationError("too early")


def _check_latest(
    validator: Any, limit: str, value: object, schema: Schema
) -> Iterator[ValidationError]:
    if validator.is_type(value, "day") and str(value) > limit:
        yield ValidationError("too late")


_Validator: Any = extend(  # type: ignore[no-untyped-call]
    Draft202012Validator,
    validators={
        "type": _check_type,
        "minLength": _check_length,
        "formatMinimum": _check_earliest,
        "formatMaximum": _check_latest,
    },
    type_checker=Draft202012Validator.TYPE_CHECKER.redefine_many(
        {
            "day": lambda _, v: read_day(v) is not None,
            "integer": lambda _, v: isinstance(v, int) and not isinstance(v, bool),
        }
    ),
)


def _explain(error: ValidationError, start: KeyPath) -> Iterator[Mistake]:
    """Yield what an error stands for: one of a missing key yields all that are missing."""
    value: Any = error.instance
    schema = cast(Schema, error.schema)
    path = (*start, *error.absolute_path)
    keyword, name = str(error.validator), format_path(path)
    if keyword == "oneOf":
        # The option of the value's own type explains best.
        option = 1 if isinstance(value, dict) else 0
        for inner in error.context or ():
            if inner.schema_path[0] == option:
                yield from _explain(inner, start)
    elif keyword == "required":
        known = schema["properties"]
        meant = [nearest(str(key), known) for key in value if key not in known]
        for key in schema["required"]:
            if key not in value and key not in meant:  # of a mistyped one that is said already
                hint = f"Add to {name} a line {key}: with {_describe(known[key])}."
                yield Mistake(keyword, (*path, key), f'"{name}" lacks "{key}"', hint)
    elif keyword == "additionalProperties":
        known = schema["properties"]
        for key in (str(key) for key in value if key not in known):
            hint = did_you_mean(key, known) or f"It may have {', '.join(known)}."
            yield Mistake(keyword, (*path, key), f'"{name}" has no part called "{key}"', hint)
    elif keyword != "enum" or isinstance(value, str):
        # What is no text has the wrong type, which is said already.
        said, hint = _say(keyword, value, schema, path)
        yield Mistake(keyword, path, f'"{name}" {said}', hint)


def _say(keyword: str, value: Any, schema: Schema, path: KeyPath) -> tuple[str, str]:
    """Return what is wrong with a single value or a list, and what to do."""
    match keyword:
        case "type":
            return _say_type(value, schema, path)
        case "enum":
            hint = did_you_mean(value, schema["enum"]) or f"It may be: {', '.join(schema['enum'])}."
            return f"cannot be {_show(value)}", hint
        case "minLength":
            return "is empty", "Write a text, or take the line out."
        case "maxLength":
            return f"has {len(value)} characters", f"There is room for {schema['maxLength']}."
        case "minimum" | "maximum" | "formatMinimum" | "formatMaximum":
            days = keyword.startswith("format")
            low, high = (schema[name] for name in (_LIMITS_OF_DAYS if days else _LIMITS))
            return f"cannot be {value}", f"It may be {low} to {high}."
        case "minItems" | "maxItems":
            low, high = schema["minItems"], schema["maxItems"]
            return f"has {len(value)} items, not {low if low == high else f'{low} to {high}'}", ""
    raise NotImplementedError(f"no words for the keyword {keyword}")


def _say_type(value: Any, schema: Schema, path: KeyPath) -> tuple[str, str]:
    kind = schema["type"]
    if value is None:
        return "has no value", f"Write {_KINDS[kind]}, or take the line out."
    if schema.get("format") == "date":
        meant = guess_day(value) if isinstance(value, str) else None
        hint = "Write year, month and day with hyphens, as in 2026-01-31."
        hint = f"Write {meant}." if meant else hint
        return f"is no date: {_show(value)}", hint
    hint = ""
    if kind == "array" and isinstance(value, str) and "://" in value:
        hint = schema.get("description", "")  # no list of ours holds addresses
    elif kind == "array" and isinstance(value, str):
        hint = f"Write it in square brackets: {path[-1]}: [{value.strip('[] ')}]."
    elif kind == "string" and isinstance(value, bool):  # YAML has forgotten which was typed
        hint = "Put the word in straight quotes."
    elif kind == "string" and isinstance(value, int | float | date):
        hint = f'Put it in straight quotes: "{value}".'
    elif kind == "integer":
        number = re.match(r"\d+\b(?!\.)", str(value))
        hint = f"Write a whole number alone, as in {path[-1]}: {number[0] if number else 12}."
    elif kind == "boolean":
        hint = did_you_mean(str(value), ("true", "false"))
    elif kind == "string":  # a colon or a bracket has made something else of it
        hint = "Put the whole text in straight quotes."
    elif kind == "object":
        hint = "Write lines such as name: value below it."
    return f"should be {_KINDS[kind]}, not {_show(value)}", hint


def _describe(schema: Schema) -> str:
    """Say what a value is: "a text", "a day"."""
    return "a day, as 2026-01-31" if schema.get("format") == "date" else _KINDS[schema["type"]]


def _show(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "a list"
    return "a group of settings" if isinstance(value, dict) else f'"{value}"'


OF_TEXT_ABOVE = "Start it with two spaces if it belongs to the text above, or take it out."
"""What to do with a name of several words: it is none."""
_LIMITS, _LIMITS_OF_DAYS = ("minimum", "maximum"), ("formatMinimum", "formatMaximum")
_KINDS = {
    "string": "a text",
    "integer": "a whole number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a group of settings",
}
