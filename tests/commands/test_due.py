"""`kapguide due`: what falls due, in order, and its exit status."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]

FACT = """review_every: 12
dated_facts:
  - fact: The @rule | on a <very> long name that no line of eighty characters can hold whole
    until: 2026-12-31
"""


@pytest.fixture
def aged(project: Path) -> Path:
    """Let the pages fall due one after the other."""
    home, help_page = project / "docs" / "index.md", project / "docs" / "get-help-now.md"
    home.write_text(home.read_text("utf-8").replace("review_every: 12\n", FACT), "utf-8")
    text = help_page.read_text("utf-8").replace("sources_checked: 2026", "sources_checked: 2025")
    help_page.write_text(text, "utf-8")
    return project


def _at(monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    moment = datetime.fromisoformat(day).replace(tzinfo=UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(moment.timestamp())))


def test_what_comes_is_listed_by_its_day(
    run: Run, aged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The earliest first, whatever the names of the files; with file and line."""
    _at(monkeypatch, "2026-11-22")
    result = run("due", "--days", "365")
    assert result.output.splitlines() == [
        "As of 2026-11-22: 1 overdue, 3 due within 365 days.",
        "",
        "Overdue:",
        "  docs/get-help-now.md:5",
        "    the next check of the sources was due on November 1, 2026",
        "",
        "Due within 365 days:",
        "  docs/index.md:10",
        '    "The @rule | on a <very> long name that no line of eighty characters can',
        '    hold whole" holds until December 31, 2026',
        "  docs/a-to-z.md:5",
        "    the next check of the sources is due on November 1, 2027",
        "  docs/index.md:5",
        "    the next check of the sources is due on November 1, 2027",
        "",
        'CONTRIBUTING.md says what to do, under "What falls due".',
    ]


@pytest.mark.usefixtures("aged")
@pytest.mark.parametrize(
    ("day", "overdue", "coming"),
    [
        ("2026-10-01", 0, 1),
        ("2026-11-01", 0, 2),
        ("2026-11-02", 1, 1),
        ("2027-01-01", 2, 0),
        ("2040-01-01", 4, 0),
    ],
)
def test_the_status_says_whether_something_is_overdue(
    run: Run, monkeypatch: pytest.MonkeyPatch, day: str, overdue: int, coming: int
) -> None:
    """What only comes is no fault: 60 days ahead it is listed, and the status is 0."""
    _at(monkeypatch, day)
    result = run("due", "--format", "json")
    data = json.loads(result.output)
    assert (data["overdue"], data["coming"]) == (overdue, coming)
    assert result.exit_code == (1 if overdue else 0)
    assert [item["overdue"] for item in data["items"]] == [True] * overdue + [False] * coming
    assert data["today"] == day


def test_nothing_is_due(run: Run, project: Path) -> None:
    """One line, and no advice."""
    result = run("due")
    assert result.output == "As of 2026-11-22: 0 overdue, 0 due within 60 days.\n"
    assert result.exit_code == 0


def test_for_github(run: Run, aged: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Notes beside the files, and the list in the job's summary."""
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    lines = run("due", "--format", "github").output.splitlines()
    assert lines[0] == (
        "::warning file=docs/get-help-now.md,line=5,title=review-overdue::the next check of the "
        "sources was due on November 1, 2026. Hold the page against its sources, then set "
        "sources_checked to that day."
    )
    assert lines[1].startswith("::warning file=docs/index.md,line=10,title=fact-due::")
    assert lines[2:] == ["As of 2026-11-22: 1 overdue, 1 due within 60 days."]
    assert summary.read_text("utf-8") == run("due", "--format", "markdown").output


def test_as_an_issue(run: Run, aged: Path) -> None:
    """A table in which a name calls nobody and is no HTML."""
    rows = run("due", "--format", "markdown").output.splitlines()
    assert rows[4] == (
        "| 2026-11-01 | overdue | `docs/get-help-now.md:5` | the next check of the sources was due "
        "on November 1, 2026 |"
    )
    assert rows[5] == (
        '| 2026-12-31 |  | `docs/index.md:10` | "The &#64;rule \\| on a &lt;very&gt; long name '
        'that no line of eighty characters can hold whole" holds until December 31, 2026 |'
    )


def test_help_has_an_example_and_fits(run: Run) -> None:
    """80 columns are what a terminal has."""
    text = run("due", "--help").output
    assert "kapguide due --days 365" in text
    assert max(map(len, text.splitlines())) <= 80


@pytest.mark.parametrize("command", [("due",), ("check",), ("build",)], ids=" ".join)
def test_a_clock_that_is_set_wrongly(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    """Each command says so once, and does nothing."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    result = run(*command)
    assert result.exit_code == 2
    assert result.output.startswith("Error: SOURCE_DATE_EPOCH is 'soon', which is no day")
    assert result.output.count("\n") == 1
    assert not (project / "site").exists()
