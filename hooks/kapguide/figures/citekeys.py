"""Read a list of citekeys from a figure's data, each looked up in the library."""

from __future__ import annotations

from collections import Counter

from markdown_citations.library.entries import Library
from markdown_citations.problems import did_you_mean

from kapguide.figures.data import ENTRY, NUMBERS, FigureData, text

CITEKEY = text(60)


def read_citekeys(data: FigureData, name: str, library: Library) -> tuple[str, ...]:
    """Return the citekeys that the library has, once each; the others are faults."""
    keys = [key.removeprefix("@") for key in data.get(name, ())]
    for key, times in Counter(keys).items():
        if key and key not in library and key not in library.broken:
            hint = did_you_mean(key, library.entries)
            data.fault(ENTRY, name, f'names "{key}", which is not in references.bib', hint)
        elif times > 1:
            data.fault(NUMBERS, name, f'names "{key}" {times} times')
    return tuple(key for key in dict.fromkeys(keys) if key in library)
