"""How hard a page is to read."""

from __future__ import annotations

from typing import Any

import pytest

HARD = (
    "Pharmacological interventions administered concomitantly with psychotherapeutic modalities "
    "necessitate comprehensive interdisciplinary evaluation procedures beforehand."
)
MIDDLING = (
    "The clinic may offer you several different appointments, and the people who work there "
    "will explain each of them before you decide."
)


def _vary(sentence: str, number: int) -> list[str]:
    """Return a sentence so many times, each with another end."""
    ends = ("now", "here", "there", "then", "again", "too", "once", "so")
    return [f"{sentence[:-1]} {end}." for end in ends[:number]]


@pytest.mark.parametrize(
    ("sentence", "code", "severity"),
    [(HARD, "reading-level", "error"), (MIDDLING, "reading-level-goal", "warning")],
    ids=["hard", "middling"],
)
def test_reading_level(frame: Any, sentence: str, code: str, severity: str) -> None:
    """Above grade 8 it warns, above 10 it blocks, and names the longest sentence's line."""
    sentences = _vary(sentence, 5)
    frame.body = "\n\n".join(sentences)
    (problem,) = frame.problems()
    assert (problem.code, problem.severity) == (code, severity)
    line = frame.source.splitlines().index(sentences[0]) + 1
    assert f"line {line}, {len(sentences[0].split())} words" in problem.hint


def test_reading_level_counts_glossary_terms_as_easy(frame: Any) -> None:
    """A page on ketamine must be able to say ketamine."""
    sentence = "You have ketamine, and psychotherapy, and anesthesia, and dissociation goes by."
    frame.body = "\n\n".join(_vary(sentence, 8))
    before = [p.code for p in frame.problems()]
    frame.glossary = "".join(
        f"{word}\n:   A word.\n\n"
        for word in ("Ketamine", "Psychotherapy", "Anesthesia", "Dissociation")
    )
    assert (before, frame.problems()) == (["reading-level"], ())


def test_index_of_other_pages(frame: Any) -> None:
    """Its words are titles and terms: another page with a long title is no harder text."""
    items = "".join(f"<li>{HARD}</li>" for _ in range(9))
    frame.body = f'Rest.\n\n<ul class="index">{items}</ul>'
    assert [p.code for p in frame.problems() if p.code.startswith("reading-level")] == []
