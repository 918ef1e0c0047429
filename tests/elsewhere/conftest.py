"""Build one small site with every program that loads Python-Markdown extensions.

The site names `kapguide.citations` in its settings and has no hooks. Each
program runs as its users run it, in a process of its own without a way out:
every address of the web leads to a closed door of this machine.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

SITE = Path(__file__).resolve().parent / "site"
MODULES = {
    "Python-Markdown": "markdown",
    "MkDocs": "mkdocs",
    "ProperDocs": "properdocs",
    "Zensical": "zensical",
}
"""Each program's name, and the module that it is run by."""

CLOSED_DOOR = "http://127.0.0.1:9"
ENVIRONMENT = {
    **dict.fromkeys(("http_proxy", "https_proxy", "all_proxy"), CLOSED_DOOR),
    "no_proxy": "",
    "PYTHONUTF8": "1",
    # Notices of these programs about each other.
    "NO_MKDOCS_2_WARNING": "1",
    "DISABLE_MKDOCS_2_WARNING": "true",
}


@dataclass(frozen=True)
class Built:
    """The small site after a build."""

    pages: dict[str, LexborHTMLParser]
    """By the name of the Markdown file, without its ending."""
    output: str
    """What the program said while it worked."""


Build = Callable[[str], Built]


@dataclass(frozen=True)
class Copy:
    """A copy of the small site that a test may change."""

    folder: Path
    build: Build


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Give the site as a program builds it; each program builds it once."""
    done: dict[str, Built] = {}

    def give(program: str) -> Built:
        _require(program)
        if program not in done:
            folder = shutil.copytree(SITE, tmp_path_factory.mktemp("elsewhere") / "site")
            done[program] = _build(program, folder)
        return done[program]

    return give


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    """Copy the site, not yet built."""
    folder = shutil.copytree(SITE, tmp_path / "site")

    def build(program: str) -> Built:
        _require(program)
        return _build(program, folder)

    return Copy(folder, build)


def _require(program: str) -> None:
    """Skip by name what is not installed here."""
    if find_spec(MODULES[program]) is None:
        pytest.skip(f"{program} is not installed, so nothing is known about it")


def _build(program: str, folder: Path) -> Built:
    pages = sorted(path.stem for path in (folder / "docs").glob("*.md"))
    if program == "Python-Markdown":
        return _convert(folder, pages)
    # Without --clean Zensical shows old pages where only a .bib file has changed.
    done = _run(program, ["build", "--clean", "-f", "mkdocs.yml"], folder)
    html = {
        page: folder / "site" / ("index.html" if page == "index" else f"{page}/index.html")
        for page in pages
    }
    return Built(
        {page: LexborHTMLParser(path.read_text("utf-8")) for page, path in html.items()}, done
    )


def _convert(folder: Path, pages: list[str]) -> Built:
    """Convert page after page with the command that Python-Markdown brings."""
    settings = yaml.safe_load((folder / "mkdocs.yml").read_text("utf-8"))
    options: dict[str, object] = {}
    for extension in settings["markdown_extensions"]:
        options |= extension if isinstance(extension, dict) else {extension: {}}
    (folder / "extensions.yml").write_text(yaml.safe_dump(options), "utf-8")
    names = [word for name in options for word in ("-x", name)]
    converted: dict[str, LexborHTMLParser] = {}
    said = []
    for page in pages:
        out = f"{page}.html"
        arguments = ["-c", "extensions.yml", *names, "-f", out, f"docs/{page}.md"]
        said.append(_run("Python-Markdown", arguments, folder))
        converted[page] = LexborHTMLParser(f"<main>{(folder / out).read_text('utf-8')}</main>")
    return Built(converted, "".join(said))


def _run(program: str, arguments: list[str], folder: Path) -> str:
    """Run a program in the site's folder; return all that it said."""
    done = subprocess.run(
        [sys.executable, "-m", MODULES[program], *arguments],
        cwd=folder,
        env={**os.environ, **ENVIRONMENT},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    if done.returncode:
        pytest.fail(f"{program} failed:\n{done.stdout}", pytrace=False)
    return done.stdout
