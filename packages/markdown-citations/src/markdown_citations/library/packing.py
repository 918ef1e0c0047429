"""Turn a library and its problems into plain values and back, to keep them on disk.

Must stay free of files, and of what entries mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from types import MappingProxyType
from typing import Any

from markdown_citations.library.entries import Entry, Library
from markdown_citations.problems import Problem


def pack(library: Library, problems: Iterable[Problem]) -> dict[str, Any]:
    """Return JSON values."""
    entries = [
        [e.citekey, e.entry_type, dict(e.fields), e.path, e.line, dict(e.field_lines)]
        for e in library
    ]
    return {
        "entries": entries,
        "paths": list(library.paths),
        "broken": sorted(library.broken),
        "problems": pack_problems(problems),
    }


def unpack(values: dict[str, Any], digest: str) -> tuple[Library, tuple[Problem, ...]]:
    """Make the library and the problems of what `pack` gave; `digest` names the library."""
    entries = {
        citekey: Entry(citekey, kind, MappingProxyType(fields), path, line, MappingProxyType(lines))
        for citekey, kind, fields, path, line, lines in values["entries"]
    }
    library = Library(
        MappingProxyType(entries), tuple(values["paths"]), frozenset(values["broken"]), digest
    )
    return library, unpack_problems(values["problems"])


def pack_problems(problems: Iterable[Problem]) -> list[dict[str, Any]]:
    """Return JSON values."""
    return [asdict(problem) for problem in problems]


def unpack_problems(values: Iterable[Mapping[str, Any]]) -> tuple[Problem, ...]:
    """Make problems of what `pack_problems` gave."""
    return tuple(Problem(**value) for value in values)
