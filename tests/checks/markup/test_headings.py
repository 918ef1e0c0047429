"""How long a heading may be."""

from __future__ import annotations

from typing import Any

import pytest


def test_empty_heading(frame: Any) -> None:
    """It is told at its line, though no reader sees a word of it."""
    frame.body = "## The house\n\nRest.\n\n##  \n\nRest."
    (problem,) = frame.found("headings")
    assert problem.message == "an empty heading (<h2>)"
    assert frame.source.split("\n")[problem.line - 1] == "##  "


def test_long_heading(frame: Any) -> None:
    """A title of more than 65 characters is cut off in lists of results."""
    frame.front["title"] = (
        "A plain page " + "whose title says more and more of what a reader finds below"
    )
    assert [p.code for p in frame.problems()] == ["headings"]


def test_second_title_is_told_once(frame: Any) -> None:
    """What stands below it is of the level that it would have."""
    frame.body = "## One\n\nRest.\n\n# Two\n\nRest.\n\n### Three\n\nRest."
    assert [p.message for p in frame.found("headings")] == ["2 first-level headings"]


@pytest.mark.parametrize(
    ("title", "found"),
    [
        (f"What {'we would like you to know ' * 2}before the day", ["title-length"]),
        (f"What {'we would like you to know ' * 2}on it", []),
    ],
)
def test_title_length(frame: Any, title: str, found: list[str]) -> None:
    """At most 65 characters; a heading that is as long is told by itself."""
    frame.front["title"] = title
    html = frame.html.replace(f"<h1>{title}</h1>", "<h1>A plain page</h1>")
    assert [p.code for p in frame.problems(html)] == found


def test_titles_of_two_pages(frame: Any) -> None:
    """A list of pages has their titles for headings: that two are alike is told at those."""
    frame.body = "## The list\n\n### [Rest](rest.md)\n\nOne.\n\n### [Rest](rest-2.md)\n\nTwo."
    assert frame.found("headings") == []
