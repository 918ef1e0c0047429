"""Read a field as other programs should have it: decoded, a title with its subtitle.

Must stay free of formats.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from markdown_citations.library.entries import Entry
from markdown_citations.library.latex import decode_field

SUBTITLES: Mapping[str, str] = MappingProxyType(
    {"title": "subtitle", "booktitle": "booksubtitle", "journaltitle": "journalsubtitle"}
)


def field_text(entry: Entry, *names: str) -> str:
    """Return the first of these fields that the entry has, or an empty text."""
    name = next((name for name in names if entry.get(name)), "")
    if not name:
        return ""
    text = decode_field(name, entry.fields[name])
    more = SUBTITLES.get(name, "")
    return f"{text}: {decode_field(more, entry.fields[more])}" if entry.get(more) else text
