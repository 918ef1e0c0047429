"""Expressions made of named pieces."""

from __future__ import annotations

import re

import pytest
from kapguide.words import Words, load_words
from kapguide.words.patterns import compile_pattern

PIECES: dict[str, str | list[str]] = {
    "people": ["people", "women"],
    "number": r"\d{1,3}",
    "count": "{number} {people}",
}
WORDS = load_words()


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        pytest.param("{people}", "Two WOMEN", "WOMEN", id="a list is one of its words"),
        pytest.param(r"\b{count}\b", "in 12 people", "12 people", id="a piece of pieces"),
        pytest.param(r"x{2}", "xx", "xx", id="a number in braces repeats"),
        pytest.param("a\n    |b", "b", "b", id="a line break is left out"),
        pytest.param([r"\bone", r"\btwo"], "then two", "two", id="alternatives"),
        pytest.param([r"\ba\b|b", "c"], "xbx", "b", id="not all begin at a word"),
        pytest.param([r"\ba(?:b|c)", r"\bd[|]"], "d|", "d|", id="bars in brackets"),
    ],
)
def test_pieces_are_put_in(pattern: str | list[str], text: str, found: str) -> None:
    """Case does not count."""
    match = compile_pattern(pattern, PIECES).search(text)
    assert match is not None
    assert match[0] == found


@pytest.mark.parametrize(
    ("pattern", "text"),
    [(r"\bKAP\b", "kap"), (r"(?P<n>A)\S", "ab"), (r"\D[A-C]", "xb"), ("{people}", "people")],
)
def test_patterns_for_text_in_lower_case(pattern: str, text: str) -> None:
    """Letters are folded; what is written in capitals and means something else is not."""
    compiled = compile_pattern(pattern, PIECES, lower=True)
    assert compiled.search(text)
    assert not compiled.flags & re.IGNORECASE


@pytest.mark.parametrize(
    "patterns",
    [
        (r"\bcat\b|\bdog\b", r"\b(?:a|b)[|]c\b"),
        (r"\bcat\b", r"^dog|\$\d"),
        (r"\b(?:x|(?:y|z))\w\|q\b", r"\bcats?"),
    ],
)
def test_joined_patterns_find_what_each_finds(patterns: tuple[str, ...]) -> None:
    """To look for the start of a word once changes nothing in what is found."""
    plain = re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.I)
    text = "Cat dog a|c b|c concat $5 xa|q ya|q za|q cats dogs |c dog"
    found = [match.span() for match in compile_pattern(list(patterns), {}).finditer(text)]
    assert found == [match.span() for match in plain.finditer(text)]
    assert found


def test_a_piece_that_is_not_there_is_an_error() -> None:
    """It would be taken for the letters of its name."""
    with pytest.raises(KeyError, match="persons"):
        compile_pattern("{persons}", PIECES)


def test_a_pattern_is_compiled_once() -> None:
    """Checks ask for it at every sentence."""
    words = Words("xx", "t", {"pieces": PIECES, "a": {"b": "{people}"}})
    assert words.pattern("a.b") is words.pattern("a.b")
    assert words.pattern("a.b") is not words.pattern("a.b", lower=True)


@pytest.mark.parametrize("row", WORDS.tables("effects.stated"), ids=lambda row: row["example"])
def test_every_statement_of_an_effect_finds_its_example(row: dict[str, str]) -> None:
    """A pattern is read by what it finds."""
    pattern = compile_pattern(row["pattern"], WORDS.table["pieces"])
    assert pattern.search(row["example"])
