"""A checkout on Windows: LF by .gitattributes, and pages with CRLF all the same."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TEXTS = ("*.md", "*.html", "*.bib", "*.yml", "*.py", "*.toml", "*.css", "*.js", "*.svg", "Makefile")
PARTS = (
    "docs",
    "overrides",
    "references.bib",
    *(path.name for path in ROOT.glob("mkdocs*.yml")),
    "requirements",
    "Makefile",
)


def _git(folder: Path, *arguments: str) -> None:
    settings = ("core.autocrlf=true", "user.name=A", "user.email=a@a.example")
    options = [part for setting in settings for part in ("-c", setting)]
    subprocess.run(["git", *options, *arguments], cwd=folder, check=True, capture_output=True)


def _copy(folder: Path) -> None:
    for name in PARTS:
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy2)(ROOT / name, folder / name)
    (folder / "hooks").mkdir()
    for path in (ROOT / "hooks").glob("*.py"):
        shutil.copy2(path, folder / "hooks" / path.name)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Copy what a site is made of, and what makes it."""
    folder = tmp_path / "guide"
    folder.mkdir()
    _copy(folder)
    return folder


def test_git_writes_the_line_ends_of_the_project(copy: Path) -> None:
    """Git for Windows would else write CRLF, on which scripts and the Makefile break."""
    shutil.copy2(ROOT / ".gitattributes", copy)
    before = {path: path.read_bytes() for path in copy.rglob("*") if path.is_file()}
    _git(copy, "init")
    _git(copy, "add", ".")
    _git(copy, "commit", "-m", "all")
    for path in before:
        path.unlink()
    _git(copy, "checkout", "--", ".")
    assert {path: path.read_bytes() for path in before} == before


def test_pages_with_crlf_make_the_same_site(copy: Path, built_site: Path) -> None:
    """Whoever's editor writes CRLF gets the same pages, with no problem more."""
    changed = 0
    for pattern in TEXTS:
        for path in copy.rglob(pattern):
            path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
            changed += 1
    assert changed > 50
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=copy,
        env=os.environ,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    pages = [path.relative_to(built_site) for path in built_site.rglob("*.html")]
    differing = [
        page.as_posix()
        for page in pages
        if (copy / "site" / page).read_bytes() != (built_site / page).read_bytes()
    ]
    assert differing == []
    assert len(pages) > 20
