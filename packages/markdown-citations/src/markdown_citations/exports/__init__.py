"""Write entries for reference managers, a file for each format: a new file is a new format.

The file gives its `FORMAT`; a function `to_NAME` in a file NAME.py, where there is one,
can be imported from here. Text is the same on every run. Names and titles come out decoded,
but in BibTeX they stay as the file has them.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from markdown_citations.cache import DiskCache, code_version, digest
from markdown_citations.library.entries import Entry, Library
from markdown_citations.library.entry_types import SET


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A kind of file in which other programs take entries."""

    file_name: str
    """What the download is called."""
    write: Callable[[Iterable[Entry], Collection[str]], str]
    """Writes entries; the second value names the fields that a site has of its own."""


def works(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Give the entries that are works; a @set stands for others, which are there as well."""
    return (entry for entry in entries if entry.entry_type != SET)


def export_formats() -> list[ExportFormat]:
    """Return all formats, in the order of their modules' names."""
    names = [module.name for module in pkgutil.iter_modules(__path__)]
    return [import_module(f"{__name__}.{name}").FORMAT for name in names]


def make_downloads(
    library: Library, folder: str, fields: Collection[str] = (), cache: Path | None = None
) -> dict[str, str]:
    """Return the library in each format by path, in `folder`; nothing for an empty library.

    `fields` names the fields that the site has of its own. `cache` is a folder: the
    files of an unchanged library are not written again.
    """
    if not library:
        return {}
    entries = [[entry.citekey, entry.entry_type, dict(entry.fields)] for entry in library]
    key = digest(code_version(), list(fields), entries)
    kept = DiskCache(cache and cache / "downloads.json")
    made = kept.get(key)
    if made is None:
        made = {one.file_name: one.write(library, fields) for one in export_formats()}
        kept.put(key, made)
    kept.save()
    return {f"{folder}/{name}" if folder else name: text for name, text in made.items()}


def __getattr__(name: str) -> Any:
    """Import a writer when it is asked for: `to_ris` stands in the module `ris`."""
    module = name.removeprefix("to_")
    if module != name and module in (found.name for found in pkgutil.iter_modules(__path__)):
        return getattr(import_module(f"{__name__}.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
