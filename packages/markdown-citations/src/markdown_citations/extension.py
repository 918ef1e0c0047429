"""The Python-Markdown extension `markdown_citations`.

Mark, collect, resolve, render: marks are left where citations stand; a tree
processor collects all of the page in the order of the document, lets `resolve`
number them, and renders the results; a postprocessor puts that in the
place of the marks. Python-Markdown fires inline patterns out of that order, so
nothing is numbered while parsing. A mark is a text, for elements would be read
again by each later step. Only a citation with a prefix or a suffix becomes an element,
for these are Markdown, and one that is followed by attributes.

| class         | registry       | name             | priority | why there |
| ------------- | -------------- | ---------------- | -------- | --------- |
| BeginPage     | preprocessors  | citation begin   | 200 | before anything is parsed: forgets the page before |
| ShowOpenBrackets | inlinePatterns | citation brackets | 178 | behind code and escapes (180), before footnotes (175) and links |
| MarkCitations | inlinePatterns | citation         | 85  | behind code, links, footnotes and raw HTML (90), before entities (80) and emphasis |
| Resolve       | treeprocessors | citation resolve | 18  | behind inline (20) and the footnotes' order (19), before attr_list (8), toc and MkDocs's anchors (5) |
| ReportPage    | treeprocessors | citation report  | 7   | behind attr_list (8), which fills attributes |
| PutIn         | postprocessors | citation put in  | 0   | behind all that searches the page's text |

State belongs to the processors of one Markdown object: extensions are shared
among pages, and pages may nest.
"""  # noqa: E501 - a table

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable
from itertools import pairwise

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX

from markdown_citations.directives import DirectiveExtension
from markdown_citations.formatting.formatter import Formatter
from markdown_citations.language.brackets import find_brackets
from markdown_citations.language.citation import Citation
from markdown_citations.language.syntax import bare_key, find_citation, malformed_bracket
from markdown_citations.page.bibliography import BIBLIOGRAPHY, place_bibliography
from markdown_citations.page.citation_checks import check_attributes
from markdown_citations.page.conversion import MARK, Conversion, PageCitations, PageSource, mark
from markdown_citations.page.engine_page import find_source
from markdown_citations.page.listing import place_list
from markdown_citations.page.putting_back import PART, TEXT
from markdown_citations.page.resolving import resolve

__all__ = ["CitationExtension", "PageCitations", "PageSource"]

_MANY_BRACKETS = 100
_MOST_DOUBTS = 1000
"""So many words of a page are compared with the citekeys."""
GetPage = Callable[[], PageSource | None]
TakeResults = Callable[[PageSource, PageCitations], None]


class BeginPage(Preprocessor):
    """Forget the page before."""

    md: Markdown

    def __init__(self, md: Markdown, conversion: Conversion, get_page: GetPage) -> None:
        super().__init__(md)
        self.conversion, self.get_page = conversion, get_page

    def run(self, lines: list[str]) -> list[str]:
        self.conversion.begin(self.get_page() or find_source(self.md) or _unnamed(lines))
        return lines


def _unnamed(lines: list[str]) -> PageSource:
    """Name a page whose file is not known by its first heading."""
    source = "\n".join(lines)
    title = next((line[2:].strip(" #") for line in lines if line.startswith("# ")), "")
    return PageSource(f'page "{title}"' if title else "a page", lambda: source)


class ShowOpenBrackets(InlineProcessor):
    """Make signs of the brackets that nothing closes, where a text has very many.

    From each of them Markdown's links would look for an end through the whole text.
    """

    def __init__(self, md: Markdown, conversion: Conversion) -> None:
        super().__init__(r"\A[^\[]*\[", md)
        self.conversion = conversion

    def handleMatch(  # type: ignore[override]  # noqa: N802 - Markdown's name
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element | None, int | None, int | None]:
        if data.count("[", m.end() - 1) <= _MANY_BRACKETS:
            return None, None, None
        places = find_brackets(data).open_ones()
        if len(places) <= _MANY_BRACKETS:
            return None, None, None
        pieces = (data[a + 1 : b] for a, b in pairwise([-1, *places, len(data)]))
        whole = etree.Element(TEXT)
        whole.text = f"{STX}{ord('[')}{ETX}".join(pieces)
        self.conversion.is_wrapped = True
        return whole, 0, len(data)


class MarkCitations(InlineProcessor):
    """Leave a mark where a citation stands.

    All citations of a text are marked at once, because Markdown copies the text for each
    match. The text becomes one element, which later patterns work on; `resolve` takes it
    away again.
    """

    def __init__(self, md: Markdown, conversion: Conversion) -> None:
        super().__init__(r"\A[^@]*@", md)
        self.conversion = conversion

    def handleMatch(  # type: ignore[override]  # noqa: N802 - Markdown's name
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element | None, int | None, int | None]:
        whole = etree.Element(TEXT)
        pieces: list[str] = []
        known = self.conversion.formatter.library.__contains__
        done, at = 0, m.end() - 1
        while at >= 0:
            found = find_citation(data, at, known, after=done)
            if found is None or data[found[1]] != "[":
                self._note_doubt(data, at, known=found is not None)
            if found is None:
                at = data.find("@", at + 1)
                continue
            citation, start, end = found
            pieces += [data[done:start], self._mark(citation, whole, data[end : end + 1])]
            done, at = end, data.find("@", end)
        if not pieces:
            return None, None, None
        whole.text = "".join([*pieces, data[done:]])
        self.conversion.is_wrapped = True
        return whole, 0, len(data)

    def _mark(self, citation: Citation, whole: etree.Element, behind: str) -> str:
        """Keep a citation; what is Markdown in it waits in an element of its own."""
        number = len(self.conversion.citations)
        if aliases := self.conversion.formatter.library.aliases:
            items = (i._replace(citekey=aliases.get(i.citekey, i.citekey)) for i in citation.items)
            citation = citation._replace(items=tuple(items))
        self.conversion.citations.append(citation)
        for _, part in citation.texts():
            etree.SubElement(whole, PART, {"of": str(number)}).text = _unescape_punctuation(part)
            self.conversion.with_element.add(number)
        if behind == "{":  # attributes are for an element
            self.conversion.with_element.add(number)
        return mark(number)

    def _note_doubt(self, data: str, at: int, *, known: bool) -> None:
        """Keep a bare word that may be a misspelt citekey, or a bracket that failed."""
        word = bare_key(data, at)
        bracket = malformed_bracket(data, at) if word else ""
        if (bracket or (word and not known)) and len(self.conversion.doubts) < _MOST_DOUBTS:
            self.conversion.doubts.append((bracket, word))


def _unescape_punctuation(text: str) -> str:
    r"""Turn `\;`, which Markdown leaves alone, into Markdown's own escape."""
    return re.sub(r"\\([^\w\s])", lambda m: f"{STX}{ord(m[1])}{ETX}", text)


class Resolve(Treeprocessor):
    """Decide what the marks stand for, and append a bibliography."""

    def __init__(self, md: Markdown, conversion: Conversion) -> None:
        super().__init__(md)
        self.conversion = conversion

    def run(self, root: etree.Element) -> None:
        resolve(root, self.conversion, self.md.references)


class ReportPage(Treeprocessor):
    """Hand over what the page's citations came to, once attributes have their values."""

    def __init__(self, md: Markdown, conversion: Conversion, report: TakeResults) -> None:
        super().__init__(md)
        self.conversion, self.report = conversion, report

    def run(self, root: etree.Element) -> None:
        page = self.conversion
        page.problems += check_attributes(root, page)
        self.report(page.source, PageCitations(page.bibliography, tuple(page.problems)))


class PutIn(Postprocessor):
    """Put the finished HTML in the place of the marks."""

    def __init__(self, md: Markdown, conversion: Conversion) -> None:
        super().__init__(md)
        self.conversion = conversion

    def run(self, text: str) -> str:
        html = self.conversion.html
        return MARK.sub(lambda match: html.get(int(match[1]), ""), text) if html else text


class CitationExtension(Extension):
    """Add citations to a Markdown object."""

    def __init__(
        self,
        get_formatter: Callable[[str], Formatter],
        get_page: GetPage = lambda: None,
        report: TakeResults = lambda _page, _citations: None,
        *,
        always_list: bool = True,
    ) -> None:
        """Make the extension.

        `get_formatter` gives the formatter of a style; an empty name means the site's.
        `report` is called once for each conversion, also for pages without citations.
        `always_list` puts a bibliography at the end of a page that names no place for it.
        """
        super().__init__()
        self.always_list = always_list
        self.get_formatter, self.get_page, self.report = get_formatter, get_page, report

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Register the processors; the table above says why where."""
        page = Conversion(self.get_formatter, always_list=self.always_list)
        md.ESCAPED_CHARS.append("@")
        md.preprocessors.register(BeginPage(md, page, self.get_page), "citation begin", 200)
        md.inlinePatterns.register(ShowOpenBrackets(md, page), "citation brackets", 178)
        md.inlinePatterns.register(MarkCitations(md, page), "citation", 85)
        md.treeprocessors.register(Resolve(md, page), "citation resolve", 18)
        md.treeprocessors.register(ReportPage(md, page, self.report), "citation report", 7)
        md.postprocessors.register(PutIn(md, page), "citation put in", 0)
        directives = {"references": place_list, BIBLIOGRAPHY: place_bibliography}
        DirectiveExtension(directives).extendMarkdown(md)
