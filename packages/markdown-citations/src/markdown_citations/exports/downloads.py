"""The files that offer a library to reference managers: BibTeX, RIS and CSL-JSON.

The same on every run.
"""

from __future__ import annotations

from collections.abc import Collection

from markdown_citations.exports import to_bibtex, to_csl_json, to_ris
from markdown_citations.library.entries import Library


def make_downloads(library: Library, folder: str, fields: Collection[str] = ()) -> dict[str, str]:
    """Return the files by path, in `folder`; none for an empty library.

    `fields` names those that RIS and CSL-JSON have beside their own.
    """
    if not library:
        return {}
    made = {
        "references.bib": to_bibtex(library),
        "references.ris": to_ris(library, fields),
        "references.json": to_csl_json(library, fields),
    }
    return {f"{folder}/{name}" if folder else name: text for name, text in made.items()}
