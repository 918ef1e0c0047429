"""The wheel, alone with what it declares, under every program that can use it.

It is built with the build back end of this environment, without a network, and installed
into an empty one. Of this environment's packages only those are put beside it that the
wheel, or the program, says it requires: an import of anything else fails.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Callable, Iterator
from configparser import ConfigParser
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from selectolax.lexbor import LexborHTMLParser

pytestmark = pytest.mark.wheel
PACKAGE = Path(__file__).resolve().parent.parent
SITE = Path(__file__).resolve().parent / "sites" / "wheel"
MARKER = "[see 1, p. 3]"
CONVERT = """
import importlib, markdown, markdown_citations, pathlib, pkgutil, sys
for module in pkgutil.walk_packages(markdown_citations.__path__, "markdown_citations."):
    if not module.name.startswith("markdown_citations.mkdocs"):
        importlib.import_module(module.name)
try:
    import mkdocs
except ImportError:
    text = pathlib.Path("docs/index.md").read_text("utf-8")
    options = {"markdown_citations": {"bibliography": "refs.bib"}}
    html = markdown.markdown(
        text, extensions=["markdown_citations"], extension_configs=options
    )
    pathlib.Path("site").mkdir()
    pathlib.Path("site/index.html").write_text(html, "utf-8")
else:
    sys.exit("MkDocs is here")
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build it from a copy, so that nothing is left in the project's folder."""
    folder = tmp_path_factory.mktemp("wheel")
    ignore = shutil.ignore_patterns("tests", "__pycache__")
    source = shutil.copytree(PACKAGE, folder / "source", ignore=ignore)
    shutil.copytree(SITE, source / "tests" / "site")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=source, check=True, capture_output=True)
    (made,) = folder.glob("*.whl")
    return made


def test_holds_what_users_need_and_no_more(wheel: Path) -> None:
    """Types are published, the license is there; tests and pictures stay out."""
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        (info,) = {name.partition("/")[0] for name in names if ".dist-info/" in name}
        metadata = archive.read(f"{info}/METADATA").decode()
        points = ConfigParser()
        points.read_string(archive.read(f"{info}/entry_points.txt").decode())
    assert {name.partition("/")[0] for name in names} == {"markdown_citations", info}
    assert "markdown_citations/py.typed" in names
    assert f"{info}/licenses/LICENSE" in names
    assert "License-Expression: MIT\n" in metadata
    assert "Provides-Extra: mkdocs\n" in metadata
    assert [name for name in names if "test" in name] == []
    project = tomllib.loads((PACKAGE / "pyproject.toml").read_text("utf-8"))["project"]
    assert {name: dict(points[name]) for name in points.sections()} == project["entry-points"]


def required(start: Distribution, extra: str = "") -> Iterator[Distribution]:
    """Give what a distribution requires, and what that requires in turn."""
    for text in start.requires or ():
        requirement = Requirement(text)
        if requirement.marker is None or requirement.marker.evaluate({"extra": extra}):
            yield from installed(requirement.name, *requirement.extras)


def installed(name: str, *extras: str) -> Iterator[Distribution]:
    """Give a distribution of this environment with all that it requires."""
    found = distribution(name)
    yield found
    for extra in ("", *extras):
        yield from required(found, extra)


def lend(found: Distribution, packages: Path) -> None:
    """Put a distribution of this environment into another one, by links."""
    for file in found.files or ():
        top = file.parts[0]
        target = packages / top
        if top not in {"..", "__pycache__"} and not target.exists():
            target.symlink_to(Path(str(found.locate_file(top))))


Make = Callable[..., Path]


@pytest.fixture
def environment(wheel: Path, tmp_path: Path) -> Make:
    """Make an environment with the wheel, what it requires, and a program."""

    def make(*programs: str) -> Path:
        home = tmp_path / "environment"
        subprocess.run(
            [sys.executable, "-m", "venv", "--without-pip", str(home)],
            check=True,
            capture_output=True,
        )
        python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        install = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet"]
        install += ["--no-deps", "--no-index", str(wheel)]
        subprocess.run(install, check=True, capture_output=True)
        ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
        done = subprocess.run([python, "-c", ask], check=True, capture_output=True, text=True)
        packages = Path(done.stdout.strip())
        (info,) = packages.glob("markdown_citations-*.dist-info")
        for found in required(Distribution.at(info)):
            lend(found, packages)
        for program in programs:
            try:
                for found in installed(program):
                    lend(found, packages)
            except PackageNotFoundError as missing:
                pytest.skip(f"{missing} is not installed, so nothing is known about {program}")
        return python

    return make


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SITE, tmp_path / "site"))


def run(python: Path, *arguments: str, folder: Path) -> None:
    """Run Python in a folder, out of reach of this environment and of any network."""
    closed = dict.fromkeys(("http_proxy", "https_proxy", "all_proxy"), "http://127.0.0.1:9")
    done = subprocess.run(
        [python, "-I", "-X", "utf8", *arguments],
        cwd=folder,
        env={**os.environ, **closed, "no_proxy": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def cites(page: Path) -> None:
    """The page has its marker, and what it leads to."""
    tree = LexborHTMLParser(page.read_text("utf-8"))
    (marker,) = tree.css(".citation")
    assert marker.text().replace("\N{NO-BREAK SPACE}", " ") == MARKER
    (entry,) = tree.css("section.references li.csl-entry")
    assert entry.attributes["id"] == "ref-dore2019"
    assert "Doré J, Kew A. A study." in entry.text()


@pytest.mark.parametrize("program", ["mkdocs", "properdocs"])
def test_builds_with_the_plug_in(program: str, environment: Make, site: Path) -> None:
    """Strictly, without the other program at hand."""
    python = environment(program)
    run(python, "-m", program, "build", "--strict", "-f", "mkdocs.yml", folder=site)
    cites(site / "site" / "index.html")
    listed = LexborHTMLParser((site / "site" / "all" / "index.html").read_text("utf-8"))
    assert listed.css_first(".cited-by").text() == "Cited on: Small"
    exported = {file.name for file in (site / "site" / "downloads").iterdir()}
    assert {"references.bib", "references.ris", "references.json"} <= exported


def test_converts_without_mkdocs(environment: Make, site: Path) -> None:
    """The extension needs Python-Markdown alone, and only the plug-in's modules need MkDocs."""
    run(environment(), "-c", CONVERT, folder=site)
    cites(site / "site" / "index.html")


def test_builds_with_zensical(environment: Make, site: Path) -> None:
    """Which passes the plug-in over; the extension, of the same mkdocs.yml, does the rest."""
    settings = site / "mkdocs.yml"
    text = settings.read_text("utf-8")
    ours = "  name: null\n  custom_dir: theme\n"
    assert ours in text
    settings.write_text(text.replace(ours, "  font: false\n"), "utf-8")
    python = environment("zensical")
    run(python, "-m", "zensical", "build", "--clean", "-f", "mkdocs.yml", folder=site)
    cites(site / "site" / "index.html")
