"""Hand the fixed texts of `overrides/` to the templates, which read them at `config.extra.words`.

Plain values only, by dotted names: not every template engine calls methods.
"""

from __future__ import annotations

from collections.abc import Mapping

from kapguide.words.table import Words

_TABLES = ("not_found", "page", "paper", "search")
_SCRIPTS = "scripts"
"""The texts that scripts write go to them as a whole."""


def template_words(words: Words) -> dict[str, object]:
    """Return all texts and lists of texts that a template may show."""
    found: dict[str, object] = {_SCRIPTS: dict(words.group(_SCRIPTS))}
    for table in _TABLES:
        found |= _flatten(words.table[table], f"{table}.")
    return found


def _flatten(table: Mapping[str, object], before: str) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in table.items():
        if isinstance(value, Mapping):
            found |= _flatten(value, f"{before}{name}.")
        else:
            found[f"{before}{name}"] = value
    return found
