"""Days that do not exist, days of the week that a date does not have, and times of no clock."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from markdown_citations.problems import Problem


@pytest.mark.parametrize(
    ("sentence", "message", "hint"),
    [
        (
            "We open on September 31, 2027.",
            'there is no day "September 31, 2027"',
            "September has 30 days. Look the date up.",
        ),
        (
            "We close from June 28 to June 31 while the floors dry.",
            'there is no day "June 31"',
            "June has 30 days. Look the date up.",
        ),
        (
            "We open on February 29, 2027.",
            'there is no day "February 29, 2027"',
            "February has 28 days. Look the date up.",
        ),
        (
            "We open on Tuesday, November 30, 2026.",
            '"Tuesday, November 30, 2026" is no Tuesday',
            "That day is a Monday: mend the day of the week, or the date.",
        ),
        ("It is on 02/30/2026.", 'there is no day "02/30/2026"', "Look the date up, and write it."),
        (
            "It is at 9:75 p.m.",
            'there is no time "9:75 p.m."',
            "An hour has 60 minutes, and half a day 12 hours: look it up.",
        ),
        (
            "It begins at 6:75 in the evening.",
            'there is no time "6:75"',
            "An hour has 60 minutes, and half a day 12 hours: look it up.",
        ),
    ],
)
def test_day_impossible(frame: Any, sentence: str, message: str, hint: str) -> None:
    """Told at its line, with what is right where one can know."""
    frame.body = f"Rest well.\n\n{sentence}"
    (problem,) = frame.found("day-impossible")
    assert (problem.message, problem.hint) == (message, hint)
    assert problem.line == frame.source.splitlines().index(sentence) + 1


def test_chapters_and_ratios(frame: Any) -> None:
    """Such numbers are no time of day, but behind what stands before times."""
    body = "Read Psalm 9:75, or verse 3:62. It is a 20:80 mix, a ratio of 10:90."
    assert frame.found("day-impossible", body=body) == []


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Abrimos el 31 de septiembre de 2027.", "septiembre has 30 days. Look the date up."),
        (
            "Abrimos el martes 30 de noviembre de 2026.",
            "That day is a lunes: mend the day of the week, or the date.",
        ),
        ("Abrimos el miercoles 2 de diciembre de 2026, no 45 de enero.", ""),
    ],
)
def test_days_in_spanish(
    spanish: Callable[[str], tuple[Problem, ...]], text: str, hint: str
) -> None:
    """A day of the week may lack its accent, of which the spell check tells."""
    found = [problem.hint for problem in spanish(text) if problem.code == "day-impossible"]
    assert found == ([hint] if hint else [])
