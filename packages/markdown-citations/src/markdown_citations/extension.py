"""The Python-Markdown extension `markdown_citations`.

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

import xml.etree.ElementTree as etree
from collections.abc import Callable
from dataclasses import dataclass, replace

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from markdown_citations.directives import DirectiveExtension
from markdown_citations.page.listing import place_list
from markdown_citations.page.marking import MarkCitations, PageSource, State
from markdown_citations.page.marks import MARK
from markdown_citations.page.numbering import PageCitations
from markdown_citations.page.render import Page
from markdown_citations.page.resolving import check_attributes, resolve
from markdown_citations.styles.formatter import Formatter

__all__ = ["CitationExtension", "Options", "PageSource"]


@dataclass(slots=True)
class Options:
    """What the extension works with."""

    get_formatter: Callable[[str], Formatter]
    """Gives the formatter of a style; an empty name means the site's."""
    get_page: Callable[[], PageSource | None] = lambda: None
    report: Callable[[PageSource, PageCitations], None] = lambda _page, _result: None
    """Called once for each conversion, also for pages without citations."""


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
        md.inlinePatterns.register(MarkCitations(md, state), "citation", 85)
        md.treeprocessors.register(Resolve(md, self.options, state), "citation resolve", 18)
        md.treeprocessors.register(Report(md, self.options, state), "citation report", 7)
        md.treeprocessors.register(ShowIds(md, state), "citation ids", 5.5)
        md.treeprocessors.register(HoldBack(md, state), "citation hold back", 1)
        md.postprocessors.register(PutIn(md, state), "citation put in", 0)
        DirectiveExtension({"references": place_list}).extendMarkdown(md)
