"""Read the words of a language and a topic from the files beside this one.

A site may have a folder `words` of its own with files of the same names: a topic that
is not here, or what a country says otherwise. A text there wins over the one here.

Where one of the two files is not there, or lacks a text, English is used for that file
or that text alone, and `Words` says so.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Hashable, Iterable, Iterator, Mapping
from itertools import product
from pathlib import Path
from typing import Any, TypeGuard

import click

from kapguide.words.completing import complete, find_others, merge
from kapguide.words.table import Words

DEFAULT_LANGUAGE, DEFAULT_TOPIC = "en", "ketamine"
FOLDER = Path(__file__).parent
OWN_FOLDER = "words"
"""Where a site keeps its own, beside mkdocs.yml."""
LABELS = ("plain", "advertising", "story")
"""What sentences are examples of: the first are right."""
_NAME = re.compile(r"[\w-]{1,60}", re.A)
"""A name from mkdocs.yml is part of a path, and must lead to no other file."""
_MOST = 1_000_000
"""How many bytes a file of words may have; the longest here has 50,000."""


class CannotReadWords(click.ClickException):
    """A file of words is broken; the message says which, and on which line."""

    exit_code = 2


def load_words(
    language: str = DEFAULT_LANGUAGE,
    topic: str = DEFAULT_TOPIC,
    folders: tuple[Path, ...] = (FOLDER,),
    as_of: Hashable = None,
) -> Words:
    """Read the words of a language (`en`, `pt-BR`) and a topic, once a process.

    `pt-BR` is read from pt.toml where it has no file of its own. Of several folders the
    later one's texts win; where `as_of` is another, they are read anew.
    """
    return _load(language, topic, folders, as_of)


# All values by their places, or the cache would take the same words for others.
@functools.lru_cache(maxsize=8)
def _load(language: str, topic: str, folders: tuple[Path, ...], _as_of: Hashable) -> Words:
    asked = language
    language, topic = (name if _NAME.fullmatch(name) else "-" for name in (language, topic))
    code = language if _is_file(folders, f"{language}.toml") else language.partition("-")[0]
    english, special = f"topics/{topic}/{DEFAULT_LANGUAGE}.toml", f"topics/{topic}/{code}.toml"
    chains = (
        (f"{DEFAULT_LANGUAGE}.toml", f"{code}.toml"),
        (f"topics/{DEFAULT_TOPIC}/{DEFAULT_LANGUAGE}.toml", english, special),
    )
    there = {path for chain in chains for path in chain if _is_file(folders, path)}
    tables = {path: _read(folders, path) for path in sorted(there)}
    pieces = {name for words in tables.values() for name in words.get("pieces", {})}
    table: dict[str, Any] = {}
    lacking: list[str] = []
    unread: list[str] = []
    for chain in chains:
        # A text is held to the form of the one here that it stands in for.
        whole = _read(folders[:1], chain[0])
        for path in (path for path in dict.fromkeys(chain) if path in there):
            whole, gaps = complete(tables[path], whole, pieces)
            lacking += [f"{path}: {gap}" for gap in gaps]
            unread += [f"{path}: {name}" for name in find_others(_read(folders[1:], path), whole)]
        table = merge(table, whole)
    topics = {path.parent.name for folder in folders for path in folder.glob("topics/*/*.toml")}
    return Words(
        code if f"{code}.toml" in there else DEFAULT_LANGUAGE,
        topic if there & {english, special} else DEFAULT_TOPIC,
        table,
        tuple(chain[-1] for chain in chains if chain[-1] not in there),
        tuple(lacking),
        own=tuple(sorted(path for path in there if _is_file(folders[1:], path))),
        unread=tuple(unread),
        topics=tuple(sorted(topics)),
        asked=asked,
        examples=tuple(read_examples(language, folders[1:])),
    )


def choose_words(theme: object, extra: object, root: Path | None = None) -> Words:
    """Read the words that mkdocs.yml asks for by `theme.language` and `extra.topic`.

    `root` is the folder of mkdocs.yml, which may have words of its own.
    """
    language = theme.get("language") if isinstance(theme, Mapping) else None
    topic = extra.get("topic") if isinstance(extra, Mapping) else None
    asked = str(language or DEFAULT_LANGUAGE), str(topic or DEFAULT_TOPIC)
    own = root / OWN_FOLDER if root else None
    if not own or not own.is_dir():
        return load_words(*asked)
    # The live preview reads them anew when one has changed.
    changed = [(str(path), path.stat().st_mtime_ns) for path in own.rglob("*.toml")]
    return load_words(*asked, (FOLDER, own), tuple(sorted(changed)))


def read_examples(
    language: str, folders: tuple[Path, ...] = (FOLDER,)
) -> Iterator[tuple[str, str]]:
    """Give the sentences that are labeled in a language, each behind its label.

    They are many, so that ours are not among the words, but read where sentences are compared.
    Those of `pt` are examples for `pt-BR` as well.
    Raises CannotReadWords for a label that ours have not, and for what is no sentence.
    """
    codes = dict.fromkeys((language.partition("-")[0], language))
    for folder, path in product(folders, (f"examples/{code}.toml" for code in codes)):
        for label, sentences in _read((folder,), path).items():
            if label not in LABELS or not _is_list_of_texts(sentences):
                reason = f"{label} is no list of sentences for {', '.join(LABELS)}"
                raise CannotReadWords(f"{OWN_FOLDER}/{path} cannot be read: {reason}")
            yield from ((label, sentence) for sentence in sentences)


def _is_list_of_texts(value: object) -> TypeGuard[list[str]]:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _is_file(folders: Iterable[Path], path: str) -> bool:
    return any((folder / path).is_file() for folder in folders)


def _read(folders: Iterable[Path], path: str) -> dict[str, Any]:
    """Merge the files of that name."""
    table: dict[str, Any] = {}
    for file in (folder / path for folder in folders):
        if file.is_file():
            table = merge(table, _read_file(file, path))
    return table


def _read_file(file: Path, path: str) -> dict[str, Any]:
    """Read a file; raise CannotReadWords where it is broken."""
    try:
        if file.stat().st_size <= _MOST:
            return tomllib.loads(file.read_text("utf-8-sig"))
        reason: object = f"it has more than {_MOST:,} bytes"
    except RecursionError:
        reason = "brackets stand too deep in each other"
    except OSError as error:
        reason = error.strerror
    except ValueError as error:  # no TOML, no UTF-8, a number of a thousand digits
        reason = error
    raise CannotReadWords(f"{OWN_FOLDER}/{path} cannot be read: {reason}")
