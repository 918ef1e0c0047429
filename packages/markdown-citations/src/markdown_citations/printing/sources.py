"""Print where and when a work appeared: in a journal, in a book, at a publisher."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pybtex.database import Entry

from markdown_citations.library.dates import DateSpan, parse_dates
from markdown_citations.library.fields import CLOSING_FIELDS, PAGE_FIELDS
from markdown_citations.printing.numbers import ordinal, page_range
from markdown_citations.printing.printed_names import list_names
from markdown_citations.printing.responsibility import name_role, responsible
from markdown_citations.printing.titles import (
    entry_type,
    issue_title,
    journal,
    kind_of,
    main_title,
    titled,
)
from markdown_citations.printing.works import get, names_of, year_of
from markdown_citations.texts import Texts

# What says already that it is an edition, in several languages.
_EDITION = re.compile(
    r"(?:\b[eé]d|edition|édition|edición|edição|edizione|\baufl|auflage)\.?$", re.I
)


def when(entry: Entry, texts: Texts) -> str:
    """Return `2022 Feb 16` as far as it is known, only the year for an article."""
    year = year_of(entry, texts)
    dates: DateSpan = getattr(entry, "dates", DateSpan())
    if entry_type(entry).is_article or dates.is_open or not year or dates.years != year:
        return year
    if dates.season:
        return f"{year} {texts.seasons[dates.season - 1]}"
    return _spelled(dates.days, texts)


def _spelled(days: Sequence[Sequence[int]], texts: Texts) -> str:
    """Return `2000 May 1–3`: of the last day what differs from the first."""
    parts = [
        [str(day[0]), *(texts.months[number - 1] for number in day[1:2]), *map(str, day[2:])]
        for day in days
    ]
    if len(parts) == 2 and len(parts[0]) == len(parts[1]):
        first, last = parts
        same = next((i for i, (a, b) in enumerate(zip(first, last, strict=True)) if a != b), 0)
        parts = [first, last[same:]]
    return "–".join(map(" ".join, parts))


def source(entry: Entry, date: str, texts: Texts) -> list[str]:
    """Return where and when the work appeared, as sentences."""
    end = [state(entry, texts), *closing(entry, texts)]
    row = entry_type(entry)
    if row.is_article:
        return [journal(entry), issue(entry, date), series(entry, texts), *end]
    sentences = [container(entry, texts), issue_title(entry), event(entry, texts)]
    volume, part = get(entry, "volume"), get(entry, "part")
    sentences += [
        "" if get(entry, "maintitle") else _said(texts.volume, volume=volume),
        _said(texts.part, part=part),
        _said(texts.volumes, volumes=get(entry, "volumes")),
    ]
    edition = get(entry, "edition")
    if edition:
        number = ordinal(edition, texts)
        whole = _EDITION.search(edition)
        sentences.append(edition if whole else texts.edition.format(edition=number))
    sentences += [
        _said(texts.version, version=get(entry, "version")),
        imprint(entry, date, texts),
    ]
    pages = page_range(get(entry, *PAGE_FIELDS))
    sentences += [
        _said(texts.chapter, chapter=get(entry, "chapter")),
        _said(texts.page_range, pages=pages),
        "" if pages else _said(texts.page_total, pages=get(entry, "pagetotal", "numpages")),
    ]
    sentences += [numbered(entry, texts), series(entry, texts)]
    return [*sentences, *end]


def _said(text: str, **values: str) -> str:
    """Fill a text in; nothing where there is nothing to say."""
    return text.format(**values) if any(values.values()) else ""


def event(entry: Entry, texts: Texts) -> str:
    """Return `The meeting; 2020 May 1–3; Rome`, without a name that another title has."""
    name = titled(entry, "eventtitle", "", "eventtitleaddon")
    titles = " ".join(get(entry, field) for field in ("title", "booktitle"))
    days = (parse_dates(get(entry, "eventdate")) or DateSpan()).days
    # Publishers write where a meeting was as location, and their own as address.
    both = entry.fields.get("location") != entry.fields.get("address")
    venue = get(entry, "venue") or (get(entry, "location") if both else "")
    parts = ("" if name in titles else name, _spelled(days, texts), venue)
    return "; ".join(filter(None, parts))


def closing(entry: Entry, texts: Texts) -> list[str]:
    """Return what fields say at a reference's end, each in the words of its text."""
    said = ((name, get(entry, name)) for name in CLOSING_FIELDS)
    return [texts.closing.get(name, "{value}").format(value=text) for name, text in said if text]


def numbered(entry: Entry, texts: Texts) -> str:
    """Return `Report No.: 5`, `Technical Report 5`, `US patent 7,654,321`, `No. 5`."""
    kind, number = kind_of(entry, texts), get(entry, "number", "issue")
    form = entry_type(entry).csl
    if form == "report":
        return (
            f"{kind} {number}".strip()
            if kind
            else number and texts.report_number.format(number=number)
        )
    if form == "patent":
        return f"{kind or texts.patent} {number}".strip()
    return "" if get(entry, "series") else _said(texts.number, number=number)


def series(entry: Entry, texts: Texts) -> str:
    """Return `(Lecture Notes; 12)`; the number of an article is that of its issue."""
    name, row = get(entry, "series"), entry_type(entry)
    has_number = not row.is_article and row.csl not in {"report", "patent"}
    number = get(entry, "number") if has_number else ""
    name = texts.series.get(name.lower(), name)
    return f"({'; '.join(filter(None, (name, number)))})" if name else ""


def state(entry: Entry, texts: Texts) -> str:
    """Return `In press`, also for biblatex's key `inpress`."""
    written = get(entry, "pubstate")
    return texts.states.get(written.lower(), written)


def container(entry: Entry, texts: Texts) -> str:
    """Return `In: Smith J, editor. The whole` for a chapter."""
    whole = titled(entry, "booktitle", "booksubtitle", "booktitleaddon") or journal(entry)
    row, own = entry_type(entry), get(entry, "title")
    # A book may have its own title once more, for the chapters that inherit it.
    shorter, longer = sorted((whole, own), key=len)
    begins = longer.startswith(shorter) and not longer[len(shorter) :][:1].isalnum()
    if not row.is_part and (begins or not whole):
        return ""
    if row.is_part and (main := main_title(entry, texts)):
        whole = ", ".join(filter(None, (main, whole)))
    authors, book_authors = names_of(entry, "author"), names_of(entry, "bookauthor")
    has_both = row.is_part and names_of(entry, "editor") and authors
    people = [
        list_names(book_authors, texts) if book_authors != authors else "",
        name_role(entry, "editor", texts) if has_both else "",
    ]
    inside = ". ".join(filter(None, (*people, whole)))
    return texts.contained_in.format(whole=inside) if inside else ""


def issue(entry: Entry, date: str) -> str:
    """Return `2019;51(2):189–98`, whichever parts there are."""
    volume, number = get(entry, "volume"), get(entry, "number", "issue")
    pages = page_range(get(entry, *PAGE_FIELDS))
    place = volume + (f"({number})" if number else "")
    text = ";".join(filter(None, (date, place)))
    return ":".join(filter(None, (text, pages)))


def imprint(entry: Entry, date: str, texts: Texts) -> str:
    """Return `London: NICE; 2022`, whichever parts there are."""
    fields = ("organization", "publisher", "institution", "school", "howpublished")
    houses = [get(entry, name) for name in fields]
    who = responsible(entry, texts)
    publisher = ", ".join(name for name in dict.fromkeys(houses) if name and name != who)
    if date and date[:4] in publisher:  # "DailyMed, updated 16 May 2024" says it already
        date = ""
    address = get(entry, "address", "location", "place", "city")
    place = ": ".join(filter(None, (texts.name_places(address), publisher)))
    return "; ".join(filter(None, (place, date)))
