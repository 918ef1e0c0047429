"""The course of a session."""

from __future__ import annotations

import re

import pytest

COURSE = """
type: course
title: One session
caption: Clinics *differ*.
whole: 60-150
cite: [ash2020]
phases:
  - label: You arrive & the team <checks> you
    minutes: 15-30
  - label: The medicine works
    minutes: 30-60
    medicine: true
    note: Things may look strange
  - label: You talk
    length: depends on the clinic
  - label: You rest
    minutes: 15+
"""


def test_every_phase_stands_in_the_list_as_well(draw) -> None:
    """What the drawing shows, the numbered list says, in the same order."""
    drawn = draw(COURSE)
    assert drawn.problems == []
    assert drawn.texts("ol > li") == [
        "You arrive & the team <checks> you: 15 to 30 minutes.",
        "The medicine works: 30 to 60 minutes (you may feel the medicine)."
        " Things may look strange.",
        "You talk: depends on the clinic.",
        "You rest: at least 15 minutes.",
    ]
    shown = " ".join(drawn.texts("svg text"))
    for words in ("1. You arrive & the team", "30 to 60 minutes", "Depends on the", "At least 15"):
        assert words in shown


def test_the_whole_and_the_source_are_said(draw) -> None:
    """The length of the session and where the lengths come from follow the list."""
    assert draw(COURSE).texts(".figure-text > p") == [
        "The whole session: 60 to 150 minutes.".replace("60 to 150 minutes", "1 to 2½ hours"),
        "Lengths as the studies give them [@ash2020].",
    ]


def test_bars_are_to_scale(draw) -> None:
    """A phase that lasts twice as long has a bar twice as long, up to a hair line."""
    bars = [
        float(re.search(r"h([\d.]+)", path.attributes["d"] or "")[1])  # type: ignore[index]
        for path in draw(COURSE).figure.css("svg path.figure-filled")
        if "h" in (path.attributes["d"] or "") and "V" not in (path.attributes["d"] or "")
    ]
    arrive, works, rest, _key = bars
    assert works + 1.2 == pytest.approx(2 * (arrive + 1.2), abs=0.05)
    assert rest == arrive


def test_one_length_alone_gets_no_bar(draw) -> None:
    """A single bar compares nothing."""
    drawn = draw(COURSE.replace("minutes: 30-60", "length: it varies").replace("15+", "5+"))
    assert len(drawn.figure.css("path[d*='h']")) > 0
    drawn = draw(
        """
        type: course
        title: T
        caption: C.
        phases:
          - {label: A, minutes: 30}
          - {label: B, length: it varies}
        """
    )
    assert drawn.problems == []
    assert drawn.figure.css("path.figure-filled") == []


@pytest.mark.parametrize(
    ("wrong", "right", "problem"),
    [
        pytest.param(
            "minutes: 15-30",
            "minutes: half an hour",
            'docs/p.md:12: figure-data-wrong: figures.x.phases, item 1: minutes is "half an hour". '
            "Write minutes, as in 20, 15-30, or 120+ for at least two hours.",
            id="no number",
        ),
        pytest.param(
            "minutes: 15-30",
            "minutes: 30-15",
            'docs/p.md:12: figure-data-wrong: figures.x.phases, item 1: minutes is "30-15". '
            "Write minutes, as in 20, 15-30, or 120+ for at least two hours.",
            id="backwards",
        ),
        pytest.param(
            "    length: depends on the clinic\n",
            "",
            "docs/p.md:17: figure-data-missing: figures.x.phases, item 3: length is missing. "
            'Add a line "length: …".',
            id="no length",
        ),
        pytest.param(
            "minutes: 15+",
            "minutes: 15+\n    length: long",
            "docs/p.md:21: figure-data-wrong: figures.x.phases, item 4: length stands beside"
            ' "minutes".'
            " Keep one of the two: the figure says the minutes in words itself.",
            id="both lengths",
        ),
        pytest.param(
            "whole: 60-150",
            "whole: 30-45",
            "docs/p.md:8: figure-numbers: figures.x.whole is at most 45 minutes,"
            " but the phases take at least 60",
            id="the phases are longer than the whole",
        ),
        pytest.param(
            "medicine: true",
            "medicine: sometimes",
            'docs/p.md:15: figure-data-wrong: "figures.x.phases, item 2: medicine" should be true'
            ' or false, not "sometimes"',
            id="not a yes or no",
        ),
        pytest.param(
            "    note: Things",
            "    notes: Things",
            'docs/p.md:16: figure-data-wrong: "figures.x.phases, item 2" has no part called'
            ' "notes". Did you mean "note"?',
            id="a misspelt key",
        ),
        pytest.param(
            "cite: [ash2020]",
            "cite: [ahs2020]",
            'docs/p.md:9: figure-entry: figures.x.cite names "ahs2020",'
            ' which is not in references.bib. Did you mean "ash2020"?',
            id="an unknown citekey",
        ),
    ],
)
def test_wrong_data_are_one_problem_and_no_figure(
    draw, wrong: str, right: str, problem: str
) -> None:
    """Each mistake is named with its line and mend, and nothing false is drawn."""
    assert wrong in COURSE
    drawn = draw(COURSE.replace(wrong, right))
    assert drawn.problems == [problem]
    assert "<figure" not in drawn.html


def test_phases_too_short_for_the_whole(draw) -> None:
    """Without an open end, the longest phases together must reach the whole."""
    drawn = draw(
        """
        type: course
        title: T
        caption: C.
        whole: 90-120
        phases: [{label: A, minutes: 10-20}, {label: B, minutes: 30}]
        """
    )
    assert drawn.problems == [
        "docs/p.md:8: figure-numbers: figures.x.whole is at least 90 minutes,"
        " but the phases take at most 50"
    ]
