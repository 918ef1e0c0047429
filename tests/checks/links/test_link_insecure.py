"""Links that anybody on the way can read."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    "body",
    [
        "[SAMHSA](http://www.samhsa.gov/)",
        "[SAMHSA](HTTP://www.samhsa.gov/)",
        '<p><a href=" http://www.samhsa.gov/ ">SAMHSA</a></p>',
    ],
)
def test_insecure(frame: Any, body: str) -> None:
    """Told once for each address, with the right one."""
    (problem,) = frame.found("link-insecure", body=f"{body}\n\n{body}")
    assert "https://www.samhsa.gov/" in problem.hint


@pytest.mark.parametrize(
    "body",
    [
        "[SAMHSA](https://www.samhsa.gov/)",
        "[the risks](risks.md)",
        "See the word http.",
        "[911](http://tel:911)",
    ],
)
def test_secure(frame: Any, body: str) -> None:
    assert frame.found("link-insecure", body=body) == []
