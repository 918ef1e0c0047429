"""The live preview: what an editor saves shows at once, in every file that pages rest on."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent.parent
HOOKS = ("begin_build", "cite_sources")
NOTICE = "_includes/regulatory-status.md"
ENTRY = """@article{dore2019,
  author = {Dore, J.}, title = {A first title}, journal = {J}, year = {2019}, doi = {10.1000/a},
}
"""
Read = Callable[[str], str]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small site as ours is set up; its own list of files to watch, too."""
    ours = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), yaml.BaseLoader)
    settings = {
        "site_name": "Small",
        "theme": {"name": "mkdocs"},
        "plugins": [],
        "watch": ours["watch"],
        "exclude_docs": ours["exclude_docs"],
        "hooks": [str(ROOT / "hooks" / f"{name}.py") for name in HOOKS],
        "markdown_extensions": [
            "kapguide.directives",
            {"kapguide.citations": {"bibliography": "references.bib"}},
        ],
    }
    docs = tmp_path / "docs"
    (docs / "_includes").mkdir(parents=True)
    for path in (ROOT / "docs" / "_includes").glob("*.md"):
        (docs / "_includes" / path.name).write_text(path.read_text("utf-8"), "utf-8")
    (docs / "index.md").write_text(
        "# A\n\nSo it was [@dore2019].\n\n::: notice regulatory-status\n", "utf-8"
    )
    (tmp_path / "references.bib").write_text(ENTRY, "utf-8")
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump(settings), "utf-8")
    return tmp_path


@pytest.fixture
def preview(project: Path) -> Iterator[Read]:
    """Serve it; give a function that waits until the page holds a text, and returns the page."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = project / "serve.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", f"127.0.0.1:{port}"],
            cwd=project,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            stdout=output,
            stderr=output,
        )

        def read_when(text: str) -> str:
            page = ""
            for _ in range(300):
                try:
                    with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=10) as answer:
                        page = answer.read().decode()
                except OSError:
                    page = ""
                if text in page:
                    return page
                if process.poll() is not None:
                    break
                time.sleep(0.1)
            pytest.fail(f'"{text}" does not show:\n{page[-1500:]}\n{log.read_text("utf-8")}')

        yield read_when
        process.terminate()
        process.wait(timeout=20)


def test_every_edit_shows_at_once(project: Path, preview: Read) -> None:
    """Of the studies, of a notice and of the page; and a study taken out is missing."""
    preview("A first title")
    bib = project / "references.bib"
    bib.write_text(ENTRY.replace("first", "second"), "utf-8")
    assert "A first title" not in preview("A second title")
    notice = project / "docs" / NOTICE
    notice.write_text(notice.read_text("utf-8") + "\nA new sentence of the notice.\n", "utf-8")
    preview("A new sentence of the notice.")
    bib.write_text(ENTRY.replace("dore2019", "dore2020"), "utf-8")
    assert "csl-entry" not in preview("?dore2019")
    bib.write_text(ENTRY, "utf-8")
    assert "?dore2019" not in preview("A first title")
    (project / "docs" / "index.md").write_text("# A\n\nNow without.\n", "utf-8")
    assert "csl-entry" not in preview("Now without.")
    log = (project / "serve.log").read_text("utf-8")
    assert "Traceback" not in log
    assert len(re.findall(r"citekey-unknown: no entry .dore2019", log)) == 1
