"""Write entries as CSL-JSON."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from typing import Any

from markdown_citations.exports import ExportFormat, works
from markdown_citations.library.dates import DateSpan
from markdown_citations.library.entries import Entry, split_range
from markdown_citations.library.entry_types import type_of
from markdown_citations.library.fields import ACCESSED, NOTES, PAGE_FIELDS, fields_of
from markdown_citations.library.identifiers import ISBN, ISSN, parse_doi, parse_numbers
from markdown_citations.library.names import Name, parse_names
from markdown_citations.library.publication import date_in, dates_of
from markdown_citations.texts import read_texts

_FIELDS = fields_of("csl")
_NAMES = {
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "bookauthor": "container-author",
    "collaborator": "contributor",
    "introduction": "introduction",
}
_DATES = {"accessed": ACCESSED, "event-date": ("eventdate",), "original-date": ("origdate",)}


def to_csl_json(entries: Iterable[Entry], fields: Collection[str] = ()) -> str:
    """Write one item for each entry; `fields` names those that stand under `custom`."""
    items = [_item(entry, fields) for entry in works(entries)]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _item(entry: Entry, extra: Collection[str]) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": entry.citekey,
        "type": type_of(entry).csl,
    }
    for field, target in _NAMES.items():
        names, others = parse_names(entry.get(field))
        if names:
            item[target] = [_name(name) for name in names]
            if others:
                item[target].append({"literal": "others"})
    for target, fields in _FIELDS.items():
        if text := entry.text(*fields):
            item[target] = text
    _name_properly(item, entry)
    if notes := [entry.text(name) for name in NOTES if entry.get(name)]:
        item["note"] = "; ".join(notes)
    if doi := parse_doi(entry.get("doi")):  # without the address before it
        item["DOI"] = doi
    for target, form in {"ISSN": ISSN, "ISBN": ISBN}.items():  # without words beside them
        if numbers := parse_numbers(form, entry.get(target.lower())):
            item[target] = numbers
    if pages := entry.text(*PAGE_FIELDS):
        ends = split_range(pages)
        item["page"] = ("–" if "-" in "".join(ends) else "-").join(ends)
    _add_dates(item, entry)
    if custom := {name: entry.text(name) for name in extra if entry.get(name)}:
        item["custom"] = custom
    return item


def _name_properly(item: dict[str, Any], entry: Entry) -> None:
    """Give a number the name that it has with a kind of work, and words to biblatex's keys."""
    form = type_of(entry)
    # An issue is a journal's; books have a number in their series.
    if "issue" in item and not form.is_article and form.csl != "periodical":
        item["collection-number" if "collection-title" in item else "number"] = item.pop("issue")
    words = read_texts()
    for target, table in (("genre", words.kinds), ("status", words.states)):
        if target in item:
            item[target] = table.get(item[target].lower(), item[target])
    if place := item.get("publisher-place"):
        item["publisher-place"] = words.name_places(place)


def _add_dates(item: dict[str, Any], entry: Entry) -> None:
    if (found := dates_of(entry)).days:
        item["issued"] = _date(found)
    elif written := entry.text("date", "year"):
        item["issued"] = {"literal": written}
    for target, fields in _DATES.items():
        if (other := date_in(entry, *fields)).days:
            item[target] = _date(other)


def _date(found: DateSpan) -> dict[str, Any]:
    """Return a date as citeproc-js reads it, for which a span that goes on ends in 0."""
    days = [*map(_historical, found.days), *([(0,)] if found.is_open else [])]
    more = {"season": found.season, "circa": found.is_about}
    return {"date-parts": days, **{name: value for name, value in more.items() if value}}


def _historical(day: tuple[int, ...]) -> tuple[int, ...]:
    """Return a day as historians count: the year before 1 is -1, where EDTF has 0."""
    return day if day[0] > 0 else (day[0] - 1, *day[1:])


def _name(name: Name) -> dict[str, str]:
    if name.literal:
        return {"literal": name.family}
    parts = {
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.particle,
        "suffix": name.suffix,
    }
    return {key: text for key, text in parts.items() if text}


FORMAT = ExportFormat("references.json", to_csl_json)
