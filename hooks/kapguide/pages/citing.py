"""Find where pages cite an entry, in their Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from kapguide.pages.source_lines import name_file


class CitingPlace(NamedTuple):
    """A line of a page that cites an entry."""

    path: str
    """Relative to the project."""
    line: int
    """Counted from 1."""
    text: str
    """The sentence that cites it."""


def find_citing(docs: Path, root: Path, citekeys: Iterable[str]) -> Mapping[str, list[CitingPlace]]:
    """Return the places in docs/ that cite these entries, by citekey."""
    found: dict[str, list[CitingPlace]] = {citekey: [] for citekey in citekeys}
    if not found:
        return found
    keys = "|".join(map(re.escape, sorted(found, key=len, reverse=True)))
    mark = re.compile(rf"(?<![\w\\])@\{{?({keys})(?![\w:.#$%&+?<>~/-]*\w)")
    for path in sorted(docs.rglob("*.md")):
        name = name_file(path, root)
        for number, line in enumerate(path.read_text("utf-8-sig", "replace").splitlines(), 1):
            for match in mark.finditer(line):
                found[match[1]].append(CitingPlace(name, number, _sentence(line, match.start())))
    return found


def _sentence(line: str, at: int) -> str:
    """Return the sentence of a line that stands at a place in it."""
    ends = [
        0,
        *(match.end() for match in re.finditer(r"[.?!](?:\s+)(?=[A-Z*_\"“])", line)),
        len(line),
    ]
    start = max(end for end in ends if end <= at)
    stop = min(end for end in ends if end > at)
    return line[start:stop].strip(" -*|>")
