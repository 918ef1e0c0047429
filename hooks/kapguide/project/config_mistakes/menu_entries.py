"""Find the entries of the menu that no engine can read as such."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from kapguide.front_matter.parsing import KeyPath
from kapguide.front_matter.yaml_words import quote
from kapguide.project.config_file import ConfigFile
from kapguide.project.config_mistakes.known_settings import Found
from kapguide.project.menu import say_nameless

_TOGETHER = re.compile(
    r"(?P<title>\S.*?\s.*?(?=[\s:])|[^\s:]+(?=:))(?:\s+|:)(?!//)(?P<file>[\w./-]+\.md)"
)
_LINE = re.compile(r"\s*- (?P<title>\S.*?):\s+(?P<file>[\w./-]+\.md)\s*$")
_PLAIN = re.compile(r"[^\W\d_][\w ?!,.()'’-]*")


def find_entry_mistakes(file: ConfigFile, places: Mapping[KeyPath, int]) -> Found:
    """Find entries without a page, and those that are not of the form `- title: file.md`."""
    lines = file.text.split("\n")
    menu = file.values.get("nav")
    for path, item in walk_menu(menu, ("nav",)) if isinstance(menu, list) else ():
        title = str(path[-1]) if isinstance(path[-1], str) else ""
        if not item or not isinstance(item, str | list | dict):
            yield path, *say_nameless(title)
        elif isinstance(item, dict):
            for other in [*item] if title else [*item][1:]:  # the dash of the first is that of all
                said = f'the entry "{other}" has no dash'
                shown = f"- {write_entry(str(other), item[other])}"
                yield (*path, other), said, f"Write the line so: {shown}"
        elif isinstance(item, str) and not title:
            whole = _TOGETHER.fullmatch(item) or _LINE.match(lines[places[path] - 1])
            if whole:
                what = "colon and a blank" if _TOGETHER.fullmatch(item) else "pair of quotes"
                shown = f"- {write_entry(whole['title'], whole['file'])}"
                yield path, f"the entry lacks a {what}", f"Write the line so: {shown}"


def write_entry(title: str, target: object) -> str:
    """Write an entry of the menu, its title in quotes where YAML needs them."""
    title = title.strip("\"' ")
    written = title if _PLAIN.fullmatch(title) and ": " not in title else quote(title)
    return f"{written}: {target}" if isinstance(target, str) else f"{written}:"


def walk_menu(items: Any, path: KeyPath) -> Iterator[tuple[KeyPath, Any]]:
    """Give each entry of the menu with its place: a file, a list, or what is neither."""
    for number, item in enumerate(items):
        at = (*path, number)
        if not isinstance(item, dict) or len(item) != 1:
            yield at, item
            continue
        for title, target in item.items():
            yield (*at, str(title)), target
            if isinstance(target, list):
                yield from walk_menu(target, (*at, str(title)))
