"""Mistakes of staff, told in the same words whichever engine builds."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest
from kapguide.engines.run_engine import ENGINES

ROOT = Path(__file__).resolve().parent.parent.parent
SMALL = ROOT / "tests" / "sites" / "clinic"
RISK = "You may feel sick or dizzy."
MISTAKES: dict[str, tuple[str, str, str]] = {
    "citekey-unknown": ("index.md", "[@feder2014]", "[@smith1999]"),
    "link-broken": ("index.md", "(risks.md)", "(riks.md)"),
    "anchor-broken": ("a-to-z.md", "\n# ", "\n[On the day](risks.md#the-day)\n\n# "),
    "notice-unknown": ("risks.md", RISK, f"{RISK}\n\n::: notice under18"),
    "directive-nested": ("_includes/under-18s.md", "\n", "\n\n::: notice under-18s\n\n"),
    "clinic-fact-unknown": ("risks.md", RISK, f"{RISK}\n\n::: clinic price"),
    "front-matter-key": ("risks.md", "title:", "tilte: x\ntitle:"),
    "redirect-wrong": ("risks.md", "title:", "redirects: [/old/]\ntitle:"),
    "promise": ("risks.md", RISK, "It is a cure."),
}
"""The code of each mistake, the file of docs/, and what is put in the place of what."""
LINKS = {"prices.txt": "/etc/hostname", "room.png": "/nowhere.png"}


def _make(folder: Path) -> Path:
    """Copy the small clinic's site with a mistake of each kind."""
    shutil.copytree(SMALL, folder)
    shutil.copytree(ROOT / "docs" / "_includes", folder / "docs" / "_includes")
    config = (folder / "mkdocs.yml").read_text("utf-8").replace("../../../", f"{ROOT}/")
    (folder / "mkdocs.yml").write_text(config, "utf-8")
    for name, old, new in MISTAKES.values():
        path = folder / "docs" / name
        text = path.read_text("utf-8")
        assert old in text, (name, old)
        path.write_text(text.replace(old, new, 1), "utf-8")
    with (folder / "docs" / "risks.md").open("a", encoding="utf-8") as file:
        file.write("\n::: notice under-18s\n")
    for name, target in LINKS.items():
        (folder / "docs" / "assets" / name).symlink_to(target)
    return folder


def _build(folder: Path, engine: str) -> tuple[int, list[str]]:
    """Build with an engine; give the status, and the lines that are problems."""
    done = subprocess.run(
        [sys.executable, "-m", "kapguide", "build", "--engine", engine, "--project", str(folder)],
        env={**os.environ, "SOURCE_DATE_EPOCH": "1795305600"},
        capture_output=True,
        text=True,
        check=False,
    )
    starts = ("docs/", "references.bib", "mkdocs.yml")
    said = [line for line in done.stderr.splitlines() if line.startswith(starts)]
    assert "Traceback" not in done.stderr
    return done.returncode, said


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], list[str]]:
    """Give what is said under an engine; each builds once."""

    @cache
    def give(engine: str) -> list[str]:
        if find_spec(engine) is None:
            pytest.skip(f"{engine} is not installed, so nothing is known about it")
        folder = _make(tmp_path_factory.mktemp(engine) / "site")
        status, said = _build(folder, engine)
        assert status == 1
        assert not (folder / "site").exists(), "nothing is published"
        return said

    return give


@pytest.mark.parametrize("code", [*MISTAKES, "file-outside"])
@pytest.mark.parametrize("engine", ENGINES)
def test_mistake_is_told(told: Callable[[str], list[str]], engine: str, code: str) -> None:
    """With its file and line, and in the words that MkDocs's build has for it."""
    lines = [line for line in told(engine) if f": {code}: " in line]
    assert lines
    assert lines == [line for line in told("mkdocs") if f": {code}: " in line]


@pytest.mark.parametrize("engine", ENGINES)
def test_nothing_else_is_told(told: Callable[[str], list[str]], engine: str) -> None:
    """What one engine's build finds, each finds."""
    assert told(engine) == told("mkdocs")


@pytest.mark.parametrize("engine", ENGINES)
def test_notice_that_is_not_there(tmp_path: Path, engine: str) -> None:
    """Without its text no page can be proved to carry it, and that is the one thing to say."""
    if find_spec(engine) is None:
        pytest.skip(f"{engine} is not installed, so nothing is known about it")
    folder = _make(tmp_path / "site")
    (folder / "docs" / "_includes" / "crisis.md").unlink()
    status, said = _build(folder, engine)
    assert status == 1
    (line,) = [line for line in said if ": notice-source: " in line]
    assert line.startswith("docs/_includes/crisis.md: notice-source: this notice is missing")
    assert not any(": notice-missing: " in line or ": crisis-" in line for line in said)


@pytest.mark.parametrize("engine", ENGINES)
def test_engine_that_is_not_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, engine: str
) -> None:
    """One message, which says how to get it, before anything is built."""
    from click.testing import CliRunner
    from kapguide.commands import main
    from kapguide.engines import run_engine

    monkeypatch.setattr(run_engine, "find_spec", lambda name: None)
    (tmp_path / "mkdocs.yml").write_text("site_name: Small\n", "utf-8")
    result = CliRunner().invoke(main, ["build", "--engine", engine, "--project", str(tmp_path)])
    assert result.exit_code == 2
    (line,) = result.output.strip().splitlines()
    assert line.startswith(f"Error: {engine} is not installed here. Install it: make site ENGINE=")
    assert line.endswith(f"-m pip install {engine}")
    assert not (tmp_path / "site").exists()
