"""Put right what programs write in their exports, field by field, and mean otherwise."""

from __future__ import annotations

import re
from collections.abc import Mapping

from markdown_citations.library.archives import is_preprint
from markdown_citations.library.dates import parse_dates
from markdown_citations.library.identifiers import parse_doi, parse_web_address
from markdown_citations.library.written_dates import plain_date, suggest_date

# How EndNote calls an entry's type, which it has already: no word for readers.
_REFERENCE_TYPES = frozenset(
    (
        *("journal article", "magazine article", "newspaper article", "electronic article"),
        *("book", "book section", "edited book", "electronic book", "electronic book section"),
        *("web page", "generic", "conference proceedings", "unpublished work"),
    )
)
# What stands for a value that a program does not have.
_NOTHING = re.compile(r"(n/a|null|undefined|no)(?:\s*(?:--?|–)\s*\1)?|0+\s*(?:--?|–)\s*0+", re.I)
_OF_WEB = frozenset({"misc", "online", "electronic", "www"})
# DBLP tells people of one name apart by numbers.
_HOMONYM = re.compile(r"(?<=\w) 0\d{3}(?=\s+and\s|$)")
_ACCESSED = re.compile(
    r"\[?(?:online[;,:]\s*)?(?:last |zuletzt )?(?:accessed|visited|retrieved|abgerufen|consultado"
    r"|consulté|geraadpleegd)(?: on| am| el| le| op)?:?\s+(?P<day>[^\[\]]{6,25}?)[\].]*",
    re.I,
)
_MONTH = re.compile(r"20\d\d\s*--?\s*(?:0[1-9]|1[0-2])")
# Wiley's number of an article, with that of the manuscript or the DOI; either may be alone.
_OF_WILEY = re.compile(r"(?:(?P<eid>e\d{3,})(?:\s+(?=\S*\d)\S+)?|\S+\d\.R\d)")


def put_right(entry_type: str, fields: dict[str, str], lines: dict[str, int]) -> None:
    """Change the fields of an entry, as they have been read, to what they mean."""
    number = "issue" if "issue" in fields else "number"
    if fields.get("volume") == "0" == fields.get(number):
        # Taylor & Francis and SAGE have both so before there is an issue.
        _move(fields, lines, "volume")
        _move(fields, lines, number)
    for name in [*filter(fields.get, ("type", "pubstate", "pages", "volume", "number", "issue"))]:
        if _says_nothing(name, fields):
            _move(fields, lines, name)
    if fields.get("year") == "0":
        _move(fields, lines, "year")  # Mendeley's, where it knows none
    if fields.get("pubstate", "").lower() == "aheadofprint":
        fields["pubstate"] = "prepublished"
    for name in ("author", "editor"):
        if " 0" in fields.get(name, ""):
            fields[name] = _HOMONYM.sub("", fields[name])
    _read_address(fields, lines)
    if entry_type in _OF_WEB and re.fullmatch(r"20\d\d", fields.get("volume", "")):
        # EndNote has the day on which a page was read as a volume and a number.
        read = _day(f"{fields.get('number', '')} {fields['volume']}")
        if read.count("-") == 2:
            _move(fields, lines, "volume", "urldate", read)
            _move(fields, lines, "number")
    if entry_type == "article" and "journal" in fields and parse_doi(fields.get("crossref", "")):
        _move(fields, lines, "crossref", "" if "doi" in fields else "doi")  # as SciELO has it
    if "note" in fields:
        _read_note(fields, lines)


def _says_nothing(name: str, fields: Mapping[str, str]) -> bool:
    """Tell whether a field holds a program's word for nothing, or for itself."""
    value = fields[name].lower()
    if name == "type":
        return value in _REFERENCE_TYPES
    if name == "pubstate":
        return value in {"ppublish", "epublish", "published"}  # it is out
    if name == "pages" and _MONTH.fullmatch(value):
        # Google Scholar has the month of a preprint as its pages.
        return is_preprint({"archiveprefix": fields.get("journal", "")})
    return bool(_NOTHING.fullmatch(value))


def _read_address(fields: dict[str, str], lines: dict[str, int]) -> None:
    address = fields.get("howpublished", "")
    if address and " " not in address and (web := parse_web_address(address)):
        if "url" not in fields:
            _move(fields, lines, "howpublished", "url")
        elif web == parse_web_address(fields["url"]):
            _move(fields, lines, "howpublished")


def _read_note(fields: dict[str, str], lines: dict[str, int]) -> None:
    note = fields["note"]
    if (match := _ACCESSED.fullmatch(note)) and fields.get("url"):
        if "urldate" not in fields and (read := _day(match["day"])):
            _move(fields, lines, "note", "urldate", read)
    elif (match := _OF_WILEY.fullmatch(note)) and fields.get("doi"):
        has_place = not match["eid"] or {"pages", "eid"} & fields.keys()
        _move(fields, lines, "note", "" if has_place else "eid", match["eid"] or "")


def _move(
    fields: dict[str, str], lines: dict[str, int], name: str, target: str = "", value: str = ""
) -> None:
    """Give a value, which may be another now, to another field; without one it is gone."""
    old, line = fields.pop(name, ""), lines.pop(name, 0)
    if target:
        fields[target], lines[target] = value or old, line


def _day(text: str) -> str:
    """Return a day as biblatex has it, nothing where it may be two."""
    text = plain_date(text)
    written = text if parse_dates(text) else suggest_date(text)
    return written if parse_dates(written) else ""
