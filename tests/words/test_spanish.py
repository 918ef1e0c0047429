"""What the Spanish expressions find and what they leave: tests/data/words_es.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from kapguide.words import load_words

WORDS = load_words("es")
TABLE = tomllib.loads((Path(__file__).parent.parent / "data/words_es.toml").read_text("utf-8"))
WHOLE = ("links.empty", "images.file_name", "review_parts.placeholder", "review_parts.nameless")
"""Expressions for a whole text."""
CASES = [
    pytest.param(name, text, kind == "found", id=f"{name}: {text}")
    for name, kinds in TABLE.items()
    for kind in ("found", "left")
    for text in kinds.get(kind, ())
]


@pytest.mark.parametrize(("name", "text", "found"), CASES)
def test_what_an_expression_finds(name: str, text: str, found: bool) -> None:
    """Each finds what it is for, with an accent and without, and no harmless sentence."""
    pattern = WORDS.pattern(name, lower=True)
    search = pattern.fullmatch if name in WHOLE else pattern.search
    assert bool(search(text.lower())) is found


def test_no_word_is_missing() -> None:
    """No text of the Spanish site is English."""
    assert (WORDS.language, WORDS.missing, WORDS.lacking) == ("es", (), ())
