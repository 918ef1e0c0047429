"""The days, the months and I have a capital."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("body", "right"),
    [
        ("We rest on monday, and go.", "Monday"),
        ("It opened in january.", "January"),
        ("May i rest?", "I"),
        ("Then i'm well.", "I'm"),
    ],
)
def test_small(frame: Any, body: str, right: str) -> None:
    (problem,) = frame.found("capital-missing", body=body)
    assert problem.hint == f'Write "{right}".'


def test_large_in_spanish(spanish: Any) -> None:
    """Days and months are small there, but for the start of a sentence."""
    text = "Lunes, en mayo. Venga el Lunes, o en Enero. Martes también."
    found = [problem for problem in spanish(text) if problem.code == "capital-missing"]
    assert sorted((problem.message, problem.hint) for problem in found) == [
        ('"Enero" stands with a capital', 'Write "enero".'),
        ('"Lunes" stands with a capital', 'Write "lunes".'),
    ]


@pytest.mark.parametrize(
    "body", ["On Monday, in May.", "It may be so.", "Parts i. and (i) and ii.", "Type `monday`."]
)
def test_right(frame: Any, body: str) -> None:
    assert frame.found("capital-missing", body=body) == []
