"""Read the words of a language and a topic from the files beside this one."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kapguide.words.table import Words

DEFAULT_LANGUAGE, DEFAULT_TOPIC = "en", "ketamine"

_FOLDER = Path(__file__).parent


@functools.lru_cache(maxsize=8)
def load_words(language: str = DEFAULT_LANGUAGE, topic: str = DEFAULT_TOPIC) -> Words:
    """Read the words of a language (`en`, `pt-BR`) and a topic.

    Where a file is missing, that of the default stands in, and `missing` names it.
    """
    missing = []
    names = (language, language.partition("-")[0])
    name = next((name for name in names if _exists(f"{name}.toml")), "")
    if not name:
        missing.append(f"{language}.toml")
    name = name or DEFAULT_LANGUAGE
    about = f"topics/{topic}/{name}.toml"
    if not _exists(about):
        missing.append(about)
        topic, about = DEFAULT_TOPIC, f"topics/{DEFAULT_TOPIC}/{name}.toml"
    if not _exists(about):
        about = f"topics/{DEFAULT_TOPIC}/{DEFAULT_LANGUAGE}.toml"
    table = _merge(_read(f"{name}.toml"), _read(about))
    return Words(name, topic, table, tuple(missing))


def choose_words(theme: object, extra: object) -> Words:
    """Read the words that mkdocs.yml asks for by `theme.language` and `extra.topic`."""
    language = theme.get("language") if isinstance(theme, Mapping) else None
    topic = extra.get("topic") if isinstance(extra, Mapping) else None
    return load_words(str(language or DEFAULT_LANGUAGE), str(topic or DEFAULT_TOPIC))


def _exists(path: str) -> bool:
    return (_FOLDER / path).is_file()


def _read(path: str) -> dict[str, Any]:
    with (_FOLDER / path).open("rb") as file:
        return tomllib.load(file)


def _merge(first: dict[str, Any], second: dict[str, Any]) -> dict[str, Any]:
    """Add the names of one table to another; what both hold must be tables."""
    merged = dict(first)
    for name, value in second.items():
        merged[name] = _merge(merged[name], value) if name in merged else value
    return merged
