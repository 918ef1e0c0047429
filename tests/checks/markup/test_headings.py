"""How long a heading may be."""

from __future__ import annotations

from typing import Any


def test_long_heading(frame: Any) -> None:
    """A title of more than 65 characters is cut off in lists of results."""
    frame.front["title"] = "A plain page " * 6
    assert [p.code for p in frame.problems()] == ["headings"]
