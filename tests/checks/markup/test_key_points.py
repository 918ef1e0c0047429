"""The points that a page opens with."""

from __future__ import annotations

from typing import Any

import pytest
from kapguide.words import load_words


def _page(frame: Any, body: str, kind: str) -> list[str]:
    frame.front["type"] = kind
    frame.body = body
    return [p.code for p in frame.problems()]


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
    assert _page(frame, body, "practical") == ["key-points"]


def test_list_below_the_key_points(frame: Any) -> None:
    """What the clinic says of its prices, say, counts for itself."""
    body = "## Key points\n\n- One.\n- Two.\n- Three.\n\nOur prices:\n\n- A talk: $90\n"
    assert _page(frame, body, "practical") == []


def test_key_points_are_not_needed_to_look_things_up(frame: Any) -> None:
    """A glossary opens with its words."""
    assert _page(frame, "## Something else\n\nText.", "reference") == []


@pytest.mark.parametrize("language", ["en", "es"])
def test_heading_that_is_proposed(language: str) -> None:
    """It is one of the page's language that the check knows."""
    words = load_words(language)
    assert words.pattern("sections.key_points").search(words.say("new_page.key_points"))
