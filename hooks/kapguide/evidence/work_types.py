"""What kind of work a source is, where its kind of study tells more than its entry type."""

from __future__ import annotations

from dataclasses import replace

from markdown_citations.library.entries import Entry
from markdown_citations.library.entry_types import ENTRY_TYPES, PREPRINT, EntryType, type_of


def work_type(entry: Entry) -> EntryType:
    """Return the type of a work for programs."""
    study = entry.get("studytype")
    if study == "law":
        # It may still stand in a journal, with volume and pages.
        return replace(type_of(entry), schema_org="Legislation")
    if study == "label":
        return ENTRY_TYPES["misc"]
    if entry.get("publishedas"):
        return PREPRINT
    if study == "regulator" and entry.entry_type == "misc":
        return ENTRY_TYPES["online"]
    return type_of(entry)
