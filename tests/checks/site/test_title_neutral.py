"""What a title may say."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("A plain page", False),
        ("Feel better now!", True),
        ("The miracle of KAP", True),
        ("Is it a miracle?", False),
        ("", False),  # front-matter-value says that it is empty
    ],
)
def test_title(frame: Any, title: str, found: bool) -> None:
    """A title informs; it does not praise or shout."""
    frame.front["title"] = title
    assert ("title-neutral" in [p.code for p in frame.problems()]) is found
