"""What the live preview leaves in a folder that somebody publishes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from kapguide.checks.site.preview_left import check_preview
from kapguide.pages.page import parse_page
from kapguide.pages.source_lines import make_source
from kapguide.project.project import Site


def test_preview_in_a_published_folder(frames: Any) -> None:
    """The folder of a live preview, copied to a host, is found out: pages and list."""
    html = '<main><section data-preview="problems"></section></main>'
    page = parse_page(html, "site/a/index.html", "a/index.html")
    overview = parse_page(html, "site/_problems/index.html", "_problems/index.html")
    site = Site((page, overview), {"a/index.html": 1, "_problems/index.html": 1})
    hint = "Publish what make site builds, never a folder of the live preview."
    assert [str(problem) for problem in check_preview(site, frames().project)] == [
        "site/a/index.html: preview-left: the live preview's panel of problems is in the page. "
        + hint,
        "site/_problems/index.html: preview-left: this is the live preview's list of problems. "
        + hint,
    ]


@pytest.mark.parametrize("name", ["_problems.md", "_problems/index.md"])
def test_page_of_the_name_that_the_preview_needs(frames: Any, name: str) -> None:
    """It is no list of the preview's: its editor learns why it cannot have this name."""
    page = parse_page("<main>A</main>", "site/_problems/index.html", "_problems/index.html")
    site = Site((page,), {"_problems/index.html": 1, "_problems/room.jpg": 1})
    project = replace(frames().project, sources={name: make_source(f"docs/{name}", "# A\n")})
    assert [str(problem) for problem in check_preview(site, project)] == [
        f"docs/{name}: preview-left: the live preview needs the address _problems/ for its list "
        "of problems. Rename the page."
    ]
