"""Problems gathered from a build's log, and made of what others warn of."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from kapguide.problems.log import ProblemLog, problem_of
from markdown_citations.problems import Problem

OURS = Problem("promise", "a promise", "docs/a.md", 2)


class _Printer(logging.Handler):
    """What somebody prints who listens behind the problem log."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.getMessage()}")


@pytest.fixture
def printer() -> Iterator[_Printer]:
    """Somebody who listened first."""
    handler = _Printer()
    logger = logging.getLogger("somebuild")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    yield handler
    logger.removeHandler(handler)


@pytest.fixture
def problems(printer: _Printer, tmp_path: Path) -> Iterator[ProblemLog]:
    """A log over a small project."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.md").write_text("# A\n\n[x](gone.md)\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text("docs_dir: docs\nedit_url: x\nsite_nam: B\n", "utf-8")
    settings = ("site_name", "site_url")
    log = ProblemLog("somebuild", ("someextension",), "somebuild.server", settings)
    log.begin(tmp_path, tmp_path / "docs", again=True)
    yield log
    log.close()


def test_problems_are_gathered_once(problems: ProblemLog, printer: _Printer) -> None:
    """What hooks log as problems stays what it is; information stays information."""
    logger = logging.getLogger("somebuild.hooks.x")
    logger.warning("%s", OURS)
    logger.warning("%s", OURS)
    logger.info("Building")
    assert list(problems.found) == [OURS]
    assert printer.lines == [f"WARNING {OURS}", f"WARNING {OURS}", "INFO Building"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Doc file 'a.md' contains a link 'gone.md', but it is not found.",
            "docs/a.md:3: mkdocs-warning: Doc file 'a.md' contains a link 'gone.md', but it is "
            "not found. Logged by somebuild.part.",
        ),
        (
            "Config value 'site_nam': Unrecognised configuration name: site_nam",
            'mkdocs.yml:3: mkdocs-warning: MkDocs has no setting "site_nam". '
            'Did you mean "site_name"?',
        ),
        (
            "Config value 'edit_url': The URL isn't valid.",
            'mkdocs.yml:2: mkdocs-warning: "edit_url": The URL isn\'t valid. '
            "Logged by somebuild.part.",
        ),
        (
            "A plug-in is unhappy:\n  - with this\n  - with zzz.md",
            "mkdocs-warning: A plug-in is unhappy: - with this - with zzz.md. "
            "Logged by somebuild.part.",
        ),
    ],
    ids=["link", "unknown setting", "wrong setting", "plug-in"],
)
def test_warnings_become_problems(
    problems: ProblemLog, printer: _Printer, text: str, said: str
) -> None:
    """With file and line where the text names them; whoever prints it, prints the problem."""
    logging.getLogger("somebuild.part").warning(text)
    (problem,) = problems.found
    assert str(problem) == said
    assert printer.lines == [f"WARNING {said}"]
    assert (problem.code, problem.severity) == ("mkdocs-warning", "error")


def test_warning_with_arguments_of_its_own(problems: ProblemLog) -> None:
    """A text that holds a per cent sign is not formatted twice."""
    logging.getLogger("somebuild.part").error("%s is %d%% full", "It", 50)
    (problem,) = problems.found
    assert problem.message == "It is 50% full"


def test_extensions_are_heard(problems: ProblemLog, printer: _Printer) -> None:
    """What a Markdown extension warns of would count for nothing under its own name."""
    logging.getLogger("someextension.abbr").warning("odd")
    (problem,) = problems.found
    assert str(problem) == (
        "mkdocs-warning: odd (someextension.abbr). Logged by somebuild.extensions."
    )
    assert printer.lines == [f"WARNING {problem}"]


def test_the_server_says_nothing_about_the_site(problems: ProblemLog, printer: _Printer) -> None:
    """A page that a browser asked for in vain is no problem of the site."""
    logging.getLogger("somebuild.server").warning("code 404")
    assert not problems.found
    assert printer.lines == ["WARNING code 404"]


def test_end(problems: ProblemLog, printer: _Printer) -> None:
    """A mended mistake is gone at the next build; after the last nobody listens."""
    logger = logging.getLogger("somebuild.part")
    logger.warning("one")
    problems.end()
    assert not problems.found
    logger.warning("two")
    assert [problem.message for problem in problems.found] == ["two"]
    problems.begin()
    problems.end()
    logger.warning("three")
    assert not problems.found
    assert printer.lines[-1] == "WARNING three"


def test_plain_records_carry_no_problem() -> None:
    """Neither do those with several arguments, of which one is a problem."""
    make: Callable[..., Any] = logging.LogRecord
    for args in ((), ("x",), (OURS, "reason")):
        assert problem_of(make("a", 30, "f", 1, "m", args, None)) is None
    assert problem_of(make("a", 30, "f", 1, "%s", (OURS,), None)) == OURS
