"""What every entry type is; the table is entry_types.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from markdown_citations.library.archives import is_preprint
from markdown_citations.library.entries import Entry
from markdown_citations.library.identifiers import parse_web_address


@dataclass(frozen=True, slots=True)
class EntryType:
    """A kind of work; entry_types.toml says what each column holds."""

    required: str
    ris: str
    csl: str
    schema_org: str
    openurl: str
    pybtex: str
    is_part: bool = False

    @property
    def is_article(self) -> bool:
        """Whether it stands in a journal, with volume and pages."""
        return self.csl.startswith("article-")


_OF_PYBTEX = (
    "article book booklet inbook incollection inproceedings manual mastersthesis misc patent "
    "phdthesis proceedings techreport unpublished"
)


_ROWS: dict[str, Any] = tomllib.loads(
    files("markdown_citations.library").joinpath("entry_types.toml").read_text("utf-8")
)


def _read_types() -> Iterator[tuple[str, EntryType]]:
    for name, row in _ROWS.items():
        like = row if isinstance(row, str) else name
        standard = like if like in _OF_PYBTEX.split() else "misc"
        yield name, EntryType(**{"pybtex": standard, **_ROWS[like]})


ENTRY_TYPES: Mapping[str, EntryType] = MappingProxyType(dict(_read_types()))
"""The rows of entry_types.toml."""

OF_CSL: Mapping[str, str] = MappingProxyType(
    {row["csl"]: name for name, row in _ROWS.items() if isinstance(row, dict)}
)
"""The type by CSL's word for it: `online` for `webpage`; the last row of several."""

SET = "set"
"""The type of an entry that stands for several, which are printed together."""
XDATA = "xdata"
"""The type of what is no work, but holds fields for entries that name it."""

_MAYBE_PREPRINT = frozenset({"article", "misc", "online", "electronic", "unpublished"})
"""Types of what archives keep; a book or a thesis is one there as well."""

OTHER = replace(ENTRY_TYPES["misc"], required="", pybtex="")
"""What an entry of an unknown type is taken for."""

PREPRINT = EntryType("", "GEN", "article", "ScholarlyArticle", "journal preprint", "misc")
"""A paper on a server, before its review: no type of its own in a .bib file."""


def type_of(entry: Entry) -> EntryType:
    """Return what an entry is, as far as its fields tell."""
    return find_type(entry.entry_type, entry.fields)


def find_type(entry_type: str, fields: Mapping[str, str]) -> EntryType:
    """Return what an entry with this type and these fields is."""
    is_in_journal = fields.get("journal") or fields.get("journaltitle")
    may_be = entry_type in _MAYBE_PREPRINT or entry_type not in ENTRY_TYPES
    if may_be and is_preprint(fields) and not is_in_journal:
        return PREPRINT
    # A type that nobody knows, such as newspaper_article, is one where it has a journal.
    if entry_type not in ENTRY_TYPES and is_in_journal:
        return ENTRY_TYPES["article"]
    # BibTeX itself has no type for web pages.
    is_other = entry_type == "misc" or entry_type not in ENTRY_TYPES
    if is_other and parse_web_address(fields.get("url", "")):
        return ENTRY_TYPES["online"]
    return ENTRY_TYPES.get(entry_type, OTHER)
