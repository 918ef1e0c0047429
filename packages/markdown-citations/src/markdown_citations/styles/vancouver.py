"""Format entries as NLM and the ICMJE do: the style `vancouver`.

A pybtex style plug-in. What an entry has not is left out together with the
punctuation around it, so that no field is required. Differs from NLM in three
things, each for readers of a website: no `[Internet]` behind a title that is a
link anyway, an en dash in ranges, and a DOI as the address that it is, because
an address can be followed on paper.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from pybtex.database import Entry
from pybtex.richtext import HRef, Text
from pybtex.style.formatting import BaseStyle, FormattedEntry
from pybtex.style.labels.number import LabelStyle as NumberLabels
from pybtex.style.names.lastfirst import NameStyle as LastFirst
from pybtex.style.sorting.none import SortingStyle as Unsorted

from markdown_citations.library.archives import find_archive
from markdown_citations.library.dates import DateSpan
from markdown_citations.library.entries import split_pages, split_range
from markdown_citations.library.entry_types import EntryType, find_type
from markdown_citations.library.fields import CLOSING_FIELDS, PAGE_FIELDS
from markdown_citations.library.identifiers import (
    doi_address,
    parse_doi,
    parse_pmcid,
    parse_pmid,
    pmc_address,
    pubmed_address,
)
from markdown_citations.library.names import Name
from markdown_citations.printing.printed_names import list_names
from markdown_citations.printing.works import get, names_of, year_of
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
    return find_type(entry.type, entry.fields)


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
    """Return the title with its subtitle; a chapter's own title for a chapter.

    A volume stands behind the title of the whole: `Main title. Vol. 3, Title`.
    """
    text = _titled(entry, "title", "subtitle", "titleaddon")
    row = entry_type(entry)
    if not row.is_part and not row.is_article and (main := _main_title(entry, texts)):
        text = ", ".join(filter(None, (main, text)))
    kind = _kind(entry, texts)
    if not text or not kind or row.is_article or row.is_part or row.csl in {"report", "patent"}:
        return text
    return f"{text} [{kind}]"


def _kind(entry: Entry, texts: Texts) -> str:
    """Return what a work is in words: its own, or those of biblatex's keys and of its type."""
    kind = get(entry, "type")
    if entry_type(entry).csl == "thesis":
        kind = kind or (entry.type if entry.type in texts.kinds else "thesis")
    return texts.kinds.get(kind.lower(), kind)


def _titled(entry: Entry, name: str, subtitle: str, addon: str) -> str:
    whole = ": ".join(filter(None, (get(entry, name), get(entry, subtitle))))
    return ". ".join(filter(None, (whole, get(entry, addon))))


def _main_title(entry: Entry, texts: Texts) -> str:
    """Return `Main title. Vol. 3`, as far as a work is a part of a larger one."""
    main = _titled(entry, "maintitle", "mainsubtitle", "maintitleaddon")
    volume = get(entry, "volume")
    return (
        ". ".join(filter(None, (main, texts.volume.format(volume=volume) if volume else "")))
        if main
        else ""
    )


def when(entry: Entry, texts: Texts) -> str:
    """Return `2022 Feb 16` as far as it is known, only the year for an article."""
    year = year_of(entry, texts)
    dates: DateSpan = getattr(entry, "dates", DateSpan())
    date = dates.start
    if entry_type(entry).is_article or dates.end or len(date) < 2 or str(date[0]) != year:
        return year
    return " ".join([year, texts.months[date[1] - 1], *map(str, date[2:])])


def source(entry: Entry, date: str, texts: Texts) -> list[str]:
    """Return where and when the work appeared, as sentences."""
    end = [state(entry, texts), *closing(entry, texts)]
    row = entry_type(entry)
    if row.is_article:
        return [journal(entry), issue(entry, date), *end]
    sentences = []
    if row.is_part:
        sentences.append(container(entry, texts))
    volume = get(entry, "volume")
    if volume and not get(entry, "maintitle"):
        sentences.append(texts.volume.format(volume=volume))
    edition = get(entry, "edition")
    if edition:
        whole = edition.lower().rstrip(".").endswith((" ed", "edition"))
        number = ordinal(edition, texts)
        sentences.append(edition if whole else texts.edition.format(edition=number))
    version = get(entry, "version")
    if version:
        sentences.append(texts.version.format(version=version))
    sentences.append(imprint(entry, date, texts))
    pages = page_range(get(entry, "pages"))
    if pages and row.is_part:
        sentences.append(texts.page_range.format(pages=pages))
    sentences += [numbered(entry, texts), series(entry)]
    return [*sentences, *end]


def closing(entry: Entry, texts: Texts) -> list[str]:
    """Return what fields say at a reference's end, each in the words of its text."""
    said = ((name, get(entry, name)) for name in CLOSING_FIELDS)
    return [texts.closing.get(name, "{value}").format(value=text) for name, text in said if text]


def ordinal(number: str, texts: Texts) -> str:
    """Return `2nd`; what is no number stays as it is."""
    if not number.isascii() or not number.isdigit():
        return number
    ends = [number, f"*{number[-2:]}", f"*{number[-1:]}", "*"]  # 11th, 12th and 13th are odd
    form = next((texts.ordinals[end] for end in ends if end in texts.ordinals), "{number}")
    return form.format(number=number)


def numbered(entry: Entry, texts: Texts) -> str:
    """Return `Report No.: 5`, `Technical Report 5`, `US patent 7,654,321`."""
    kind, number = _kind(entry, texts), get(entry, "number")
    form = entry_type(entry).csl
    if form == "report":
        return (
            f"{kind} {number}".strip()
            if kind
            else number and texts.report_number.format(number=number)
        )
    if form == "patent":
        return f"{kind or texts.patent} {number}".strip()
    return ""


def series(entry: Entry) -> str:
    """Return `(Lecture Notes; 12)`."""
    name = get(entry, "series")
    report = entry_type(entry).csl in {"report", "patent"}
    number = "" if report else get(entry, "number")
    return f"({'; '.join(filter(None, (name, number)))})" if name else ""


def state(entry: Entry, texts: Texts) -> str:
    """Return `In press`, also for biblatex's key `inpress`."""
    written = get(entry, "pubstate")
    return texts.states.get(written.lower(), written)


def journal(entry: Entry) -> str:
    """Return the journal, the short name if there is one."""
    short = get(entry, "shortjournal")
    return short or _titled(entry, "journal", "journalsubtitle", "journaltitleaddon")


def container(entry: Entry, texts: Texts) -> str:
    """Return `In: Smith J, editor. The whole` for a chapter."""
    whole = _titled(entry, "booktitle", "booksubtitle", "booktitleaddon")
    if main := _main_title(entry, texts):
        whole = ", ".join(filter(None, (main, whole)))
    editors = names_of(entry, "editor") if names_of(entry, "author") else []
    people = _name_editors(editors, texts) if editors else ""
    inside = ". ".join(filter(None, (people, whole)))
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
    for part in split_pages(pages):
        first, *more = split_range(part)
        if len(more) > 1:  # no range that anybody knows
            parts.append(part)
            continue
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
    archive, number = find_archive(entry.fields)
    if doi:
        links.append(HRef(doi_address(doi), f"https://doi.org/{doi}"))
        if archive and archive.address and url:
            links.append(HRef(url, f"{archive.name}: {number}"))
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
