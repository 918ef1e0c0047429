"""Files that cannot be read, or are far too large: one message each, and no waiting."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from kapguide.checks.running import check_site
from kapguide.front_matter.file_limits import MOST_BUILT, MOST_SOURCE, check_file, read_bytes
from kapguide.project.disk import read_project, read_site
from kapguide.project.project import Project

PAGE = "---\ntitle: A\ndescription: A page.\ntype: reference\n---\n# A\n"


def _grow(path: Path, size: int) -> None:
    """Make a file of so many bytes, which the disk need not hold."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.truncate(size)


def _make(path: Path, kind: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "lost link":
        path.symlink_to("nowhere")
    elif kind == "circle":
        path.symlink_to(path.name)
    elif kind == "50 MB":
        _grow(path, 50_000_000)


SAID = {
    "pipe": "this is no file. Put the file back",
    "lost link": "this leads nowhere. Put the file back",
    "circle": "this leads nowhere. Put the file back",
    "50 MB": "the file has 50.0 MB; at most 1 MB are read. Divide it",
}
KINDS = [
    pytest.param(
        kind, marks=pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
    )
    if kind == "pipe"
    else kind
    for kind in SAID
]


@pytest.mark.parametrize("kind", KINDS)
def test_file_of_docs(tmp_path: Path, kind: str) -> None:
    """It is named, with what to do."""
    _make(tmp_path / "a.md", kind)
    problem = check_file(tmp_path / "a.md", "docs/a.md")
    assert str(problem).startswith("docs/a.md: file-unreadable: ")
    assert SAID[kind] in str(problem)


def test_file_that_may_be_large(tmp_path: Path) -> None:
    """A film is nothing that we read; a page of just the size is read."""
    _grow(tmp_path / "a.mp4", 50_000_000)
    _grow(tmp_path / "a.md", MOST_SOURCE)
    assert check_file(tmp_path / "a.mp4", "docs/a.mp4") is None
    assert check_file(tmp_path / "a.md", "docs/a.md") is None


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["big.md", "big.html", "assets/big.css", "_includes/big.md"])
def test_build(build_site: Callable[..., Any], tmp_path: Path, name: str, kind: str) -> None:
    """A build neither waits for it nor breaks; the rest of the site is made."""
    _make(tmp_path / "docs" / name, kind)
    built = build_site(
        {"docs/index.md": PAGE}, hooks=["check_files", "check_front_matter", "finish_site"]
    )
    code = "file-outside" if kind in {"lost link", "circle"} else "file-unreadable"
    (line,) = [line for line in built.lines if ": file-" in line]
    assert line.startswith(f"WARNING: docs/{name}: {code}: ")
    assert built.failed
    assert built.page("index.html").css_first("h1").text() == "A"


@pytest.mark.parametrize("kind", KINDS)
def test_project(tmp_path: Path, kind: str) -> None:
    """What is compared with pages is read, as far as it can be, without waiting."""
    _make(tmp_path / "docs" / "a.md", kind)
    _make(tmp_path / "docs" / "_includes" / "crisis.md", kind)
    project = read_project(tmp_path, tmp_path / "docs", today=date(2026, 11, 22))
    assert sum(len(source.text) for source in project.sources.values()) <= MOST_BUILT


def test_built_page(tmp_path: Path) -> None:
    """One of many megabytes is not looked at: it would fill the memory."""
    _grow(tmp_path / "site" / "big.html", 50_000_000)
    (tmp_path / "site" / "a.html").write_text("<main>A</main>", "utf-8")
    site = read_site(tmp_path / "site")
    found = [p for p in check_site(site, Project(notices={})).problems if "big" in p.path]
    assert [str(problem) for problem in found] == [
        "site/big.html: file-unreadable: the file has 50.0 MB; at most 5 MB are read. "
        "Divide it into several pages, or see whether it is what it should be."
    ]
    assert len(read_bytes(tmp_path / "site" / "big.html")) == MOST_BUILT
