"""Format the entries that a site cites, each once, in one style.

Takes a library and the name of a style: ours, or any pybtex style that is
installed. Gives for each citekey its HTML and the short texts that markers
need, and for a page's citekeys their order and labels.
Must stay free of Markdown and of what a page looks like.
"""

from __future__ import annotations

import inspect
import unicodedata
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from html import escape
from pathlib import Path
from typing import Any, Literal

from pybtex.exceptions import PybtexError
from pybtex.plugin import PluginNotFound, find_plugin
from pybtex.style.formatting import BaseStyle
from pybtex.style.labels.number import LabelStyle as NumberLabels
from pybtex.style.sorting.none import SortingStyle as Unsorted

from kapguide.bibliography.model import Library
from kapguide.cache import DiskCache, code_version, digest, digest_files
from kapguide.citations import years
from kapguide.citations.author_year import AuthorYear
from kapguide.citations.backend import SafeHtml
from kapguide.citations.evidence import render_study, summarise
from kapguide.citations.names import family_name, inverted_name, list_names, short_names
from kapguide.citations.vancouver import Vancouver, get
from kapguide.citations.works import Work, read_work, type_for_pybtex
from kapguide.problems import Problem, did_you_mean

Kind = Literal["numeric", "author-year", "label"]
OWN_STYLES: dict[str, type[Vancouver]] = {"vancouver": Vancouver, "author-year": AuthorYear}
DEFAULT_STYLE = "vancouver"
_TITLE_WORDS = 6


@dataclass(frozen=True, slots=True)
class Formatted:
    """What pages show of an entry."""

    html: str
    """The reference, a well-formed fragment without the number."""
    authors: str
    """`Dore et al.`; without authors an institution or a short title."""
    first: str
    """`Dore`; without authors the same as `authors`."""
    year: str
    """`2019`, with the letter where the style has one; may be empty."""
    title: str
    """Plain text; may be empty."""
    sort_key: str
    """Orders a list by author, year and title."""
    who: str
    """`Dore 2019`, for who hears it."""
    short: str
    """What names it in a short line: `Dore et al. 2019.`, without authors the title."""
    rest: str
    """What follows in that line: `The title. Survey, 40 people.`; may be empty."""
    line: str
    """Both as one text."""
    study: str
    """HTML of what the study was and found, in one paragraph; may be empty."""
    full_study: str
    """The same with all that is known."""


class Formatter:
    """A style and the library that it formats."""

    def __init__(self, library: Library, style: str = DEFAULT_STYLE, path: Path | None = None):
        """Make the style once: pybtex looks through all plug-ins for each part of it.

        `path` is the file of the cache. An unknown style is a problem in
        `problems`, and ours takes its place.
        """
        self.library = library
        self.problems: list[Problem] = []
        self.name = style
        self._style = self._make_style(style)
        self._own = isinstance(self._style, Vancouver)
        self.kind: Kind = (
            "author-year"
            if isinstance(self._style, AuthorYear)
            else "numeric"
            if isinstance(self._style.label_style, NumberLabels)
            else "label"
        )
        self._letters = years.Letters(library) if self.kind == "author-year" else None
        self._cache = DiskCache(path)
        self._version = digest(code_version(), _style_version(self._style.__class__))
        self._formatted: dict[str, Formatted] = {}
        self._works: dict[str, Work] = {}

    def format(self, citekey: str) -> Formatted:
        """Format an entry of the library, from the cache where it is there."""
        done = self._formatted.get(citekey)
        if done is None:
            entry = self.library[citekey]
            letter = self._letters[citekey] if self._letters else ""
            key = digest(self._version, entry.entry_type, dict(entry.fields), citekey, letter)
            stored = self._cache.get(key)
            if stored is not None:
                done = Formatted(**stored)
            else:
                known = len(self.problems)
                done = self._format(citekey, letter)
                if len(self.problems) == known:  # else the next build would not say so again
                    self._cache.put(key, asdict(done))
            self._formatted[citekey] = done
        return done

    def arrange(self, citekeys: Sequence[str]) -> list[tuple[str, str]]:
        """Order a page's citekeys, given by first mention, and label each."""
        if self.kind == "author-year":
            ordered = sorted(citekeys, key=lambda key: self.format(key).sort_key)
            return [(key, "") for key in ordered]
        if self.kind == "numeric" and isinstance(self._style.sorting_style, Unsorted):
            return [(key, str(number)) for number, key in enumerate(citekeys, 1)]
        works = self._style.sort([self._work(key) for key in citekeys])
        labels = self._style.format_labels(works)
        return [(work.key, str(label)) for work, label in zip(works, labels, strict=True)]

    def save(self) -> None:
        """Write the cache."""
        self._cache.save()

    def _make_style(self, name: str) -> Any:
        if name in OWN_STYLES:
            return OWN_STYLES[name]()
        try:
            return find_plugin("pybtex.style.formatting", name)()
        except (PluginNotFound, ImportError):
            hint = did_you_mean(name, [*OWN_STYLES, "plain", "unsrt", "alpha", "unsrtalpha"])
            self.problems.append(
                Problem("style-unknown", f'no citation style "{name}" is installed', hint=hint)
            )
            return Vancouver()

    def _work(self, citekey: str) -> Work:
        if citekey not in self._works:
            self._works[citekey] = read_work(self.library[citekey])
        return self._works[citekey]

    def _format(self, citekey: str, letter: str) -> Formatted:
        work = self._work(citekey)
        if letter:
            work.fields["extrayear"] = letter
        people = work.persons.get("author") or work.persons.get("editor") or []
        whole = get(work, "title").strip("[]") or get(work, "howpublished", "url") or citekey
        other = get(work, "organization", "institution") or _shorten(whole) or citekey
        year = get(work, "year")
        authors = short_names(people) or other
        first = (family_name(people[0]) or inverted_name(people[0])) if people else other
        title, entry = get(work, "title"), self.library[citekey]
        year = year + letter if year else ""
        is_named = not title.strip("[").startswith(authors.rstrip("…"))
        short = f"{authors} {year}".strip() if is_named else title
        short = _end(short or first)
        more = (title if is_named else year, summarise(entry))
        rest = " ".join(_end(text) for text in more if text)
        return Formatted(
            html=self._html(work),
            authors=authors,
            first=first,
            year=year,
            title=title,
            sort_key=_sort_key(list_names(people, 99) or whole, year or letter, whole),
            who=" ".join(filter(None, (first, year))),
            short=short,
            rest=rest,
            line=f"{short} {rest}".strip(),
            study=render_study(entry, full=False),
            full_study=render_study(entry, full=True),
        )

    def _html(self, work: Work) -> str:
        if not self._own:
            work.type = type_for_pybtex(work)
        try:
            text = self._style.format_entry("", work).text
        except (PybtexError, AttributeError, KeyError, TypeError) as error:
            entry = self.library[work.key]
            reason = str(error) or type(error).__name__
            self.problems.append(
                Problem(
                    "entry-unformatted",
                    f'the style "{self.name}" cannot format "{work.key}": {reason}',
                    entry.path,
                    entry.line,
                    "It is printed in the style vancouver.",
                    "warning",
                )
            )
            text = Vancouver().format_entry("", work).text
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


def _style_version(style: type[BaseStyle]) -> str:
    """Give one name for a style's code, and for that of the styles that it builds on."""
    sources = set()
    for one in style.__mro__:
        with suppress(TypeError, OSError):  # what is built in has no file
            sources.add(Path(inspect.getsourcefile(one) or ""))
    return digest(style.__qualname__, digest_files(path for path in sources if path.is_file()))
