"""The Python-Markdown extension `kapguide.citations`.

Mark, collect, resolve: marks are left where citations stand, a tree processor hands
all citations of the page, in the order of the document, to `cite_page`, and a
postprocessor puts what they come to in the place of the marks. Python-Markdown
fires inline patterns out of that order, so nothing is numbered while parsing.
A mark is a text, for elements would be read again by each later step. Only a
citation with a prefix or a suffix is an element, for these are Markdown, and one
that is followed by attributes.

| class         | registry         | name             | priority | why there |
| ------------- | ---------------- | ---------------- | -------- | --------- |
| PageStart     | preprocessors    | citation start   | 200 | before anything is parsed: forgets the page before |
| MarkSimpleCitations | treeprocessors | citation simple | 21 | behind the footnotes (50), before inline (20), whose patterns would each read each text |
| MarkCitations | inlinePatterns   | citation         | 85 | behind code, links, footnotes and raw HTML (90), before entities (80) and emphasis |
| Resolve       | treeprocessors   | citation resolve | 18 | behind inline (20) and the footnotes' order (19), before attr_list (8), toc and MkDocs's anchors (5) |
| Report        | treeprocessors   | citation report  | 7   | behind attr_list (8), which fills attributes |
| ShowIds       | treeprocessors   | citation ids     | 5.5 | just before toc and MkDocs's anchors (5) |
| HoldBack      | treeprocessors   | citation hold back | 1 | behind toc and MkDocs's anchors (5), before unescape (0), which would read every entry |
| PutIn         | postprocessors   | citation put in  | 0 | behind all that searches the page's text |

Takes the options of `Options`. Gives the pages' citations to `report`.
Must stay free of MkDocs: who knows the page passes `get_page` and `report`.
State belongs to the processors of one Markdown object: extensions are shared
among pages, and pages may nest.
"""  # noqa: E501 - a table

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteInlineProcessor
from markdown.inlinepatterns import (
    BacktickInlineProcessor,
    EscapeInlineProcessor,
    InlineProcessor,
)
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX, AtomicString

from kapguide.citations.formatting import Formatter
from kapguide.citations.listing import place_list
from kapguide.citations.marks import MARK, mark
from kapguide.citations.model import Citation
from kapguide.citations.page import Doubt, PageCitations
from kapguide.citations.render import Page
from kapguide.citations.resolving import PLACEHOLDER, check_attributes, resolve
from kapguide.citations.syntax import (
    bare_key,
    find_citation,
    find_simple_citation,
    malformed_bracket,
)
from kapguide.directives import DirectiveExtension

_START = re.compile(r"\[-?@|@")
_BEFORE = (BacktickInlineProcessor, EscapeInlineProcessor, FootnoteInlineProcessor)


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
class Options:
    """What the extension works with."""

    get_formatter: Callable[[str], Formatter]
    """Gives the formatter of a style; an empty name means the site's."""
    get_page: Callable[[], PageSource | None] = lambda: None
    report: Callable[[PageSource, PageCitations], None] = lambda _page, _result: None
    """Called once for each conversion, also for pages without citations."""


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


class PageStart(Preprocessor):
    """Forget the page before."""

    def __init__(self, md: Markdown, options: Options, state: State) -> None:
        super().__init__(md)
        self.options, self.state = options, state

    def run(self, lines: list[str]) -> list[str]:
        page = self.options.get_page() or _unnamed(lines)
        self.state.page = page
        self.state.citations = []
        self.state.doubtful = []
        self.state.finished = {}
        self.state.has_braces = False
        self.state.result = None
        self.state.later = []
        self.state.formatter = self.options.get_formatter(page.style)
        return lines


def _unnamed(lines: list[str]) -> PageSource:
    """Name a page of which nobody tells the file by its first heading."""
    source = "\n".join(lines)
    title = next((line[2:].strip(" #") for line in lines if line.startswith("# ")), "")
    return PageSource(f'page "{title}"' if title else "a page", lambda: source)


class MarkSimpleCitations(Treeprocessor):
    """Do most of the work of `MarkCitations` before Markdown looks for anything in a text.

    Each inline pattern reads each text of a page, and this one reads only those
    that cite. Where it leaves nothing, `MarkCitations` has nothing to read.
    """

    def __init__(self, md: Markdown, state: State) -> None:
        super().__init__(md)
        self.state = state
        self.thorough = MarkCitations(md, state)

    def run(self, root: etree.Element) -> None:
        may_mark = self.state.formatter is not None and self._is_first()
        left = False
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
            if citation.raw[0] == "[" and citation.raw[1:-1].casefold() in self.md.references:
                continue
            state.has_braces = state.has_braces or "{" in text
            placed = mark(len(state.citations))
            state.citations.append(citation)
            text = f"{text[:start]}{placed}{text[end:]}"
            at = start + len(placed)
        return text


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


class Resolve(Treeprocessor):
    """Decide what the marks stand for, and append a bibliography."""

    def __init__(self, md: Markdown, options: Options, state: State) -> None:
        super().__init__(md)
        self.options, self.state = options, state

    def run(self, root: etree.Element) -> None:
        state = self.state
        if state.formatter is None:
            return
        page = Page(
            state.formatter,
            state.page.get_text,
            state.page.path,
            state.keep,
            lambda element, html, ids: state.later.append((element, state.keep(html), ids)),
        )
        resolved = resolve(root, state.citations, state.doubtful, page)
        state.finished.update(resolved.markers)
        state.result = resolved.page


class Report(Treeprocessor):
    """Hand over what the page's citations came to, once attributes have their values."""

    def __init__(self, md: Markdown, options: Options, state: State) -> None:
        super().__init__(md)
        self.options, self.state = options, state

    def run(self, root: etree.Element) -> None:
        state = self.state
        if state.result is None:
            return
        result = state.result
        if state.has_braces:
            page = state.page
            found = check_attributes(root, state.citations, page.path, page.get_text)
            result = replace(result, problems=(*result.problems, *found))
        self.options.report(state.page, result)


class ShowIds(Treeprocessor):
    """Let checks of anchors see the ids of finished HTML, but no step before them."""

    def __init__(self, md: Markdown, state: State) -> None:
        super().__init__(md)
        self.state = state

    def run(self, root: etree.Element) -> None:
        for element, _, ids in self.state.later:
            for name in ids:
                etree.SubElement(element, "li", {"id": name})


class HoldBack(Treeprocessor):
    """Leave marks for finished HTML, whose ids every check has seen by now."""

    def __init__(self, md: Markdown, state: State) -> None:
        super().__init__(md)
        self.state = state

    def run(self, root: etree.Element) -> None:
        for element, name, _ in self.state.later:
            del element[:]
            element.text = AtomicString(name)


class PutIn(Postprocessor):
    """Put the finished HTML in the place of the marks."""

    def __init__(self, md: Markdown, state: State) -> None:
        super().__init__(md)
        self.state = state

    def run(self, text: str) -> str:
        finished = self.state.finished
        return MARK.sub(lambda match: finished.get(int(match[1]), ""), text) if finished else text


class CitationExtension(Extension):
    """Add citations to a Markdown object."""

    def __init__(self, options: Options) -> None:
        super().__init__()
        self.options = options

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Register the processors; the table above says why where."""
        state = State()
        md.ESCAPED_CHARS.append("@")
        md.preprocessors.register(PageStart(md, self.options, state), "citation start", 200)
        md.treeprocessors.register(MarkSimpleCitations(md, state), "citation simple", 21)
        md.inlinePatterns.register(MarkCitations(md, state), "citation", 85)
        md.treeprocessors.register(Resolve(md, self.options, state), "citation resolve", 18)
        md.treeprocessors.register(Report(md, self.options, state), "citation report", 7)
        md.treeprocessors.register(ShowIds(md, state), "citation ids", 5.5)
        md.treeprocessors.register(HoldBack(md, state), "citation hold back", 1)
        md.postprocessors.register(PutIn(md, state), "citation put in", 0)
        DirectiveExtension({"references": place_list}).extendMarkdown(md)
