"""Format the entries that a site cites, each once, in one style.

A style is one of ours, or any pybtex style that is installed. A build that finds
every entry in the cache does not load pybtex (pybtex_style.py does).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markdown_citations.cache import DiskCache, code_version, digest
from markdown_citations.library.customization import NOTHING_ADDED, Customization
from markdown_citations.library.entries import Entry, Library
from markdown_citations.problems import Problem
from markdown_citations.rules import BY_CODE
from markdown_citations.styles import DEFAULT_STYLE, Kind, style_names
from markdown_citations.texts import Texts, read_texts

if TYPE_CHECKING:
    from markdown_citations.formatting.pybtex_style import PybtexStyle
    from markdown_citations.formatting.years import Letters


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
    """`Dore 2019`, for screen readers."""
    short: str
    """What names it in a short line: `Dore et al. 2019.`, without authors the title."""
    rest: str
    """What follows in that line: `The title. Survey, 40 people.`; may be empty."""
    annotation: str = ""
    """HTML of what stands beside it in a bibliography; may be empty."""
    full_annotation: str = ""
    """HTML of what stands beside it in lists of entries in full; may be empty."""
    flag: str = ""
    """What its markers say of it: `corrected`; may be empty."""

    @property
    def line(self) -> str:
        """The short line as one text."""
        return f"{self.short} {self.rest}".rstrip()


class Formatter:
    """Gives what pages show of an entry: from the cache, else made with pybtex."""

    def __init__(
        self,
        library: Library,
        style: str = DEFAULT_STYLE,
        path: Path | None = None,
        customization: Customization = NOTHING_ADDED,
        texts: Texts | None = None,
    ) -> None:
        """Make the style once: pybtex looks through all plug-ins for each part of it.

        `path` is the file of the cache, which knows nothing of annotations. An
        unknown style is a problem in `problems`, and ours takes its place.
        """
        self.library = library
        self.customization = customization
        self.texts = texts or read_texts()
        self.problems: list[Problem] = []
        self.name = style
        # The code of our styles has a part in code_version.
        version = style if style in style_names() else self._style.version
        self._version = digest(code_version(), asdict(self.texts), version)
        self._cache = DiskCache(path)
        self._formatted: dict[str, Formatted] = {}

    @cached_property
    def _style(self) -> PybtexStyle:
        from markdown_citations.formatting.pybtex_style import PybtexStyle  # noqa: PLC0415 - see above

        return PybtexStyle(self.library, self.name, self.texts, self.problems)

    @cached_property
    def _traits(self) -> dict[str, Any]:
        """What the style says of itself, which is kept like an entry."""
        key = digest(self._version, "the style itself")
        traits: dict[str, Any] | None = self._cache.get(key)
        if traits is None:
            traits = {"kind": self._style.kind, "is_unsorted": self._style.is_unsorted}
            self._cache.put(key, traits)
        return traits

    @property
    def kind(self) -> Kind:
        """What the markers of the style are."""
        kind: Kind = self._traits["kind"]
        return kind

    @cached_property
    def _letters(self) -> Letters | None:
        """Tell works of one author and year apart, where the style has no numbers."""
        if self.kind != "author-year":
            return None
        from markdown_citations.formatting.years import Letters  # noqa: PLC0415 - see above

        return Letters(self.library, self.texts)

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
                done = self._make(entry, letter)
                if len(self.problems) == known:  # else the next build would not say so again
                    self._cache.put(key, asdict(done))
            annotation = self.customization.annotate(entry)
            done = self._formatted[citekey] = replace(
                done,
                rest=" ".join(filter(None, (done.rest, annotation.summary))),
                annotation=annotation.brief,
                full_annotation=annotation.full,
                flag=annotation.flag,
            )
        return done

    def _make(self, entry: Entry, letter: str) -> Formatted:
        """Format an entry; one that no style can make anything of is printed plainly."""
        try:
            return self._style.format(entry.citekey, letter)
        except Exception as error:
            # No value of a .bib may stop a build.
            reason = " ".join(str(error).split())[:80] or type(error).__name__
            message = f'"{entry.citekey}" cannot be formatted: {reason}'
            hint = "It is printed as it stands. Look for odd signs in its fields."
            rule = BY_CODE["entry-unformatted"]
            self.problems.append(rule.problem(message, entry.path, entry.line, hint))
            return _plain(entry, letter)

    def arrange(self, citekeys: Sequence[str]) -> list[tuple[str, str]]:
        """Order a page's citekeys, given by first mention, and label each."""
        if not citekeys:  # then the cache has nothing to gain or to lose
            return []
        if self.kind == "author-year":
            ordered = sorted(citekeys, key=lambda key: self.format(key).sort_key)
            return [(key, "") for key in ordered]
        if self._traits["is_unsorted"]:
            return [(key, str(number)) for number, key in enumerate(citekeys, 1)]
        return self._style.arrange(citekeys)

    def save(self) -> None:
        """Write the cache."""
        self._cache.save()


def _plain(entry: Entry, letter: str) -> Formatted:
    """Make what pages show of an entry from the values as the file has them."""
    authors, title, year = (
        entry.get(name).translate(_NO_BRACES) for name in ("author", "title", "year")
    )
    names = ", ".join(filter(None, (authors, title, year))) or entry.citekey
    first = authors or title or entry.citekey
    return Formatted(
        html=escape(f"{names}."),
        authors=first,
        first=first,
        year=year + letter if year else "",
        title=title,
        sort_key=names.casefold(),
        who=" ".join(filter(None, (first, year))),
        short=f"{names}.",
        rest="",
    )


_NO_BRACES = str.maketrans(dict.fromkeys("{}", ""))
