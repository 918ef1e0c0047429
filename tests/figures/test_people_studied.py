"""How many people were studied, counted from the bibliography."""

from __future__ import annotations

import pytest
from kapguide.figures.counted_studies import COUNTED_AGAIN
from kapguide.words import load_words

PEOPLE = """
type: people-studied
title: How many people were studied
caption: Bars show how many, not how well it worked.
scale: linear
split: psychotherapy
conditions:
  - label: Depression
    entries: [ash2020, birch2021]
  - label: PTSD
    where: {keywords: ptsd}
    except: [birch2021]
  - label: Eating disorders
    entries: []
    note: Single cases only [@gorse2025]
"""


def test_people_are_summed_from_the_library(draw) -> None:
    """No number is typed: 28 and 1,403 make 1,431, and each study is cited."""
    drawn = draw(PEOPLE)
    assert drawn.problems == []
    assert drawn.texts(".figure-conditions > li") == [
        "Depression: 1,431 people in 2 studies [@ash2020; @birch2021],"
        " 28 of them with psychotherapy.",
        "PTSD: 40 people in 1 study [@cedar2022], none of them with psychotherapy.",
        "Eating disorders: none counted. Single cases only [@gorse2025].",
    ]
    shown = drawn.texts("svg text")
    for number in ("1,431 people", "40 people", "none counted"):
        assert number in shown


def test_where_takes_no_reviews_and_none_without_people(draw) -> None:
    """A word finds studies with people of their own, whatever its case."""
    drawn = draw(PEOPLE.replace("    except: [birch2021]\n", "").replace("ptsd", "Ptsd"))
    assert drawn.problems == []
    assert "1,443 people in 2 studies [@birch2021; @cedar2022]" in drawn.text(".figure-text")
    assert "fir2024" not in drawn.html


def test_a_study_that_was_not_read_as_a_whole_is_told_in_the_library_alone(draw) -> None:
    """Its number of people stands where nobody looks, or its citekey is gone."""
    drawn = draw(PEOPLE.replace("entries: []", "entries: [hazel2026, iris2027]"))
    assert drawn.problems == []
    assert "none counted" in drawn.texts("svg text")


def test_a_study_of_two_conditions_is_owned_up_to(draw) -> None:
    """Counting someone twice is said, where it happens and only there."""
    said = "A study of more than one condition is counted under each of them."
    assert said not in draw(PEOPLE).text(".figure-text")
    twice = draw(PEOPLE.replace("    except: [birch2021]\n", ""))
    assert said in twice.text(".figure-text")


@pytest.mark.parametrize("scale", ["linear", "log"])
def test_the_scale_is_said_in_the_drawing(draw, scale: str) -> None:
    """Nobody has to know what a logarithm is to be warned of one."""
    data = PEOPLE.replace("linear", scale).replace("split: psychotherapy\n", "")
    shown = " ".join(draw(data).texts("svg text"))
    assert ("ten times the step before" in shown) == (scale == "log")
    assert ("twice as many people" in shown) == (scale == "linear")
    assert "With psychotherapy" not in shown


def test_split_shows_both_parts_by_form(draw) -> None:
    """The part with psychotherapy is filled, the rest outlined: no colour is needed."""
    figure = draw(PEOPLE).figure
    assert len(figure.css("path.figure-filled")) == 1 + 1
    assert len(figure.css("path.figure-outlined")) == 2 + 1


@pytest.mark.parametrize(
    ("right", "wrong", "problem"),
    [
        pytest.param(
            "[ash2020, birch2021]",
            "[ash2020, brich2021]",
            'docs/p.md:12: figure-entry: figures.x.conditions, item 1: entries names "brich2021",'
            ' which is not in references.bib. Did you mean "birch2021"?',
            id="an unknown citekey",
        ),
        pytest.param(
            "[ash2020, birch2021]",
            "[brich2021]",
            'docs/p.md:12: figure-entry: figures.x.conditions, item 1: entries names "brich2021",'
            ' which is not in references.bib. Did you mean "birch2021"?',
            id="an unknown citekey alone",
        ),
        pytest.param(
            "[ash2020, birch2021]",
            "[ash2020, ash2020]",
            "docs/p.md:12: figure-numbers: figures.x.conditions, item 1:"
            ' entries names "ash2020" 2 times',
            id="a study twice",
        ),
        pytest.param(
            "[ash2020, birch2021]",
            "[fir2024]",
            "docs/p.md:12: figure-entry: figures.x.conditions, item 1: entries names"
            ' "fir2024", a systematic review: it counts the same people again',
            id="a review",
        ),
        pytest.param(
            "[ash2020, birch2021]",
            "[gorse2025]",
            "docs/p.md:12: figure-entry: figures.x.conditions, item 1: entries names"
            ' "gorse2025", which has no number of people. Add "people = {…}" to that entry.',
            id="no people",
        ),
        pytest.param(
            "[ash2020, birch2021]",
            "[elm2023]",
            "docs/p.md:12: figure-entry: figures.x.conditions, item 1: entries names"
            ' "elm2023", in which only some people had psychotherapy.'
            " Leave it out, or remove the line split.",
            id="a study that cannot be split",
        ),
        pytest.param(
            "{keywords: ptsd}",
            "{keyword: ptsd}",
            'docs/p.md:14: figure-entry: figures.x.conditions, item 2: where names "keyword",'
            ' a field that no entry has. Did you mean "keywords"?',
            id="an unknown field",
        ),
        pytest.param(
            "{keywords: ptsd}",
            "{keywords: depresion}",
            "docs/p.md:14: figure-entry: figures.x.conditions, item 2: where matches no study"
            ' with people of its own. Did you mean "depression"?',
            id="a word that matches nothing",
        ),
        pytest.param(
            "    note: Single cases only [@gorse2025]\n",
            "",
            "docs/p.md:16: figure-data-missing: figures.x.conditions, item 3: note is missing."
            ' Add a line "note: …".',
            id="nothing counted and no reason",
        ),
        pytest.param(
            "scale: linear",
            "scale: linaer",
            'docs/p.md:8: figure-data-wrong: "figures.x.scale" cannot be "linaer".'
            ' Did you mean "linear"?',
            id="a misspelt scale",
        ),
        pytest.param(
            "scale: linear",
            "scale: log",
            'docs/p.md:9: figure-data-wrong: figures.x.split cannot be used with "scale: log".'
            " On such a scale the parts of a bar cannot be compared.",
            id="parts on a log scale",
        ),
        pytest.param(
            "    where: {keywords: ptsd}\n",
            "    where: {keywords: ptsd}\n    entries: [cedar2022]\n",
            "docs/p.md:15: figure-data-wrong: figures.x.conditions, item 2: entries stands beside"
            ' "where". Keep one of them.',
            id="both ways to choose",
        ),
        pytest.param(
            "    where: {keywords: ptsd}\n",
            "",
            "docs/p.md:13: figure-data-missing: figures.x.conditions, item 2: entries is missing."
            " List citekeys, or use where.",
            id="neither way to choose",
        ),
        pytest.param(
            "{keywords: ptsd}",
            "{}",
            "docs/p.md:14: figure-data-wrong: figures.x.conditions, item 2: where names no field."
            " Write {keywords: PTSD}.",
            id="no field",
        ),
    ],
)
def test_wrong_data_are_one_problem_and_no_figure(
    draw, right: str, wrong: str, problem: str
) -> None:
    """Each mistake is named with its line and mend, and nothing false is drawn."""
    assert right in PEOPLE
    drawn = draw(PEOPLE.replace(right, wrong))
    assert drawn.problems == [problem]
    assert "<figure" not in drawn.html


def test_the_words_are_those_of_the_bibliography() -> None:
    """The study types and the values of `psychotherapy` looked for do occur there."""
    assert set(load_words().group("study.types")) >= COUNTED_AGAIN
    assert {"yes", "varied"} <= set(load_words().group("study.with_therapy"))
