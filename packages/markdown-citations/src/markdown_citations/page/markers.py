"""Decide what stands in the text for a citation: `[2–4]`, `(Dore et al. 2019)`.

A marker is made of texts, links, and slots for prefixes and suffixes, which are
Markdown and not ours to render; HTML comes later.

Numbers that follow each other collapse, 2–4 for 2, 3, 4. Each item keeps its
own link all the same: those in the middle of a range have no text, yet a name
for screen readers and a place among the stops of the keyboard, where they show.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from markdown_citations.formatting.formatter import Formatter
from markdown_citations.language.citation import Citation, CitationItem, Slot
from markdown_citations.language.locators import format_locator


class MarkerLink(NamedTuple):
    """The link of one citation item to its entry."""

    citekey: str
    text: str
    """Empty in the middle of a range."""
    label: str
    """The text again, also in the middle of a range."""
    name: str
    """What it is, for screen readers: `Reference 3, Dore 2019`."""
    place: int
    """The page cites the entry here for the n-th time, counted from 1."""
    preview: str
    """The entry in a line, for those who point at the link."""
    flag: str = ""
    """What readers must know of the entry at once: `corrected`; part of text and name."""


@dataclass(frozen=True, slots=True)
class Missing:
    """What stands for an item whose citekey has no entry."""

    citekey: str


MarkerPart = str | MarkerLink | Missing | Slot
IndexedItem = tuple[int, CitationItem]


@dataclass(frozen=True, slots=True)
class Marker:
    """What stands in the text for a citation."""

    parts: tuple[MarkerPart, ...]
    citekeys: tuple[str, ...]
    lead: str = ""
    """The authors in the text: a part of the sentence, so it stands before the marker."""


@dataclass(slots=True)
class CitedEntries:
    """The entries of a page, while its markers are made."""

    labels: Mapping[str, str]
    formatter: Formatter
    places: Counter[str] = field(default_factory=Counter)

    def __contains__(self, citekey: str) -> bool:
        return citekey in self.labels

    @property
    def by_author(self) -> bool:
        """Whether markers name authors and years."""
        return self.formatter.kind == "author-year"

    def link(self, citekey: str, text: str | None = None) -> MarkerLink:
        """Make the next link to an entry."""
        self.places[citekey] += 1
        entry, texts = self.formatter.format(citekey), self.formatter.texts
        if self.by_author:
            label = " ".join(filter(None, (entry.authors, entry.year))) if text is None else text
            who = label if text is None else f"{entry.first} {text}"
            name = texts.marker_name_without_number.format(who=who)
        else:
            label = self.labels[citekey]
            name = texts.marker_name.format(label=label, who=entry.who)
        shown = f"{label} ({entry.flag})" if entry.flag else label
        name = ", ".join(filter(None, (name, entry.flag)))
        return MarkerLink(citekey, shown, label, name, self.places[citekey], entry.line, entry.flag)


def make_marker(citation: Citation, cited: CitedEntries) -> Marker:
    """Make the marker of one citation; call it in reading order."""
    first = citation.items[0]
    keys = tuple(item.citekey for item in citation.items)
    opening, closing = "()" if cited.by_author and any(key in cited for key in keys) else "[]"
    lead = ""
    if first.mode == "author-in-text" and first.citekey in cited:
        lead = cited.formatter.format(first.citekey).authors + "\N{NO-BREAK SPACE}"
    if len(citation.items) == 1:
        body = _item(0, first, cited)
    else:
        join = _join_numbers if cited.formatter.kind == "numeric" else _join_names
        body = join(list(enumerate(citation.items)), cited)
    return Marker((opening, *body, closing), keys, lead)


def _join_numbers(items: list[IndexedItem], cited: CitedEntries) -> list[MarkerPart]:
    """Join numbers; those of a run of plain items are sorted and collapse."""
    separator = ", " if all(item.is_plain for _, item in items) else "; "
    body: list[MarkerPart] = []
    for is_plain, group in groupby(items, lambda one: one[1].is_plain and one[1].citekey in cited):
        if is_plain:
            links = [cited.link(item.citekey) for _, item in group]
            body += (separator, *_collapse(links))
        else:
            for index, item in group:
                body += (separator, *_item(index, item, cited))
    return body[1:]


def _collapse(links: list[MarkerLink]) -> list[MarkerPart]:
    """Sort by number and print three or more that follow each other as a range.

    One of which readers must know something stays out: in a range it would not show.
    """
    links.sort(key=lambda link: int(link.label))
    parts: list[MarkerPart] = []
    position = 0
    while position < len(links):
        end = position + 1
        while end < len(links) and _follows(links[end - 1], links[end]):
            end += 1
        if parts:
            parts.append(", ")
        if end - position > 2:
            hidden = [link._replace(text="") for link in links[position + 1 : end - 1]]
            parts += [links[position], "–", *hidden, links[end - 1]]
        else:
            end = position + 1
            parts.append(links[position])
        position = end
    return parts


def _follows(one: MarkerLink, other: MarkerLink) -> bool:
    return int(other.label) == int(one.label) + 1 and not one.flag and not other.flag


def _join_names(items: list[IndexedItem], cited: CitedEntries) -> list[MarkerPart]:
    """Join `Dore et al. 2019, 2020; Kew 2023`: the same authors stand once."""
    body: list[MarkerPart] = []
    before: CitationItem | None = None
    for index, item in items:
        again = before is not None and cited.by_author and _same_authors(before, item, cited)
        if before is not None:
            body.append(", " if again else "; ")
        body += _item(index, item, cited, year_only=again)
        before = item
    return body


def _same_authors(one: CitationItem, other: CitationItem, cited: CitedEntries) -> bool:
    plain = one.is_plain and other.is_plain and one.citekey in cited and other.citekey in cited
    if not plain or one.citekey == other.citekey:
        return False
    first, second = cited.formatter.format(one.citekey), cited.formatter.format(other.citekey)
    return first.authors == second.authors and bool(first.year and second.year)


def _item(
    index: int, item: CitationItem, cited: CitedEntries, *, year_only: bool = False
) -> list[MarkerPart]:
    """Print one item: prefix, number or names, locator, suffix."""
    texts = cited.formatter.texts
    parts: list[MarkerPart] = [Slot(index, "prefix"), " "] if item.prefix else []
    if item.citekey not in cited:
        parts.append(Missing(item.citekey))
    elif cited.by_author and (year_only or item.mode != "normal"):
        year = cited.formatter.format(item.citekey).year
        parts.append(cited.link(item.citekey, year or texts.no_date))
    else:
        parts.append(cited.link(item.citekey))
    if item.locator:
        parts.append(f", {format_locator(item.locator, texts.locators)}")
    if item.suffix:
        joined = item.suffix[0].isspace() or not item.suffix[0].isalnum()
        parts += [Slot(index, "suffix")] if joined else [", ", Slot(index, "suffix")]
    return parts
