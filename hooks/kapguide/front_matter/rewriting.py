"""Write a setting into a page's front matter, and leave every other byte.

A YAML library would lay the whole block out anew; here only the places of the values
are looked up with one, and the text between them stays.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

import yaml

from kapguide.front_matter.bounded_yaml import BoundedLoader
from kapguide.front_matter.parsing import FrontMatter, read_front_matter

Group = Mapping[str, str | date]
Value = str | date | Group
END_OF_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")


class CannotRewriteError(Exception):
    """The settings are written in a way that only a person can change; the message says why."""


def set_value(text: str, name: str, wanted: Value) -> str:
    """Set a setting: `follows`, a day, or `review`, a group of reviewer, credentials and date.

    Raises CannotRewriteError where that cannot be done without changing anything else.
    """
    before = read_front_matter(text)
    if before.problems:
        first = before.problems[0]
        raise CannotRewriteError(f"line {first.line}: {first.message}. {first.hint}".strip())
    if not before.values:
        raise CannotRewriteError("it has no settings at its top, between two lines of ---")
    lines = text.splitlines(keepends=True)
    # The body starts behind the closing line, which is none of the block's.
    head, block = lines[0], "".join(lines[1 : before.body_line - 2])
    after = head + _rewrite(block, name, wanted) + "".join(lines[before.body_line - 2 :])
    if not _differ_only_there(before, read_front_matter(after), name, wanted):
        raise CannotRewriteError(f'"{name}" is written in a way that only you can change')
    return after


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


def _differ_only_there(before: FrontMatter, after: FrontMatter, name: str, wanted: Value) -> bool:
    was = before.get(name)
    if isinstance(wanted, Mapping):
        wanted = {**(was if isinstance(was, dict) else {}), **wanted}
    return not after.problems and {**after.values} == {**before.values, name: wanted}


def _rewrite(block: str, name: str, wanted: Value) -> str:
    """Change the YAML between the two lines of hyphens; what is new goes behind all else."""
    root = yaml.compose(block, BoundedLoader)
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    found = next((pair for pair in pairs if pair[0].value == name), None)
    if found is None:
        margin = " " * pairs[0][0].start_mark.column
        if isinstance(wanted, Mapping):
            return f"{block}{margin}{name}:{_newline(block)}{_lines(block, margin, wanted)}"
        return f"{block}{margin}{name}: {format_scalar(wanted)}{_newline(block)}"
    key, value = found
    if isinstance(wanted, Mapping):
        return _rewrite_group(block, key, value, wanted)
    if not isinstance(value, yaml.ScalarNode) or not value.value:
        raise CannotRewriteError(f'"{name}" is no single value; take it out first')
    start = value.start_mark.index
    return block[:start] + format_scalar(wanted) + block[_end(block, value) :]


def _rewrite_group(block: str, key: yaml.Node, value: yaml.Node, wanted: Group) -> str:
    if isinstance(value, yaml.MappingNode) and value.value:
        return _change_values(block, value, wanted)
    if not isinstance(value, yaml.ScalarNode) and value.value:
        raise CannotRewriteError(f'"{key.value}" is a list; write {key.value}: pending first')
    # What stands between the name and the end of its line, a comment, stays.
    colon = block.index(":", key.end_mark.index) + 1
    line = END_OF_LINE.match(block, _end(block, value))
    end = line.end() if line else len(block)
    rest = block[_end(block, value) : end]
    margin = " " * key.start_mark.column
    return block[:colon] + rest + _lines(block, margin, wanted) + block[end:]


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
