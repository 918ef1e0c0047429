"""Problems of a page's settings, found before the page is built, in its panel."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from kapguide.preview.panel_marks import MARK
from mkdocs.commands.build import build
from mkdocs.config import load_config
from selectolax.lexbor import LexborHTMLParser, LexborNode

HOOKS = (
    "begin_build",
    "check_front_matter",
    "finish_site",
    "check_pages",
)
PAGE = """---
title: {0}
description: One sentence of fair length that says what a reader finds here.
type: reference
sources_checked: 2026-11-01
review: pending
review_every: {1}
---

# {0}

Somebody takes you home.
"""
CASES = {
    "value": ("soon", "line 7; front-matter-value"),
    "key": ("12\ntitel: A", "line 8; front-matter-key"),
    "unreadable": ("12\nfigures: [", "line 8; front-matter-unreadable"),
}


def _panel(path: Path) -> LexborNode:
    (panel,) = LexborHTMLParser(path.read_text("utf-8")).css(f"[{MARK}]")
    return panel


@pytest.mark.parametrize("docs", ["docs", "text/pages"])
@pytest.mark.parametrize("case", CASES)
def test_settings_count_on_their_page(
    build_site: Callable[..., Any], notices: Path, log: Any, docs: str, case: str
) -> None:
    """Once, with their line, wherever the pages lie; other pages say that it is elsewhere."""
    value, told = CASES[case]
    folder = notices.parents[1]
    if docs != "docs":
        shutil.move(notices.parent, folder / docs)
    files = {f"{docs}/index.md": PAGE.format("Home", 12), f"{docs}/a.md": PAGE.format("A", value)}
    build_site(files, docs_dir=docs)
    hooks = [str(Path(__file__).parents[2] / "hooks" / f"{name}.py") for name in HOOKS]
    config = load_config(str(folder / "mkdocs.yml"), hooks=hooks, strict=False)
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    assert len([line for line in log.lines if told.split()[-1] in line]) == 1

    page = _panel(folder / "site" / "a" / "index.html")
    texts = [item.text() for item in page.css("li")]
    assert len([text for text in texts if f"({docs}/a.md, {told})" in text]) == 1
    assert page.css_first("h2").text().split()[0] == str(len(texts))
    home = _panel(folder / "site" / "index.html")
    assert "front-matter" not in home.text()
    every = len(_panel(folder / "site" / "_problems" / "index.html").css("li"))
    assert home.css("a")[-1].text().split()[0] == str(every - len(home.css("li")))
