"""Read from mkdocs.yml where things are.

Takes a project's folder. Gives its settings, MkDocs's defaults where the file
says nothing or is not there.
Must stay free of mkdocs itself: the checks run where it is not installed.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import yaml

from kapguide.citations.configured import bibliography_paths
from kapguide.problems import Problem


class CannotRun(click.ClickException):
    """The command could not do its work; no statement about the pages."""

    exit_code = 2

    def __init__(self, message: str, problem: Problem | None = None) -> None:
        super().__init__(message)
        self.problem = problem
        """The problem behind it, where one was found."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where a project keeps its parts."""

    root: Path
    config: Path
    docs: Path
    site: Path
    templates: Path | None
    site_url: str
    bibliographies: tuple[Path, ...]


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml, whose tags (!ENV, !!python/name) only MkDocs understands."""


def _ignore(loader: yaml.SafeLoader, suffix: str, node: yaml.Node) -> Any:
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node)
    return loader.construct_mapping(node) if isinstance(node, yaml.MappingNode) else None


_Loader.add_multi_constructor("!", _ignore)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", _ignore)


def read_settings(place: Path) -> Settings:
    """Read the settings of a project's folder, or of its config file by another name.

    Raises CannotRun where the file is broken.
    """
    path = place if place.is_file() else place / "mkdocs.yml"
    root = path.parent
    values: Any = {}
    if path.is_file():
        try:
            values = yaml.load(path.read_text("utf-8-sig"), _Loader)
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            where = " ".join(str(error).split())
            raise CannotRun(f"{path.name} cannot be read: {where}") from None
    if not isinstance(values, dict):
        values = {}
    theme = values.get("theme")
    custom = theme.get("custom_dir") if isinstance(theme, dict) else None
    return Settings(
        root=root,
        config=path,
        docs=root / str(values.get("docs_dir") or "docs"),
        site=root / str(values.get("site_dir") or "site"),
        templates=root / str(custom) if custom else None,
        site_url=str(values.get("site_url") or ""),
        bibliographies=tuple(bibliography_paths(_citations(values), root)),
    )


def _citations(values: dict[str, Any]) -> dict[str, Any]:
    """Return the settings of the citation extension."""
    for extension in values.get("markdown_extensions") or ():
        named = extension.get("kapguide.citations") if isinstance(extension, dict) else None
        if isinstance(named, dict):
            return named
    return {}
