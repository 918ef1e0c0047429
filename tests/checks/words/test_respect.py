"""Words that put a label on a person, and those on suicide that may hurt or put in danger."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest
from markdown_citations.problems import Problem

ROWS = tuple(
    csv.reader(
        Path(__file__).with_name("respect.tsv").read_text("utf-8").splitlines(),
        delimiter="\t",
        quoting=csv.QUOTE_NONE,
    )
)
"""Language, code and words that are told (nothing where all is right), and the text.

After the lists of NIDA (Words Matter) and the American Psychological Association, and the
recommendations for reporting on suicide.
"""


def _told(problems: list[Problem]) -> list[tuple[str, str]]:
    return [
        (problem.code, problem.message.split('"')[1])
        for problem in problems
        if problem.code in {"stigma", "suicide-words"}
    ]


@pytest.mark.parametrize(("code", "shown", "text"), [row[1:] for row in ROWS if row[0] == "en"])
def test_words_of_respect(frame: Any, code: str, shown: str, text: str) -> None:
    """Once, with the words as they stand."""
    frame.body = text
    assert _told(frame.problems()) == ([(code, shown)] if code else [])


@pytest.mark.parametrize(("code", "shown", "text"), [row[1:] for row in ROWS if row[0] == "es"])
def test_words_of_respect_in_spanish(spanish: Any, code: str, shown: str, text: str) -> None:
    """The same in the other language."""
    assert _told(spanish(text)) == ([(code, shown)] if code else [])
