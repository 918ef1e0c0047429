"""A page beside one that has its policy."""

from __future__ import annotations

from typing import Any

import pytest

BARE = (
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none'\">"
    '<meta name="referrer" content="no-referrer">'
)


@pytest.fixture
def guarded(frames: Any) -> Any:
    """Give a page to put a policy into, beside one that has its own."""
    frame = frames()
    frame.other = frame.other.replace("<title>", f"{BARE}<title>")
    return frame
