"""A small site with its handouts, printed once for all tests of this folder."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from kapguide.commands.handouts import print_handouts, read_guide
from kapguide.project.settings import read_settings

ROOT = Path(__file__).resolve().parent.parent.parent
HERE = Path(__file__).resolve().parent
EPOCH = "1795824000"  # 28 November 2026

CONFIG = """site_name: Small Guide
site_url: https://small.example/kap/
site_description: What a small guide says.
plugins: []
theme:
  name: material
  language: en
  font: false
  palette: {{scheme: default, primary: custom}}
  custom_dir: {root}/overrides
  static_templates: [assets/print.css]
extra_css: [assets/kapguide.css]
exclude_docs: _includes/
validation: {{links: {{not_found: info}}}}
nav:
  - Home: index.md
  - A part of it:
      - The risks: risks.md
      - Help: get-help-now.md
      - A name: "100% été #1.md"
  - All studies: references.md
  - A to Z: a-to-z.md
  - Elsewhere: https://www.fda.gov/
hooks:
  - {root}/hooks/begin_build.py
  - {root}/hooks/cite_sources.py
  - {root}/hooks/finish_site.py
  - {root}/hooks/check_pages.py
markdown_extensions:
  - attr_list
  - tables
  - kapguide.directives
  - kapguide.citations: {{bibliography: references.bib}}
"""

HEAD = """---
title: {title}
description: What a reader finds on this page, said in one sentence of fair length.
type: reference
sources_checked: 2026-11-01
review: pending
review_every: 12
---

# {title}

"""

PAGES = {
    "index": ("Where to start", "Read [what can go wrong](risks.md) first.\n"),
    "risks": (
        "What can go wrong",
        "Some people leave the study [@dore2019].\n\n"
        "## What to ask {.questions}\n\n- Who will be there?\n- What will it cost?\n\n"
        "## Where it goes on\n\n"
        + "Rest for a day, and drink water.\n\nDrink water, and rest for a day.\n\n"
        * 30
        + "Look at [who can help](get-help-now.md#first), or ask "
        "[the regulator](https://www.fda.gov/).\n",
    ),
    "get-help-now": (
        "Who can help",
        "## First {#first}\n\nSay where you are. "
        "Prepare [the talk](100%25%20été%20%231.md#Fragen-ü).\n",
    ),
    "100% été #1": ("The talk", "## Your questions {#Fragen-ü}\n\nWrite them down.\n"),
    "references": ("All studies", "::: references\n"),
    "a-to-z": ("The index", "Nothing more.\n"),
}


@pytest.fixture(scope="session")
def small_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the small project, with the notices and stylesheets of the real one."""
    folder = tmp_path_factory.mktemp("handouts") / "a project"
    for name in ("_includes", "assets"):
        shutil.copytree(ROOT / "docs" / name, folder / "docs" / name)
    shutil.copy(ROOT / "docs" / "favicon.ico", folder / "docs")
    for name, (title, text) in PAGES.items():
        (folder / "docs" / f"{name}.md").write_text(HEAD.format(title=title) + text, "utf-8")
    entries = (ROOT / "references.bib").read_text("utf-8")
    start = entries.index("{dore2019,")
    start = entries.rindex("@", 0, start)
    entry = entries[start : entries.index("\n}\n", start) + 3]
    # Whenever the real one was last looked up, here it was before the day of the builds.
    entry = re.sub(r"(?<=statusdate    = )\{.*\}", "{2026-11-22}", entry)
    (folder / "references.bib").write_text(entry, "utf-8")
    (folder / "mkdocs.yml").write_text(CONFIG.format(root=ROOT), "utf-8")
    return folder


def run_build(project: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess:  # type: ignore[type-arg]
    """Run `kapguide build` in a project, as of one day."""
    return subprocess.run(
        [sys.executable, "-m", "kapguide", "build", *arguments],
        cwd=project,
        env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="session")
def printing(small_project: Path) -> subprocess.CompletedProcess:  # type: ignore[type-arg]
    """Build the small site with its handouts; give what the command said."""
    done = run_build(small_project, "--handouts", "--format", "json")
    if done.returncode:
        pytest.fail(f"no handouts:\n{done.stdout}{done.stderr}", pytrace=False)
    return done


@pytest.fixture(scope="session")
def printed(small_project: Path, printing: object) -> Path:
    """Give the folder of the small site with its handouts."""
    return small_project / "site"


@pytest.fixture(scope="session")
def plain_site(small_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the small site without handouts, once for all tests that print it themselves."""
    site = tmp_path_factory.mktemp("plain") / "site"
    done = run_build(small_project, "--site-dir", str(site))
    assert done.returncode == 0, done.stderr
    return site


@pytest.fixture
def print_site(small_project: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Give what prints the handouts of a built folder of the small site, as of the same day."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)

    def run(folder: Path) -> None:
        settings = read_settings(small_project)
        # In a thread of its own: in this one another test may have a browser open, and
        # Playwright allows one to a thread.
        with ThreadPoolExecutor(1) as pool:
            guide = read_guide(settings)
            pool.submit(print_handouts, folder, settings, guide, "letter").result()

    return run


@pytest.fixture(scope="session")
def build():  # type: ignore[no-untyped-def]
    """Give `run_build` to tests, which import nothing from each other."""
    return run_build


PRINTING = {"printed", "print_site"}
"""The fixtures that need a browser."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that print, so that `-m "not browser"` leaves them out."""
    for item in items:
        if HERE in item.path.parents and PRINTING & {*getattr(item, "fixturenames", ())}:
            item.add_marker("browser")
