"""Where the settings of mkdocs.yml stand, and what was typed there.

The text is only composed, never constructed: nodes know their lines and what was typed.
To YAML `8:30` is a number and `12 Main Street # 4` ends before the number of the flat.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml

from kapguide.front_matter.bounded_yaml import BoundedLoader

_COMMENT = re.compile(r"[ \t]+(#[ \t]*[^\s#].*)")


class Setting(NamedTuple):
    """One setting with a value of its own."""

    names: tuple[str, ...]
    """From the top: `("extra", "clinic", "name")`."""
    line: int
    """Counted from 1."""
    text: str | None
    """What was typed, without quotes; None where it is no text: a list, a group, yes or no, or
    what a tag such as !ENV stands for."""
    cut: str = ""
    """What follows on a text without quotes from a # on, and so is no part of it."""


def read_setting_lines(text: str) -> tuple[Setting, ...]:
    """Read the settings of a file in their order; none where it cannot be read."""
    try:
        root = yaml.compose(text, BoundedLoader)
    except yaml.YAMLError:
        return ()
    return tuple(_walk(root, (), text, set())) if isinstance(root, yaml.MappingNode) else ()


def find_setting_line(text: str, *setting: str) -> int:
    """Return the line of a setting, or of the group that lacks it, or the first."""
    lines = {one.names: one.line for one in read_setting_lines(text)}
    return lines.get(setting) or lines.get(setting[:1]) or 1


def _walk(
    root: yaml.MappingNode, above: tuple[str, ...], text: str, seen: set[int]
) -> Iterator[Setting]:
    if id(root) in seen:
        return  # an alias of what stands elsewhere, or of itself
    seen.add(id(root))
    for key, value in root.value:
        names, line = (*above, str(key.value)), key.start_mark.line + 1
        if isinstance(value, yaml.MappingNode):
            yield Setting(names, line, None)
            yield from _walk(value, names, text, seen)
        elif isinstance(value, yaml.ScalarNode):
            yield Setting(names, line, _typed(value), _cut(value, text))
        else:
            yield Setting(names, line, None)


def _typed(node: yaml.ScalarNode) -> str | None:
    kind = node.tag.removeprefix("tag:yaml.org,2002:")
    if kind in ("bool", node.tag):  # !ENV and other tags stand for something else
        return None
    return "" if kind == "null" else str(node.value)


def _cut(node: yaml.ScalarNode, text: str) -> str:
    if node.style is not None or not node.value:
        return ""
    match = _COMMENT.match(text, node.end_mark.index)
    return match[1].rstrip() if match else ""
