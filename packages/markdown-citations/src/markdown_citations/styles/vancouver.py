"""Format entries as NLM and the ICMJE do: the style `vancouver`.

A pybtex style plug-in. What an entry has not is left out together with the
punctuation around it, so that no field is required. Differs from NLM in three
things, each for readers of a website: no `[Internet]` behind a title that is a
link anyway, an en dash in ranges, and a DOI as the address that it is, because
an address can be followed on paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from pybtex.database import Entry
from pybtex.richtext import HRef, Text
from pybtex.style.formatting import BaseStyle, FormattedEntry
from pybtex.style.labels.number import LabelStyle as NumberLabels
from pybtex.style.names.lastfirst import NameStyle as LastFirst
from pybtex.style.sorting.none import SortingStyle as Unsorted

from markdown_citations.formatting.printed_names import list_names
from markdown_citations.formatting.works import get, names_of
from markdown_citations.library.dates import parse_date
from markdown_citations.library.entries import split_range
from markdown_citations.library.entry_types import ENTRY_TYPES, OTHER, EntryType
from markdown_citations.library.identifiers import (
    doi_address,
    parse_doi,
    parse_pmcid,
    parse_pmid,
    pmc_address,
    pubmed_address,
)
from markdown_citations.library.names import Name
from markdown_citations.styles import Kind
from markdown_citations.texts import Texts, read_texts


class Vancouver(BaseStyle):  # type: ignore[misc]
    """Numbered references in the order of their first mention."""

    kind: ClassVar[Kind] = "numeric"
    # Classes, not names: pybtex would look each name up among all installed plug-ins.
    default_label_style = NumberLabels
    default_sorting_style = Unsorted
    default_name_style = LastFirst

    def __init__(self, texts: Texts | None = None, **options: Any) -> None:
        """Make the style; other programs on pybtex give no texts and get English."""
        super().__init__(**options)
        self.texts = texts or read_texts()

    def format_entry(
        self, label: str, entry: Entry, bib_data: object = None
    ) -> FormattedEntry:  # pybtex calls one template method per type: ours need no types
        return FormattedEntry(entry.key, self.format_work(entry), label)

    def format_work(self, entry: Entry) -> Text:
        """Put the sentences of one reference together."""
        return join_sentences(
            [
                responsible(entry, self.texts),
                title(entry, self.texts),
                *source(entry, when(entry, self.texts), self.texts),
                *addresses(entry, self.texts),
            ]
        )


def join_sentences(parts: Iterable[object]) -> Text:
    """End each part with a full stop, unless it has an end, and join them."""
    # A full stop behind an address would be taken for a part of it.
    done = [_end(part) if isinstance(part, str) else part for part in parts if part]
    return Text(" ").join(done)


def _end(part: str) -> Text:
    closed = part.rstrip("”’\"')]")
    return Text(part) if closed.endswith((".", "?", "!")) else Text(part, ".")


def entry_type(entry: Entry) -> EntryType:
    """Return what an entry is."""
    return ENTRY_TYPES.get(entry.type, OTHER)


def responsible(entry: Entry, texts: Texts) -> str:
    """Return who made the work: authors, else editors, else an organisation."""
    if authors := names_of(entry, "author"):
        return list_names(authors, texts)
    if editors := names_of(entry, "editor"):
        return _name_editors(editors, texts)
    return get(entry, "organization")


def _name_editors(editors: Sequence[Name], texts: Texts) -> str:
    role = texts.editor if len(editors) == 1 else texts.editors
    return f"{list_names(editors, texts)}, {role}"


def title(entry: Entry, texts: Texts) -> str:
    """Return the title with its subtitle; a chapter's own title for a chapter."""
    whole = get(entry, "title")
    subtitle = get(entry, "subtitle")
    text = f"{whole}: {subtitle}" if whole and subtitle else whole or subtitle
    if not text or entry_type(entry).csl != "thesis":
        return text
    return f"{text} [{texts.theses.get(entry.type, texts.theses['thesis'])}]"


def when(entry: Entry, texts: Texts) -> str:
    """Return `2022 Feb 16` as far as it is known, only the year for an article."""
    year = get(entry, "year")
    date = parse_date(get(entry, "date"))
    if entry_type(entry).is_article or len(date) < 2 or str(date[0]) != year:
        return year
    return " ".join([year, texts.months[date[1] - 1], *map(str, date[2:])])


def source(entry: Entry, date: str, texts: Texts) -> list[str]:
    """Return where and when the work appeared, as sentences."""
    if entry_type(entry).is_article:
        return [get(entry, "shortjournal", "journal"), issue(entry, date), get(entry, "note")]
    sentences = []
    if entry_type(entry).is_part:
        sentences.append(container(entry, texts))
    edition = get(entry, "edition")
    if edition:
        whole = edition.endswith(("ed.", "edition"))
        sentences.append(edition if whole else texts.edition.format(edition=edition))
    version = get(entry, "version")
    if version:
        sentences.append(texts.version.format(version=version))
    sentences.append(imprint(entry, date, texts))
    pages = page_range(get(entry, "pages"))
    if pages and entry_type(entry).is_part:
        sentences.append(texts.page_range.format(pages=pages))
    number = get(entry, "number")
    if number and entry_type(entry).csl == "report":
        sentences.append(texts.report_number.format(number=number))
    return [*sentences, get(entry, "note")]


def container(entry: Entry, texts: Texts) -> str:
    """Return `In: Smith J, editor. The whole` for a chapter."""
    whole = get(entry, "booktitle")
    editors = names_of(entry, "editor") if names_of(entry, "author") else []
    people = _name_editors(editors, texts) if editors else ""
    inside = ". ".join(filter(None, (people, whole)))
    return texts.contained_in.format(whole=inside) if inside else ""


def issue(entry: Entry, date: str) -> str:
    """Return `2019;51(2):189–98`, whichever parts there are."""
    volume, number = get(entry, "volume"), get(entry, "number", "issue")
    pages = page_range(get(entry, "pages", "eid"))
    place = volume + (f"({number})" if number else "")
    text = ";".join(filter(None, (date, place)))
    return ":".join(filter(None, (text, pages)))


def imprint(entry: Entry, date: str, texts: Texts) -> str:
    """Return `London: NICE; 2022`, whichever parts there are."""
    publisher = get(entry, "publisher", "institution", "school", "howpublished")
    if publisher == responsible(entry, texts):
        publisher = ""
    if date and date[:4] in publisher:  # "DailyMed, updated 16 May 2024" says it already
        date = ""
    place = ": ".join(filter(None, (get(entry, "address", "location"), publisher)))
    return "; ".join(filter(None, (place, date)))


def page_range(pages: str) -> str:
    """Return `189–98` for 189--198: the second number without what it repeats."""
    parts = []
    for part in re.split(r"\s*,\s*", pages):
        first, *more = split_range(part)
        last = more[0] if more else ""
        if first.isdigit() and last.isdigit() and len(first) == len(last) and first < last:
            same = next(i for i, (a, b) in enumerate(zip(first, last, strict=True)) if a != b)
            last = last[same:]
        parts.append("–".join(filter(None, (first, last))))
    return ", ".join(filter(None, parts))


def addresses(entry: Entry, texts: Texts) -> list[object]:
    """Return the links: DOI, PubMed, PubMed Central, or the web address."""
    doi, url = parse_doi(get(entry, "doi")), get(entry, "url")
    pmid, pmcid = parse_pmid(get(entry, "pmid", "pubmed")), parse_pmcid(get(entry, "pmcid"))
    links: list[object] = []
    if doi:
        links.append(HRef(doi_address(doi), f"https://doi.org/{doi}"))
    elif url:
        accessed = get(entry, "urldate")
        links.append(Text(f"{texts.available_from} ", HRef(url, url)))
        if accessed:
            links.append(texts.accessed.format(date=accessed))
    if pmid:
        links.append(HRef(pubmed_address(pmid), f"PMID: {pmid}"))
    if pmcid:
        links.append(HRef(pmc_address(pmcid), f"PMCID: {pmcid}"))
    return links


STYLE = Vancouver
