"""The live preview follows the .bib file."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml

ENTRY = "@article{dore2019, author = {Dore, J.}, title = {First}, journal = {J}, year = {2019}}\n"
Read = Callable[[str], str]


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Read]:
    """Serve a site; give a function that waits until the page holds a text, and returns it."""
    settings = {
        "site_name": "Small",
        "theme": {"name": None, "custom_dir": "theme"},
        "plugins": [{"citations": {"bibliography": "bibs"}}],
    }
    files = {
        "mkdocs.yml": yaml.safe_dump(settings),
        "theme/main.html": "<body>{{ page.content }}</body>",
        "bibs/a.bib": ENTRY,
        "docs/index.md": "# A\n\nSo it was [@dore2019].\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = tmp_path / "serve.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", f"127.0.0.1:{port}"],
            cwd=tmp_path,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            stdout=output,
            stderr=output,
        )

    def read_when(text: str) -> str:
        for _ in range(600):
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=10) as answer:
                    page = str(answer.read().decode())
            except OSError:
                page = ""
            if text in page:
                return page
            if process.poll() is not None:
                break
            time.sleep(0.1)
        return pytest.fail(f'"{text}" does not show:\n{log.read_text("utf-8")}')

    yield read_when
    process.terminate()
    process.wait(timeout=20)


def test_every_edit_shows_at_once(tmp_path: Path, preview: Read) -> None:
    """Of an entry, and of a file that is new in a watched folder; nothing old stays."""
    preview("First")
    bib = tmp_path / "bibs" / "a.bib"
    bib.write_text(ENTRY.replace("First", "Second"), "utf-8")
    assert "First" not in preview("Second")
    bib.write_text("", "utf-8")
    assert "csl-entry" not in preview("?dore2019")
    (tmp_path / "bibs" / "new.bib").write_text(ENTRY.replace("First", "Third"), "utf-8")
    assert "?dore2019" not in preview("Third")
    assert "Traceback" not in (tmp_path / "serve.log").read_text("utf-8")
