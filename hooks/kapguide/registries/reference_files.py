"""Read works from files of PubMed, Zotero, EndNote and Mendeley.

.nbib is PubMed's own format: https://pubmed.ncbi.nlm.nih.gov/help/#pubmed-format
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from markdown_citations.library.entry_types import ENTRY_TYPES
from markdown_citations.library.identifiers import parse_doi, parse_pmcid, parse_pmid
from markdown_citations.library.names import Name, parse_name, parse_names
from markdown_citations.library.publication import date_of
from markdown_citations.library.reading import read_library

from kapguide.registries.asking.crossref_works import parse_item
from kapguide.registries.asking.pubmed_xml import RETRACTED, join_pages
from kapguide.registries.plain_text import plain
from kapguide.registries.work import LaterNotice, RegisteredWork

_LINE = re.compile(r"([A-Z]{2,4}) *- (.*)")
_RIS_TYPES = {
    **dict.fromkeys(("JOUR", "JFULL", "EJOUR", "MGZN"), "article"),
    **dict.fromkeys(("BOOK", "EBOOK", "EDBOOK"), "book"),
    **dict.fromkeys(("CHAP", "ECHAP"), "incollection"),
    **dict.fromkeys(("CONF", "CPAPER"), "inproceedings"),
    "RPRT": "techreport",
    "THES": "phdthesis",
    "DATA": "dataset",
}
_COPIED = (
    *("title", "booktitle", "shortjournal", "volume", "number", "edition", "pages", "doi"),
    *("pmid", "pmcid", "publisher", "institution", "school", "howpublished", "isbn", "url"),
)


class UnreadableFileError(Exception):
    """A file holds no works; the message says what to do."""


def read_works(path: Path) -> list[RegisteredWork]:
    """Return the works of a file, by the ending of its name."""
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        known = ", ".join(READERS)
        raise UnreadableFileError(f"{path.name}: only files ending in {known} can be read.")
    try:
        path.stat()  # the reader of .bib takes a missing file for an empty one
        works = reader(path)
    except UnicodeDecodeError:
        raise UnreadableFileError(f"{path.name} is not UTF-8. Export it again as UTF-8.") from None
    except OSError as error:
        raise UnreadableFileError(f"{path.name} cannot be read: {error.strerror}.") from None
    works = [work for work in works if work.get("title") or _is_known(work)]
    if not works:
        hint = "Export it again, or open it in a text editor to see what it is."
        raise UnreadableFileError(f"{path.name} holds no work that can be read. {hint}")
    return works


def _is_known(work: RegisteredWork) -> bool:
    return any(work.get(name) for name in ("doi", "pmid", "pmcid"))


def _work(path: Path, fields: Mapping[str, str], **other: Any) -> RegisteredWork:
    """Make a work of plain fields; identifiers that are none are left out."""
    made = {name: plain(text) for name, text in fields.items()}
    made["doi"] = parse_doi(made.get("doi", ""))
    made["pmid"] = parse_pmid(made.get("pmid", ""))
    made["pmcid"] = parse_pmcid(made.get("pmcid", ""))
    made["title"] = made.get("title", "").rstrip(".")
    year = made.get("year", "")
    filled = {name: text for name, text in made.items() if text}
    return RegisteredWork(source=path.name, fields=filled, years=(year,) if year else (), **other)


def _read_nbib(path: Path) -> list[RegisteredWork]:
    return [_parse_medline(path, lines) for lines in _medline_records(path.read_text("utf-8-sig"))]


def _medline_records(text: str) -> list[list[tuple[str, str]]]:
    """Split into records of tags and values; a line that begins with blanks goes on."""
    records: list[list[tuple[str, str]]] = []
    for line in text.splitlines():
        match = _LINE.fullmatch(line.rstrip())
        if match:
            if match[1] == "PMID" or not records:
                records.append([])
            records[-1].append((match[1], match[2]))
        elif line.startswith("      ") and records and records[-1]:
            tag, value = records[-1][-1]
            records[-1][-1] = (tag, f"{value} {line.strip()}")
    return records


def _parse_medline(path: Path, lines: list[tuple[str, str]]) -> RegisteredWork:
    def get(tag: str) -> str:
        return next((value for name, value in lines if name == tag), "")

    people = [parse_name(value) for tag, value in lines if tag == "FAU"]
    people = people or [_medline_name(value) for tag, value in lines if tag == "AU"]
    bodies = [Name(plain(value), literal=True) for tag, value in lines if tag == "CN"]
    dois = [value for tag, value in lines if tag in {"LID", "AID"} and value.endswith("[doi]")]
    year = re.match(r"\d{4}", get("DP"))
    first, _, last = get("PG").partition("-")
    fields = {
        "title": get("TI") or get("BTI"),
        "journal": get("JT"),
        "shortjournal": get("TA"),
        "year": year[0] if year else "",
        "volume": get("VI"),
        "number": get("IP"),
        "pages": join_pages(first, last),
        "doi": dois[0].removesuffix("[doi]").strip() if dois else "",
        "pmid": get("PMID"),
        "pmcid": get("PMC"),
    }
    kinds = tuple(value for tag, value in lines if tag == "PT")
    entry_type = "book" if get("BTI") and not get("JT") else "article"
    return _work(
        path,
        fields,
        entry_type=entry_type,
        authors=(*people, *bodies),
        kinds=kinds,
        notices=(LaterNotice("retracted", RETRACTED, path.name),) if RETRACTED in kinds else (),
        abstract=plain(get("AB")),
    )


def _medline_name(value: str) -> Name:
    """Parse `Dore J`, whose initials have no full stops."""
    family, _, initials = value.rpartition(" ")
    return Name(family, " ".join(initials)) if family else Name(value)


def _read_ris(path: Path) -> list[RegisteredWork]:
    # Here: a build, which reads no such file, would wait for it.
    import rispy  # noqa: PLC0415

    text = path.read_text("utf-8-sig")
    try:
        records = rispy.loads(text, skip_unknown_tags=True)
    except (OSError, ValueError) as error:
        raise UnreadableFileError(f"{path.name} is no RIS file: {error}.") from None
    return [_parse_ris(path, record) for record in records]


def _parse_ris(path: Path, record: Mapping[str, Any]) -> RegisteredWork:
    def get(*names: str) -> str:
        return next((str(record[name]) for name in names if record.get(name)), "")

    entry_type = _RIS_TYPES.get(get("type_of_reference"), "misc")
    first, last = get("start_page"), get("end_page")
    container = get("secondary_title", "journal_name", "alternate_title3")
    year = re.match(r"\d{4}", get("year", "publication_year", "date"))
    fields = {
        "title": get("title", "primary_title"),
        "year": year[0] if year else "",
        "shortjournal": get("alternate_title1", "alternate_title2"),
        "volume": get("volume"),
        "number": get("number"),
        "pages": join_pages(first, last),
        "doi": get("doi"),
        "pmid": get("accession_number"),
        "pmcid": get("custom2"),
        "publisher": get("publisher"),
        "journal" if entry_type == "article" else "booktitle": container,
    }
    if entry_type == "article":
        del fields["publisher"]
    people = tuple(map(_ris_name, record.get("authors") or record.get("first_authors") or ()))
    editors = tuple(map(_ris_name, record.get("secondary_authors") or ()))
    return _work(
        path,
        fields,
        entry_type=entry_type,
        citekey=get("id"),
        authors=people,
        editors=editors,
        abstract=plain(get("abstract", "notes_abstract")),
    )


def _ris_name(text: str) -> Name:
    """Parse `Family, Given`; without a comma it is a body."""
    return parse_name(text) if "," in text else Name(plain(text), literal=True)


def _read_bib(path: Path) -> list[RegisteredWork]:
    library, _ = read_library([path], path.parent)
    works = []
    for entry in library:
        fields = {name: entry.text(name) for name in _COPIED}
        fields["title"] = entry.text("title")
        fields["journal"] = entry.text("journal", "journaltitle")
        fields["number"] = entry.text("number", "issue")
        fields["pmid"] = entry.text("pmid", "pubmed")
        fields["pages"] = entry.text("pages", "eid").replace("–", "--")
        fields["year"] = str(date_of(entry)[0]) if date_of(entry) else ""
        authors, others = parse_names(entry.get("author"))
        works.append(
            _work(
                path,
                fields,
                entry_type=_bibtex_type(entry.entry_type),
                citekey=entry.citekey,
                authors=tuple(authors),
                editors=tuple(parse_names(entry.get("editor"))[0]),
                others=others,
                abstract=entry.text("abstract"),
            )
        )
    return works


def _bibtex_type(name: str) -> str:
    kept = name if name in ENTRY_TYPES else "misc"
    return {"report": "techreport", "thesis": "phdthesis"}.get(name, kept)


def _read_csl(path: Path) -> list[RegisteredWork]:
    try:
        read = json.loads(path.read_text("utf-8-sig"))
    except json.JSONDecodeError as error:
        message = f"{path.name} is no JSON: line {error.lineno} cannot be read."
        raise UnreadableFileError(message) from None
    items = read.get("items", [read]) if isinstance(read, dict) else read
    works = []
    for item in items if isinstance(items, list) else ():
        if not isinstance(item, dict):
            continue
        work = parse_item(item, path.name)
        extra = {"pmid": str(item.get("PMID") or ""), "pmcid": str(item.get("PMCID") or "")}
        works.append(
            _work(
                path,
                {**work.fields, **extra},
                entry_type=work.entry_type,
                citekey=str(item.get("id") or ""),
                authors=work.authors,
                editors=work.editors,
                abstract=work.abstract,
            )
        )
    return works


READERS: Mapping[str, Callable[[Path], list[RegisteredWork]]] = {
    ".nbib": _read_nbib,
    ".ris": _read_ris,
    ".bib": _read_bib,
    ".json": _read_csl,
}
