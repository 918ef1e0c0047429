"""A page that would take for ever ends with a message."""

from __future__ import annotations

import signal
from collections.abc import Callable
from typing import Any

import pytest
from kapguide.project import time_limit


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="the system does not count")
def test_page_without_end(build_site: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """Python-Markdown would need hours for a megabyte of brackets; the page is named."""
    monkeypatch.setattr(time_limit, "SECONDS", 0.5)
    built = build_site({"docs/index.md": "# A\n\n" + "[" * 100_000})
    assert built.failed
    (line,) = built.lines
    assert "docs/index.md: to convert this page takes more than 0.5 seconds" in line
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0, 0)


def test_no_limit_is_left(build_site: Callable[..., Any]) -> None:
    """What comes after a page is not counted for it."""
    assert not build_site({"docs/index.md": "# A\n"}).failed
    if hasattr(signal, "setitimer"):
        assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0, 0)
