"""Find settings that stand in another place than theirs, and names that no setting has.

An engine stops at both, and says neither where they belong nor in which file they stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from markdown_citations.configuration import OPTIONS
from markdown_citations.problems import did_you_mean, nearest

from kapguide.front_matter.parsing import KeyPath
from kapguide.project.clinic_facts import ON_EVERY_PAGE
from kapguide.project.config_file import ConfigFile, merge_config
from kapguide.project.config_mistakes.known_settings import OF_EXTRA, OF_THEME, SETTINGS

_CITATIONS = "kapguide.citations"

Found = Iterator[tuple[KeyPath, str, str]]
"""Where it stands, what is wrong, and what to do."""
Places = Sequence[tuple[ConfigFile, Mapping[KeyPath, int]]]
"""Files that inherit from each other, each with the lines of its settings."""


def find_misplaced(file: ConfigFile, places: Places) -> Found:
    """Find them in a file, which is one of those that inherit from each other."""
    homes = _find_homes(merge_config([other for other, _ in places]))
    for name in map(str, file.values):
        home = () if name in SETTINGS else homes.get(name, ())
        meant = nearest(name, SETTINGS)
        near = "" if meant in file.values else did_you_mean(name, SETTINGS)
        if home:
            said = f'"{name}" stands at the line\'s start, and belongs under {_say(home)}'
            yield (name,), said, _advise(name, home, file, places)
        elif name not in SETTINGS and near and " " not in name:
            yield (name,), f'no setting is called "{name}"', near
    for group in ("extra", "theme"):
        found = file.values.get(group)
        for name in map(str, found if isinstance(found, dict) else ()):
            if name in SETTINGS:
                said = f'"{name}" stands under {group}:, and belongs at the line\'s start'
                yield (group, name), said, "Move it to the file's end, without a space before it."
            elif group == "extra" and name not in OF_EXTRA and name in homes:
                if did_you_mean(name, OF_EXTRA):
                    continue  # that is told with the names under extra
                home = homes[name]
                said = f'"{name}" stands under extra:, and belongs under {_say(home)}'
                yield (group, name), said, _advise(name, home, file, places)


def _find_homes(values: Mapping[str, Any]) -> Mapping[str, KeyPath]:
    """Return where each setting belongs that does not stand at a line's start."""
    extra = values.get("extra")
    clinic = extra.get("clinic") if isinstance(extra, dict) else None
    facts = [*ON_EVERY_PAGE, *map(str, clinic if isinstance(clinic, dict) else ())]
    return {
        **dict.fromkeys(OPTIONS, ("markdown_extensions", _CITATIONS)),
        **dict.fromkeys(facts, ("extra", "clinic")),
        **dict.fromkeys(OF_THEME, ("theme",)),
        **dict.fromkeys(OF_EXTRA, ("extra",)),
    }


def _say(home: KeyPath) -> str:
    return f"{home[-1]}:" if home[0] != "extra" else " ".join(f"{step}:" for step in home)


def _advise(name: str, home: KeyPath, file: ConfigFile, places: Places) -> str:
    """Say where to write a setting: below its group, in this file or one that it inherits from."""
    for other, lines in places:
        for path, line in lines.items():
            if (path[0], path[-1]) != (home[0], home[-1]) or len(path) > len(home) + 1:
                continue
            if other is file or home[-1] == _CITATIONS:
                of = "" if other is file else f" of {other.path.name}"
                if own := lines.get((*path, name)):
                    return f"Write it there, on line {own}{of}, and take this one out."
                where = f"line {line}{of}"
                within = (" " * _measure(other.text, line)) or "  "
                return f"Move it below {where}, and write {len(within)} spaces before it."
    lines = next(lines for other, lines in places if other is file)
    there = next((end for end in range(len(home), 0, -1) if home[:end] in lines), 0)
    steps = [f'"{"  " * n}{step}:"' for n, step in enumerate(home)][there:]
    moved = f"Move it below line {lines[home[:there]]}. " if there else ""
    above = f"Write {', and below that '.join(steps)} above it"
    return f"{moved}{above}, and {2 * len(home)} spaces before it and all that is its own."


def _measure(text: str, line: int) -> int:
    """Return by how many blanks the line below a group is indented."""
    below = (row for row in text.split("\n")[line:] if row.strip() and row.lstrip()[0] != "#")
    row = next(below, "")
    return len(row) - len(row.lstrip())
