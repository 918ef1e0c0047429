"""Find all checks: a file in a family's folder is one by being there.

The families are the folders beside this file. The order of checks, by folder and
file, decides nothing: problems are sorted by file and line.
"""

from __future__ import annotations

import functools
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType

from markdown_citations.problems import Rule

from kapguide import checks
from kapguide.checks.definition import Check


@functools.cache
def find_checks(package: ModuleType = checks) -> tuple[Check, ...]:
    """Return the checks of all families; raises LookupError for a file without any."""
    found: list[Check] = []
    for name in _check_names(package):
        module = import_module(name)
        registered = [value for value in vars(module).values() if isinstance(value, Check)]
        if not registered:
            raise LookupError(
                f"{module.__file__}: no check in this file. Add CHECK = Check((RULE,), page=…), "
                "or move what other checks share out of the family's folder."
            )
        found += registered
    return tuple(found)


def _check_names(package: ModuleType) -> Iterator[str]:
    """Give the dotted names of the modules in the folders of a package."""
    for family in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        if family.ispkg:
            folder = import_module(family.name)
            for module in pkgutil.iter_modules(folder.__path__, f"{family.name}."):
                yield module.name


def find_check_rules() -> tuple[Rule, ...]:
    """Return the rules of all checks; one that several checks report stands once."""
    return tuple(dict.fromkeys(rule for check in find_checks() for rule in check.rules))
