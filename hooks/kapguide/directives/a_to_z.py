"""List all pages and what people look for in them, from A to Z.

A way to any page without a menu, a search or JavaScript. Each letter has a heading,
so that it is in the table of contents.

Classes for a stylesheet: `letters` (the list of letters), `index` (the terms
of a letter).
"""

from __future__ import annotations

import posixpath
import unicodedata
import xml.etree.ElementTree as etree
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass
from itertools import groupby

from markdown.blockprocessors import BlockProcessor
from markdown.util import AtomicString
from markdown_citations.directives import Directive, Handler
from markdown_citations.problems import Problem, Rule, find_line

from kapguide.words import Words

EMPTY = Rule(
    "index-empty",
    "error",
    "The A to Z has pages to list; `::: a-to-z` takes nothing after its name.",
    "KAP Guide",
    "::: a-to-z risks",
    "::: a-to-z",
)


@dataclass(frozen=True, slots=True)
class IndexedPage:
    """A page, as the A to Z lists it."""

    path: str
    """Relative to docs/, with forward slashes: `risks.md`."""
    title: str
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A line of the A to Z: a term and the pages for it."""

    text: str
    pages: tuple[IndexedPage, ...]
    """At least one, in the order of the files."""


def sort_key(text: str, articles: Container[str] = ()) -> str:
    """Sort as a dictionary does: no accents, no case, no article or mark at the start."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    words = "".join(c if c.isalnum() else " " for c in plain).split()
    if len(words) > 1 and words[0] in articles:
        words = words[1:]
    return " ".join(words)


def find_letter(key: str) -> str:
    """Return the letter that a sort key stands under; empty for digits and other signs."""
    return key[:1].upper() if key[:1].isalpha() else ""


def make_index(
    pages: Iterable[IndexedPage], articles: Container[str] = ()
) -> list[tuple[str, list[IndexEntry]]]:
    """Return each letter with its entries, both in order; what has no letter comes first.

    Terms that differ in case only are one entry: "ptsd" and "PTSD". The
    spelling with more capitals stands.
    """
    found: dict[str, tuple[str, dict[str, IndexedPage]]] = {}
    for page in pages:
        for text in (page.title, *page.terms):
            spelling, listed = found.get(text.casefold(), (text, {}))
            best = max(spelling, text, key=lambda s: sum(c.isupper() for c in s))
            found[text.casefold()] = (best, {**listed, page.path: page})
    entries = [IndexEntry(text, tuple(listed.values())) for text, listed in found.values()]
    keys = {entry.text: sort_key(entry.text, articles) for entry in entries}
    entries.sort(key=lambda e: (find_letter(keys[e.text]), keys[e.text], e.text))
    groups = groupby(entries, lambda e: find_letter(keys[e.text]))
    return [(letter, list(group)) for letter, group in groups]


def list_handler(
    pages: Callable[[], Iterable[IndexedPage]],
    place: Callable[[], tuple[str, str]],
    report: Callable[[Problem], None],
    words: Words,
    docs: str = "docs",
) -> Handler:
    """Return the handler of `::: a-to-z`, which leaves out the page that it stands in.

    `place` returns the path (`docs/a-to-z.md`) and the source of the page that is
    being rendered; `docs` is the folder of all pages.
    """

    def handle(directive: Directive, parent: etree.Element, processor: BlockProcessor) -> None:
        path, source = place()
        here = path.removeprefix(f"{docs}/")
        listed = (page for page in pages() if page.path != here)
        index = make_index(listed, words.list("a_to_z.articles"))
        if directive.argument or not index:
            line = find_line(f"{source}\n", f"{directive.raw}\n")
            message, hint = "there is no page for the A to Z to list", ""
            if directive.argument:
                message = f'"::: a-to-z" has "{directive.argument}" after it'
                hint = 'Write "::: a-to-z" alone.'
            report(EMPTY.problem(message, path, line, hint))
            return
        _show(parent, index, posixpath.dirname(here), words)

    return handle


def _show(
    parent: etree.Element, index: list[tuple[str, list[IndexEntry]]], folder: str, words: Words
) -> None:
    """Append the letters as links, then a heading and a list for each.

    Links are written as pages write them, from .md to .md: MkDocs makes addresses of them
    and finds broken ones.
    """
    name, digits = words["a_to_z.letters"], words["a_to_z.digits"]
    nav = etree.SubElement(parent, "nav", {"class": "letters", "aria-label": name})
    letters = etree.SubElement(nav, "ul")
    for letter, entries in index:
        anchor = f"letter-{letter.lower() or '0-9'}"
        _link(etree.SubElement(letters, "li"), letter or digits, f"#{anchor}")
        heading = etree.SubElement(parent, "h2", {"id": anchor})
        heading.text = letter or digits
        terms = etree.SubElement(parent, "ul", {"class": "index"})
        for entry in entries:
            _show_entry(etree.SubElement(terms, "li"), entry, folder)


def _show_entry(item: etree.Element, entry: IndexEntry, folder: str) -> None:
    # Where the text is the title of its one page, the link says all.
    if len(entry.pages) > 1 or entry.text != entry.pages[0].title:
        term = etree.SubElement(item, "span")
        term.text, term.tail = AtomicString(entry.text), ": "
    for page in entry.pages:
        link = _link(item, page.title, posixpath.relpath(page.path, folder or "."))
        link.tail = ", " if page is not entry.pages[-1] else None


def _link(parent: etree.Element, text: str, href: str) -> etree.Element:
    link = etree.SubElement(parent, "a", {"href": href})
    link.text = AtomicString(text)
    return link
