"""The files that offer a library to reference managers: BibTeX, RIS and CSL-JSON.

The same on every run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from markdown_citations.cache import code_version, digest, remember
from markdown_citations.exports.writers import to_bibtex, to_csl_json, to_ris
from markdown_citations.library.entries import Entry, Library

WRITERS: Mapping[str, Callable[[Iterable[Entry]], str]] = MappingProxyType(
    {"references.bib": to_bibtex, "references.ris": to_ris, "references.json": to_csl_json}
)
"""By file name."""


def make_downloads(library: Library, folder: str, cache: Path | None = None) -> dict[str, str]:
    """Return the files by path, in `folder`; none for an empty library.

    `cache` is a folder: those of an unchanged library are not written again.
    """
    if not library:
        return {}
    made = remember(
        cache / "downloads.json" if cache and library.digest else None,
        digest(library.digest, code_version()),
        lambda: {name: write(library) for name, write in WRITERS.items()},
    )
    return {f"{folder}/{name}" if folder else name: text for name, text in made.items()}
