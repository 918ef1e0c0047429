"""How long something lasts, as people say it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kapguide.figures.durations import Span, parse_span
from kapguide.words import load_words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (1, "1 minute"),
        (20, "20 minutes"),
        ("20", "20 minutes"),
        ("15-30", "15 to 30 minutes"),
        ("15 – 30", "15 to 30 minutes"),  # people type the dash
        ("60", "1 hour"),
        ("60-90", "60 to 90 minutes"),
        ("60-120", "1 to 2 hours"),
        ("30-120", "30 minutes to 2 hours"),
        ("90-180", "90 minutes to 3 hours"),
        ("120-180", "2 to 3 hours"),
        ("150", "2½ hours"),
        ("210-330", "3½ to 5½ hours"),
        ("100-200", "100 to 200 minutes"),
        ("45+", "at least 45 minutes"),
        ("120+", "at least 2 hours"),
    ],
)
def test_minutes_are_said_in_words(value: object, words: str) -> None:
    """Hours where they read more easily, and one unit in a range if possible."""
    assert parse_span(value).say(load_words()) == words


@pytest.mark.parametrize(
    "value",
    [0, "0", "0+", -5, "30-15", "half an hour", "1-2-3", "10 min", "", True, 1.5, None, [15, 30]],
)
def test_what_is_no_span(value: object) -> None:
    """Backwards, empty and vague spans are refused, not guessed."""
    assert parse_span(value) is None


@given(st.integers(1, 9999), st.integers(0, 9999))
def test_a_range_keeps_its_ends(low: int, more: int) -> None:
    """What was typed is what is drawn."""
    high = min(low + more, 9999)
    assert parse_span(f"{low}-{high}") == Span(low, high)


@given(st.text(max_size=12))
def test_any_text_is_read_without_an_exception(text: str) -> None:
    """Whatever stands in front matter is a span or is none."""
    span = parse_span(text)
    assert span is None or span.say(load_words())
