"""Benefits and risks, what is not known, key points and reading level: rules on whole pages."""

from __future__ import annotations

from typing import Any

import pytest

GAIN = "In a trial of 41 people, ketamine eased depression in 12 of 41 [@trial]."
HARM = "In the same trial of 41 people, 9 of 41 felt sick or afraid [@trial]."
NOTICE = "::: notice regulatory-status"
UNKNOWN = (
    "## What is not known\n\n" + "Nobody knows how long it lasts, or for whom it is good. " * 4
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


@pytest.mark.parametrize(
    "body",
    [
        "## Something else\n\nText.",
        "## Key points\n\n- Only one.",
        "## Key points\n\n- One.\n- Two.\n- Three.\n- Four.",
        "## Key points\n\nNo list.",
    ],
)
def test_key_points(frame: Any, body: str) -> None:
    """Two or three points, in a list, first of all."""
    assert _page(frame, body, kind="practical") == ["key-points"]


def test_key_points_are_not_needed_to_look_things_up(frame: Any) -> None:
    """A glossary opens with its words."""
    assert _page(frame, "## Something else\n\nText.", kind="reference") == []


HARD = (
    "Pharmacological interventions administered concomitantly with psychotherapeutic modalities "
    "necessitate comprehensive interdisciplinary evaluation procedures beforehand."
)
MIDDLING = (
    "The clinic may offer you several different appointments, and the people who work there "
    "will explain each of them before you decide."
)


@pytest.mark.parametrize(
    ("sentence", "code", "severity"),
    [(HARD, "reading-level", "error"), (MIDDLING, "reading-level-goal", "warning")],
    ids=["hard", "middling"],
)
def test_reading_level(frame: Any, sentence: str, code: str, severity: str) -> None:
    """Above grade 8 it warns, above 10 it blocks, and names the longest sentence's line."""
    frame.body = "\n\n".join([sentence] * 5)
    (problem,) = frame.problems()
    assert (problem.code, problem.severity) == (code, severity)
    line = frame.source.splitlines().index(sentence) + 1
    assert f"line {line}, {len(sentence.split())} words" in problem.hint


def test_reading_level_counts_glossary_terms_as_easy(frame: Any) -> None:
    """A page on ketamine must be able to say ketamine."""
    sentence = "You have ketamine, and psychotherapy, and anesthesia, and dissociation goes by."
    frame.body = "\n\n".join([sentence] * 8)
    before = [p.code for p in frame.problems()]
    frame.glossary = "".join(
        f"{word}\n:   A word.\n\n"
        for word in ("Ketamine", "Psychotherapy", "Anesthesia", "Dissociation")
    )
    assert (before, frame.problems()) == (["reading-level"], ())


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("A plain page", False),
        ("Feel better now!", True),
        ("The miracle of KAP", True),
        ("Is it a miracle?", False),
        ("", True),
    ],
)
def test_title(frame: Any, title: str, found: bool) -> None:
    """A title informs; it does not praise or shout."""
    frame.front["title"] = title
    assert ("title-neutral" in [p.code for p in frame.problems()]) is found


def test_long_heading(frame: Any) -> None:
    """A title of more than 65 characters is cut off in lists of results."""
    frame.front["title"] = "A plain page " * 6
    assert [p.code for p in frame.problems()] == ["headings"]
