"""Read the words of a language and a topic from the files beside this one.

Where one of the two files is not there, or lacks a text, English is used for that file
or that text alone, and `Words` says so.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kapguide.words.completing import complete, merge
from kapguide.words.table import Words

DEFAULT_LANGUAGE, DEFAULT_TOPIC = "en", "ketamine"
FOLDER = Path(__file__).parent
_NAME = re.compile(r"[\w-]+", re.A)
"""A name from mkdocs.yml is part of a path, and must lead to no other file."""


@functools.lru_cache(maxsize=8)
def load_words(
    language: str = DEFAULT_LANGUAGE, topic: str = DEFAULT_TOPIC, folder: Path = FOLDER
) -> Words:
    """Read the words of a language (`en`, `pt-BR`) and a topic, once a process.

    `pt-BR` is read from pt.toml where it has no file of its own.
    """
    asked = language
    language, topic = (name if _NAME.fullmatch(name) else "-" for name in (language, topic))
    code = language if _is_file(folder, f"{language}.toml") else language.partition("-")[0]
    general, special = f"{code}.toml", f"topics/{topic}/{code}.toml"
    theirs = DEFAULT_TOPIC
    if code != DEFAULT_LANGUAGE and _is_file(folder, f"topics/{topic}/{DEFAULT_LANGUAGE}.toml"):
        theirs = topic
    english = (f"{DEFAULT_LANGUAGE}.toml", f"topics/{theirs}/{DEFAULT_LANGUAGE}.toml")
    missing = tuple(path for path in (general, special) if not _is_file(folder, path))
    bases = [_read(folder / path) for path in english]
    own = [{} if path in missing else _read(folder / path) for path in (general, special)]
    pieces = {name for table in (*bases, *own) for name in table.get("pieces", {})}
    table: dict[str, Any] = {}
    lacking: list[str] = []
    for path, base, words in zip((general, special), bases, own, strict=True):
        if path in missing:
            table = merge(table, base)
        else:
            whole, gaps = complete(words, base, pieces)
            table = merge(table, whole)
            lacking += [f"{path}: {gap}" for gap in gaps]
    return Words(
        DEFAULT_LANGUAGE if general in missing else code,
        theirs if special in missing else topic,
        table,
        missing,
        tuple(lacking),
        asked=asked,
    )


def choose_words(theme: object, extra: object) -> Words:
    """Read the words that mkdocs.yml asks for by `theme.language` and `extra.topic`."""
    language = theme.get("language") if isinstance(theme, Mapping) else None
    topic = extra.get("topic") if isinstance(extra, Mapping) else None
    return load_words(str(language or DEFAULT_LANGUAGE), str(topic or DEFAULT_TOPIC))


def _is_file(folder: Path, path: str) -> bool:
    return (folder / path).is_file()


def _read(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        return tomllib.load(file)
