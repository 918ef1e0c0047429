"""Find the line of the front matter on which a value stands.

Takes a page's source and a place such as `("figures", "response", "groups", 0)`.
Gives a line counted from 1.
Must stay free of what the values mean.
"""

from __future__ import annotations

import re

import yaml

from kapguide.figures.values import Place

_FRONT = re.compile(r"\A---[ \t]*\r?\n(?P<yaml>.*?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S)


def find_place(source: str, place: Place) -> int | None:
    """Return the line of the place, or of as much of it as is there; None where nothing is."""
    front = _FRONT.match(source)
    if front is None:
        return None
    try:
        node = yaml.compose(front["yaml"], Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return None
    line = None
    for step in place:
        found = _step(node, step)
        if found is None:
            break
        line, node = found
    # Line 0 of the YAML is line 2 of the page: the page opens with ---.
    return None if line is None else line + 2


def _step(node: yaml.Node | None, step: str | int) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(step):
                return key.start_mark.line, value
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        item: yaml.Node = node.value[step]
        return item.start_mark.line, item
    return None
