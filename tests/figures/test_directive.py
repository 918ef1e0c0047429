"""`::: figure NAME`: finding the data, and putting the figure in."""

from __future__ import annotations

import json
import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from kapguide.figures.directive import TYPES, FigureDirective
from kapguide.words import load_words
from markdown import Markdown
from markdown_citations.directives import DirectiveExtension
from markdown_citations.library.entries import Library
from markdown_citations.problems import Problem

NAMES = [
    *("title", "caption", "groups", "label", "count", "study", "happened", "cite", "caveats"),
    *("phases", "minutes", "length", "medicine", "note", "whole", "scale", "split"),
    *("conditions", "entries", "where", "except"),
]
"""Every key of every type."""

SMALL = """
type: course
title: "A *title* with [@ash2020] & <b>"
caption: >-
  See **this** [@ash2020].
  It has two lines.
phases:
  - {label: "*One*", length: a}
  - {label: "Two [@ash2020]", length: "b & <i>c</i>"}
"""


def test_a_figure_is_a_captioned_image_with_text(draw) -> None:
    """Title, caption, drawing, text: in this order, for eyes and for ears."""
    figure = draw(SMALL).figure
    assert figure.attributes["class"] == "figure figure-course"
    names = [child.attributes.get("class") for child in figure.iter()]
    assert names == [None, "figure-note", "figure-drawing", "figure-text"]
    assert figure.css_first("figcaption") is not None


def test_labels_are_plain_and_captions_are_markdown(draw) -> None:
    """Only what may hold Markdown is read as Markdown; the drawing never is."""
    drawn = draw(SMALL)
    assert drawn.text("figcaption") == "A *title* with [@ash2020] & <b>"
    assert drawn.text("p.figure-note") == "See this [@ash2020]. It has two lines."
    assert drawn.text(".figure-note strong") == "this"
    assert drawn.texts("li strong") == ["*One*", "Two [@ash2020]"]
    assert "1. *One*" in drawn.texts("svg text")
    assert drawn.figure.css("svg em, svg i, svg b, figcaption b") == []


def test_nothing_that_a_strict_policy_forbids(draw) -> None:
    """No style attribute, no script, no address: the figure needs no exception."""
    html = draw(SMALL).html
    assert not re.search(r"\sstyle=|<script|<style|href=|url\(|\son\w+=", html)


def test_text_in_the_drawing_is_large_enough(draw) -> None:
    """A unit is a pixel at 360 px, and no text is smaller than 12 of them."""
    svg = draw(SMALL).figure.css_first("svg")
    assert svg.attributes["viewBox"].split()[:3] == ["0", "0", "328"]
    sizes = [float(text.attributes["font-size"]) for text in svg.css("text")]
    assert sizes
    assert min(sizes) >= 12


def test_the_search_does_not_find_the_drawing_too(draw) -> None:
    """The text below says the same: once in the index is enough."""
    assert "data-search-exclude" in draw(SMALL).figure.css_first(".figure-drawing").attributes


def test_ids_are_unique_where_a_figure_is_shown_twice(draw) -> None:
    """The second showing has ids of its own, and names itself by them."""
    drawn = draw(SMALL, "::: figure x\n\nText.\n\n::: figure x\n")
    ids = re.findall(r'\bid="([^"]+)"', drawn.html)
    assert len(ids) == len(set(ids)) == 6
    for svg in drawn.tree.css("svg"):
        assert set(svg.attributes["aria-labelledby"].split()) <= set(ids)


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        pytest.param(
            "::: figure x\n\n::: figure xx\n\n::: figure xx1\n",
            'docs/p.md:17: figure-unknown: no figure "xx" in the front matter of this page.'
            ' Did you mean "x"?',
            id="also where another name starts alike",
        ),
        pytest.param(
            "::: figure\n",
            'docs/p.md:15: figure-unknown: no figure "" in the front matter of this page.'
            " There are: x.",
            id="no name",
        ),
    ],
)
def test_an_unknown_figure_is_named_with_its_line(draw, body: str, problem: str) -> None:
    """A misspelt name is one message, and the other figures are still drawn."""
    assert draw(SMALL, body).problems[0] == problem


@pytest.mark.parametrize("figures", [None, [], "response", {}])
def test_a_page_without_figures_says_where_they_belong(figures: object) -> None:
    """Also where the front matter holds something else under that name."""
    problems: list[Problem] = []
    source = f"---\nfigures: {json.dumps(figures)}\n---\n\n::: figure x\n"
    directive = FigureDirective(
        Library(), lambda: ("docs/p.md", source), problems.append, load_words()
    )
    html = Markdown(extensions=[DirectiveExtension({"figure": directive})]).convert("::: figure x")
    assert html == ""
    assert [str(problem) for problem in problems] == [
        'docs/p.md:5: figure-unknown: no figure "x" in the front matter of this page.'
        ' Add it under "figures:".'
    ]


def test_an_unknown_type_is_named_with_the_nearest(draw) -> None:
    """The line is that of the type."""
    assert draw(SMALL.replace("course", "coarse")).problems == [
        'docs/p.md:5: figure-type-unknown: the figure "x" has the unknown type "coarse".'
        ' Did you mean "course"?'
    ]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        pytest.param(
            "title: T\ncaption: C.",
            'docs/p.md:4: figure-data-missing: "figures.x" lacks "type". '
            "Add to figures.x a line type: with a text.",
            id="no type",
        ),
        pytest.param(
            "- a\n- b",
            'docs/p.md:4: figure-data-wrong: "figures.x" should be a group of settings, not a list.'
            " Write lines such as name: value below it.",
            id="a list",
        ),
        pytest.param(
            SMALL.replace("title:", "titel:"),
            'docs/p.md:6: figure-data-wrong: "figures.x" has no part called "titel". '
            'Did you mean "title"?',
            id="a misspelt key",
        ),
        pytest.param(
            SMALL.replace("phases:", "phases: none\nnot_phases:"),
            'docs/p.md:10: figure-data-wrong: "figures.x.phases" should be a list, not "none".'
            " Write it in square brackets: phases: [none].",
            id="a text for a list",
        ),
        pytest.param(
            SMALL.replace('{label: "*One*", length: a}', "just text"),
            'docs/p.md:11: figure-data-wrong: "figures.x.phases, item 1" should be a group of'
            ' settings, not "just text". Write lines such as name: value below it.',
            id="a text for a group of settings",
        ),
        pytest.param(
            SMALL.replace('- {label: "*One*", length: a}', "- {label: One, length: [a]}"),
            'docs/p.md:11: figure-data-wrong: "figures.x.phases, item 1: length" should be a text,'
            " not a list. Put the whole text in straight quotes.",
            id="a list for a text",
        ),
    ],
)
def test_broken_data_are_explained(draw, data: str, problem: str) -> None:
    """The first message says what to mend; nothing is drawn."""
    drawn = draw(data)
    assert drawn.problems[0] == problem
    assert "<figure" not in drawn.html


def test_form_and_entries_are_checked_in_one_run(draw) -> None:
    """A misspelt key hides no unknown study, in whatever order they stand."""
    drawn = draw(f"{SMALL}cites: [ash2020]\ncite: [ahs2020]\n")
    assert [problem.split(": ", 2)[2] for problem in drawn.problems] == [
        '"figures.x" has no part called "cites". Did you mean "cite"?',
        'figures.x.cite names "ahs2020", which is not in references.bib. Did you mean "ash2020"?',
    ]


DATA = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=4) | st.just("ash2020"),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES) | st.text(), inner)
    ),
    max_leaves=12,
)


@given(st.sampled_from(sorted(TYPES)), st.dictionaries(st.sampled_from(NAMES), DATA))
def test_any_data_are_drawn_or_explained(kind: str, values: dict[str, object]) -> None:
    """No data make the build fail without a message."""
    problems: list[Problem] = []
    source = f"---\n{yaml.safe_dump({'figures': {'x': {**values, 'type': kind}}})}---\n"
    directive = FigureDirective(
        Library(), lambda: ("docs/p.md", source), problems.append, load_words()
    )
    html = Markdown(extensions=[DirectiveExtension({"figure": directive})]).convert("::: figure x")
    assert ("<figure" in html) != bool(problems)


def test_a_figure_that_is_never_shown_is_a_warning(draw) -> None:
    """Data without a place are a line that somebody forgot."""
    drawn = draw(SMALL, "Text.\n")
    (problem,) = drawn.directive.find_unplaced()
    assert str(problem) == (
        'docs/p.md:4: figure-unplaced: the figure "x" is described but shown nowhere on the page.'
        ' Add a line "::: figure x", or remove its data.'
    )
    assert problem.severity == "warning"
    assert draw(SMALL).directive.find_unplaced() == []


def test_types_of_figures() -> None:
    """Each has its name for pages."""
    assert set(TYPES) == {"course", "icon-array", "people-studied"}
