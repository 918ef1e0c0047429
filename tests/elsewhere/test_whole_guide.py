"""The whole guide, built with each engine: our own checks decide, not what the engine says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from kapguide.engines.run_engine import ENGINES
from kapguide.engines.without_hooks import MISSING
from selectolax.lexbor import LexborHTMLParser

Build = Callable[[str], Any]


def read_files(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


@pytest.mark.parametrize("engine", ENGINES)
def test_every_engine_builds_it_and_the_checks_find_the_same(built_by: Build, engine: str) -> None:
    """No engine makes an error or a warning that another does not."""
    judge, said = (
        [
            line
            for line in built_by(name).said.splitlines()
            if line.startswith(("docs/", "overrides/"))
        ]
        for name in ("mkdocs", engine)
    )
    assert said == judge


def test_properdocs_gives_the_same_bytes(built_by: Build) -> None:
    """It is MkDocs under another name, hooks and all."""
    assert read_files(built_by("properdocs").folder) == read_files(built_by("mkdocs").folder)


def articles(folder: Path) -> dict[str, str]:
    """Give the text of each page with its tags, white space folded."""
    found = {}
    for path in folder.rglob("*.html"):
        article = LexborHTMLParser(path.read_text("utf-8")).css_first("article")
        assert article is not None, path
        if article.attributes.get("id") == "__skip":  # what the theme's own skip link asks for
            del article.attrs["id"]
        for mark in article.css("[data-search-exclude]"):  # Zensical takes it out itself
            del mark.attrs["data-search-exclude"]
        found[path.relative_to(folder).as_posix()] = " ".join((article.html or "").split())
    return found


def test_zensical_gives_readers_the_same_text(built_by: Build) -> None:
    """Notices, review line, figures, references and who cites them, of every page and of 404."""
    ours, theirs = articles(built_by("mkdocs").folder), articles(built_by("zensical").folder)
    assert theirs.keys() == ours.keys()
    pages = [name for name in ours if not name.endswith("404.html")]
    assert len(pages) > 20
    assert {name: theirs[name] for name in pages} == {name: ours[name] for name in pages}
    assert theirs["404.html"].count("data-notice=") == ours["404.html"].count("data-notice=") == 2


def test_zensical_gives_programs_the_same(built_by: Build) -> None:
    """Data, pictures, downloads and headers do not depend on who built the page."""
    ours, theirs = (read_files(built_by(name).folder) for name in ("mkdocs", "zensical"))
    for name in ours:
        if name.startswith(("downloads/", "assets/share")) or name == "robots.txt":
            assert theirs[name] == ours[name], name
    for name in ("index.html", "risks/index.html"):
        data = [
            LexborHTMLParser(files[name]).css_first('script[type="application/ld+json"]')
            for files in (ours, theirs)
        ]
        assert data[0] is not None
        assert data[1] is not None
        assert data[0].text() == data[1].text()
    assert b"Content-Security-Policy" in theirs["_headers"]


def test_what_zensical_lacks_is_said_by_name(built_by: Build) -> None:
    """Nobody has to find out by looking."""
    guide = built_by("zensical")
    assert MISSING in guide.said
    page = LexborHTMLParser((guide.folder / "index.html").read_text("utf-8"))
    assert page.css("[role=search], #search-button") == [], "no search is shown that is not there"
