"""Make the files that a site offers to programs: the library, and robots.txt.

Takes the library, or the site's address. Gives contents by file name, the same
on every run.
Must stay free of MkDocs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from markdown_citations.cache import code_version, digest, remember
from markdown_citations.exports.writers import to_bibtex, to_csl_json, to_ris
from markdown_citations.library.entries import Entry, Library

FOLDER = "downloads"

WRITERS: Mapping[str, Callable[[Iterable[Entry]], str]] = MappingProxyType(
    {"references.bib": to_bibtex, "references.ris": to_ris, "references.json": to_csl_json}
)
"""By file name: BibTeX, RIS, CSL-JSON."""


def make_downloads(library: Library, cache: Path | None = None) -> dict[str, str]:
    """Return the files that offer a library, by path in the site; none if it is empty.

    `cache` is a folder: those of an unchanged library are not written again.
    """
    if not library:
        return {}
    made = remember(
        cache / "downloads.json" if cache and library.digest else None,
        digest(library.digest, code_version()),
        lambda: {name: write(library) for name, write in WRITERS.items()},
    )
    return {f"{FOLDER}/{name}": text for name, text in made.items()}


def make_robots(address: str) -> str:
    """Return robots.txt: everything may be read; the site map is named by its address.

    Crawlers read it at the root of a host only. Below a path it does no harm.
    """
    lines = ["User-agent: *", "Allow: /"]
    if address:
        lines += ["", f"Sitemap: {address.rstrip('/')}/sitemap.xml"]
    return "\n".join([*lines, ""])
