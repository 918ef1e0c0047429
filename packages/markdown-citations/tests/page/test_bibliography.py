"""Where a page's bibliography stands, and where markers lead without one."""

from __future__ import annotations

from typing import Any

import pytest
from markdown_citations.page import render
from markdown_citations.page.bibliography import link_markers

PLACE = "::: bibliography"
PLACES = {
    "between paragraphs": (f"So [@kew2023].\n\n{PLACE}\n\nEnd.\n", "p + section.references + p"),
    "right under a line": (f"So [@kew2023].\n{PLACE}\n", "p + section.references"),
    "in an admonition": (
        f"So [@kew2023].\n\n!!! note\n\n    {PLACE}\n",
        ".admonition section.references",
    ),
    "in a list": (f"So [@kew2023].\n\n- a\n\n    {PLACE}\n", "li > section.references"),
    "before what is cited": (f"{PLACE}\n\nSo [@kew2023].\n", "section.references:first-child + p"),
    "twice": (f"{PLACE}\n\nSo [@kew2023].\n\n{PLACE}\n", "section.references + p:last-child"),
}


@pytest.mark.parametrize(("source", "selector"), PLACES.values(), ids=PLACES)
def test_stands_where_the_page_says(source: str, selector: str, convert: Any) -> None:
    page = convert(source)
    assert page.problems == []
    assert len(page.all(selector)) == len(page.all("section.references")) == 1
    assert PLACE not in page.html
    assert "markdown-citations" not in page.html


@pytest.mark.parametrize(
    ("heading", "name"),
    [("## Sources", "Sources"), ("# What *we* read {#read}", "What we read")],
    ids=["plain", "with emphasis and attributes"],
)
def test_heading_before_it_is_its_heading(heading: str, name: str, convert: Any) -> None:
    page = convert(f"So [@kew2023].\n\n{heading}\n\n{PLACE}\n")
    section = page.one("section.references")
    assert section.attributes["aria-label"] == name
    assert section.css("h2") == []


@pytest.mark.parametrize(
    "taken",
    ["## More {#references}", "More\n{: .x #references }", '<p id="references" markdown>More</p>'],
    ids=["a heading", "a paragraph", "HTML around Markdown"],
)
def test_its_id_is_free(taken: str, convert: Any) -> None:
    page = convert(f"So [@kew2023].\n\n{taken}\n")
    assert page.one("#references").text() == "More"
    assert page.one("section.references").attributes["aria-labelledby"] == "references-2"
    assert page.one("section.references h2#references-2")


def test_without_citations_there_is_none(convert: Any) -> None:
    page = convert(f"Nothing.\n\n{PLACE}\n")
    assert page.html == "<p>Nothing.</p>"


def test_in_code_it_is_text(convert: Any) -> None:
    page = convert(f"So [@kew2023].\n\n    {PLACE}\n")
    assert page.one("pre").text().strip() == PLACE


def test_markers_lead_to_the_page_that_lists_the_entry(convert: Any) -> None:
    html = convert("So [@kew2023; @dore2019].\n").html
    marker = html.partition("<section")[0]
    linked, missing = link_markers(marker, {"ref-kew2023": "../all/"}.get)
    assert 'href="../all/#ref-kew2023"' in linked
    assert missing == {"ref-dore2019"}
    assert link_markers(html, {}.get) == (html, set())


def test_how_back_links_look_is_said_in_one_place(
    convert: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(render, "render_back_links", lambda item, what, texts: f"↑{item.places}")
    page = convert("[@dore2019] and [@kew2023; @dore2019].")
    assert [node.text().split()[-1] for node in page.all("li.csl-entry")] == ["↑2", "↑1"]
    assert page.all("[role=doc-backlink]") == []
