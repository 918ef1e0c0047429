"""Read .bib files into a library, and say what could not be read.

bibtexparser splits a file into blocks and recovers after a broken one; the
values are taken apart here, because it loses data in silence: a missing comma
merges two fields, `#` and undefined macros stay as they are, an entry with a
field given twice drops out.

Takes paths. Gives a `Library` and problems with file and line; an unchanged file
is not read again, in this process or, with a folder for the cache, in the next.
Must stay free of rules on what an entry should hold (checks.py) and of
decoding LaTeX (latex.py), which only entries that are cited need.
"""

from __future__ import annotations

import codecs
import logging
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from markdown_citations.cache import code_version, digest_bytes, remember
from markdown_citations.library.blocks import RawEntry, RawString, split_blocks
from markdown_citations.library.crossref import resolve_crossrefs
from markdown_citations.library.entries import Entry, Library
from markdown_citations.library.packing import pack, unpack
from markdown_citations.library.strings import Strings, explain_rest
from markdown_citations.library.values import (
    Value,
    fold_space,
    is_balanced,
    parse_value,
    plain_text,
    split_next_field,
)
from markdown_citations.problems import Problem, sort_problems

# bibtexparser would print every broken block a second time, without a path.
logging.getLogger("bibtexparser").setLevel(logging.CRITICAL + 1)


Contents = tuple[tuple[str, bytes], ...]
"""Of each file, the name and the bytes."""
_KEEP = 4
_known: dict[Contents, tuple[Library, tuple[Problem, ...]]] = {}
"""Keyed by the contents themselves: no stale answer is possible, and a few
versions are enough for an editor who goes back and forth in the preview."""


def read_library(
    paths: Sequence[Path], root: Path, cache: Path | None = None
) -> tuple[Library, list[Problem]]:
    """Read all files as one library; problems name them relative to `root`.

    `cache` is a folder. Reading the same contents again in one process costs a
    comparison only.
    """
    contents: list[tuple[str, bytes]] = []
    problems: list[Problem] = []
    for path in dict.fromkeys(paths):
        name = _relative(path, root)
        try:
            contents.append((name, path.read_bytes()))
        except OSError as error:
            message = f"this bibliography cannot be read: {error.strerror or error}"
            hint = "Check the name of the file in mkdocs.yml."
            problems.append(Problem("bibliography-missing", message, name, None, hint))
    library, found = _read(tuple(contents), cache)
    return library, sort_problems([*problems, *found])


def _read(contents: Contents, cache: Path | None) -> tuple[Library, tuple[Problem, ...]]:
    if contents not in _known:
        named = [part for name, data in contents for part in (name.encode(), data)]
        key = digest_bytes(code_version().encode(), *named)
        if cache is None:
            library, problems = _parse(contents)
            made = replace(library, digest=key), problems
        else:
            path = cache / "library.json"
            made = unpack(remember(path, key, lambda: pack(*_parse(contents))), key)
        while len(_known) >= _KEEP:
            del _known[next(iter(_known))]
        _known[contents] = made
    return _known[contents]


def _parse(contents: Contents) -> tuple[Library, tuple[Problem, ...]]:
    problems: list[Problem] = []
    raw_entries: list[RawEntry] = []
    raw_strings: list[RawString] = []
    broken: set[str] = set()
    for path, data in contents:
        text, found = _decode(data, path)
        problems += found
        blocks = split_blocks(text, path)
        raw_entries += blocks.entries
        raw_strings += blocks.strings
        broken |= blocks.broken
        problems += blocks.problems
    strings_by_name = Strings(raw_strings)
    problems += strings_by_name.problems
    unique = _keep_first(raw_entries, problems)
    entries_by_key = {raw.citekey: _entry(raw, strings_by_name, problems) for raw in unique}
    resolved, found = resolve_crossrefs(entries_by_key)
    problems += found
    paths = tuple(path for path, _ in contents)
    library = Library(MappingProxyType(resolved), paths, frozenset(broken - {"", *resolved}))
    return library, tuple(problems)


def _relative(path: Path, root: Path) -> str:
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return path.name


def _decode(data: bytes, path: str) -> tuple[str, list[Problem]]:
    """Decode a file; one that is not UTF-8 is read as far as possible, and reported."""
    problems = []
    hint = "Save the file again with the encoding UTF-8."
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = data.decode("utf-16", errors="replace")
        message = "this file is in UTF-16, not UTF-8"
        problems.append(Problem("bibliography-encoding", message, path, 1, hint))
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            text = data.decode("cp1252", errors="replace")
            message = "this line is not UTF-8"
            problems.append(Problem("bibliography-encoding", message, path, line, hint))
    return text.replace("\r\n", "\n").replace("\r", "\n"), problems


def _keep_first(entries: list[RawEntry], problems: list[Problem]) -> list[RawEntry]:
    """Drop entries whose citekey is taken, and report those that differ in case only."""
    first: dict[str, RawEntry] = {}
    folded: dict[str, RawEntry] = {}
    for entry in entries:
        if not entry.citekey:
            message = f"this @{entry.entry_type} has no citekey, so it is left out"
            hint = "Write one after the opening brace, with a comma: @article{smith2027,"
            problems.append(Problem("citekey-missing", message, entry.path, entry.line, hint))
            continue
        if other := first.get(entry.citekey):
            message = f'"{entry.citekey}" is the citekey of two entries; only the first is used'
            hint = f"The first is at {other.path}:{other.line}. Rename or remove one of them."
            problems.append(Problem("citekey-duplicate", message, entry.path, entry.line, hint))
            continue
        if other := folded.get(entry.citekey.casefold()):
            message = f'"{entry.citekey}" differs from "{other.citekey}" in capitals only'
            hint = f"The other is at {other.path}:{other.line}. Rename one of them."
            problems.append(Problem("citekey-case", message, entry.path, entry.line, hint))
        first[entry.citekey] = entry
        folded.setdefault(entry.citekey.casefold(), entry)
    return list(first.values())


def _entry(raw: RawEntry, strings: Strings, problems: list[Problem]) -> Entry:
    fields: dict[str, str] = {}
    lines: dict[str, int] = {}
    waiting = list(raw.fields)
    for name, raw_value, line in waiting:
        key = name.lower()
        text = plain_text(raw_value)
        if text is None:
            value = parse_value(raw_value)
            if value.rest:
                problem, following = _explain_rest(raw, name, raw_value, value, line)
                problems.append(problem)
                # The loop comes to it after the fields that have their commas.
                waiting += following
            text, found = _resolve(value, f'"{key}" of "{raw.citekey}"', strings)
            problems += [replace(problem, path=raw.path, line=line) for problem in found]
        if key in fields:
            message = f'"{raw.citekey}" has the field "{key}" twice; only the first is used'
            hint = f"The first is on line {lines[key]}. Remove one of them."
            problems.append(Problem("field-duplicate", message, raw.path, line, hint))
            continue
        fields[key] = fold_space(text)
        lines[key] = line
    return Entry(
        raw.citekey,
        raw.entry_type,
        MappingProxyType(fields),
        raw.path,
        raw.line,
        MappingProxyType(lines),
    )


def _resolve(value: Value, where: str, strings: Strings) -> tuple[str, list[Problem]]:
    text, unknown = strings.resolve(value)
    problems = [strings.explain_unknown(macro, where) for macro in unknown]
    if not is_balanced(text):
        message = f"the braces in {where} do not balance"
        problems.append(Problem("braces-unbalanced", message, hint="Every { needs its }."))
    return text, problems


def _explain_rest(
    raw: RawEntry, name: str, raw_value: str, value: Value, line: int
) -> tuple[Problem, list[tuple[str, str, int]]]:
    """Report what follows a value, and return the field that it turns out to be."""
    at = line + raw_value[: len(raw_value) - len(value.rest)].count("\n")
    following = split_next_field(value.rest)
    if following:
        message = f'a comma is missing between "{name}" and "{following[0]}" of "{raw.citekey}"'
        hint = f'Put a comma at the end of the value of "{name}".'
        problem = Problem("comma-missing", message, raw.path, at, hint)
        return problem, [(*following, at)]
    problem = explain_rest(value, f'"{name}" of "{raw.citekey}"')
    return replace(problem, path=raw.path, line=at), []
