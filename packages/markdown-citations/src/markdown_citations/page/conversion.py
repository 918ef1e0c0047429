"""One page on its way from Markdown to HTML, and the marks that stand in it meanwhile.

A mark is a short text that stands for a citation, or for finished HTML, while
Markdown works on the page. It looks like Markdown's own, which every extension
lets pass.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from markdown.util import ETX, STX

from markdown_citations.formatting.formatter import Formatter
from markdown_citations.language.citation import Citation
from markdown_citations.page.numbering import BibliographyItem
from markdown_citations.problems import Problem

_NAME = "citationmark"
MARK = re.compile(rf"{STX}{_NAME}(\d+){ETX}")


def mark(number: int) -> str:
    """Return the mark with a number."""
    # One word: an abbreviation such as `*[1]: one` finds nothing in it.
    return f"{STX}{_NAME}{number}{ETX}"


def marks_in(text: str) -> list[int]:
    """Return the numbers of a text's marks, in order."""
    return [int(number) for number in MARK.findall(text)] if _NAME in text else []


@dataclass(frozen=True, slots=True)
class PageSource:
    """The page that is being converted, as far as the caller knows it."""

    path: str = ""
    """Relative to the project; empty where it is not known."""
    get_text: Callable[[], str] = str
    """Gives the whole source with its front matter, in which lines are counted:
    only a page with a problem is asked."""
    style: str = ""
    """The page's own style; empty for the site's."""


@dataclass(frozen=True, slots=True)
class PageCitations:
    """The results of a page's citations."""

    bibliography: tuple[BibliographyItem, ...] = ()
    problems: tuple[Problem, ...] = ()


class Conversion:
    """The page that one Markdown object converts."""

    def __init__(
        self, get_formatter: Callable[[str], Formatter], *, always_list: bool = True
    ) -> None:
        """Start with no page.

        `get_formatter` gives the formatter of a style; an empty name means the site's.
        `always_list` puts a bibliography at the end of a page that names no place for it.
        """
        self.get_formatter, self.always_list = get_formatter, always_list
        self.begin(PageSource())

    def begin(self, source: PageSource) -> None:
        """Forget the page before."""
        self.source = source
        self._formatter: Formatter | None = None
        self.citations: list[Citation] = []
        """In the order in which Markdown finds them; a citation's mark names the index."""
        self.is_wrapped = False
        """Whether texts wait in elements that `resolve` takes away."""
        self.with_element: set[int] = set()
        """The citations that hold Markdown, or are followed by attributes."""
        self.doubts: list[tuple[str, str]] = []
        """A bracket that is no citation, or an empty text; and the word behind the @."""
        self.html: dict[int, str] = {}
        """Finished HTML by the number of the mark that it takes the place of."""
        self.bibliography: tuple[BibliographyItem, ...] = ()
        self.shown: set[str] = set()
        """The citekeys of entries that the page shows in full."""
        self.problems: list[Problem] = []

    @property
    def formatter(self) -> Formatter:
        """The formatter of the page's style, which is not made before a page needs it."""
        if self._formatter is None:
            self._formatter = self.get_formatter(self.source.style)
        return self._formatter

    def keep(self, html: str) -> str:
        """Keep finished HTML past all later steps of Markdown; return its mark."""
        number = len(self.citations) + len(self.html)
        self.html[number] = html
        return mark(number)
