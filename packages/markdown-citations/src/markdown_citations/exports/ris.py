"""Write entries as RIS."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from rispy import RisWriter, dumps

from markdown_citations.exports import ExportFormat, works
from markdown_citations.library.dates import format_date
from markdown_citations.library.entries import Entry, split_keywords, split_pages, split_range
from markdown_citations.library.entry_types import type_of
from markdown_citations.library.fields import ACCESSED, NOTES, PAGE_FIELDS, fields_of
from markdown_citations.library.identifiers import ISBN, ISSN, parse_doi, parse_numbers
from markdown_citations.library.names import Name, parse_names
from markdown_citations.library.publication import date_in, date_of, dates_of
from markdown_citations.texts import read_texts

_FIELDS = fields_of("ris")
_PEOPLE = {
    "authors": "author",
    "secondary_authors": "editor",
    "subsidiary_authors": "translator",
}


class _Writer(RisWriter):  # type: ignore[misc]
    def set_header(self, count: int) -> str:
        """Leave out the running number, which some programs take for a field."""
        return ""


def to_ris(entries: Iterable[Entry], fields: Collection[str] = ()) -> str:
    """Write a RIS file; `fields` names those that become notes, each after its name."""
    return str(dumps([_record(entry, fields) for entry in works(entries)], implementation=_Writer))


def _record(entry: Entry, extra: Collection[str]) -> dict[str, Any]:
    record: dict[str, Any] = {
        "type_of_reference": type_of(entry).ris,
        "id": entry.citekey,
    }
    for target, field in _PEOPLE.items():
        if names := [_name(name) for name in parse_names(entry.get(field))[0]]:
            record[target] = names
    for target, fields in _FIELDS.items():
        if text := entry.text(*fields):
            record[target] = text
    if doi := parse_doi(entry.get("doi")):  # without the address before it
        record["doi"] = doi
    if number := _number(entry):
        record["issn"] = number
    if pages := entry.text(*PAGE_FIELDS):
        first, *last = split_range(pages) if len(split_pages(pages)) == 1 else [pages]
        record["start_page"] = first
        if last and last[-1]:
            record["end_page"] = last[-1]
    if place := record.get("place_published"):
        record["place_published"] = read_texts().name_places(place)
    if url := entry.text("url"):
        record["urls"] = [url]
    record |= _dates(entry)
    if keywords := split_keywords(entry):
        record["keywords"] = keywords
    notes = [entry.text(name) for name in NOTES if entry.get(name)]
    notes += [f"{name}: {entry.text(name)}" for name in extra if entry.get(name)]
    if notes:
        record["notes"] = notes
    return record


def _number(entry: Entry) -> str:
    """Return what RIS has one field for: a journal's ISSN, the ISBN of a book in a series."""
    issn = parse_numbers(ISSN, entry.get("issn"))
    isbn = parse_numbers(ISBN, entry.get("isbn"))
    return issn if issn and (type_of(entry).is_article or not isbn) else isbn


def _dates(entry: Entry) -> dict[str, str]:
    record: dict[str, str] = {}
    if day := date_of(entry):
        season = dates_of(entry).season
        record["year"] = str(day[0])
        record["date"] = _slashed(day) + (read_texts().seasons[season - 1] if season else "")
    elif written := entry.text("date", "year"):
        record["year"] = written
    if accessed := entry.text(*ACCESSED):
        day = date_in(entry, *ACCESSED).start
        record["access_date"] = _slashed(day) if day else accessed
    return record


def _slashed(day: tuple[int, ...]) -> str:
    return format_date(day, "/") + "/" * (4 - len(day))


def _name(name: Name) -> str:
    # RIS has no mark for a body, and takes the first comma for the end of a
    # family name: "Hospira, Inc." would become Inc. Hospira.
    if name.literal:
        return name.family.replace(",", "")
    return ", ".join(filter(None, (name.whole_family, name.given, name.suffix)))


FORMAT = ExportFormat("references.ris", to_ris)
