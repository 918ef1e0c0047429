"""Two groups of 100 people."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kapguide.figures.icon_array import Group, IconArray
from kapguide.words import load_words

ARRAY = """
type: icon-array
title: Who felt better after one day
caption: >-
  "Better" is what the trials called a response [@cedar2022].
study: 4 randomized trials with 296 people
happened: felt much better
cite: [ash2020, birch2021]
groups:
  - label: with ketamine
    count: 47
  - label: with midazolam
    count: 26
caveats:
  - The certainty is *very low*
  - One day says little [@cedar2022].
"""


def count_people(path: str) -> int:
    """Each person's path starts with one absolute move."""
    return path.count("M")


def test_numbers_stand_in_one_sentence_with_study_and_citation(draw) -> None:
    """Design, size, both counts out of 100 and the citation are read together."""
    drawn = draw(ARRAY)
    assert drawn.problems == []
    assert drawn.text(".figure-text > p") == (
        "In 4 randomized trials with 296 people, about 47 in 100 people felt much better"
        " with ketamine, against 26 in 100 with midazolam [@ash2020; @birch2021]."
    )
    assert drawn.texts(".figure-caveats > li") == [
        "The certainty is very low.",
        "One day says little [@cedar2022].",
    ]


def test_the_figure_names_its_sources_for_the_checks(draw) -> None:
    """What it says without a citation of its own, such as a caveat, rests on these."""
    assert draw(ARRAY).figure.attributes["data-cites"] == "ash2020 birch2021"


def test_drawing_counts_what_it_says(draw) -> None:
    """Filled and outlined people are as many as the numbers above them, and 100 together."""
    drawn = draw(ARRAY)
    filled = [count_people(p.attributes["d"] or "") for p in drawn.figure.css(".figure-filled")]
    outlined = [count_people(p.attributes["d"] or "") for p in drawn.figure.css(".figure-outlined")]
    assert filled == [47, 26, 1]  # the third is the key
    assert outlined == [53, 74, 1]
    assert drawn.texts("svg text")[:4] == [
        "47 in 100",
        "With ketamine",
        "26 in 100",
        "With midazolam",
    ]


@given(st.integers(0, 100), st.integers(0, 100))
def test_every_count_adds_up_to_100(first: int, second: int) -> None:
    """From nobody to everybody."""
    array = IconArray((Group("a", first), Group("b", second)), "s", "h", ("k",), ("c",))
    svg = array.draw(load_words()).render("i", "t", "d")
    assert svg.count("M") == 200 + 2


RANGED = ARRAY.replace("count: 47\n", "count: 47\n    range: [26, 68]\n") + "certainty: very low\n"


def test_range_and_certainty_stand_in_the_sentence(draw) -> None:
    """Who reads one sentence only learns how unsure its numbers are."""
    drawn = draw(RANGED)
    assert drawn.problems == []
    assert drawn.text(".figure-text > p") == (
        "In 4 randomized trials with 296 people, about 47 in 100 people (range 26 to 68) felt much"
        " better with ketamine, against 26 in 100 with midazolam, with very low certainty"
        " [@ash2020; @birch2021]."
    )
    assert drawn.text("desc") == (
        "With ketamine: 26 of 100 shapes are filled, 42 half filled."
        " With midazolam: 26 of 100 shapes are filled. The sentence below says the same."
    )


def test_drawing_shows_who_is_in_the_range(draw) -> None:
    """Whole people are sure; a filled body with an open head is one who may be among them."""
    drawn = draw(RANGED)
    filled = [count_people(p.attributes["d"] or "") for p in drawn.figure.css(".figure-filled")]
    outlined = [count_people(p.attributes["d"] or "") for p in drawn.figure.css(".figure-outlined")]
    bodies, heads = 42, 42
    assert filled == [26, bodies, 26, 1, 1]
    assert outlined == [heads, 100 - 68, 74, 1, 1]
    marks = drawn.figure.css(".figure-line")
    assert len(marks) == 2  # behind the 47th person, and in the key
    said = " ".join(drawn.texts("svg text"))
    assert "With ketamine (range 26 to 68)" in said
    assert "Certainty: very low" in said


@given(st.lists(st.integers(0, 100), min_size=3, max_size=3).map(sorted))
def test_every_range_adds_up_to_100(numbers: list[int]) -> None:
    """Each of the 100 is whole, in the range or outside of it, and each is drawn."""
    low, count, high = numbers
    array = IconArray((Group("a", count, (low, high)), Group("b", 0)), "s", "h", ("k",), ("c",))
    svg = array.draw(load_words()).render("i", "t", "d")
    marks = svg.count("figure-line")
    assert len(re.findall(r"M\d", svg)) - marks == 200 + (high - low) + 3 + 1


@pytest.mark.parametrize(
    ("right", "wrong", "problem"),
    [
        pytest.param(
            "count: 47",
            "count: 147",
            'docs/p.md:14: figure-numbers: "figures.x.groups, item 1: count" cannot be 147.'
            " It may be 0 to 100.",
            id="more than all",
        ),
        pytest.param(
            "count: 47",
            "count: -1",
            'docs/p.md:14: figure-numbers: "figures.x.groups, item 1: count" cannot be -1.'
            " It may be 0 to 100.",
            id="fewer than nobody",
        ),
        pytest.param(
            "count: 47\n",
            "count: 47\n    range: [50, 68]\n",
            "docs/p.md:15: figure-numbers: figures.x.groups, item 1: range from 50 to 68 does not"
            " hold the count 47. Give the lowest number first, and the count between the two.",
            id="outside of its range",
        ),
        pytest.param(
            "count: 47\n",
            "count: 47\n    range: [68, 26]\n",
            "docs/p.md:15: figure-numbers: figures.x.groups, item 1: range from 68 to 26 does not"
            " hold the count 47. Give the lowest number first, and the count between the two.",
            id="a range the wrong way round",
        ),
        pytest.param(
            "count: 47\n",
            "count: 47\n    range: [26]\n",
            'docs/p.md:15: figure-data-wrong: "figures.x.groups, item 1: range" has 1 items, not 2',
            id="a range without an end",
        ),
        pytest.param(
            "study:",
            "certainty: rather low\nstudy:",
            'docs/p.md:9: figure-data-wrong: "figures.x.certainty" cannot be "rather low".'
            ' Did you mean "very low"?',
            id="a certainty that GRADE does not know",
        ),
        pytest.param(
            "count: 47",
            'count: "47%"',
            'docs/p.md:14: figure-data-wrong: "figures.x.groups, item 1: count" should be a whole'
            ' number, not "47%". Write a whole number alone, as in count: 47.',
            id="a per cent",
        ),
        pytest.param(
            "    count: 26\n",
            "",
            'docs/p.md:15: figure-data-missing: "figures.x.groups, item 2" lacks "count".'
            " Add to figures.x.groups, item 2 a line count: with a whole number.",
            id="no count",
        ),
        pytest.param(
            "cite: [ash2020, birch2021]\n",
            "",
            'docs/p.md:4: figure-data-missing: "figures.x" lacks "cite". '
            "Add to figures.x a line cite: with a list.",
            id="no source",
        ),
        pytest.param(
            "cite: [ash2020, birch2021]",
            "cite: []",
            'docs/p.md:11: figure-data-wrong: "figures.x.cite" has 0 items, not 1 to 5',
            id="an empty list of sources",
        ),
        pytest.param(
            "  - label: with midazolam\n    count: 26\n",
            "",
            'docs/p.md:12: figure-data-wrong: "figures.x.groups" has 1 items, not 2',
            id="one group",
        ),
        pytest.param(
            "happened: felt much better",
            "happened: [felt, better]",
            'docs/p.md:10: figure-data-wrong: "figures.x.happened" should be a text, not a list.'
            " Put the whole text in straight quotes.",
            id="a list for a text",
        ),
        pytest.param(
            "happened: felt much better",
            f"happened: felt {'much ' * 20}better",
            'docs/p.md:10: figure-data-wrong: "figures.x.happened" has 111 characters.'
            " There is room for 80.",
            id="too long",
        ),
    ],
)
def test_wrong_data_are_one_problem_and_no_figure(
    draw, right: str, wrong: str, problem: str
) -> None:
    """Each mistake is named with its line and mend, and nothing false is drawn."""
    assert right in ARRAY
    drawn = draw(ARRAY.replace(right, wrong))
    assert drawn.problems == [problem]
    assert "<figure" not in drawn.html


def test_all_mistakes_are_found_in_one_run(draw) -> None:
    """An editor mends them all before the next build."""
    drawn = draw(ARRAY.replace("47", "470").replace("study:", "studi:"))
    assert [p.split(":")[2].strip() for p in drawn.problems] == [
        "figure-numbers",
        "figure-data-wrong",
    ]
