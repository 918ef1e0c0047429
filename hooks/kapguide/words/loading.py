"""Read the words of a language and a topic from the files beside this one."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from kapguide.words.table import Words

DEFAULT_LANGUAGE, DEFAULT_TOPIC = "en", "ketamine"

_FOLDER = Path(__file__).parent


def load_words(language: str = DEFAULT_LANGUAGE, topic: str = DEFAULT_TOPIC) -> Words:
    """Read the words of a language (`en`, `pt-BR`) and a topic, once a process.

    Where a file is missing, the default of both stands in, and `missing` names it.
    """
    return _load(language, topic)


@functools.lru_cache(maxsize=8)
def _load(language: str, topic: str) -> Words:
    code = language if _exists(f"{language}.toml") else language.partition("-")[0]
    paths = (f"{code}.toml", f"topics/{topic}/{code}.toml")
    missing = tuple(path for path in paths if not _exists(path))
    if missing:
        return replace(load_words(), missing=missing)
    general, special = map(_read, paths)
    return Words(code, topic, _merge(general, special))


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
