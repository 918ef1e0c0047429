"""What the tests of citations share: a library, a way to convert, names of cases."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import markdown
import pytest
from kapguide.bibliography.model import Entry, Library
from kapguide.bibliography.reading import read_library
from kapguide.citations.configured import Sources
from kapguide.citations.extension import PageSource
from kapguide.citations.page import PageCitations
from kapguide.problems import Problem
from selectolax.lexbor import LexborHTMLParser, LexborNode

CASES = Path(__file__).resolve().parent.parent / "cases" / "citations"
EXTENSIONS = (
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "tables",
    "toc",
)


@dataclass
class Converted:
    """A page after its conversion."""

    html: str
    problems: list[Problem]
    results: list[PageCitations]
    md: markdown.Markdown
    tree: LexborHTMLParser = field(init=False)

    def __post_init__(self) -> None:
        self.tree = LexborHTMLParser(f"<main>{self.html}</main>")

    def all(self, selector: str) -> list[LexborNode]:
        return self.tree.css(selector)

    def one(self, selector: str) -> LexborNode:
        (node,) = self.tree.css(selector)
        return node

    @property
    def markers(self) -> list[str]:
        """The text of each marker, in the order of the page."""
        return [node.text() for node in self.tree.css("span.citation")]

    @property
    def text(self) -> str:
        """The text of the first paragraph."""
        return self.tree.css("p")[0].text()

    @property
    def codes(self) -> list[str]:
        return [problem.code for problem in self.problems]


Convert = Callable[..., Converted]


@pytest.fixture(scope="session")
def library() -> Library:
    """The entries of tests/cases/citations/library.bib."""
    found, problems = read_library([CASES / "library.bib"], CASES)
    assert problems == []
    return found


@pytest.fixture
def convert(tmp_path: Path) -> Convert:
    """Convert Markdown with the extension as a hook installs it."""

    def run(
        source: str,
        *,
        style: str = "vancouver",
        page_style: str = "",
        bib: Path | str = CASES / "library.bib",
        path: str = "docs/page.md",
        extensions: tuple[Any, ...] = EXTENSIONS,
        configs: Mapping[str, Any] | None = None,
    ) -> Converted:
        if isinstance(bib, str):
            (tmp_path / "given.bib").write_text(bib, "utf-8")
            bib = tmp_path / "given.bib"
        sources = Sources({"bibliography": str(bib), "style": style, "cache": ""}, bib.parent)
        results: list[PageCitations] = []
        page = PageSource(path, lambda: source, page_style)
        extension = sources.extension(lambda: page, lambda _page, result: results.append(result))
        md = markdown.Markdown(
            extensions=[*extensions, extension], extension_configs=dict(configs or {})
        )
        html = md.convert(source)
        problems = [problem for result in results for problem in result.problems]
        return Converted(
            html, [*sources.problems, *sources.format_problems(), *problems], results, md
        )

    return run


def make_entry(citekey: str = "key", entry_type: str = "article", **fields: str) -> Entry:
    """Make an entry that stands in no file."""
    return Entry(citekey, entry_type, fields, "made.bib", 1)


@pytest.fixture
def entry() -> Callable[..., Entry]:
    """Give `make_entry`."""
    return make_entry
