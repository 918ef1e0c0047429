"""Leave marks where a page's citations stand.

Takes texts. Gives marks in them, and the citations in a `State`.
Must stay free of what citations come to: extension.py resolves them.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.util import ETX, STX

from markdown_citations.language.citation import Citation
from markdown_citations.language.syntax import (
    bare_key,
    find_citation,
    malformed_bracket,
)
from markdown_citations.page.marks import mark
from markdown_citations.page.numbering import Doubt, PageCitations
from markdown_citations.page.resolving import PLACEHOLDER
from markdown_citations.styles.formatter import Formatter


@dataclass(frozen=True, slots=True)
class PageSource:
    """The page that is being converted, as far as the caller knows it."""

    path: str = ""
    """Relative to the project; empty where nobody says."""
    get_text: Callable[[], str] = str
    """Gives the whole source with its front matter, in which lines are counted:
    only a page with a problem is asked."""
    style: str = ""
    """The page's own style; empty for the site's."""


@dataclass(slots=True)
class State:
    """What one Markdown object knows of the page that it converts."""

    page: PageSource = field(default_factory=PageSource)
    citations: list[Citation] = field(default_factory=list)
    """In the order in which Markdown fires; marks name the index."""
    formatter: Formatter | None = None
    doubtful: list[Doubt] = field(default_factory=list)
    finished: dict[int, str] = field(default_factory=dict)
    """The HTML that takes the place of each mark in the end."""
    has_braces: bool = False
    """Whether a text that cites has any: attributes are written in them."""
    result: PageCitations | None = None
    later: list[tuple[etree.Element, str, Sequence[str]]] = field(default_factory=list)
    """Elements, the mark that each holds in the end, and the ids of what is in it then."""

    def keep(self, html: str) -> str:
        """Keep finished HTML, and return the mark that stands for it."""
        number = len(self.citations) + len(self.finished)
        self.finished[number] = html
        return mark(number)


class MarkCitations(InlineProcessor):
    """Leave a mark where a citation stands."""

    def __init__(self, md: Markdown, state: State) -> None:
        super().__init__("@", md)
        self.state = state

    def handleMatch(  # type: ignore[override]  # noqa: N802 - Markdown's name
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element | str | None, int | None, int | None]:
        formatter = self.state.formatter
        if formatter is None:
            return None, None, None
        at = m.start()
        found = find_citation(data, at, formatter.library.__contains__)
        if found is None or found[1] == at:
            self._note_doubt(data, at, known=found is not None)
        if found is None:
            return None, None, None
        citation, start, end = found
        number = len(self.state.citations)
        self.state.citations.append(citation)
        self.state.has_braces = self.state.has_braces or "{" in data
        texts = list(citation.texts())
        if not texts and data[end : end + 1] != "{":  # attributes are for an element
            return mark(number), start, end
        element = etree.Element(PLACEHOLDER, {"index": str(number)})
        for _, part in texts:
            etree.SubElement(element, "span").text = _unescape_punctuation(part)
        return element, start, end

    def _note_doubt(self, data: str, at: int, *, known: bool) -> None:
        """Keep a bare word that may be a misspelt citekey, or a bracket that failed."""
        word = bare_key(data, at)
        bracket = malformed_bracket(data, at) if word else ""
        if bracket:
            self.state.doubtful.append((bracket, word))
        elif word and not known:
            self.state.doubtful.append(("", word))


def _unescape_punctuation(text: str) -> str:
    r"""Turn `\;`, which Markdown leaves alone, into Markdown's own escape."""
    return re.sub(r"\\([^\w\s])", lambda m: f"{STX}{ord(m[1])}{ETX}", text)
