"""Figures in a real build: data from front matter and references.bib, citations and all."""

from __future__ import annotations

from pathlib import Path

BIB = """
@article{ash2020, author = {Ash, A}, title = {A trial}, journal = {J}, year = {2020},
  people = {28}, keywords = {depression}, studytype = {randomized trial}}
"""
PAGE = """---
title: Home
figures:
  people:
    type: people-studied
    title: People
    caption: How many [@ash2020].
    scale: linear
    conditions:
      - label: Depression
        entries: [ash2020]
---

# Home

::: figure people
"""
EXTENSIONS = ["kapguide.directives", {"kapguide.citations": {"bibliography": "references.bib"}}]
HOOKS = ["cite_sources"]


def test_citations_of_a_figure_are_resolved(build_site) -> None:
    """In caption and text they become markers of the page's own list; the drawing has none."""
    built = build_site(
        {"docs/index.md": PAGE, "references.bib": BIB}, hooks=HOOKS, markdown_extensions=EXTENSIONS
    )
    assert built.lines == []
    page = built.page("index.html")
    assert len(page.css(".figure-note .citation")) == 1
    assert len(page.css(".figure-text .citation")) == 1
    assert page.css("svg .citation") == []
    assert "28 people" in [text.text() for text in page.css("svg text")]


def test_a_second_build_sees_the_new_number(build_site) -> None:
    """The live preview keeps the process: nothing of the first build may stay."""
    for number in ("28", "2800"):
        built = build_site(
            {"docs/index.md": PAGE, "references.bib": BIB.replace("{28}", f"{{{number}}}")},
            hooks=HOOKS,
            markdown_extensions=EXTENSIONS,
        )
        assert built.lines == []
        shown = [text.text() for text in built.page("index.html").css("svg text")]
        assert f"{int(number):,} people" in shown


def test_mistakes_fail_a_strict_build(build_site, caplog) -> None:
    """An unknown study, an unplaced figure and an unknown name: each with its line."""
    caplog.set_level("INFO", logger="mkdocs.hooks")
    page = PAGE.replace("[ash2020]\n", "[ahs2020]\n") + "\n::: figure peple\n\nSee [@ash2020].\n"
    page = page.replace("figures:\n", "figures:\n  spare: {type: course}\n")
    built = build_site(
        {"docs/index.md": page, "references.bib": BIB}, hooks=HOOKS, markdown_extensions=EXTENSIONS
    )
    assert built.failed
    assert built.lines == [
        "WARNING: docs/index.md:12: figure-entry: figures.people.conditions, item 1: entries names"
        ' "ahs2020", which is not in references.bib. Did you mean "ash2020"?',
        'WARNING: docs/index.md:19: figure-unknown: no figure "peple" in the front matter of this'
        ' page. Did you mean "people"?',
    ]
    assert (
        'docs/index.md:4: figure-unplaced: the figure "spare" is described but shown'
        ' nowhere on the page. Add a line "::: figure spare", or remove its data.'
    ) in caplog.messages


def test_no_bibliography_is_no_reason_to_stop(build_site) -> None:
    """A site that cites nothing can still draw the course of a session."""
    page = (
        PAGE.partition("figures:")[0]
        + "figures:\n  a:\n    type: course\n    title: T\n    caption: C.\n    phases:\n"
        + "      - {label: One, minutes: 5}\n      - {label: Two, minutes: 10}\n---\n\n"
        + "# Home\n\n::: figure a\n"
    )
    built = build_site({"docs/index.md": page})
    assert built.lines == []
    assert len(built.page("index.html").css("main svg.figure-svg")) == 1
    assert not (Path(built.folder) / "references.bib").exists()
