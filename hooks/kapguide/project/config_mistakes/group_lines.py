"""Say where to write a setting that belongs to a group: whoever does so has a sound file.

A group has lines of its own, or brackets, or one text, or nothing yet; in each, another thing
is to be done.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from kapguide.front_matter.parsing import KeyPath
from kapguide.project.config_file import ConfigFile, Loader
from kapguide.project.settings import CITATIONS

_STEP = 2
"""By how many blanks a line of a group is indented where there is none yet."""


@dataclass(frozen=True, slots=True)
class _Group:
    """The innermost group that there is, of those in which a setting belongs."""

    key: Any
    value: Any
    """None where a list names it, with nothing of its own."""
    missing: KeyPath
    """The groups within it that are not there."""


def advise_move(name: str, home: KeyPath, file: ConfigFile, files: Sequence[ConfigFile]) -> str:
    """Say where to write a setting: in its group, in this file or one that it inherits from."""
    found = {other.path: _find(_compose(other), home) for other in files}
    whole = (path for path, group in found.items() if group and not group.missing)
    path = next((p for p in whole if p == file.path or home[-1] == CITATIONS), file.path)
    of = "" if path == file.path else f" of {path.name}"
    pair = next(pair for pair in _compose(file).value if str(pair[0].value) == name)
    group = found[path]
    if group is None:
        return _write_above(home, 0, "")
    key, value = group.key, group.value
    line = key.start_mark.line + 1
    if value is None:
        text = _in_brackets(pair, (key.value,))
        return f'Write "{text}" in place of {key.value} on line {line}{of}, and take this one out.'
    if not group.missing and isinstance(value, yaml.MappingNode):
        own = next((one for one, _ in value.value if one.value == name), None)
        if own:
            where = f"line {own.start_mark.line + 1}{of}"
            return f"Write it there, on {where}, and take this one out."
    if _holds(value, home) and value.flow_style:
        bracket = "{" if isinstance(value, yaml.MappingNode) else "["
        where = f'the "{bracket}" of {key.value}: on line {value.start_mark.line + 1}{of}'
        text = _in_brackets(pair, group.missing)
        return f'Write "{text}, " right behind {where}, and take this one out.'
    text = next(other.text for other in files if other.path == path)
    rest = " and all that is its own" if pair[1].start_mark.line > pair[0].start_mark.line else ""
    return _move_below(group, home, text.split("\n"), of, rest)


def _move_below(group: _Group, home: KeyPath, rows: Sequence[str], of: str, rest: str) -> str:
    """Say below which of the rows to move a setting that has a line of its own there."""
    key, value = group.key, group.value
    line, spaces = key.start_mark.line + 1, key.start_mark.column + _STEP
    where, dash = f"line {line}{of}", ""
    move = f"Move it below {where}"
    if _holds(value, home):
        listed = isinstance(value, yaml.SequenceNode)
        first = value.value[0] if listed else value.value[0][0]
        # What an alias stands for may have been written further up.
        move = f"Move it below line {min(line, first.start_mark.line)}{of}"
        row = rows[first.start_mark.line]
        spaces, dash = len(row) - len(row.lstrip()), "- " if listed else ""
    elif key.value == "theme" and isinstance(value, yaml.ScalarNode) and value.value:
        alone = f'Write "theme:" alone on {where}, "  name: {value.value}" below it'
        return f"{alone}, and this below that, with {spaces} spaces before it{rest}."
    elif value.value:
        move = f'Take out what "{key.value}:" holds on {where}, and move this below that line'
    if group.missing:
        return f"{move}. {_write_above(group.missing, spaces, dash)}"
    return f"{move}, and write {spaces} spaces before it{rest}."


def _holds(value: yaml.Node, home: KeyPath) -> bool:
    """Whether a group is what it has to be: settings by name, or a list of extensions."""
    listed = isinstance(value, yaml.SequenceNode) and home[-1] == CITATIONS
    return listed or isinstance(value, yaml.MappingNode)


def _compose(file: ConfigFile) -> Any:
    return yaml.compose(file.text, Loader)


def _find(node: Any, home: KeyPath) -> _Group | None:
    """Find the innermost group; None where not even the outermost one is there."""
    found = None
    for depth, step in enumerate(home, 1):
        listed = isinstance(node, yaml.SequenceNode)
        pairs: list[tuple[Any, Any]] = [
            pair
            for one in (node.value if listed else [node])
            for pair in (one.value if isinstance(one, yaml.MappingNode) else [(one, None)])
        ]
        near = next((pair for pair in pairs if pair[0].value == step), None)
        if near is None or (near[1] is None and not listed):
            break
        key, node = near
        found = _Group(key, node, home[depth:])
    return found


def _in_brackets(pair: tuple[yaml.Node, yaml.Node], groups: KeyPath) -> str:
    """Write a setting as it stands between brackets, within these groups."""
    for group in reversed(groups):
        pair = (yaml.ScalarNode("tag:yaml.org,2002:str", str(group)), _map(pair))
    text = yaml.serialize(_bracket(_map(pair)), width=float("inf"), allow_unicode=True)
    return str(text).strip()[1:-1]


def _map(pair: tuple[yaml.Node, yaml.Node]) -> yaml.Node:
    return yaml.MappingNode("tag:yaml.org,2002:map", [pair])


def _bracket(node: yaml.Node) -> yaml.Node:
    """Put all groups and lists of a node between brackets."""
    if isinstance(node, yaml.CollectionNode):
        node.flow_style = True
        for one in node.value:
            for part in one if isinstance(one, tuple) else (one,):
                _bracket(part)
    return node


def _write_above(groups: KeyPath, spaces: int, dash: str) -> str:
    """Say which groups to write above a setting, the first as a part of a list."""
    lines = [f'"{" " * (spaces + n * _STEP)}{dash}{group}:"' for n, group in enumerate(groups)]
    deep = spaces + len(dash) + len(groups) * _STEP
    above = f"Write {', and below that '.join(lines)} above it"
    return f"{above}, and {deep} spaces before it and all that is its own."
