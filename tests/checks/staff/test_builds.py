"""The site without a mistake, built twice, and shown in the live preview."""

from __future__ import annotations

import logging
import runpy
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

PROMISE = "It is a breakthrough for many."


def test_many_mistakes_are_known() -> None:
    """At least forty of which something is said."""
    modules = Path(__file__).parent.glob("test_*.py")
    tables = [runpy.run_path(str(path)).get("MISTAKES", {}) for path in modules]
    assert sum(bool(messages) for table in tables for _, messages in table.values()) >= 40


def test_the_site_itself_has_no_mistake(clinic: Any, log: Any) -> None:
    """What is found in the other tests comes from the mistake alone."""
    assert clinic.build()
    assert log.lines == []


def test_second_build_in_one_process(clinic: Any, log: Any) -> None:
    """The live preview builds again and again: a mended mistake is gone, a new one found."""
    good = (clinic.folder / "docs" / "index.md").read_text("utf-8")
    clinic.change(PROMISE)
    assert not clinic.build()
    assert len(log.lines) == 1
    clinic.change({"docs/index.md": good})
    assert clinic.build()
    assert len(log.lines) == 1


def test_live_preview_only_logs(clinic: Any, log: Any, caplog: pytest.LogCaptureFixture) -> None:
    """While somebody writes, a mistake is told and the preview goes on."""
    clinic.change(PROMISE)
    config = load_config(str(clinic.folder / "mkdocs.yml"))
    config.plugins.on_startup(command="serve", dirty=False)
    try:
        with caplog.at_level(logging.INFO, "mkdocs.hooks.kapguide"):
            build(config)
    finally:
        # A process loads a hook once: what follows is a build again.
        config.plugins.on_startup(command="build", dirty=False)
    assert [line.split(": ")[2] for line in log.lines] == ["promise"]
    assert "6 pages checked: 1 error in 1 file." in caplog.messages
