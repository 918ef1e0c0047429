"""No sentence is a heading because of a line of hyphens below it."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (
            "Rest well.\n---\n\nThen go.",
            ['"Rest well." is a heading, for --- stands right below it'],
        ),
        ("Rest, then:\n===\n\nGo.", ['"Rest, then:" is a heading, for === stands right below it']),
        (
            "## Risks\nRest well.\n---\n\nGo.",
            ['"Rest well." is a heading, for --- stands right below it'],
        ),
        (
            "> Hear:\n>\n> Rest well.\n> ---\n\nGo.",
            ['"Rest well." is a heading, for --- stands right below it'],
        ),
        ("Rest well.\n\n---\n\nThen go.", []),
        ("What to bring\n---\n\nA coat.", []),
        ("Rest well.\nThen go.\n---\n\nAnd sleep.", []),
        ("```\n\nRest well.\n---\n```", []),
        ("| Rest. |\n| --- |\n| Go. |", []),
    ],
)
def test_sentence_that_is_a_heading(frame: Any, body: str, found: list[str]) -> None:
    """By a line of hyphens below it; a title may be typed so, and below two lines it is a rule."""
    assert [p.message for p in frame.found("heading-underlined", body=body)] == found
