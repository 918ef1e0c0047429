"""The menu as mkdocs.yml writes it: which page stands on which line.

The text is only composed, never constructed: nodes know their lines, and tags
that MkDocs alone understands do no harm.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from kapguide.front_matter.bounded_yaml import BoundedLoader


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One line of the menu that leads somewhere."""

    target: str
    """As it is written: `risks.md`, `https://…`; empty where nothing is."""
    line: int
    title: str = ""
    """What readers see of it, where the menu says so."""
    section: str = ""
    """The topmost section that it stands in; empty where it stands alone."""


@dataclass(frozen=True, slots=True)
class Menu:
    """The menu of a site."""

    path: str
    """The file that it stands in, relative to the project."""
    line: int
    """Where `nav` starts."""
    items: tuple[MenuItem, ...]
    unlisted: tuple[str, ...] = ()
    """Patterns, as in .gitignore, of pages that need no place in it: `not_in_nav`."""
    from_docs: bool = False
    """A slash in front means the folder of the pages: `absolute_links: relative_to_docs`."""


def say_nameless(title: str) -> tuple[str, str]:
    """Say of an entry that names no page what is wrong, and what to do."""
    entry, place = (f'the entry "{title}"', "colon") if title else ("an entry", "dash")
    hint = f"Write the page's file behind the {place}, or take the entry out."
    return f"{entry} of the menu names no page", hint


def read_menu(
    text: str, path: str, unlisted: tuple[str, ...] = (), from_docs: bool = False
) -> Menu | None:
    """Read the menu; None where the file has none, and pages list themselves."""
    try:
        root = yaml.compose(text, BoundedLoader)
    except yaml.YAMLError:
        return None
    for key, value in root.value if isinstance(root, yaml.MappingNode) else ():
        if key.value == "nav" and isinstance(value, yaml.CollectionNode):
            return Menu(path, key.start_mark.line + 1, tuple(_items(value)), unlisted, from_docs)
    return None


def _items(node: yaml.Node, title: str = "", section: str = "") -> Iterator[MenuItem]:
    if isinstance(node, yaml.ScalarNode):
        target = "" if node.tag == "tag:yaml.org,2002:null" else node.value
        yield MenuItem(target, node.start_mark.line + 1, title, section)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _items(item, section=section or title)
    elif isinstance(node, yaml.MappingNode):
        for key, item in node.value:
            yield from _items(item, str(key.value), section)
