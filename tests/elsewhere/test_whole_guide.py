"""The whole guide, built with each engine: our own checks decide, not what the engine says."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest
from kapguide.engines.run_engine import ENGINES
from kapguide.engines.without_hooks import MISSING
from selectolax.lexbor import LexborHTMLParser

DAY = "1795824000"
"""28 November 2026: no fact of the guide has ended then."""
Guide = Callable[[str], tuple[Path, str]]


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    """Give the guide as an engine built it, and what was said; each builds it once."""
    root = Path(__file__).resolve().parent.parent.parent
    built: dict[str, tuple[Path, str]] = {}

    def give(engine: str) -> tuple[Path, str]:
        if find_spec(engine) is None:
            pytest.skip(f"{engine} is not installed, so nothing is known about it")
        if engine not in built:
            folder = tmp_path_factory.mktemp(engine) / "site"
            command = ["build", "--engine", engine, "--site-dir", str(folder)]
            done = subprocess.run(
                [sys.executable, "-m", "kapguide", *command],
                cwd=root,
                env={**os.environ, "SOURCE_DATE_EPOCH": DAY},
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode == 0, f"{engine}:\n{done.stdout}{done.stderr}"
            built[engine] = folder, done.stdout + done.stderr
        return built[engine]

    return give


def read_files(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


@pytest.mark.parametrize("engine", ENGINES)
def test_every_engine_builds_it_and_the_checks_find_the_same(guide: Guide, engine: str) -> None:
    """No engine makes an error or a warning that another does not."""
    judge, said = (
        [line for line in guide(name)[1].splitlines() if line.startswith(("docs/", "overrides/"))]
        for name in ("mkdocs", engine)
    )
    assert said == judge


def test_properdocs_gives_the_same_bytes(guide: Guide) -> None:
    """It is MkDocs under another name, hooks and all."""
    assert read_files(guide("properdocs")[0]) == read_files(guide("mkdocs")[0])


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


def test_zensical_gives_readers_the_same_text(guide: Guide) -> None:
    """Notices, review line, figures, references and who cites them, of every page and of 404."""
    ours, theirs = articles(guide("mkdocs")[0]), articles(guide("zensical")[0])
    assert theirs.keys() == ours.keys()
    pages = [name for name in ours if not name.endswith("404.html")]
    assert len(pages) > 20
    assert {name: theirs[name] for name in pages} == {name: ours[name] for name in pages}
    assert theirs["404.html"].count("data-notice=") == ours["404.html"].count("data-notice=") == 2


def test_zensical_gives_programs_the_same(guide: Guide) -> None:
    """Data, pictures, downloads and headers do not depend on who built the page."""
    ours, theirs = (read_files(guide(name)[0]) for name in ("mkdocs", "zensical"))
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


def test_what_zensical_lacks_is_said_by_name(guide: Guide) -> None:
    """Nobody has to find out by looking."""
    folder, said = guide("zensical")
    assert MISSING in said
    page = LexborHTMLParser((folder / "index.html").read_text("utf-8"))
    assert page.css("[role=search], #search-button") == [], "no search is shown that is not there"
