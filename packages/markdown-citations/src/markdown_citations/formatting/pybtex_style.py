"""Format the entries of a library by one of pybtex's styles, or one of ours."""

from __future__ import annotations

import inspect
import unicodedata
from collections.abc import Sequence
from contextlib import suppress
from html import escape
from pathlib import Path
from typing import Any

from pybtex.exceptions import PybtexError
from pybtex.plugin import PluginNotFound, find_plugin
from pybtex.style.labels.number import LabelStyle as NumberLabels
from pybtex.style.sorting.none import SortingStyle as Unsorted

from markdown_citations.cache import digest, digest_files
from markdown_citations.formatting.formatter import Formatted
from markdown_citations.formatting.safe_html import SafeHtml
from markdown_citations.library.entries import Library
from markdown_citations.library.entry_types import SET, find_type
from markdown_citations.library.inheritance import set_members
from markdown_citations.printing.printed_names import inverted_name, list_names, short_names
from markdown_citations.printing.works import Work, get, names_of, read_work, year_of
from markdown_citations.problems import Problem, did_you_mean
from markdown_citations.rules import BY_CODE
from markdown_citations.styles import DEFAULT_STYLE, Kind, load_style, style_names
from markdown_citations.styles.vancouver import Vancouver
from markdown_citations.texts import Texts

_TITLE_WORDS = 6


class PybtexStyle:
    """Makes what pages show of an entry; `Formatter` asks it only for what is not in the cache."""

    def __init__(self, library: Library, name: str, texts: Texts, problems: list[Problem]) -> None:
        """Find the style; `problems` takes what is wrong, then and later."""
        self.library = library
        self.name = name
        self.texts = texts
        self.problems = problems
        self._style = self._make_style(name)
        self._own = isinstance(self._style, Vancouver)
        self._works: dict[str, Work] = {}

    @property
    def kind(self) -> Kind:
        """What its markers are."""
        numbered = isinstance(self._style.label_style, NumberLabels)
        kind: Kind = getattr(self._style, "kind", "numeric" if numbered else "label")
        return kind

    @property
    def is_unsorted(self) -> bool:
        """Whether entries stand in the order in which they are cited, and are numbered."""
        return self.kind == "numeric" and isinstance(self._style.sorting_style, Unsorted)

    @property
    def version(self) -> str:
        """One name for the style's code, and for that of the styles that it builds on."""
        style, sources = self._style.__class__, set()
        for one in style.__mro__:
            with suppress(TypeError, OSError):  # what is built in has no file
                sources.add(Path(inspect.getsourcefile(one) or ""))
        return digest(style.__qualname__, digest_files(filter(Path.is_file, sources)))

    def arrange(self, citekeys: Sequence[str]) -> list[tuple[str, str]]:
        """Order citekeys as the style does, and label each."""
        works = self._style.sort([self._work(key) for key in citekeys])
        labels = self._style.format_labels(works)
        return [(work.key, str(label)) for work, label in zip(works, labels, strict=True)]

    def _make_style(self, name: str) -> Any:
        if name in style_names():
            return load_style(name)(self.texts)
        try:
            return find_plugin("pybtex.style.formatting", name)()
        except (PluginNotFound, ImportError, ValueError):  # the last for a name like ../x
            hint = did_you_mean(name, [*style_names(), "plain", "unsrt", "alpha", "unsrtalpha"])
            message = f'no citation style "{name}" is installed'
            self.problems.append(BY_CODE["style-unknown"].problem(message, hint=hint))
            return load_style()(self.texts)

    def _work(self, citekey: str) -> Work:
        if citekey not in self._works:
            self._works[citekey] = read_work(self.library[citekey])
        return self._works[citekey]

    def format(self, citekey: str, letter: str) -> Formatted:
        """Make what pages show of an entry; `letter` follows its year."""
        work = self._work(citekey)
        if letter:
            work.fields["extrayear"] = letter
        people = names_of(work, "author") or names_of(work, "editor")
        whole = get(work, "title").strip("[]") or get(work, "howpublished", "url") or citekey
        other = get(work, "organization", "institution") or _shorten(whole) or citekey
        year = year_of(work, self.texts)
        authors = short_names(people, self.texts) or other
        first = (people[0].whole_family or inverted_name(people[0])) if people else other
        title = get(work, "title")
        year = year + letter if year else ""
        is_named = not title.strip("[").startswith(authors.rstrip("…"))
        short = f"{authors} {year}".strip() if is_named else title
        short = _end(short or first)
        more = title if is_named else year
        return Formatted(
            html=self._html(work),
            authors=authors,
            first=first,
            year=year,
            title=title,
            sort_key=_sort_key(list_names(people, self.texts, 99) or whole, year or letter, whole),
            who=" ".join(filter(None, (first, year))),
            short=short,
            rest=_end(more) if more else "",
        )

    def _html(self, work: Work) -> str:
        if work.type == SET:
            members = [self.library.entries.get(key) for key in set_members(self.library[work.key])]
            parts = [one for one in members if one is not None and one.entry_type != SET]
            if parts:
                return " ".join(self._html(read_work(one)) for one in parts)
        if not self._own:
            # A type that the styles which come with pybtex know.
            work.type = find_type(work.type, work.fields).pybtex or work.type
        try:
            text = self._style.format_entry("", work).text
        except (PybtexError, AttributeError, KeyError, TypeError) as error:
            entry = self.library[work.key]
            reason = str(error) or type(error).__name__
            message = f'the style "{self.name}" cannot format "{work.key}": {reason}'
            hint = f"It is printed in the style {DEFAULT_STYLE}."
            rule = BY_CODE["entry-unformatted"]
            self.problems.append(rule.problem(message, entry.path, entry.line, hint))
            text = load_style()(self.texts).format_entry("", work).text
        return str(text.render(SafeHtml())).strip() or escape(f"{work.key}.")


def _end(text: str) -> str:
    return text if text.endswith((".", "?", "!", "…", "?]", ".]")) else f"{text}."


def _shorten(title: str) -> str:
    """Cut a title at its first colon or after a few words."""
    words = title.partition(":")[0].split()
    return " ".join(words[:_TITLE_WORDS]) + ("…" if len(words) > _TITLE_WORDS else "")


def _sort_key(*parts: str) -> str:
    """Give a key that sorts `Ångström` beside `Angstrom`."""
    folded = unicodedata.normalize("NFKD", "\0".join(parts)).casefold()
    return "".join(c for c in folded if not unicodedata.combining(c))
