"""The files that offer a library to reference managers: BibTeX, RIS and CSL-JSON.

The same on every run.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from markdown_citations.cache import DiskCache, code_version, digest
from markdown_citations.exports import to_bibtex, to_csl_json, to_ris
from markdown_citations.library.entries import Library


def make_downloads(
    library: Library, folder: str, fields: Collection[str] = (), cache: Path | None = None
) -> dict[str, str]:
    """Return the files by path, in `folder`; none for an empty library.

    `fields` names those that RIS and CSL-JSON have beside their own. `cache` is a
    folder: the files of an unchanged library are not written again.
    """
    if not library:
        return {}
    entries = [[entry.citekey, entry.entry_type, dict(entry.fields)] for entry in library]
    key = digest(code_version(), list(fields), entries)
    kept = DiskCache(cache and cache / "downloads.json")
    made = kept.get(key)
    if made is None:
        made = {
            "references.bib": to_bibtex(library),
            "references.ris": to_ris(library, fields),
            "references.json": to_csl_json(library, fields),
        }
        kept.put(key, made)
    kept.save()
    return {f"{folder}/{name}" if folder else name: text for name, text in made.items()}
