"""All rules together, for `--explain`, reports and CONTRIBUTING.md.

A rule is found by being there: in any module of the engine or of the citation library.
"""

from __future__ import annotations

import functools
import pkgutil
from collections.abc import Iterator, Mapping
from importlib import import_module
from types import MappingProxyType

from markdown_citations.library_rules import RULES as LIBRARY_RULES
from markdown_citations.problems import Rule, rules_in
from markdown_citations.rules import RULES

import kapguide

# The command line asks for the rules; the handouts need what only those who print them have.
_NO_RULES = ("kapguide.commands", "kapguide.__main__", "kapguide.handouts")


@functools.cache
def find_rules() -> Mapping[str, Rule]:
    """Return each code's rule, in the order of the modules' names.

    Raises ValueError where two rules have one code.
    """
    found: dict[str, Rule] = {}
    ours = rules_in(*map(import_module, _module_names()))
    for rule in (*LIBRARY_RULES, *RULES, *ours):
        if found.setdefault(rule.code, rule) != rule:
            raise ValueError(f"two rules have the code {rule.code}")
    return MappingProxyType(found)


def _module_names() -> Iterator[str]:
    """Name the modules that may hold rules."""
    for module in pkgutil.walk_packages(kapguide.__path__, "kapguide."):
        if not module.name.startswith(_NO_RULES):
            yield module.name
