"""Read .bib files into a library, and say what could not be read.

What an entry should hold is for the checks to say; LaTeX is decoded later, for it
takes long and only entries that are cited need it.
"""

from __future__ import annotations

import codecs
import functools
import logging
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from markdown_citations.library.entries import Entry, Library, split_list
from markdown_citations.library.entry_types import XDATA
from markdown_citations.library.inheritance import resolve_inheritance
from markdown_citations.library.parsing.blocks import RawEntry, RawString, split_blocks
from markdown_citations.library.parsing.pasted_text import HINT
from markdown_citations.library.parsing.raw_values import make_entry
from markdown_citations.library.parsing.strings import Strings
from markdown_citations.problems import Problem, Rule, sort_problems

BIBLIOGRAPHY_MISSING = Rule(
    "bibliography-missing",
    "error",
    "Every .bib file that the settings name exists.",
    "markdown-citations",
    "bibliography: refrences.bib",
    "bibliography: references.bib",
)
BIBLIOGRAPHY_ENCODING = Rule(
    "bibliography-encoding",
    "error",
    "A .bib file is saved as UTF-8.",
    "JabRef",
    "saved as Windows-1252 or UTF-16",
    "saved as UTF-8",
)
CITEKEY_MISSING = Rule(
    "citekey-missing",
    "error",
    "Every entry has a citekey.",
    "JabRef",
    "@misc{, title = {A title}, year = {2026}}",
    "@misc{smith2027, title = {A title}, year = {2026}}",
)
CITEKEY_DUPLICATE = Rule(
    "citekey-duplicate",
    "error",
    "No two entries have one citekey, in all .bib files together.",
    "JabRef",
    "@misc{lee2026, title = {One}, year = {2026}}\n@misc{lee2026, title = {Two}, year = {2026}}",
    "@misc{lee2026, title = {One}, year = {2026}}\n@misc{lee2026b, title = {Two}, year = {2026}}",
)
CITEKEY_CASE = Rule(
    "citekey-case",
    "error",
    "No two citekeys differ in capitals only: BibTeX takes them for one.",
    "JabRef",
    "@misc{lee2026, title = {One}, year = {2026}}\n@misc{Lee2026, title = {Two}, year = {2026}}",
    "@misc{lee2026, title = {One}, year = {2026}}\n@misc{lee2026b, title = {Two}, year = {2026}}",
)

# bibtexparser would print every broken block a second time, without a path.
logging.getLogger("bibtexparser").setLevel(logging.CRITICAL + 1)


Contents = tuple[tuple[str, bytes], ...]
"""Of each file, the name and the bytes."""


def read_library(
    paths: Sequence[Path], root: Path, pasted_hint: str = HINT
) -> tuple[Library, list[Problem]]:
    """Read all files as one library; problems name them relative to `root`.

    `pasted_hint` is what to do about a reference that stands in no entry.
    Reading the same contents again costs a comparison only.
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
            problems.append(BIBLIOGRAPHY_MISSING.problem(message, name, None, hint))
    library, found = _parse(tuple(contents), pasted_hint)
    return library, sort_problems([*problems, *found])


# By the contents themselves, so that no stale answer is possible; a few versions are
# enough for an editor who goes back and forth in the preview.
@functools.lru_cache(maxsize=4)
def _parse(contents: Contents, pasted_hint: str) -> tuple[Library, tuple[Problem, ...]]:
    problems: list[Problem] = []
    raw_entries: list[RawEntry] = []
    raw_strings: list[RawString] = []
    broken: set[str] = set()
    cut: set[str] = set()
    headless: list[str] = []
    for path, data in contents:
        text, found = _decode(data, path)
        problems += found
        blocks = split_blocks(text, path, pasted_hint)
        raw_entries += blocks.entries
        raw_strings += blocks.strings
        broken |= blocks.broken
        cut |= blocks.cut
        headless += blocks.headless
        problems += blocks.problems
    strings_by_name = Strings(raw_strings)
    problems += strings_by_name.problems
    unique = _keep_first(raw_entries, problems)
    entries_by_key = {raw.citekey: make_entry(raw, strings_by_name, problems) for raw in unique}
    aliases = _find_aliases(entries_by_key, problems)
    resolved, found = resolve_inheritance(entries_by_key, aliases)
    problems += found
    works = {key: entry for key, entry in resolved.items() if entry.entry_type != XDATA}
    cut |= _find_circles(entries_by_key)
    cut |= _find_orphans(entries_by_key, aliases)
    paths = tuple(path for path, _ in contents)
    library = Library(
        MappingProxyType(works),
        paths,
        frozenset(broken - {"", *works}),
        MappingProxyType({key: own for key, own in aliases.items() if own in works}),
        tuple(entry for entry in resolved.values() if entry.entry_type == XDATA),
        frozenset(cut),
        tuple(headless),
    )
    return library, tuple(problems)


def _find_circles(entries: Mapping[str, Entry]) -> set[str]:
    """Return the citekeys whose crossref leads to an entry that inherits from itself."""
    is_in_circle: dict[str, bool] = {}
    for start in entries:
        key, path = start, list[str]()
        while key in entries and key not in is_in_circle:
            path.append(key)
            is_in_circle[key] = True  # for whom this path leads back to it
            key = entries[key].get("crossref")
        is_in_circle.update(dict.fromkeys(path, is_in_circle.get(key, False)))
    return {key for key, is_one in is_in_circle.items() if is_one}


def _find_orphans(entries: Mapping[str, Entry], aliases: Mapping[str, str]) -> set[str]:
    """Return the citekeys of entries that lack what they would inherit: nothing has it."""
    is_xdata = {key: one.entry_type == XDATA for key, one in entries.items()}
    is_xdata |= {key: is_xdata[own] for key, own in aliases.items()}
    return {
        key
        for key, entry in entries.items()
        if any(is_xdata.get(name, True) for name in split_list(entry.get("crossref")))
        or any(not is_xdata.get(name, False) for name in split_list(entry.get("xdata")))
    }


def _relative(path: Path, root: Path) -> str:
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return path.name


def _decode(data: bytes, path: str) -> tuple[str, list[Problem]]:
    """Decode a file; one that is not UTF-8 is read as far as possible, and reported."""
    problems = []
    hint = "Save the file again with the encoding UTF-8."
    if encoding := _wide_encoding(data):
        text = data.decode(encoding, errors="replace").lstrip("\ufeff")
        message = f"this file is in {encoding.upper()[:6]}, not UTF-8"
        problems.append(BIBLIOGRAPHY_ENCODING.problem(message, path, 1, hint))
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            # Two programs may have written into one file, each in its own encoding.
            lines = data.removeprefix(codecs.BOM_UTF8).split(b"\n")
            text = "\n".join(map(_decode_line, lines))
            message = "this line is not UTF-8"
            if any(not one.isascii() and _is_utf8(one) for one in lines):
                hint = "Type its letters again: other lines of the file are UTF-8."
            problems.append(BIBLIOGRAPHY_ENCODING.problem(message, path, line, hint))
    return text.replace("\r\n", "\n").replace("\r", "\n"), problems


def _decode_line(line: bytes) -> str:
    return line.decode() if _is_utf8(line) else line.decode("cp1252", errors="replace")


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def _wide_encoding(data: bytes) -> str:
    """Return the encoding of a file that has more than one byte for each sign."""
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "utf-32"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    # Without a mark at its start: what is ASCII has a zero in every second byte.
    start = data[:200]
    if start.count(0) * 3 > len(start) > 3:
        return "utf-16-be" if start[0] == 0 else "utf-16-le"
    return ""


def _find_aliases(entries: Mapping[str, Entry], problems: list[Problem]) -> dict[str, str]:
    """Return by each citekey that a field `ids` adds the entry's own."""
    aliases: dict[str, str] = {}
    for entry in entries.values():
        for key in split_list(entry.get("ids")):
            if key in entries or aliases.setdefault(key, entry.citekey) != entry.citekey:
                message = f'"{key}" in ids is the citekey of another entry'
                problems.append(entry.problem(CITEKEY_DUPLICATE, message, "ids", "Remove it."))
    return aliases


def _keep_first(entries: list[RawEntry], problems: list[Problem]) -> list[RawEntry]:
    """Drop entries whose citekey is taken, and report those that differ in case only."""
    first: dict[str, RawEntry] = {}
    folded: dict[str, RawEntry] = {}
    for entry in entries:
        if not entry.citekey:
            message = f"this @{entry.entry_type} has no citekey, so it is left out"
            hint = "Write one after the opening brace, with a comma: @article{smith2027,"
            problems.append(CITEKEY_MISSING.problem(message, entry.path, entry.line, hint))
            continue
        if other := first.get(entry.citekey):
            message = f'"{entry.citekey}" is the citekey of two entries; only the first is used'
            hint = f"The first is at {other.path}:{other.line}. Rename or remove one of them."
            problems.append(CITEKEY_DUPLICATE.problem(message, entry.path, entry.line, hint))
            continue
        if other := folded.get(entry.citekey.casefold()):
            message = f'"{entry.citekey}" differs from "{other.citekey}" in capitals only'
            hint = f"The other is at {other.path}:{other.line}. Rename one of them."
            problems.append(CITEKEY_CASE.problem(message, entry.path, entry.line, hint))
        first[entry.citekey] = entry
        folded.setdefault(entry.citekey.casefold(), entry)
    return list(first.values())
