"""`kapguide review`: all pages or none, by somebody, on a day that has been."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
WHO = ("--reviewer", "Ana Diaz", "--credentials", "MD, psychiatry")
WRITTEN = """review:
  reviewer: Ana Diaz
  credentials: MD, psychiatry
  date: {}
"""


def read(project: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (project / "docs").rglob("*.md")}


NAMES = {
    "a file": "docs/a-to-z.md",
    "a file of docs": "a-to-z.md",
    "a name": "a-to-z",
    "an address": "/a-to-z/",
    "a file of the built site": "a-to-z/index.html",
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
def test_whatever_a_page_is_called(project: Path, run: Run, name: str) -> None:
    """The review is written, and every other byte is what it was."""
    before = read(project)
    result = run("review", name, *WHO, "--date", "2026-11-02")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "docs/a-to-z.md:6: reviewed by Ana Diaz, MD, psychiatry, on 2026-11-02\n"
    )
    changed = before["a-to-z.md"].replace(
        b"review: pending\n", WRITTEN.format("2026-11-02").encode()
    )
    assert read(project) == before | {"a-to-z.md": changed}


@pytest.mark.parametrize(
    "name",
    ["crisis", "_includes/crisis", "docs/_includes/crisis.md", "es/_includes/crisis", "crisis.md"],
)
def test_notice(project: Path, run: Run, name: str) -> None:
    """A notice is no page: nobody's review is written into the crisis lines."""
    spanish = project / "docs" / "es" / "_includes" / "crisis.md"
    spanish.parent.mkdir(parents=True)
    spanish.write_text("---\nreview: pending\n---\n**¿Ayuda?**\n", "utf-8")
    before = read(project)
    result = run("review", name, *WHO)
    said = " ".join(result.stderr.split())
    assert (result.exit_code, f"{name} is a notice" in said) == (2, True)
    assert read(project) == before


def test_several_pages_today(project: Path, run: Run) -> None:
    """The day is today's where none is given; a page named twice is written once."""
    result = run("review", "index", "get-help-now", "docs/index.md", *WHO)
    assert result.stdout.splitlines() == [
        f"docs/{name}.md:6: reviewed by Ana Diaz, MD, psychiatry, on 2026-11-22"
        for name in ("index", "get-help-now")
    ]
    assert WRITTEN.format("2026-11-22").encode() in read(project)["index.md"]


def test_an_earlier_review(project: Path, run: Run) -> None:
    """What it replaces is shown; the same a second time changes nothing."""
    run("review", "index", *WHO, "--date", "2026-11-02")
    result = run("review", "index", *WHO)
    assert result.stdout.splitlines()[1:] == [
        "  before: reviewed by Ana Diaz, MD, psychiatry, on 2026-11-02"
    ]
    before = read(project)
    assert len(run("review", "index", *WHO).stdout.splitlines()) == 1
    assert read(project) == before


def test_the_build_shows_it(project: Path, run: Run) -> None:
    """What was written passes the checks, and readers see it."""
    run("review", "index", *WHO)
    assert run("build").exit_code == 0
    page = (project / "site" / "index.html").read_text("utf-8")
    assert "Reviewed by Ana Diaz, MD, psychiatry, on" in page


MISTAKES = {
    "a page that is not there": (["a-to-zed"], 'no page "a-to-zed". Did you mean "a-to-z.md"?'),
    "a page like no other": (["qqqq"], 'there is no page "qqqq". Look into docs/ for its name.'),
    "a page outside": (
        ["../elsewhere.md"],
        "../elsewhere.md is not in docs/, where the pages are.",
    ),
    "a file of settings": (["mkdocs.yml"], "mkdocs.yml is not in docs/, where the pages are."),
    "a notice": (["docs/_includes/crisis.md"], "docs/_includes/crisis.md is a notice, which"),
    "a day to come": (["index", "--date", "2026-12-24"], "--date: 2026-12-24 is in the future."),
    "a day of another form": (["index", "--date", "11/2/26"], "--date: 11/2/26 is no day. Write"),
    "a day as Germans write it": (["index", "--date", "20.11.2026"], "no day. Write 2026-11-20."),
    "a day of another form, to come": (["index", "--date", "24.12.2026"], "no day. Write year"),
    "a day that is none": (["index", "--date", "2026-02-30"], "--date: 2026-02-30 is no day."),
    "a day of another age": (["index", "--date", "1026-11-02"], "cannot be 1026-11-02. It may be"),
    "nobody": (["index", "--reviewer", ""], "--reviewer: it is empty. Give the name of the person"),
    "no credentials": (["index", "--credentials", " "], "--credentials: it is empty. Say what"),
}


@pytest.mark.parametrize(("what", "message"), MISTAKES.values(), ids=MISTAKES.keys())
def test_mistakes(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch, what: list[str], message: str
) -> None:
    """Each is told in words for people, and no page is written, not even the right ones."""
    (project.parent / "elsewhere.md").write_text("---\ntitle: A\n---\n")
    monkeypatch.setattr("kapguide.commands.record_review.latest_day", _last_day)
    before = read(project)
    result = run("review", "get-help-now", *WHO, *what)
    assert result.exit_code == 2
    assert message in " ".join(result.stderr.split())
    assert result.stderr.startswith("Error: nothing was written.\n  ")
    assert max(map(len, result.stderr.splitlines())) <= 80
    assert read(project) == before


def _last_day() -> object:
    from kapguide.project.clock import current_day

    return current_day()


def test_all_mistakes_at_once(project: Path, run: Run) -> None:
    """Nobody mends one only to learn of the next."""
    (project / "docs" / "index.md").write_text("# No settings\n")
    result = run(
        *("review", "index", "rsks", "--reviewer", "NAME", "--credentials", "?"),
        *("--date", "soon"),
    )
    lines = [line for line in result.stderr.splitlines() if not line.startswith("      ")]
    assert lines == [
        "Error: nothing was written.",
        '  --reviewer: "NAME" stands for nobody. Give the name of the person who has read',
        '  --credentials: "?" says nothing. Say what the reviewer is, such as "MD,',
        "  --date: soon is no day. Write year, month and day with hyphens, as in",
        '  there is no page "rsks". Look into docs/ for its name.',
        "  docs/index.md: it has no settings at its top, between two lines of ---",
    ]


NOBODY = ["Name", "NAME OF THE CLINICIAN", "Dr. Name", "Name as the clinic gives it", "<your name>"]
NOBODY += ["[Reviewer]", "John Doe", "Jane Doe, MD", "TBD", "todo", "n/a", "xxx", "?", "...", "-"]
NOBODY += ["pending", "unknown", "Somebody", "the clinician", "First name Last name", "Test"]
SOMEBODY = ["Ana Diaz", "Dr. Ana Diaz", "Bo Li", "李 明", "Noah Name-Whitfield", "Tess Tester-Hall"]
SOMEBODY += ["Doctor Foster Hale", "Ana Doe-Ruiz", "Jean-Luc d’Arcy", "Xi Xu", "Me Nguyen"]


@pytest.mark.parametrize("name", NOBODY)
def test_nobody_reviews(project: Path, run: Run, name: str) -> None:
    """An example's words, or what stands for a name, never reach a page."""
    before = read(project)
    result = run("review", "index", "--reviewer", name, "--credentials", "MD")
    assert result.exit_code == 2
    assert "stands for nobody. Give the name of the person who has read" in " ".join(
        result.stderr.split()
    )
    assert read(project) == before


@pytest.mark.parametrize("name", SOMEBODY)
def test_somebody_reviews(project: Path, run: Run, name: str) -> None:
    """Unusual names are names."""
    assert run("review", "index", "--reviewer", name, "--credentials", "MD").exit_code == 0
