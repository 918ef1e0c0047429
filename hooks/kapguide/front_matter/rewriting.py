"""Write a group of settings into a page's front matter, and leave every other byte.

A YAML library would lay the whole block out anew; here only the places of the values
are looked up with one, and the text between them stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import yaml

from kapguide.front_matter.bounded_yaml import BoundedLoader
from kapguide.front_matter.parsing import FrontMatter, read_front_matter

Group = Mapping[str, str | date]
END_OF_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")


class CannotRewriteError(Exception):
    """The settings are written in a way that only a person can change; the message says why."""


def set_group(text: str, name: str, values: Group) -> str:
    """Set a setting to a group of values: `review`, of reviewer, credentials and date.

    Raises CannotRewriteError where that cannot be done without changing anything else.
    """
    return _set(text, name, values, _rewrite)


def _set(text: str, name: str, wanted: Any, rewrite: Callable[[str, str, Any], str]) -> str:
    """Rewrite the YAML between the two lines of hyphens, and see that no more has changed."""
    before = read_front_matter(text)
    if before.problems:
        first = before.problems[0]
        raise CannotRewriteError(f"line {first.line}: {first.message}. {first.hint}".strip())
    if not before.values:
        raise CannotRewriteError("it has no settings at its top, between two lines of ---")
    lines = text.splitlines(keepends=True)
    # The body starts behind the closing line, which is none of the block's.
    head, block = lines[0], "".join(lines[1 : before.body_line - 2])
    after = head + rewrite(block, name, wanted) + "".join(lines[before.body_line - 2 :])
    if not _differ_only_there(before, read_front_matter(after), name, wanted):
        raise CannotRewriteError(f'"{name}" is written in a way that only you can change')
    return after


def set_value(text: str, name: str, value: str | date) -> str:
    """Set a setting that is one value: `follows`, a day.

    Raises CannotRewriteError where that cannot be done without changing anything else.
    """
    return _set(text, name, value, _rewrite_value)


def format_scalar(value: str | date, *, in_braces: bool = False) -> str:
    """Write a value of one line as YAML reads it back, in quotes only where it must be.

    In braces commas and brackets have a meaning.
    """
    if isinstance(value, date):
        return value.isoformat()
    written = f"{{a: {value}, b: 1}}" if in_braces else f"a: {value}\nb: 1"
    try:
        plain = yaml.safe_load(written) == {"a": value, "b": 1}
    except (yaml.YAMLError, ValueError):
        plain = False
    if plain:
        return value
    return yaml.safe_dump(value, default_style='"', allow_unicode=True, width=10**6).rstrip("\n")


def _differ_only_there(before: FrontMatter, after: FrontMatter, name: str, wanted: Any) -> bool:
    was = before.get(name)
    if isinstance(wanted, Mapping):
        wanted = {**(was if isinstance(was, dict) else {}), **wanted}
    return not after.problems and {**after.values} == {**before.values, name: wanted}


def _rewrite(block: str, name: str, values: Group) -> str:
    """Change the YAML between the two lines of hyphens."""
    root = yaml.compose(block, BoundedLoader)
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    found = next((pair for pair in pairs if pair[0].value == name), None)
    if found is None:
        margin = " " * pairs[0][0].start_mark.column
        return block + f"{margin}{name}:{_newline(block)}" + _lines(block, margin, values)
    key, value = found
    if isinstance(value, yaml.MappingNode) and value.value:
        return _change_values(block, value, values)
    if not isinstance(value, yaml.ScalarNode) and value.value:
        raise CannotRewriteError(f'"{name}" is a list; write {name}: pending first')
    # What stands between the name and the end of its line, a comment, stays.
    colon = block.index(":", key.end_mark.index) + 1
    line = END_OF_LINE.match(block, _end(block, value))
    end = line.end() if line else len(block)
    rest = block[_end(block, value) : end]
    margin = " " * key.start_mark.column
    return block[:colon] + rest + _lines(block, margin, values) + block[end:]


def _rewrite_value(block: str, name: str, value: str | date) -> str:
    """Change one value, or add it behind all others."""
    root = yaml.compose(block, BoundedLoader)
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    node = next((value for key, value in pairs if key.value == name), None)
    written = format_scalar(value)
    if isinstance(node, yaml.ScalarNode) and node.value:
        return block[: node.start_mark.index] + written + block[_end(block, node) :]
    if node is not None:
        raise CannotRewriteError(f'"{name}" is no single value; take it out first')
    margin = " " * pairs[0][0].start_mark.column
    return f"{block}{margin}{name}: {written}{_newline(block)}"


def _change_values(block: str, group: yaml.MappingNode, values: Group) -> str:
    """Change the values of a group that is there, and add those that it lacks."""
    there: dict[str, Any] = {key.value: value for key, value in group.value}
    first, last = group.value[0][0], group.value[-1][1]
    braces = bool(group.flow_style)
    missing = {name: value for name, value in values.items() if name not in there}
    edits: list[tuple[int, int, str]] = []
    if missing and braces:
        parts = ((name, format_scalar(value, in_braces=True)) for name, value in missing.items())
        added = "".join(f", {name}: {text}" for name, text in parts)
        edits.append((_end(block, last), _end(block, last), added))
    elif missing:
        line = END_OF_LINE.match(block, _end(block, last))
        at = line.end() if line else len(block)
        margin = " " * first.start_mark.column
        edits.append((at, at, _lines(block, margin[2:], missing, margin)))
    for name, value in values.items():
        node = there.get(name)
        kind = "timestamp" if isinstance(value, date) else "str"
        if node is None or (node.value == str(value) and node.tag.endswith(f":{kind}")):
            continue
        start, end = node.start_mark.index, _end(block, node)
        blank = "" if block[start - 1 : start].isspace() else " "
        edits.append((start, end, blank + format_scalar(value, in_braces=braces)))
    for start, end, new in sorted(edits, reverse=True):
        block = block[:start] + new + block[end:]
    return block


def _lines(block: str, margin: str, values: Group, inner: str = "") -> str:
    inner = inner or f"{margin}  "
    lines = [f"{inner}{name}: {format_scalar(value)}" for name, value in values.items()]
    return "".join(f"{line}{_newline(block)}" for line in lines)


def _end(block: str, node: yaml.Node) -> int:
    """Return where a value ends; that of a text over several lines is set too far."""
    start, end = node.start_mark.index, node.end_mark.index
    return start + len(block[start:end].rstrip()) if end > start else end


def _newline(block: str) -> str:
    return "\r\n" if "\r\n" in block else "\n"
