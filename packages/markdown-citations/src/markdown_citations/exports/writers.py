"""Write entries as BibTeX, RIS and CSL-JSON, for reference managers.

Takes entries, a whole library or some of it, in the order in which they shall
stand. Gives text that is the same on every run. Names and titles come out
decoded in RIS and CSL-JSON; in BibTeX they stay as the file has them.
Must stay free of files: the caller writes them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from rispy import RisWriter, dumps

from markdown_citations.exports.tables import (
    CSL_FIELDS,
    CSL_TYPES,
    RIS_FIELDS,
    RIS_TYPES,
    STUDY_FIELDS,
)
from markdown_citations.library.checks.numbers import parse_day
from markdown_citations.library.checks.study import split_list
from markdown_citations.library.entries import Entry
from markdown_citations.library.latex import decode
from markdown_citations.library.names import Name, parse_names
from markdown_citations.library.texts import field_text
from markdown_citations.library.values import MONTHS, is_balanced

_RANGE = re.compile(r"\s*(?:--?-?|–|—)\s*")


class _Writer(RisWriter):  # type: ignore[misc]
    def set_header(self, count: int) -> str:
        """Leave out the running number, which some programs take for a field."""
        return ""


def to_bibtex(entries: Iterable[Entry]) -> str:
    """Write a .bib file; what an entry inherits stands in it, so it needs no other."""
    blocks = []
    for entry in entries:
        fields = {name: value for name, value in entry.fields.items() if name != "crossref"}
        width = max(map(len, fields), default=0)
        lines = [f"  {name:<{width}} = {{{_balance(value)}}}," for name, value in fields.items()]
        blocks.append("\n".join([f"@{entry.entry_type}{{{entry.citekey},", *lines, "}\n"]))
    return "\n".join(blocks)


def to_ris(entries: Iterable[Entry]) -> str:
    """Write a RIS file."""
    return str(dumps([_ris(entry) for entry in entries], implementation=_Writer))


def to_csl_json(entries: Iterable[Entry]) -> str:
    """Write CSL-JSON, one item for each entry; the study fields are under `custom`."""
    items = [_csl(entry) for entry in entries]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _balance(value: str) -> str:
    """Drop braces that do not balance: inside braces they would swallow what follows."""
    return value if is_balanced(value) else re.sub(r"(?<!\\)[{}]", "", value)


def _date(entry: Entry) -> list[int]:
    """Return year, month and day, as far as the entry has them."""
    day = parse_day(entry.get("date"))
    if day:
        return [day.year, day.month, day.day]
    parts = (entry.get("date") or entry.get("year")).strip("{}").split("-")
    if not all(part.isascii() and part.isdigit() for part in parts):
        return []
    month = entry.get("month").lower()[:3]
    if len(parts) == 1 and month in MONTHS:
        parts.append(str(list(MONTHS).index(month) + 1))
    return [int(part) for part in parts]


def _ris(entry: Entry) -> dict[str, Any]:
    record: dict[str, Any] = {
        "type_of_reference": RIS_TYPES.get(entry.entry_type, "GEN"),
        "id": entry.citekey,
    }
    for target, field in (("authors", "author"), ("secondary_authors", "editor")):
        if names := [_ris_name(name) for name in parse_names(entry.get(field))[0]]:
            record[target] = names
    for target, fields in RIS_FIELDS.items():
        if text := field_text(entry, *fields):
            record[target] = text
    if day := _date(entry):
        record["year"] = str(day[0])
        record["date"] = "/".join(f"{part:02}" for part in day) + "/" * (4 - len(day))
    if pages := field_text(entry, "pages", "eid"):
        first, *last = _RANGE.split(pages, maxsplit=1)
        record["start_page"] = first
        if last:
            record["end_page"] = last[0]
    if url := field_text(entry, "url"):
        record["urls"] = [url]
    if keywords := split_list(field_text(entry, "keywords")):
        record["keywords"] = keywords
    notes = [field_text(entry, "note")] if entry.get("note") else []
    notes += [f"{name}: {field_text(entry, name)}" for name in STUDY_FIELDS if entry.get(name)]
    if notes:
        record["notes"] = notes
    return record


def _ris_name(name: Name) -> str:
    # RIS has no mark for a body, and takes the first comma for the end of a
    # family name: "Hospira, Inc." would become Inc. Hospira.
    if name.literal:
        return name.family.replace(",", "")
    family = f"{name.particle} {name.family}".strip()
    return ", ".join(filter(None, (family, name.given, name.suffix)))


def _csl(entry: Entry) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": entry.citekey,
        "type": CSL_TYPES.get(entry.entry_type, "document"),
    }
    for field in ("author", "editor", "translator"):
        names, others = parse_names(entry.get(field))
        if names:
            item[field] = [_csl_name(name) for name in names]
            if others:
                item[field].append({"literal": "others"})
    for target, fields in CSL_FIELDS.items():
        if text := field_text(entry, *fields):
            item[target] = text
    if pages := field_text(entry, "pages", "eid"):
        item["page"] = _RANGE.sub("-", pages)
    if day := _date(entry):
        item["issued"] = {"date-parts": [day]}
    if study := {name: decode(entry.fields[name]) for name in STUDY_FIELDS if entry.get(name)}:
        item["custom"] = study
    return item


def _csl_name(name: Name) -> dict[str, str]:
    if name.literal:
        return {"literal": name.family}
    parts = {
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.particle,
        "suffix": name.suffix,
    }
    return {key: text for key, text in parts.items() if text}
