"""Every problem that a bibliography can have: the rules in the modules that read and check it."""

from __future__ import annotations

import pkgutil
from importlib import import_module

from markdown_citations import library
from markdown_citations.problems import rules_in

_NAMES = [module.name for module in pkgutil.walk_packages(library.__path__, f"{library.__name__}.")]
RULES = tuple(dict.fromkeys(rules_in(*map(import_module, _NAMES))))
