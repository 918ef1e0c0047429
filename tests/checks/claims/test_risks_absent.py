"""Benefits, risks, what is not known, and the notice before them: rules on whole pages."""

from __future__ import annotations

from typing import Any

import pytest

GAIN = "In a trial of 41 people, ketamine eased depression in 12 of 41 [@trial]."
HARM = "In the same trial of 41 people, 9 of 41 felt sick or afraid [@trial]."
NOTICE = "::: notice regulatory-status"
UNKNOWN = (
    "## What is not known\n\n"
    + "Nobody knows how long it lasts, or for whom it is good. Ask the team. " * 4
)
POINTS = "## Key points\n\n- One thing.\n- Another thing."


def _page(frame: Any, *parts: str, kind: str = "treatment") -> list[str]:
    frame.front["type"] = kind
    frame.body = "\n\n".join(parts)
    return [p.code for p in frame.problems()]


def test_balanced_page_passes(frame: Any) -> None:
    """Notice, benefit, risk and what is not known: nothing to mend."""
    parts = (POINTS, NOTICE, "## What was found", GAIN, "## Risks", HARM, UNKNOWN)
    assert _page(frame, *parts) == []


def test_no_risks(frame: Any) -> None:
    """Benefits alone are an advertisement."""
    assert _page(frame, POINTS, NOTICE, "## What was found", GAIN, UNKNOWN) == ["risks-absent"]


def test_risks_too_short(frame: Any) -> None:
    """The risks have at least 0.7 of the benefits' words."""
    parts = (POINTS, NOTICE, "## What was found", GAIN, "## Risks", "Some feel sick.", UNKNOWN)
    assert _page(frame, *parts) == ["risks-absent"]


@pytest.mark.parametrize(("between", "codes"), [(2, []), (3, ["risks-absent"])])
def test_risks_too_far_down(frame: Any, between: int, codes: list[str]) -> None:
    """At most two sections stand between the benefits and the risks."""
    middle = [f"## Section {number}\n\nPlain words." for number in range(between)]
    parts = (POINTS, NOTICE, "## What was found", GAIN, *middle, "## Risks", HARM, UNKNOWN)
    assert _page(frame, *parts) == codes


def test_risks_may_come_first(frame: Any) -> None:
    """Risks before benefits are never too far away."""
    parts = (POINTS, NOTICE, "## Side effects", HARM, "## What was found", GAIN, UNKNOWN)
    assert _page(frame, *parts) == []


def test_a_page_on_risks_is_all_risks(frame: Any) -> None:
    """A page whose title speaks of risks needs no section for them."""
    frame.front.update(title="What are the risks of it?")
    assert _page(frame, POINTS, NOTICE, GAIN, HARM, UNKNOWN) == []


@pytest.mark.parametrize("words", ["", "## What is not known\n\nMuch."])
def test_unknown_is_said(frame: Any, words: str) -> None:
    """What is not known has a heading of its own and 40 words at least."""
    parts = (POINTS, NOTICE, "## What was found", GAIN, "## Risks", HARM, words)
    assert _page(frame, *parts) == ["unknown-absent"]


def test_notice_stands_before_the_first_claim(frame: Any) -> None:
    """Behind the claim the notice comes too late."""
    parts = (POINTS, "## What was found", GAIN, NOTICE, "## Risks", HARM, UNKNOWN)
    assert _page(frame, *parts) == ["notice-missing"]
