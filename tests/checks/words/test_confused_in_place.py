"""Words that are confused with others: told where only the other can stand."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

ROWS = tuple(
    csv.reader(
        Path(__file__).with_name("confused.tsv").read_text("utf-8").splitlines(),
        delimiter="\t",
        quoting=csv.QUOTE_NONE,
    )
)
"""Language, what is to be written (nothing where all is right), and what was."""


@pytest.mark.parametrize(
    ("better", "text"), [(better, text) for language, better, text in ROWS if language == "en"]
)
def test_confused(frame: Any, better: str, text: str) -> None:
    """Once, with the right words."""
    hints = [problem.hint for problem in frame.found("word-confused", body=text)]
    assert hints == ([f'Write "{better}".'] if better else [])


@pytest.mark.parametrize(
    ("better", "text"), [(better, text) for language, better, text in ROWS if language == "es"]
)
def test_confused_in_spanish(spanish: Any, better: str, text: str) -> None:
    """Accents are most of it: a word without its own is another."""
    hints = [problem.hint for problem in spanish(text) if problem.code == "word-confused"]
    assert hints == ([f'Write "{better}".'] if better else [])
