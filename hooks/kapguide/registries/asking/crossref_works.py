"""Crossref's REST API: works by their DOIs.

https://api.crossref.org/swagger-ui/ and https://www.crossref.org/documentation/retrieve-metadata/rest-api/
Retraction Watch's notices are among `updated-by`, with `source: retraction-watch`.
CSL-JSON, which reference managers export, has the same names for the same things.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from urllib.parse import quote

from markdown_citations.library.dates import format_date
from markdown_citations.library.names import Name

from kapguide.registries.asking.client import Client, Registry, UnreadableAnswerError, read_json
from kapguide.registries.plain_text import plain
from kapguide.registries.work import (
    CROSSREF,
    NEWER,
    PREPRINT_NOTE,
    RETRACTION_WATCH,
    LaterNotice,
    RegisteredWork,
)

ADDRESS = "https://api.crossref.org"
PAUSE = 1.0
"""Lists of works are asked for once a second, also where no e-mail address is known."""
BATCH = 50
"""So many DOIs keep an address below 4,000 signs."""

BIB_TYPES = {
    **dict.fromkeys(("journal-article", "article-journal", "article"), "article"),
    **dict.fromkeys(("book", "monograph", "reference-book", "edited-book"), "book"),
    **dict.fromkeys(
        ("book-chapter", "book-section", "book-part", "reference-entry", "chapter"), "incollection"
    ),
    **dict.fromkeys(("proceedings-article", "paper-conference"), "inproceedings"),
    **dict.fromkeys(("report", "report-component", "report-series"), "techreport"),
    **dict.fromkeys(("dissertation", "thesis"), "phdthesis"),
    "dataset": "dataset",
}
"""By Crossref's types, and those of CSL; all others are `misc`."""
_UPDATES = {
    "retraction": "retracted",
    **dict.fromkeys(("withdrawal", "removal"), "withdrawn"),
    **dict.fromkeys(("expression_of_concern", "partial_retraction"), "concern"),
    **dict.fromkeys(
        ("correction", "corrigendum", "erratum", "addendum", "clarification"), "corrected"
    ),
}
_NEWER = frozenset({"new_version", "new_edition"})
_SOURCES = {"retraction-watch": RETRACTION_WATCH}
_COPIED = {"volume": "volume", "issue": "number", "edition-number": "edition", "DOI": "doi"}


def ask_crossref(
    client: Client,
    registry: Registry,
    dois: Iterable[str],
    step: Callable[[int], None] = lambda count: None,
) -> dict[str, RegisteredWork]:
    """Return the works that Crossref has, by their DOIs in lower case."""
    wanted = list(dict.fromkeys(doi.lower() for doi in dois))
    # A filter has commas between its parts, so a DOI with one is asked for by itself.
    alone = [doi for doi in wanted if "," in doi]
    together = [doi for doi in wanted if "," not in doi]
    contact = {"mailto": client.mailto} if client.mailto else {}
    found: dict[str, RegisteredWork] = {}
    for start in range(0, len(together), BATCH):
        batch = together[start : start + BATCH]
        asked = {"filter": ",".join(f"doi:{doi}" for doi in batch), "rows": str(len(batch))}
        items = client.ask(registry, "/works", {**asked, **contact}, _read_list) or []
        found |= {work.get("doi").lower(): work for work in map(parse_item, items)}
        step(len(batch))
    for doi in alone:
        item = client.ask(registry, f"/works/{quote(doi, safe='')}", contact, _read_one)
        if item is not None:
            found[doi] = parse_item(item)
        step(1)
    return found


def _read_message(answer: bytes) -> dict[str, Any]:
    message = read_json(answer).get("message")
    if not isinstance(message, dict):
        raise UnreadableAnswerError
    return message


def _read_list(answer: bytes) -> list[dict[str, Any]]:
    items = _read_message(answer).get("items")
    if not isinstance(items, list) or not all(_is_work(item) for item in items):
        raise UnreadableAnswerError
    return items


def _read_one(answer: bytes) -> dict[str, Any]:
    message = _read_message(answer)
    if not _is_work(message):
        raise UnreadableAnswerError
    return message


def _is_work(item: object) -> bool:
    return isinstance(item, dict) and isinstance(item.get("DOI"), str)


def parse_item(item: Mapping[str, Any], source: str = CROSSREF) -> RegisteredWork:
    """Make a work of a record; what is missing or of another shape is left out."""
    kind = str(item.get("type") or "")
    is_preprint = item.get("subtype") == "preprint"
    entry_type = BIB_TYPES.get(kind, "misc")
    fields = {name: plain(item.get(key)) for key, name in _COPIED.items()}
    fields["title"] = ": ".join(filter(None, (_first(item, "title"), _first(item, "subtitle"))))
    fields |= _place(item, entry_type, is_preprint)
    fields["pages"] = _pages(plain(item.get("page"))) or plain(item.get("article-number"))
    years = _years(item)
    fields["year"] = years[0] if years else ""
    if entry_type in {"misc", "techreport"} and (day := _day(item.get("issued"))):
        fields["date"] = day
    doi = fields["doi"].lower()
    elsewhere = [one for one in _listed(item, "update-to") if plain(one.get("DOI")).lower() != doi]
    notices = _notices(item, doi)
    return RegisteredWork(
        source=source,
        fields={name: text for name, text in fields.items() if text},
        entry_type=entry_type,
        authors=_people(item, "author"),
        editors=_people(item, "editor"),
        years=years,
        abstract=plain(item.get("abstract")),
        notices=tuple(one for one in notices if one.status != NEWER),
        newer=tuple(one for one in notices if one.status == NEWER),
        articles=_related(item, "is-preprint-of"),
        is_preprint=is_preprint,
        notice_on=tuple(plain(one.get("DOI")) for one in elsewhere if _kind(one) not in _NEWER),
    )


def _notices(item: Mapping[str, Any], doi: str) -> list[LaterNotice]:
    """Return what was published about a work, newer versions of it among them."""
    found = [_notice(update) for update in _listed(item, "updated-by")]
    # A publisher who mends a work in its place says so of the work itself.
    found += [
        _notice({**update, "DOI": ""})
        for update in _listed(item, "update-to")
        if plain(update.get("DOI")).lower() == doi
    ]
    found += [
        LaterNotice(NEWER, "Newer version", CROSSREF, doi=newer)
        for newer in _related(item, "is-replaced-by")
    ]
    return found


def _place(item: Mapping[str, Any], entry_type: str, is_preprint: bool) -> dict[str, str]:
    """Say where a work came out, in the fields that its type has for it."""
    container, publisher = _first(item, "container-title"), plain(item.get("publisher"))
    institutions = [plain(one.get("name")) for one in _listed(item, "institution")]
    institution = next(filter(None, institutions), "")
    if entry_type == "article":
        short = _first(item, "short-container-title") or _first(item, "container-title-short")
        return {"journal": container, "shortjournal": short.replace(".", "")}
    if is_preprint:
        return {"howpublished": institution or publisher, "note": PREPRINT_NOTE}
    isbn = _first(item, "ISBN").rsplit("/", 1)[-1]
    in_book = {"booktitle": container, "publisher": publisher}
    by_type = {
        "incollection": in_book,
        "inproceedings": in_book,
        "techreport": {"institution": institution or publisher},
        "phdthesis": {"school": institution or publisher},
        "book": {"publisher": publisher, "isbn": isbn},
    }
    return by_type.get(entry_type, {"howpublished": container or publisher})


def _first(item: Mapping[str, Any], key: str) -> str:
    """Return the first of a list of texts; CSL-JSON has the text itself."""
    value = item.get(key)
    values = value if isinstance(value, list) else [value]
    return next((text for text in map(plain, values) if text), "")


def _listed(item: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    value = item.get(key)
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _people(item: Mapping[str, Any], key: str) -> tuple[Name, ...]:
    return tuple(name for name in map(_person, _listed(item, key)) if name.family)


def _person(person: Mapping[str, Any]) -> Name:
    body = plain(person.get("name") or person.get("literal"))
    if body or not person.get("family"):
        return Name(body or plain(person.get("given")), literal=True)
    particle = plain(person.get("non-dropping-particle") or person.get("dropping-particle"))
    return Name(
        _lower(plain(person.get("family"))),
        _lower(plain(person.get("given"))),
        particle,
        plain(person.get("suffix")).rstrip("."),
    )


def _lower(name: str) -> str:
    """Return a name that a publisher has in capitals as people write it."""
    return name.title() if name.isupper() and len(name) > 3 and "." not in name else name


def _pages(page: str) -> str:
    return re.sub(r"\s*[-–—]+\s*", "--", page)


def _years(item: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the years in which it came out, that of the issue first."""
    keys = ("published-print", "issued", "published", "published-online", "posted")
    days = [_day(item.get(key)) for key in keys]
    return tuple(dict.fromkeys(day[:4] for day in days if day))


def _day(value: object) -> str:
    """Return `2024-05-01`, or as much of it as a date has."""
    if not isinstance(value, dict):
        return ""
    try:
        parts = tuple(int(part) for part in value["date-parts"][0])
        return format_date(parts) if parts and parts[0] else ""
    except (LookupError, TypeError, ValueError):
        match = re.match(r"\d{4}(-\d\d(-\d\d)?)?", str(value.get("raw") or ""))
        return match[0] if match else ""


def _kind(update: Mapping[str, Any]) -> str:
    return re.sub(r"[ -]", "_", str(update.get("type") or "").lower())


def _notice(update: Mapping[str, Any]) -> LaterNotice:
    kind = _kind(update)
    return LaterNotice(
        NEWER if kind in _NEWER else _UPDATES.get(kind, ""),
        plain(update.get("label")) or kind.replace("_", " ").capitalize(),
        _SOURCES.get(str(update.get("source")), CROSSREF),
        _day(update.get("updated")),
        plain(update.get("DOI")),
    )


def _related(item: Mapping[str, Any], kind: str) -> tuple[str, ...]:
    relation = item.get("relation")
    related = _listed(relation, kind) if isinstance(relation, dict) else ()
    return tuple(plain(one.get("id")) for one in related if one.get("id-type") == "doi")
