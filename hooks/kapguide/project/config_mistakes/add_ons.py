"""Find plug-ins and extensions of Markdown that mkdocs.yml names and nobody has installed."""

from __future__ import annotations

import importlib.util
import pkgutil
from collections.abc import Collection, Iterator, Mapping
from importlib.metadata import entry_points
from typing import Any

from markdown_citations.problems import did_you_mean

from kapguide.front_matter.parsing import KeyPath
from kapguide.project.config_mistakes.known_settings import Found

_OF_ENGINE = "search"
"""A plug-in that every engine with plug-ins has: without it, none of them can be judged."""


def find_missing_add_ons(values: Mapping[str, Any]) -> Found:
    """Find them in settings."""
    plugins = {point.name for point in entry_points(group="mkdocs.plugins")}
    plugins |= {name.rpartition("/")[2] for name in plugins}  # a theme's own, as theme/search
    for path, name in _list_names(values, "plugins") if _OF_ENGINE in plugins else ():
        if name not in plugins:
            yield path, f'no plug-in is called "{name}"', _advise(name, plugins)
    known = {point.name for point in entry_points(group="markdown.extensions")}
    for path, name in _list_names(values, "markdown_extensions"):
        module = name.partition(":")[0]
        if name not in known and not _is_module(module):
            names = known | set(_list_beside(module))
            yield path, f'no extension of Markdown is called "{name}"', _advise(name, names)


def _list_names(values: Mapping[str, Any], setting: str) -> Iterator[tuple[KeyPath, str]]:
    """Give the names in a list, or in a group, each alone or with options below it."""
    listed = values.get(setting)
    if isinstance(listed, dict):
        yield from (((setting, str(name)), str(name)) for name in listed)
    for number, item in enumerate(listed if isinstance(listed, list) else ()):
        names = item if isinstance(item, dict) else [item]
        yield from (((setting, number), name) for name in names if isinstance(name, str))


def _is_module(name: str) -> bool:
    try:
        return importlib.util.find_spec(name) is not None
    except (ImportError, ValueError):
        return False


def _list_beside(name: str) -> Iterator[str]:
    """Give the modules of the package that a name starts with."""
    package = name.rpartition(".")[0]
    found = importlib.util.find_spec(package) if package and _is_module(package) else None
    for module in pkgutil.iter_modules(found.submodule_search_locations if found else ()):
        yield f"{package}.{module.name}"


def _advise(name: str, known: Collection[str]) -> str:
    return did_you_mean(name, known) or "Take the line out, or install what has it."
