"""Read a list of citekeys from a figure's data, each looked up in the library.

Must stay free of what the entries are for.
"""

from __future__ import annotations

from collections import Counter

from markdown_citations.library.entries import Library
from markdown_citations.problems import did_you_mean

from kapguide.figures.values import Fields


def read_citekeys(
    fields: Fields, name: str, library: Library, *, low: int, high: int
) -> tuple[str, ...]:
    """Return the citekeys that the library has, once each; the others are faults."""
    keys = [key.removeprefix("@") for key in fields.texts(name, low=low, high=high, limit=60)]
    for key, times in Counter(keys).items():
        if key and key not in library and key not in library.broken:
            hint = did_you_mean(key, library.entries)
            fields.fault(
                "figure-entry", name, f'names "{key}", which is not in references.bib', hint
            )
        elif times > 1:
            fields.fault("figure-numbers", name, f'names "{key}" {times} times')
    return tuple(key for key in dict.fromkeys(keys) if key in library)
