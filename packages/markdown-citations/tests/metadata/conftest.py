"""Entries, and a reader of COinS that follows Zotero's rules."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from types import MappingProxyType
from urllib.parse import unquote

import pytest
from markdown_citations.library.entries import Entry

MakeEntry = Callable[..., Entry]


@dataclass
class Item:
    """What Zotero makes of a context object."""

    kind: str
    fields: dict[str, str] = field(default_factory=dict)
    creators: list[tuple[str, str]] = field(default_factory=list)
    """Family and given name; a body has no given name."""


_FORMATS = {
    "journal": "journalArticle",
    "book": "book",
    "dissertation": "thesis",
    "patent": "patent",
    "dc": "webpage",
}
_GENRES = {
    "bookitem": "bookSection",
    "proceeding": "conferencePaper",
    "conference": "conferencePaper",
    "report": "report",
    "document": "document",
}
_PARTS = {"journalArticle", "bookSection", "conferencePaper"}
_PLAIN = {
    "rft.date": "date",
    "rft.volume": "volume",
    "rft.issue": "issue",
    "rft.issn": "ISSN",
    "rft.isbn": "ISBN",
    "rft.pub": "publisher",
    "rft.publisher": "publisher",
    "rft.place": "place",
    "rft.edition": "edition",
    "rft.series": "series",
    "rft.inst": "publisher",
    "rft.degree": "type",
    "rft.language": "language",
    "rft.jtitle": "publicationTitle",
    "rft.stitle": "journalAbbreviation",
    "rft.source": "publicationTitle",
    "rft.pages": "pages",
}
_EDGE = " \u00a0.,/[]:"


def _read(title: str) -> Item | None:
    """Read a span's title as `parseContextObject` of zotero/utilities does.

    Written from its rules: keys are matched as they stand, a plus and an encoded
    plus both become a blank, of a name with a comma only the first two parts
    count, one body goes before all other creators.
    """
    parts = [part.split("=")[:2] for part in title.split("&")]
    pairs = [(key, unquote(re.sub(r"\+|%2[bB]", " ", value))) for key, value in parts]
    said = dict(pairs)
    kind = _FORMATS.get(said.get("rft_val_fmt", "").removeprefix("info:ofi/fmt:kev:mtx:"))
    if kind is None:
        return None
    genres = [value for key, value in parts if key == "rft.genre"]
    item = Item(_GENRES.get(genres[0], kind) if kind == "book" and genres else kind)
    bodies = [(value, "") for key, value in pairs if key == "rft.aucorp"]
    item.creators += reversed(bodies)
    for key, value in pairs:
        if key == "rft.au":
            item.creators.append(_clean_author(value))
        elif key == "rft_id" and value.lower().startswith("info:doi"):
            item.fields["DOI"] = value[9:]
        elif key == "rft_id" and re.match("https?://", value):
            item.fields["url"] = value
        elif key == "rft.type" and item.kind == "webpage":
            item.kind = value
        elif name := _field(key, item.kind):
            item.fields[name] = value
    return item


def _field(key: str, kind: str) -> str:
    """Name the field that a key fills in an item of a kind, if any."""
    if key == "rft.btitle":
        return "title" if kind in {"book", "report"} else "publicationTitle"
    if key == "rft.atitle":
        return "title" if kind in _PARTS else ""
    if key == "rft.title":
        return "publicationTitle" if kind in _PARTS else "title"
    return _PLAIN.get(key, "")


def _clean_author(name: str) -> tuple[str, str]:
    """Split as Zotero does: at the first comma, or else before the last word."""
    comma = "," in name
    name = name.strip(_EDGE)
    if comma:
        family, _, rest = name.partition(",")
        given = rest.strip().split(",")[0]
    else:
        given, _, family = name.rpartition(" ")
    words = [
        f"{word}." if re.fullmatch(r"[A-Z]", word) else word for word in re.split(r"[\s.]+", given)
    ]
    return family, " ".join(word for word in words if word).strip()


@pytest.fixture
def read_as_zotero() -> Callable[[str], Item | None]:
    """Give the reader."""
    return _read


@pytest.fixture
def make_entry() -> MakeEntry:
    """Give a maker of entries: `make_entry("article", title="A trial")`."""

    def make(entry_type: str, citekey: str = "key", **fields: str) -> Entry:
        return Entry(citekey, entry_type, MappingProxyType(fields), "references.bib", 1)

    return make
