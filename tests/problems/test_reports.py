"""Problems written down for a terminal, GitHub, other programs and code scanning."""

from __future__ import annotations

import json

import pytest
from kapguide.problems.reports import (
    Report,
    format_github,
    format_json,
    format_markdown,
    format_sarif,
    format_text,
    summarise,
)
from markdown_citations.problems import Problem, Rule

ONE = Problem("citekey-unknown", "no entry", "docs/a.md", 3, 'Did you mean "b"?')
TWO = Problem("reading-level", "grade 8.4", "docs/a.md", None, "", "warning")
ODD = Problem("x-y", "50% of it\nis, odd | here", "docs/b,c:d.md", 7)
REPORT = Report([ONE, TWO, ODD], [(TWO, "long names of medicines")], 4)


@pytest.mark.parametrize(
    ("report", "line"),
    [
        (Report([], (), 1), "1 page checked, no problems."),
        (Report([], (), 22), "22 pages checked, no problems."),
        (Report([ONE], (), 2), "2 pages checked: 1 error in 1 file."),
        (Report([TWO], (), 2), "2 pages checked: 1 warning in 1 file."),
        (REPORT, "4 pages checked: 2 errors and 1 warning in 2 files."),
    ],
)
def test_summary(report: Report, line: str) -> None:
    """One line, in words."""
    assert summarise(report) == line


def test_text() -> None:
    """A paragraph a file; each line can be clicked in an editor."""
    assert format_text(REPORT).splitlines() == [
        'docs/a.md:3: citekey-unknown: no entry. Did you mean "b"?',
        "docs/a.md: reading-level (warning): grade 8.4",
        "",
        "docs/b,c:d.md:7: x-y: 50% of it",
        "is, odd | here",
        "",
        "Allowed by their pages:",
        "  docs/a.md: reading-level: grade 8.4 (allowed: long names of medicines)",
        "",
        "`kapguide check --explain CODE` says what a code means.",
        "4 pages checked: 2 errors and 1 warning in 2 files.",
    ]


def test_text_is_painted() -> None:
    """Codes and summary carry their level's colour."""
    painted = format_text(Report([ONE], (), 1), lambda text, style: f"<{style}>{text}</>")
    assert "<error>citekey-unknown</>: no entry" in painted
    assert painted.endswith("<error>1 page checked: 1 error in 1 file.</>")


def test_github() -> None:
    """What would end a workflow command is escaped."""
    assert format_github(REPORT).splitlines() == [
        '::error file=docs/a.md,line=3,title=citekey-unknown::no entry. Did you mean "b"?',
        "::warning file=docs/a.md,title=reading-level::grade 8.4",
        "::error file=docs/b%2Cc%3Ad.md,line=7,title=x-y::50%25 of it%0Ais, odd | here",
        "4 pages checked: 2 errors and 1 warning in 2 files.",
    ]


def test_json() -> None:
    """Every field of every problem, and the sums."""
    read = json.loads(format_json(REPORT))
    assert (read["pages"], read["errors"], read["warnings"]) == (4, 2, 1)
    assert read["problems"][0] == {
        "code": "citekey-unknown",
        "message": "no entry",
        "path": "docs/a.md",
        "line": 3,
        "hint": 'Did you mean "b"?',
        "severity": "error",
    }
    assert read["silenced"][0]["reason"] == "long names of medicines"


def test_sarif() -> None:
    """Results name a rule that is described, and a place; silenced ones say so."""
    rule = Rule("x-y", "error", "A rule.", "A source", "wrong", "right")
    read = json.loads(format_sarif(REPORT, {"x-y": rule}))
    (run,) = read["runs"]
    assert read["version"] == "2.1.0"
    assert [r["id"] for r in run["tool"]["driver"]["rules"]] == [
        "citekey-unknown",
        "reading-level",
        "x-y",
    ]
    first, second, _, silenced = run["results"]
    place = first["locations"][0]["physicalLocation"]
    assert place == {"artifactLocation": {"uri": "docs/a.md"}, "region": {"startLine": 3}}
    assert second["level"] == "warning"
    assert silenced["suppressions"][0]["justification"] == "long names of medicines"


def test_markdown() -> None:
    """A table for the summary of a job; a bar in a text does not break it."""
    rows = [line for line in format_markdown(REPORT).splitlines() if line.startswith("|")]
    assert len(rows) == 5
    assert all(row.replace(r"\|", "").count("|") == 5 for row in rows)
