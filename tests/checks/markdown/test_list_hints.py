"""What is said of a list that is none: the mark that was typed is kept."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("body", "hint"),
    [
        pytest.param("-one coat\n-one list", "Start each item with - and a space", id="hyphens"),
        pytest.param("*one coat\n*one list", "Start each item with * and a space", id="stars"),
        pytest.param(
            "Bring:\n- one coat\n- one list", "Put an empty line before", id="no empty line"
        ),
        pytest.param("•\ta bed\n\n•\ta mask", "Start each item with a hyphen", id="apart"),
    ],
)
def test_what_to_write(frame: Any, body: str, hint: str) -> None:
    (found,) = frame.found("list-broken", body=body)
    assert found.hint.startswith(hint)
