"""What the tests of citations share: a library, a way to convert, names of cases."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import hypothesis
import markdown
import pytest
from markdown_citations.configuration import Configuration
from markdown_citations.extension import PageCitations, PageSource
from markdown_citations.library.checks import check_library
from markdown_citations.library.customization import (
    NOTHING_ADDED,
    Annotation,
    Customization,
    ExtraField,
)
from markdown_citations.library.entries import Entry, Library
from markdown_citations.library.reading import read_library
from markdown_citations.library_rules import RULES
from markdown_citations.problems import Problem
from selectolax.lexbor import LexborHTMLParser, LexborNode

# The same cases every time, so that a red run is the change's doing.
# `--hypothesis-profile=random` looks for new ones.
hypothesis.settings.register_profile("default", derandomize=True, deadline=None)
hypothesis.settings.register_profile("random", deadline=None)
hypothesis.settings.load_profile("default")

CASES = Path(__file__).resolve().parent / "cases"
# What Hypothesis draws is for longer runs, too, which import it by its name.
sys.path.insert(0, str(CASES.parent / "strategies"))
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


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options that tests of several folders read."""
    parser.addoption("--update", action="store_true", help="rewrite the golden pairs")
    parser.addoption("--seed", type=int, default=20261122, help="of the differential tests")
    parser.addoption("--count", type=int, default=500, help="of the differential tests' cases")


class Log(logging.Handler):
    """What the engine logged, from warnings up."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.found: list[str] = []
        self.claimed = False

    def emit(self, record: logging.LogRecord) -> None:
        self.found.append(f"{record.levelname}: {record.getMessage()}")

    @property
    def lines(self) -> list[str]:
        """The lines so far. To look at them is to claim them."""
        self.claimed = True
        return list(self.found)


@pytest.fixture(autouse=True)
def log() -> Iterator[Log]:
    """Record warnings; a test fails when it leaves one that it did not look at."""
    handler = Log()
    loggers = [logging.getLogger(name) for name in ("markdown_citations", "bibtexparser")]
    for logger in loggers:
        logger.addHandler(handler)
    yield handler
    for logger in loggers:
        logger.removeHandler(handler)
    assert handler.claimed or handler.found == []


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


def annotate(entry: Entry) -> Annotation:
    """Say beside an entry what kind of work it is."""
    kind = CUSTOMIZATION.fields["studytype"].values.get(entry.get("studytype"), "")
    brief = f'<p class="kind">{kind}</p>' if kind else ""
    sample = entry.get("sample")
    return Annotation(
        summary=f"{kind}." if kind else "",
        brief=brief,
        full=f"{brief}<p>{sample}</p>" if sample else brief,
    )


CUSTOMIZATION = Customization(
    fields={
        "studytype": ExtraField(
            "What kind of work it is.",
            "survey",
            {
                "uncontrolled study": "Study without comparison group",
                "survey": "Survey",
            },
        ),
        "sample": ExtraField("How many there were.", "235 patients"),
    },
    annotate=annotate,
)
"""What a caller may add: a field by which lists can group, and a line beside each entry."""

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
        language: str = "en",
        extensions: tuple[Any, ...] = EXTENSIONS,
        configs: Mapping[str, Any] | None = None,
    ) -> Converted:
        if isinstance(bib, str):
            (tmp_path / "given.bib").write_text(bib, "utf-8")
            bib = tmp_path / "given.bib"
        sources = Configuration(
            {"bibliography": str(bib), "style": style, "cache": "", "language": language},
            bib.parent,
            CUSTOMIZATION,
        )
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


TODAY = date(2026, 11, 22)
_SEVERITIES = {rule.code: rule.severity for rule in RULES}

Reader = Callable[..., tuple[Library, list[Problem]]]
Checker = Callable[..., list[Problem]]


def _guard(problems: Iterable[Problem]) -> list[Problem]:
    """Fail where a problem of a test is not in the table, or not as severe as it says."""
    problems = list(problems)
    for problem in problems:
        assert _SEVERITIES.get(problem.code) == problem.severity, problem
        assert problem.message, problem
        assert not problem.message.endswith("."), problem
        assert problem.hint, problem
    return problems


@pytest.fixture
def read(tmp_path: Path) -> Reader:
    """Read texts as files a.bib, b.bib, …"""

    def run(*texts: str | bytes) -> tuple[Library, list[Problem]]:
        paths = []
        for name, text in zip("abcdef", texts, strict=False):
            path = tmp_path / f"{name}.bib"
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
            paths.append(path)
        library, problems = read_library(paths, tmp_path)
        return library, _guard(problems)

    return run


@pytest.fixture
def check(read: Reader) -> Checker:
    """Read texts that have no reading problem, and check them."""

    def run(
        *texts: str,
        cited: Iterable[str] | None = None,
        customization: Customization = NOTHING_ADDED,
    ) -> list[Problem]:
        library, problems = read(*texts)
        assert problems == []
        cited = None if cited is None else set(cited)
        return _guard(check_library(library, today=TODAY, cited=cited, customization=customization))

    return run


@pytest.fixture
def check_fields(check: Checker) -> Callable[[str], list[str]]:
    """Check an entry that is sound but for the fields given; give `line code` texts.

    The fields stand from line 2 on.
    """

    def run(fields: str, entry_type: str = "misc") -> list[str]:
        sound = {
            "title": "A sound title",
            "year": "2026",
            "author": "Smith, J.",
            "institution": "A body",
        }
        more = "".join(
            f"  {name} = {{{value}}},\n"
            for name, value in sound.items()
            if f"{name} =" not in f" {fields}"
            and (entry_type != "misc" or name in {"title", "year"})
        )
        text = f"@{entry_type}{{smith2027,\n{fields},\n{more}}}\n"
        return [f"{problem.line} {problem.code}" for problem in check(text)]

    return run
