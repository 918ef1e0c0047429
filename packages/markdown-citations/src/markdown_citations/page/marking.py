"""Leave marks where a page's citations stand.

Plain citations are marked first, in the texts of the tree that cite; all others
by an inline pattern, once code, links and raw HTML are taken out.
Takes texts. Gives marks in them, and the citations in a `State`.
Must stay free of what citations come to: extension.py resolves them.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteInlineProcessor
from markdown.inlinepatterns import (
    BacktickInlineProcessor,
    EscapeInlineProcessor,
    InlineProcessor,
)
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX, AtomicString

from markdown_citations.language.citation import Citation
from markdown_citations.language.syntax import (
    bare_key,
    find_citation,
    find_simple_citation,
    malformed_bracket,
)
from markdown_citations.page.marks import mark
from markdown_citations.page.numbering import Doubt, PageCitations
from markdown_citations.page.resolving import PLACEHOLDER
from markdown_citations.styles.formatter import Formatter

_START = re.compile(r"\[-?@|@")
_BEFORE = (BacktickInlineProcessor, EscapeInlineProcessor, FootnoteInlineProcessor)
_KNOWN = {"markdown", "mkdocs", "kapguide", "markdown_citations"}
"""Packages whose processors are known to bring no citation into a text after the first look."""


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


class MarkSimpleCitations(Treeprocessor):
    """Do most of the work of `MarkCitations` before Markdown looks for anything in a text.

    Each inline pattern reads each text of a page, and this one reads only those
    that cite. Where it leaves nothing, `MarkCitations` has nothing to read and is
    taken away, but not where an extension of others may bring a citation later.
    """

    def __init__(self, md: Markdown, state: State) -> None:
        super().__init__(md)
        self.state = state
        self.thorough = MarkCitations(md, state)

    def run(self, root: etree.Element) -> None:
        may_mark = self.state.formatter is not None and self._is_first()
        left = not self._knows_all()
        for element in root.iter():
            for name in ("text", "tail"):
                text = getattr(element, name)
                if not text or "@" not in text or isinstance(text, AtomicString):
                    continue
                if may_mark and "`" not in text and "\\" not in text:  # code, escapes
                    text = self._mark(text)
                    setattr(element, name, text)
                left = left or "@" in text
        if left:
            self.md.inlinePatterns.register(self.thorough, "citation", 85)
        else:
            self.md.inlinePatterns.deregister("citation", strict=False)

    def _is_first(self) -> bool:
        """Whether none but code and escapes may take a text before citations do."""
        patterns = self.md.inlinePatterns
        if "reference" not in patterns:
            return False
        before = patterns[: patterns.get_index_for_name("reference")]
        return all(isinstance(pattern, _BEFORE) for pattern in before)

    def _knows_all(self) -> bool:
        """Whether none but Markdown, MkDocs and we work on texts from here on."""
        workers = (*self.md.inlinePatterns, *self.md.treeprocessors)
        return all(type(worker).__module__.partition(".")[0] in _KNOWN for worker in workers)

    def _mark(self, text: str) -> str:
        """Leave a mark for each citation that is plain to see."""
        state, formatter = self.state, self.state.formatter
        assert formatter is not None
        at = 0
        while match := _START.search(text, at):
            start = match.start()
            found = find_simple_citation(text, start, formatter.library.__contains__)
            at = match.end()
            if found is None:
                continue
            citation, end = found
            if self.md.references and self._may_be_reference(citation.raw, text[end : end + 2]):
                continue
            state.has_braces = state.has_braces or "{" in text
            placed = mark(len(state.citations))
            state.citations.append(citation)
            text = f"{text[:start]}{placed}{text[end:]}"
            at = start + len(placed)
        return text

    def _may_be_reference(self, raw: str, behind: str) -> bool:
        """Whether a bracket may be that of a link whose address stands elsewhere."""
        name = re.sub(r" ?\n", " ", raw[1:-1]).casefold()
        return raw[0] == "[" and (name in self.md.references or behind.lstrip()[:1] == "[")


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
