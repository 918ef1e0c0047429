"""The last resort: one message with the file and how to report it, never a traceback."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner
from kapguide.checks import running
from kapguide.checks.definition import Check
from kapguide.commands import main
from kapguide.pages.page import Page
from kapguide.problems.failures import FAILED, TRACEBACK, report_failure
from kapguide.project.project import Project, Site
from markdown_citations.problems import Problem
from markdown_citations.texts import read_texts

PAGE = "---\ntitle: A\n---\n# A\n"


def _fail(error: Exception) -> Exception:
    try:
        raise error
    except Exception as caught:
        return caught


def test_failure_of_ours() -> None:
    """It names the file, what broke and at which line of ours, and says that staff did nothing."""
    try:
        read_texts("../../nowhere")
    except OSError as error:
        caught: Exception = ValueError(*error.args[1:])
        caught.__traceback__ = error.__traceback__
    problem = report_failure(caught, "docs/a.md", "the check promise")
    assert problem.path == "docs/a.md"
    assert problem.message.startswith("the check promise failed: ValueError: No such file")
    assert "(texts/__init__.py:" in problem.message
    assert problem.hint.startswith("This is a mistake in the guide's code, not in your text")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (RecursionError("x"), "the guide ended where something stands too deep within itself ("),
        (MemoryError(), "the guide failed: MemoryError ("),
        (KeyError("a\n b"), "the guide failed: KeyError: 'a\\n b' ("),
        (ValueError("x" * 5000), f"the guide failed: ValueError: {'x' * 200} ("),
    ],
    ids=["too deep", "no memory", "line breaks", "very long"],
)
def test_whatever_an_error_says(error: Exception, said: str) -> None:
    """One line of fair length."""
    assert report_failure(_fail(error)).message.startswith(said)


def test_what_a_disk_refuses(tmp_path: Path) -> None:
    """A file that cannot be read is no mistake of ours."""
    with pytest.raises(IsADirectoryError) as caught:
        tmp_path.read_bytes()
    problem = report_failure(caught.value)
    assert (problem.path, problem.message) == (str(tmp_path), "the system says: Is a directory")
    assert "report" not in problem.hint


def test_traceback_for_those_who_mend_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who asks for it gets the failure itself."""
    monkeypatch.setenv(TRACEBACK, "1")
    with pytest.raises(ZeroDivisionError):
        report_failure(ZeroDivisionError())


def _broken_page(page: Page, project: Project) -> Iterator[Problem]:
    raise ValueError("boom")
    yield


def _broken_note(page: Page, site: Site, project: Project) -> object:
    raise ValueError("boom")


def _broken_site(site: Site, project: Project) -> Iterator[Problem]:
    yield Problem("one", "lost")
    raise ValueError("boom")


def _sound(page: Page, project: Project) -> Iterator[Problem]:
    yield Problem("sound", "found", page.path)


def test_check_that_breaks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each names its page; all other checks have their turn, and nothing is published."""
    checks = (
        Check((FAILED,), page=_broken_page),
        Check((FAILED,), site=_broken_site, note=_broken_note),
        Check((FAILED,), page=_sound),
    )
    monkeypatch.setattr(running, "find_checks", lambda: checks)
    site = Site([Page("<p>", "site/a.html", "a.html")], {"a.html": 3})
    found = running.check_site(site, Project(notices={})).problems
    assert [(problem.path, problem.message.partition(": ")[0]) for problem in found] == [
        ("", "the check _broken_site failed"),
        ("site/a.html", "the check _broken_note failed"),
        ("site/a.html", "the check _broken_page failed"),
        ("site/a.html", "found"),
    ]
    assert found[0].severity == "error"


def test_command_that_breaks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any command ends by one message and the status of one that could not run."""

    @click.command()
    def odd() -> None:
        raise ValueError("boom")

    monkeypatch.setitem(main.commands, "odd", odd)
    result = CliRunner().invoke(main, ["odd"])
    assert result.exit_code == 2
    assert result.output.startswith("Error: guide-failed: the guide failed: ValueError: boom (")
    assert "report this line" in result.output


@pytest.mark.parametrize(
    ("event", "path"),
    [
        ("on_config(config", ""),
        ("on_files(files", ""),
        ("on_page_markdown(markdown", "docs/index.md"),
        ("on_page_content(html", "docs/index.md"),
        ("on_env(env", ""),
        ("on_page_context(context", "docs/index.md"),
        ("on_post_page(output", "docs/index.md"),
        ("on_post_build(config", ""),
    ],
)
def test_hook_that_breaks(
    build_site: Callable[..., Any], tmp_path: Path, event: str, path: str
) -> None:
    """Whichever event it is, the page at hand is named, and no traceback ends the build."""
    hook = tmp_path / "odd.py"
    hook.write_text(f"def {event}, **others):\n    raise KeyError('too deep')\n", "utf-8")
    built = build_site({"docs/index.md": PAGE}, hooks=[str(hook.with_suffix(""))])
    assert built.failed
    place = f"{path}: " if path else ""
    last = built.lines[-1]
    assert last.startswith(f"WARNING: {place}guide-failed: the guide failed: KeyError: 'too")
