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
from pybtex.richtext import Text
from pybtex.style.formatting import BaseStyle, FormattedEntry
from pybtex.style.labels.number import LabelStyle as NumberLabels
from pybtex.style.names.lastfirst import NameStyle as LastFirst
from pybtex.style.sorting.none import SortingStyle as Unsorted

from markdown_citations.library.dates import DateSpan, parse_dates
from markdown_citations.library.entry_types import EntryType, find_type
from markdown_citations.library.fields import CLOSING_FIELDS, PAGE_FIELDS
from markdown_citations.printing.identifier_links import addresses
from markdown_citations.printing.numbers import ordinal, page_range
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
                *others(entry, self.texts),
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
    if names_of(entry, "editor"):
        return _name_role(entry, "editor", texts)
    return get(entry, "organization")


_EDITORS = ("editor", "editora", "editorb", "editorc")


def others(entry: Entry, texts: Texts) -> list[str]:
    """Return who else had a part in the work: `Roe A, translator`."""
    row = entry_type(entry)
    shown = [*_EDITORS[1:], *texts.roles]
    if names_of(entry, "author") and not row.is_part and not row.is_article:
        shown = [_EDITORS[0], *shown]
    return [_name_role(entry, name, texts) for name in shown if names_of(entry, name)]


def _name_role(entry: Entry, field: str, texts: Texts) -> str:
    """Return `Roe A, Doe J, editors`; the field `editortype` may name another role."""
    people = names_of(entry, field)
    one, several = texts.roles.get(get(entry, f"{field}type"), texts.roles.get(field, ("", "")))
    if not one:
        one, several = texts.editor, texts.editors
    return f"{list_names(people, texts)}, {one if len(people) == 1 else several}"


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
    return _spelled(year, date, texts)


def _spelled(year: str, day: Sequence[int], texts: Texts) -> str:
    months = [texts.months[number - 1] for number in day[1:2]]
    return " ".join([year, *months, *map(str, day[2:])])


def source(entry: Entry, date: str, texts: Texts) -> list[str]:
    """Return where and when the work appeared, as sentences."""
    end = [state(entry, texts), *closing(entry, texts)]
    row = entry_type(entry)
    if row.is_article:
        return [journal(entry), issue(entry, date), *end]
    inside = container(entry, texts) if row.is_part else issue_title(entry)
    sentences = [inside, event(entry, texts)]
    volume, part = get(entry, "volume"), get(entry, "part")
    sentences += [
        "" if get(entry, "maintitle") else _said(texts.volume, volume=volume),
        _said(texts.part, part=part),
        _said(texts.volumes, volumes=get(entry, "volumes")),
    ]
    edition = get(entry, "edition")
    if edition:
        whole = edition.lower().rstrip(".").endswith((" ed", "edition"))
        number = ordinal(edition, texts)
        sentences.append(edition if whole else texts.edition.format(edition=number))
    sentences += [
        _said(texts.version, version=get(entry, "version")),
        imprint(entry, date, texts),
    ]
    pages = page_range(get(entry, *PAGE_FIELDS))
    if row.is_part:
        sentences.append(_said(texts.chapter, chapter=get(entry, "chapter")))
        sentences.append(_said(texts.page_range, pages=pages))
    sentences += [numbered(entry, texts), series(entry)]
    return [*sentences, *end]


def _said(text: str, **values: str) -> str:
    """Fill a text in; nothing where there is nothing to say."""
    return text.format(**values) if any(values.values()) else ""


def event(entry: Entry, texts: Texts) -> str:
    """Return `The meeting; 2020 May 1–3; Rome`, without a name that another title has."""
    name = _titled(entry, "eventtitle", "", "eventtitleaddon")
    titles = " ".join(get(entry, field) for field in ("title", "booktitle"))
    days = [day for day in parse_dates(get(entry, "eventdate")) or () if day]
    written = [_spelled(str(day[0]), day, texts) for day in days]
    if len(days) == 2 and days[0][:2] == days[1][:2] and len(days[1]) == 3:
        written[1] = str(days[1][2])
    parts = ("" if name in titles else name, "–".join(written), get(entry, "venue"))
    return "; ".join(filter(None, parts))


def closing(entry: Entry, texts: Texts) -> list[str]:
    """Return what fields say at a reference's end, each in the words of its text."""
    said = ((name, get(entry, name)) for name in CLOSING_FIELDS)
    return [texts.closing.get(name, "{value}").format(value=text) for name, text in said if text]


def numbered(entry: Entry, texts: Texts) -> str:
    """Return `Report No.: 5`, `Technical Report 5`, `US patent 7,654,321`, `No. 5`."""
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
    return "" if get(entry, "series") else _said(texts.number, number=number)


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
    """Return the journal, the short name if there is one, and an issue's own title."""
    short = get(entry, "shortjournal")
    name = short or _titled(entry, "journal", "journalsubtitle", "journaltitleaddon")
    return ". ".join(filter(None, (name, issue_title(entry))))


def issue_title(entry: Entry) -> str:
    """Return what a special issue is called."""
    return _titled(entry, "issuetitle", "issuesubtitle", "issuetitleaddon")


def container(entry: Entry, texts: Texts) -> str:
    """Return `In: Smith J, editor. The whole` for a chapter."""
    whole = _titled(entry, "booktitle", "booksubtitle", "booktitleaddon")
    if main := _main_title(entry, texts):
        whole = ", ".join(filter(None, (main, whole)))
    has_both = names_of(entry, "editor") and names_of(entry, "author")
    people = _name_role(entry, "editor", texts) if has_both else ""
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
    houses = [
        get(entry, "organization"),
        get(entry, "publisher", "institution", "school", "howpublished"),
    ]
    who = responsible(entry, texts)
    publisher = ", ".join(name for name in dict.fromkeys(houses) if name and name != who)
    if date and date[:4] in publisher:  # "DailyMed, updated 16 May 2024" says it already
        date = ""
    address = get(entry, "address", "location")
    place = ": ".join(filter(None, (texts.places.get(address, address), publisher)))
    return "; ".join(filter(None, (place, date)))


STYLE = Vancouver
