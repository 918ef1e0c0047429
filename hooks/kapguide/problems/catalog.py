"""All rules together, for `--explain`, reports and CONTRIBUTING.md.

A rule is found by being there: in any module of the engine, or in the tables of
rules that the citation library keeps.
"""

from __future__ import annotations

import functools
import pkgutil
from collections.abc import Iterator, Mapping
from importlib import import_module
from types import MappingProxyType, ModuleType

import markdown_citations
from markdown_citations.problems import Rule

import kapguide


@functools.cache
def find_rules() -> Mapping[str, Rule]:
    """Return each code's rule, in the order of the modules' names.

    Raises ValueError where two rules have one code.
    """
    found: dict[str, Rule] = {}
    for module in map(import_module, _module_names()):
        for rule in _rules_of(module):
            if found.setdefault(rule.code, rule) != rule:
                raise ValueError(f"{module.__name__}: there is another rule {rule.code}")
    return MappingProxyType(found)


def _module_names() -> Iterator[str]:
    """Name the modules that may hold rules: the command line, which asks for them, has none."""
    for module in pkgutil.walk_packages(markdown_citations.__path__, "markdown_citations."):
        if module.name.endswith("rules"):
            yield module.name
    for module in pkgutil.walk_packages(kapguide.__path__, "kapguide."):
        if not module.name.startswith(("kapguide.commands", "kapguide.__main__")):
            yield module.name


def _rules_of(module: ModuleType) -> Iterator[Rule]:
    """Give the rules of a module, one by one or in a table."""
    for value in vars(module).values():
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Rule):
                yield item
