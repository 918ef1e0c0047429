"""Find the studies that a figure counts, and in how many people each was.

They are named by `entries` (citekeys), or found by `where` (fields and words)
with `except`. Each has people of its own and counts once.
"""

from __future__ import annotations

from collections.abc import Sequence

from markdown_citations.library.entries import Entry, Library
from markdown_citations.problems import did_you_mean

from kapguide.figures.data import ENTRY, MISSING, WRONG, FigureData

COUNTED_AGAIN = frozenset({"systematic review", "further analysis", "guideline"})
"""Values of `studytype` whose people other entries have counted already."""


def count_people(entry: Entry) -> int:
    """Return how many people a study had; 0 where the field is missing or no number."""
    digits = entry.get("people").replace(",", "")
    return int(digits) if digits.isascii() and digits.isdigit() else 0


def read_studies(data: FigureData, library: Library) -> list[Entry]:
    """Read the studies of one condition; faults go to the fields' list."""
    if "where" in data:
        if "entries" in data:
            data.fault(WRONG, "entries", 'stands beside "where"', "Keep one of them")
        return _find_studies(data, data.citekeys("except", library), library)
    if "entries" not in data:
        data.fault(MISSING, "entries", "is missing", "List citekeys, or use where")
    studies = [library[key] for key in data.citekeys("entries", library)]
    for study in studies:
        if study.get("studytype").casefold() in COUNTED_AGAIN:
            message = f'names "{study.citekey}", a {study.get("studytype")}'
            data.fault(ENTRY, "entries", f"{message}: it counts the same people again")
        elif not count_people(study) and study.citekey not in library.cut:
            message = f'names "{study.citekey}", which has no number of people'
            data.fault(ENTRY, "entries", message, 'Add "people = {…}" to that entry')
    return studies


def check_split(data: FigureData, studies: Sequence[Entry]) -> None:
    """Refuse studies in which some people had psychotherapy: nobody says how many."""
    for study in studies:
        if study.get("psychotherapy") == "varied":
            message = f'names "{study.citekey}", in which only some people had psychotherapy'
            hint = "Leave it out, or remove the line split"
            data.fault(ENTRY, "where" if "where" in data else "entries", message, hint)


def _find_studies(data: FigureData, left_out: Sequence[str], library: Library) -> list[Entry]:
    """Find the entries that have people of their own and match every word of `where`."""
    where = data.get("where", {})
    if not where:
        data.fault(WRONG, "where", "names no field", "Write {keywords: PTSD}")
        return []
    wanted = {str(name).lower(): str(word).strip().casefold() for name, word in where.items()}
    known = {name for entry in library for name in entry.fields}
    for name in wanted.keys() - known:
        hint = did_you_mean(name, known)
        data.fault(ENTRY, "where", f'names "{name}", a field that no entry has', hint)
    found = [
        entry
        for entry in library
        if all(word in _split_field(entry.get(name)) for name, word in wanted.items())
        and entry.get("studytype").casefold() not in COUNTED_AGAIN
        and count_people(entry)
        and entry.citekey not in left_out
    ]
    if not found and wanted.keys() <= known:
        values = {v for entry in library for name in wanted for v in _split_field(entry.get(name))}
        hint = did_you_mean(next(iter(wanted.values())), values)
        data.fault(ENTRY, "where", "matches no study with people of its own", hint)
    return found


def _split_field(value: str) -> list[str]:
    return [part.strip().casefold() for part in value.replace(";", ",").split(",")]
