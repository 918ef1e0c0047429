"""A page with one figure, drawn: what tests of all figure types share."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from kapguide.figures.directive import FigureDirective
from kapguide.words import load_words
from markdown import Markdown
from markdown_citations.directives import DirectiveExtension
from markdown_citations.library.entries import Entry, Library
from selectolax.lexbor import LexborHTMLParser, LexborNode


def _entry(citekey: str, **fields: str) -> Entry:
    return Entry(citekey, "article", fields, "references.bib", 1)


LIBRARY = Library(
    {
        entry.citekey: entry
        for entry in (
            _entry("ash2020", people="28", psychotherapy="yes", keywords="depression"),
            _entry("birch2021", people="1,403", psychotherapy="no", keywords="depression, PTSD"),
            _entry("cedar2022", people="40", keywords="PTSD", studytype="randomized trial"),
            _entry("elm2023", people="60", psychotherapy="varied", keywords="anxiety"),
            _entry("fir2024", people="603", keywords="PTSD", studytype="systematic review"),
            _entry("gorse2025", keywords="PTSD", studytype="label"),
            _entry("hazel2026"),
        )
    },
    cut=frozenset({"hazel2026"}),
    headless=("Iris, A. 2027",),
)


@dataclass(frozen=True)
class Drawn:
    """A page after its figures were drawn."""

    html: str
    problems: list[str]
    directive: FigureDirective

    @property
    def tree(self) -> LexborHTMLParser:
        return LexborHTMLParser(self.html)

    @property
    def figure(self) -> LexborNode:
        """The one figure of the page."""
        (figure,) = self.tree.css("figure")
        return figure

    def text(self, selector: str) -> str:
        """The text of the first such element in the figure, white space folded."""
        node = self.figure.css_first(selector)
        assert node is not None, f"no {selector} in {self.html}"
        return " ".join(node.text().split())

    def texts(self, selector: str) -> list[str]:
        """The texts of all such elements in the figure."""
        return [" ".join(node.text().split()) for node in self.figure.css(selector)]


Draw = Callable[..., Drawn]


@pytest.fixture
def draw() -> Draw:
    """Draw a page: `draw(yaml_of_figure_x)`, or with the whole body of the page."""

    def run(data: str, body: str = "::: figure x\n") -> Drawn:
        data = textwrap.indent(textwrap.dedent(data).strip(), "    ")
        front = f"title: T\nfigures:\n  x:\n{data}\n"
        source = f"---\n{front}---\n\n{body}"
        problems: list[str] = []
        directive = FigureDirective(
            LIBRARY,
            lambda: ("docs/p.md", source),
            lambda problem: problems.append(str(problem)),
            load_words(),
        )
        md = Markdown(extensions=[DirectiveExtension({"figure": directive}), "tables", "attr_list"])
        return Drawn(md.convert(body), problems, directive)

    return run
