"""Problems written down for a terminal, GitHub, other programs and code scanning."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable

import markdown
import pytest
from kapguide.problems.reports import (
    Report,
    format_github,
    format_json,
    format_markdown,
    format_remarks,
    format_sarif,
    format_text,
    summarise,
)
from markdown_citations.problems import Problem, Rule
from selectolax.lexbor import LexborHTMLParser

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
        r"docs/b,c:d.md:7: x-y: 50% of it\nis, odd | here",
        "",
        "Allowed by their pages:",
        "  docs/a.md: reading-level: grade 8.4 (allowed: long names of medicines)",
        "",
        "CONTRIBUTING.md says what each code means.",
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
        "::error file=docs/b%2Cc%3Ad.md,line=7,title=x-y::50%25 of it\\nis, odd | here",
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
        "cause": "",
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


COMMANDS = ["::error file=docs/index.md::spoofed", "  ::stop-commands::z", "##[add-matcher]x.json"]
UNSEEN = {
    "a line break": "\n",
    "a carriage return": "\r",
    "an escape sequence": "\x1b]0;pwned\x07",
    "a C1 control": "\x9b31m",
    "a line separator": "\u2028",
    "text that runs backwards": "\u202e",
    "half a character": "\udc80",
    "a null": "\x00",
}
WRITERS = [
    format_text,
    format_github,
    format_markdown,
    format_json,
    lambda report: format_sarif(report, {}),
    lambda report: "\n".join(format_remarks(report)),
]
NAMES = ["text", "github", "markdown", "json", "sarif", "log"]


@pytest.mark.parametrize("write", WRITERS, ids=NAMES)
@pytest.mark.parametrize("unseen", UNSEEN.values(), ids=UNSEEN.keys())
@pytest.mark.parametrize("command", COMMANDS, ids=["error", "stop-commands", "old style"])
def test_words_of_pages_are_data(write: Callable[[Report], str], unseen: str, command: str) -> None:
    """Whatever a page, a file's name or a reason holds, nobody who reads a report obeys it."""
    words = f"{command}{unseen}{command}"
    problem = Problem("x-y", words, words, 1, words)
    written = write(Report([problem], [(problem, words)], 1))
    commands = [line for line in written.split("\n") if line.lstrip().startswith("::")]
    assert len(commands) == (write is format_github)  # its own
    assert "##[" not in written
    assert not {
        char for char in written if unicodedata.category(char) in {"Cc", "Cf", "Zl", "Zp"}
    } - {"\n"}
    written.encode("utf-8")


@pytest.mark.parametrize(
    "words",
    [
        '<img src="https://evil.example/x.png">',
        "![x](https://evil.example/x.png)",
        "[a link](https://evil.example)",
        "https://evil.example/",
        "www.evil.example",
        "`code` | <!-- comment",
        "thanks to @somebody",
        "see #12",
    ],
)
def test_summary_of_a_job_is_text(words: str) -> None:
    """It is shown as Markdown: words of a page make no picture, no link and no mention in it."""
    problem = Problem("x-y", words, "docs/a.md", 1)
    html = LexborHTMLParser(
        markdown.markdown(format_markdown(Report([problem], [(problem, words)])))
    )
    assert html.css("img, a") == []
    assert "<!--" not in str(html.html)
    written = format_markdown(Report([problem], [(problem, words)]))
    assert not re.search(r"(?<!\\)(?:@somebody|#12|//evil|www\.)", written)
