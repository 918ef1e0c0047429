"""Sentences that a clinic may well publish, near ones that are told: no check says a word."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from markdown_citations.problems import Problem

RIGHT = tuple(
    csv.reader(
        Path(__file__).with_name("right.tsv").read_text("utf-8").splitlines(),
        delimiter="\t",
        quoting=csv.QUOTE_NONE,
    )
)
CODES = {
    *("advertising", "approval-false", "claim-uncited", "dose", "gap-left", "patient-story"),
    *("promise", "spelling", "stigma", "suicide-words", "testimonial", "word-confused"),
}


@pytest.mark.parametrize("body", [body for language, body in RIGHT if language == "en"])
def test_right(codes: Any, body: str) -> None:
    assert not CODES & set(codes(body))


@pytest.mark.parametrize("body", [body for language, body in RIGHT if language == "es"])
def test_right_in_spanish(spanish: Callable[[str], tuple[Problem, ...]], body: str) -> None:
    assert not CODES & {problem.code for problem in spanish(body)}
