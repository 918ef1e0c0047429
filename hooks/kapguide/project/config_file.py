"""Read mkdocs.yml, and what it inherits from.

Settings are merged as MkDocs merges: groups key by key, everything else whole.

MkDocs's own loader is not used: it forgets which file a setting stands in, and so the
line of the menu; it imports what !!python/name names, fails on !relative outside of a
build and on a file that inherits from itself without saying where, and is missing where
ProperDocs or Zensical builds. What it reads !ENV with is used.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import yaml
import yaml_env_tag
from markdown_citations.problems import show_unseen

from kapguide.front_matter.bounded_yaml import BoundedLoader
from kapguide.front_matter.saved_text import UTF_8, decode
from kapguide.front_matter.yaml_words import explain_yaml
from kapguide.words.completing import merge

INHERIT = "INHERIT"


class CannotRun(click.ClickException):
    """The command could not do its work; no statement about the pages."""

    exit_code = 2

    def format_message(self) -> str:
        """Give the message; its line breaks are ours, all else may come from settings."""
        return "\n".join(map(show_unseen, self.message.split("\n")))


@dataclass(frozen=True, slots=True)
class ConfigFile:
    """One file of settings."""

    path: Path
    text: str
    values: dict[str, Any]


class Loader(BoundedLoader):
    """Reads mkdocs.yml, whose tags (!relative, !!python/name) only MkDocs understands."""


def _ignore(loader: yaml.SafeLoader, suffix: str, node: yaml.Node) -> Any:
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node)
    return loader.construct_mapping(node) if isinstance(node, yaml.MappingNode) else None


Loader.add_constructor("!ENV", yaml_env_tag.construct_env_tag)
Loader.add_multi_constructor("!", _ignore)
Loader.add_multi_constructor("tag:yaml.org,2002:python/", _ignore)


def read_config(path: Path) -> list[ConfigFile]:
    """Read a file and those that it inherits from, nearest first; none where it is missing.

    Raises CannotRun where one is broken, missing or inherits from itself.
    """
    files: list[ConfigFile] = []
    seen: list[Path] = []
    while path.is_file():
        seen.append(path.resolve())
        files.append(_read_file(path))
        parent = files[-1].values.get(INHERIT)
        if parent is None:
            return files
        shown = f'{path.name} inherits from "{parent}"'
        path = path.parent / str(parent)
        if not path.is_file():
            raise CannotRun(f"{shown}, which is not there. Look at {INHERIT} in it.")
        if path.resolve() in seen:
            raise CannotRun(f"{shown}, and so from itself. Break the circle.")
    return files


def _read_file(path: Path) -> ConfigFile:
    try:
        saved = decode(path.read_bytes())
        if saved.encoding != UTF_8:
            said = "is not saved as UTF-8. Save it again with the encoding UTF-8."
            raise CannotRun(f"{path.name}:{saved.line}: the file {said}")
        text = saved.text
        values = yaml.load(text, Loader)
    except yaml.YAMLError as error:
        line, message, hint = explain_yaml(error, text.split("\n"))
        raise CannotRun(f"{path.name}:{line + 1}: {message}. {hint}".rstrip()) from None
    except OSError as error:
        raise CannotRun(f"{path.name} cannot be read: {error.strerror}") from None
    return ConfigFile(path, text, values if isinstance(values, dict) else {})


def merge_config(files: Sequence[ConfigFile]) -> dict[str, Any]:
    """Merge settings; those of the nearest file win."""
    merged: dict[str, Any] = {}
    for file in reversed(files):
        merged = merge(merged, file.values)
    merged.pop(INHERIT, None)
    return merged
