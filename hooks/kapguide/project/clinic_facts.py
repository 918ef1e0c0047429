"""The clinic's own facts, from `extra.clinic` of mkdocs.yml, and where each stands."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kapguide.front_matter.parsing import KeyPath
from kapguide.front_matter.setting_lines import Setting, read_setting_lines
from kapguide.project.config_file import ConfigFile, merge_config

_GROUP = ("extra", "clinic")

ON_EVERY_PAGE = ("name", "address", "telephone")
"""The facts that every page shows by itself."""
WHERE = "Move it below clinic:, with more spaces before it than clinic: has."
"""What to do with a fact that stands under `extra` itself."""


@dataclass(frozen=True, slots=True)
class ClinicFact:
    """One fact, as somebody typed it."""

    name: str
    text: str | None
    """Markdown; empty where there is none, None where the value is no text."""
    path: str = "mkdocs.yml"
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Clinic:
    """What mkdocs.yml says of the clinic."""

    facts: Mapping[str, ClinicFact] = field(default_factory=lambda: MappingProxyType({}))
    beside: Mapping[str, ClinicFact] = field(default_factory=lambda: MappingProxyType({}))
    """What stands under `extra` itself, as a fact does that is not indented enough."""

    def say(self, name: str) -> str:
        """Return a fact's text; an empty one where it is missing or no text."""
        fact = self.facts.get(name)
        return (fact.text or "").strip() if fact else ""

    @property
    def below(self) -> str:
        """What stands at the foot of every page: names keep their own spelling."""
        return " ".join(map(self.say, ON_EVERY_PAGE))

    @property
    def is_named(self) -> bool:
        """Whether somebody has made the site a clinic's own."""
        return any(self.say(name) for name in self.facts)


def name_fact(typed: str) -> str:
    """Return a fact's name: a hyphen in it counts as an underscore, and case does not count."""
    return typed.replace("-", "_").lower()


def read_clinic(files: Sequence[ConfigFile], root: Path) -> Clinic:
    """Read the facts; those of the nearest file win."""
    values: Any = merge_config(files)
    return Clinic(*(_read_group(group, values, files, root) for group in (_GROUP, _GROUP[:1])))


def _read_group(
    group: KeyPath, values: Any, files: Sequence[ConfigFile], root: Path
) -> Mapping[str, ClinicFact]:
    """Read the texts of a group."""
    for name in group:
        values = values.get(name) if isinstance(values, Mapping) else None
    if not isinstance(values, Mapping):
        return {}
    typed: dict[str, tuple[str, Setting]] = {}
    for file in files:
        path = Path(os.path.relpath(file.path, root)).as_posix()
        for setting in read_setting_lines(file.text):
            if setting.names[:-1] == group:
                typed.setdefault(setting.names[-1], (path, setting))
    facts: dict[str, ClinicFact] = {}
    for key, value in values.items():
        fact = _fact(str(key), value, typed.get(str(key)))
        if fact.text != "" or fact.name not in facts:
            facts[fact.name] = fact
    return facts


def _fact(key: str, value: object, typed: tuple[str, Setting] | None) -> ClinicFact:
    name = name_fact(key)
    path, line = (typed[0], typed[1].line) if typed else ("mkdocs.yml", None)
    if typed and typed[1].text is not None:
        return ClinicFact(name, typed[1].text, path, line)
    if isinstance(value, bool) or not isinstance(value, str | int | float | None):
        return ClinicFact(name, None, path, line)
    return ClinicFact(name, "" if value is None else str(value), path, line)
