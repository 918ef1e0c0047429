"""Decide what stands in the text for a citation: `[2–4]`, `(Dore et al. 2019)`.

Takes a citation and what the page knows about its entries.
Gives a marker: texts, links, and slots for prefixes and suffixes, which are
Markdown and not ours to render.
Must stay free of HTML.

Numbers that follow each other collapse, 2–4 for 2, 3, 4. Each item keeps its
own link all the same: those in the middle of a range have no text, yet a name
for who listens and a place among the stops of the keyboard, where they show.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from markdown_citations.language.citation import Citation, CitationItem, Formatted, Slot
from markdown_citations.language.locators import format_locator
from markdown_citations.styles.formatter import Formatter


class Link(NamedTuple):
    """The link of one citation item to its entry."""

    citekey: str
    text: str
    """Empty in the middle of a range."""
    label: str
    """The text again, also in the middle of a range."""
    name: str
    """What it is, for who cannot see it: `Reference 3, Dore 2019`."""
    place: int
    """The page cites the entry here for the n-th time, counted from 1."""


@dataclass(frozen=True, slots=True)
class Missing:
    """What stands for an item whose citekey has no entry."""

    citekey: str


Part = str | Link | Missing | Slot


@dataclass(frozen=True, slots=True)
class Marker:
    """What stands in the text for a citation."""

    parts: tuple[Part, ...]
    citekeys: tuple[str, ...]
    lead: str = ""
    """The authors in the text: a part of the sentence, so it stands before the marker."""


@dataclass(slots=True)
class Numbers:
    """What is known about a page's entries while its markers are made."""

    labels: Mapping[str, str]
    formatter: Formatter
    places: Counter[str] = field(default_factory=Counter)

    def link(self, citekey: str, text: str | None = None) -> Link:
        """Make the next link to an entry."""
        self.places[citekey] += 1
        entry, label = self.formatter.format(citekey), self.labels[citekey]
        if self.formatter.kind == "author-year":
            whole = _author_year(entry)
            text = whole if text is None else text
            what = whole if text == whole else f"{entry.first} {text}"
            return Link(citekey, text, text, f"Reference: {what}", self.places[citekey])
        return Link(citekey, label, label, f"Reference {label}, {entry.who}", self.places[citekey])


def make_marker(citation: Citation, numbers: Numbers) -> Marker:
    """Make the marker of one citation; call it in reading order."""
    first = citation.items[0]
    is_alone = len(citation.items) == 1 and first.is_bare and first.citekey in numbers.labels
    if is_alone and numbers.formatter.kind == "numeric":  # most are like this
        return Marker(("[", numbers.link(first.citekey), "]"), (first.citekey,))
    items = list(enumerate(citation.items))
    keys = tuple(item.citekey for item in citation.items)
    opening, closing = "()" if numbers.formatter.kind == "author-year" else "[]"
    lead = ""
    if first.mode == "author-in-text" and first.citekey in numbers.labels:
        lead = numbers.formatter.format(first.citekey).authors + "\N{NO-BREAK SPACE}"
    if all(item.citekey not in numbers.labels for _, item in items):
        opening, closing = "[]"
    body = (_numeric if numbers.formatter.kind == "numeric" else _named)(items, numbers)
    return Marker((opening, *body, closing), keys, lead)


def _numeric(items: list[tuple[int, CitationItem]], numbers: Numbers) -> list[Part]:
    """Join numbers; those of a run of plain items are sorted and collapse."""
    groups: list[list[tuple[int, CitationItem]]] = []
    for index, item in items:
        plain = item.is_plain and item.citekey in numbers.labels
        if plain and groups and groups[-1][-1][1].is_plain and _is_known(groups[-1], numbers):
            groups[-1].append((index, item))
        else:
            groups.append([(index, item)])
    separator = ", " if all(item.is_plain for _, item in items) else "; "
    body: list[Part] = []
    for group in groups:
        if body:
            body.append(separator)
        if len(group) == 1:
            body += _item(*group[0], numbers)
        else:
            body += _collapse([numbers.link(item.citekey) for _, item in group])
    return body


def _is_known(group: list[tuple[int, CitationItem]], numbers: Numbers) -> bool:
    return group[-1][1].citekey in numbers.labels


def _collapse(links: list[Link]) -> list[Part]:
    """Sort by number and print three or more that follow each other as a range."""
    links.sort(key=lambda link: int(link.label))
    parts: list[Part] = []
    position = 0
    while position < len(links):
        end = position + 1
        while end < len(links) and int(links[end].label) == int(links[end - 1].label) + 1:
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


def _named(items: list[tuple[int, CitationItem]], numbers: Numbers) -> list[Part]:
    """Join `Dore et al. 2019, 2020; Kew 2023`: the same authors stand once."""
    body: list[Part] = []
    before: CitationItem | None = None
    for index, item in items:
        again = (
            before is not None
            and before.is_plain
            and item.is_plain
            and numbers.formatter.kind == "author-year"
            and _same_authors(before.citekey, item.citekey, numbers)
        )
        shown = _item(index, item, numbers, year_only=again)
        if body and shown:
            body.append(", " if again else "; ")
        body += shown
        before = item
    return body


def _same_authors(one: str, other: str, numbers: Numbers) -> bool:
    if one not in numbers.labels or other not in numbers.labels or one == other:
        return False
    first, second = numbers.formatter.format(one), numbers.formatter.format(other)
    return first.authors == second.authors and bool(first.year and second.year)


def _item(
    index: int, item: CitationItem, numbers: Numbers, *, year_only: bool = False
) -> list[Part]:
    """Print one item: prefix, number or names, locator, suffix."""
    parts: list[Part] = [Slot(index, "prefix"), " "] if item.prefix else []
    if item.citekey not in numbers.labels:
        parts.append(Missing(item.citekey))
    elif numbers.formatter.kind == "author-year" and (year_only or item.mode != "normal"):
        year = numbers.formatter.format(item.citekey).year
        parts.append(numbers.link(item.citekey, year or "no date"))
    else:
        parts.append(numbers.link(item.citekey))
    if item.locator:
        parts.append(f", {format_locator(item.locator)}")
    if item.suffix:
        joined = item.suffix[0].isspace() or not item.suffix[0].isalnum()
        parts += [Slot(index, "suffix")] if joined else [", ", Slot(index, "suffix")]
    return parts


def _author_year(entry: Formatted) -> str:
    return " ".join(filter(None, (entry.authors, entry.year)))
