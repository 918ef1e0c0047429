"""Put a page into the menu of mkdocs.yml, and leave every other byte of the file."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from kapguide.front_matter.bounded_yaml import BoundedLoader
from kapguide.front_matter.rewriting import END_OF_LINE, format_scalar
from kapguide.project.menu import Menu, read_menu


class CannotEditMenuError(Exception):
    """The menu is written in a way that only a person can change."""


def list_sections(menu: Menu) -> list[str]:
    """Return the topmost sections of a menu, in their order."""
    return list(dict.fromkeys(item.section for item in menu.items if item.section))


def add_to_menu(text: str, title: str, target: str, section: str = "") -> str:
    """Return the text of mkdocs.yml with a page at the end of a section, or of the whole menu.

    Raises CannotEditMenuError where that would change anything else.
    """
    before = read_menu(text, "")
    items = _find_items(text, section)
    if before is None or items is None:
        raise CannotEditMenuError
    after = _insert(text, items, title, target)
    menu = read_menu(after, "")
    new = [item for item in menu.items if item.target == target] if menu else []
    others = [item for item in menu.items if item.target != target] if menu else []
    same = [(item.title, item.target, item.section) for item in others] == [
        (item.title, item.target, item.section) for item in before.items
    ]
    if not same or [(item.title, item.section) for item in new] != [(title, section)]:
        raise CannotEditMenuError
    return after


def _find_items(text: str, section: str) -> yaml.SequenceNode | None:
    """Find the list that a new item goes into."""
    root = yaml.compose(text, BoundedLoader)
    pairs = root.value if isinstance(root, yaml.MappingNode) else ()
    whole = next((value for key, value in pairs if key.value == "nav"), None)
    if not isinstance(whole, yaml.SequenceNode):
        return None
    if not section:
        return whole
    return next((items for title, items in _sections(whole) if title == section), None)


def _sections(menu: yaml.SequenceNode) -> Iterator[tuple[str, yaml.SequenceNode]]:
    for item in menu.value:
        for key, value in item.value if isinstance(item, yaml.MappingNode) else ():
            if isinstance(value, yaml.SequenceNode):
                yield str(key.value), value


def _insert(text: str, items: yaml.SequenceNode, title: str, target: str) -> str:
    in_braces = bool(items.flow_style)
    entry = format_scalar(title, in_braces=in_braces), format_scalar(target, in_braces=in_braces)
    if in_braces:
        at = items.end_mark.index - 1
        comma = ", " if items.value else ""
        at -= len(text[:at]) - len(text[:at].rstrip())
        return f"{text[:at]}{comma}{{{entry[0]}: {entry[1]}}}{text[at:]}"
    # Behind the last line of the last item, with what is written at that line's end.
    line = END_OF_LINE.match(text, _last_leaf(items).end_mark.index)
    at = line.end() if line else len(text)
    newline = "\r\n" if "\r\n" in text else "\n"
    ended = text[:at].endswith(("\n", "\r"))
    margin = " " * items.start_mark.column
    return (
        f"{text[:at]}{'' if ended else newline}{margin}- {entry[0]}: {entry[1]}"
        f"{newline if ended else ''}{text[at:]}"
    )


def _last_leaf(node: yaml.Node) -> yaml.Node:
    """Return the last value within a node; the end of a list is set too far."""
    while isinstance(node, yaml.CollectionNode) and node.value and not node.flow_style:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    return node
