"""Names that only keep a place."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest


def _problems(frame: Any, reviewer: str, credentials: str = "MD") -> list[str]:
    review = {"reviewer": reviewer, "credentials": credentials, "date": date(2026, 11, 2)}
    frame.front["review"] = review
    return [p.message for p in frame.problems() if p.code == "review-placeholder"]


@pytest.mark.parametrize(
    "name",
    [
        "Jane Doe",
        "JOHN DOE",
        "Dr. Jane Doe",
        "Jane A. Doe",
        "John Smith",
        "Max Mustermann",
        "The clinical team",
        *(
            "TBD",
            "T.B.D.",
            "tba",
            "To be determined",
            "N/A",
            "none",
            "pending",
            "???",
            "-",
            "_____",
        ),
        "xxx",
        "XXX",
        "asdf",
        "foo",
        "test",
        "Test User",
        "TODO",
        "Lorem ipsum",
        "placeholder",
        *(
            "Name",
            "Your name",
            "First Last",
            "Firstname Lastname",
            "Dr. Firstname Lastname",
            "Prof. First Last",
            "Nurse Firstname",
            "Reviewer 1",
            "Dr. X",
            "Dr. XYZ",
            "Dr. ABC",
            "Dr. Name",
        ),
        "Clinician",
        *("Doctor", "the physician", "Therapist 2", "our nurse", "A doctor, MD"),
        "the team",
        "staff",
        "someone",
        "insert name",
        "name here",
    ],
)
def test_placeholder(frame: Any, name: str) -> None:
    """As a name and as a degree."""
    assert _problems(frame, name) == [f'the reviewer is "{name}", which stands for nobody']


@pytest.mark.parametrize(
    "name",
    [
        "Ann Lee",
        "Priya N. Raman",
        "Jane Doering",
        "John Q. Smithers",
        "Ng Ho",
        "Xiaoxu Li",
        "Doe Anders",
        "Name Okonkwo",
        "Al Test",
        "Janet Roe-Williams",
        "Ann Example-Jones",
    ],
)
def test_real_name(frame: Any, name: str) -> None:
    assert _problems(frame, name) == []


def test_placeholder_as_degree(frame: Any) -> None:
    assert _problems(frame, "Ann Lee", "TBD") == [
        'the credentials is "TBD", which stands for nobody'
    ]


@pytest.mark.parametrize("degree", ["Physician", "doctor", "Clinician", "therapist", "Nurse"])
def test_what_somebody_is(frame: Any, degree: str) -> None:
    """No name, and a right word for who has one."""
    assert _problems(frame, "Ann Lee", degree) == []


@pytest.mark.parametrize("value", ["done", True, "Reviewed by Dr. Chen", date(2026, 11, 1)])
def test_review_in_another_form(frame: Any, value: object) -> None:
    """The message shows both right forms."""
    frame.front["review"] = value
    (problem,) = [p for p in frame.problems() if p.code == "front-matter-value"]
    assert problem.hint == (
        "Write review: pending, or review: with three lines below it, each two spaces in: "
        "reviewer: and a name; credentials: and degrees; date: and a day, as 2026-01-31."
    )
