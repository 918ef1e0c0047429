"""Sentences beside a notice that take it back."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    "sentence",
    [
        "The notice below is a legal formality, which does not apply to our clinic.",
        "What follows is just legal boilerplate.",
        "You can ignore the disclaimer at the end of this page.",
        "Our lawyers make us print the text below.",
        "These lines don't apply to you.",
        "We are required to show this, but our patients need not read it.",
        "The numbers below are out of date.",
        "That box is not meant for our patients.",
        "The text below is not for you, but a mere formality.",
    ],
)
def test_taken_back(frame: Any, sentence: str) -> None:
    """Right before the notices, with its line."""
    (problem,) = frame.found("notice-taken-back", body=f"A plain sentence.\n\n{sentence}")
    assert problem.line == frame.source.splitlines().index(sentence) + 1


def test_behind_a_notice(frame: Any) -> None:
    """A template may put it there."""
    frame.after = "<p>This is a mere formality.</p>"
    assert "notice-taken-back" in {p.code for p in frame.problems()}


@pytest.mark.parametrize(
    "sentence",
    [
        "The notice below stands on every page.",
        "Do not skip a meal the day before.",
        "We clean with products that have no scent. Please skip the cologne that morning.",
        "You can skip the line by using the portal, which opens at 9.",
        "That is no cure, and we don't count it so.",
        "Give us a telephone number: a driver alone does not count.",
        "Your insurance may not pay for this.",
        "Ask your clinic which of these apply to you.",
        "Ketamine is legal as a medicine.",
        "Call the number below in an emergency.",
        "Do not ignore the disclaimer at the end of this page.",
        "The notice below is not a mere formality, and nobody should skip the lines above.",
    ],
)
def test_not_taken_back(frame: Any, sentence: str) -> None:
    """Plain words beside a notice are all right."""
    assert frame.found("notice-taken-back", body=sentence) == []


def test_far_from_a_notice(frame: Any) -> None:
    """Elsewhere on the page such words speak of something else, but where they name a notice."""
    text = "\n\n".join(f"A plain sentence, number {n}." for n in range(8))
    frame.body = f"Signing this form is a mere formality.\n\n{text}"
    assert "notice-taken-back" not in {p.code for p in frame.problems()}
    frame.body = f"The disclaimer at the end is a mere formality.\n\n{text}"
    assert "notice-taken-back" in {p.code for p in frame.problems()}
