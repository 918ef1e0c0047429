"""The panel in a real live preview, and in no build."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from kapguide.preview.panel_marks import MARK
from selectolax.lexbor import LexborHTMLParser, LexborNode

ROOT = Path(__file__).resolve().parent.parent.parent
TEXT = "Someone you trust takes you home."
Fetch = Callable[..., LexborHTMLParser]


@pytest.fixture
def clinic(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Copy the small clinic's site, with a promise, and a mistake in references.bib."""
    folder = tmp_path / "clinic"
    shutil.copytree(ROOT / "tests" / "sites" / "clinic", folder)
    shutil.copytree(ROOT / "docs" / "_includes", folder / "docs" / "_includes")
    config = folder / "mkdocs.yml"
    text = config.read_text("utf-8").replace("../../../", f"{ROOT}/")
    config.write_text(text + "watch: [references.bib]\n", "utf-8")
    page = folder / "docs" / "index.md"
    page.write_text(page.read_text("utf-8").replace(TEXT, "It is a <b>breakthrough</b>."), "utf-8")
    bib = folder / "references.bib"
    bib.write_text(
        bib.read_text("utf-8").replace("{JAMA Psychiatry},", "{JAMA Psychiatry}"), "utf-8"
    )
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")  # 22 November 2026
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    return folder


@pytest.fixture
def fetch(clinic: Path) -> Iterator[Fetch]:
    """Serve the site; give a function that fetches a page, once it holds a text."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = clinic / "serve.log"
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", f"127.0.0.1:{port}"]
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=clinic, env=os.environ, stdout=output, stderr=output
        )

        def get(path: str = "", until: str = "") -> LexborHTMLParser:
            html = ""
            end = time.monotonic() + 60
            while time.monotonic() < end and process.poll() is None:
                try:
                    address = f"http://127.0.0.1:{port}/{path}"
                    with urllib.request.urlopen(address, timeout=30) as answer:
                        html = answer.read().decode()
                except OSError:
                    html = ""
                if html and until in html:
                    return LexborHTMLParser(html)
                time.sleep(0.2)
            pytest.fail(f'"{until}" is not in /{path}:\n{html[:800]}\n{log.read_text("utf-8")}')

        yield get
        process.terminate()
        process.wait(timeout=20)


def _panel(page: LexborHTMLParser) -> LexborNode:
    (panel,) = page.css(f"main [{MARK}]")
    panel.css_first("style").decompose()
    return panel


def test_panel_and_overview(clinic: Path, fetch: Fetch) -> None:
    """Each page has its own problems, and they go when they are mended."""
    panel = _panel(fetch())
    assert panel.css_first("h2").text() == "1 problem on this page"
    assert panel.css_first("li").text() == (
        'Error, blocks publishing: "breakthrough" promises more than anyone can know. Say what '
        "was found, in whom and how often, or leave it out. (docs/index.md, line 19; promise)"
    )
    assert panel.css("a")[-1].text() == "1 problem elsewhere."
    # It stands before everything that the page says.
    assert panel.parent is not None
    assert panel.parent.tag == "article"
    text = panel.parent.text().split()
    assert text[: len(panel.text().split())] == panel.text().split()

    other = _panel(fetch("risks/"))
    assert " ".join(other.text().split()) == "✓ No problems on this page. 2 problems elsewhere."
    address = other.css_first("a").attributes["href"]
    assert address == "/_problems/"

    overview = fetch("_problems/")
    assert [heading.text() for heading in overview.css("h2")] == [
        "docs/index.md",
        "references.bib",
        "What the codes mean",
    ]
    links = {str(link.attributes["href"]) for link in overview.css("a")}
    assert links == {"/", "#promise", "#comma-missing"}
    for anchor in ("promise", "comma-missing"):
        assert len(overview.css(f'[id="{anchor}"]')) == 1

    page = clinic / "docs" / "index.md"
    page.write_text(page.read_text("utf-8").replace("<b>breakthrough</b>", "day"), "utf-8")
    assert "No problems on this page." in _panel(fetch(until="No problems on this page.")).text()
    bib = clinic / "references.bib"
    bib.write_text(bib.read_text("utf-8").replace("Psychiatry}", "Psychiatry},"), "utf-8")
    assert "No problems elsewhere." in _panel(fetch("risks/", "No problems elsewhere.")).text()
    assert "docs/index.md" not in fetch("_problems/").css_first("main").text()
    assert "Traceback" not in (clinic / "serve.log").read_text("utf-8")


def test_settings_that_cannot_be_read(clinic: Path, fetch: Fetch) -> None:
    """The page and the terminal say what is wrong; the site comes back when it is mended."""
    fetch(until="1 problem on this page")
    config = clinic / "mkdocs.yml"
    good = config.read_text("utf-8")
    config.write_text(f"{good}copyright: Rest: a clinic\n", "utf-8")
    panel = _panel(fetch(until="could not be built"))
    line = len(good.splitlines()) + 1
    fault = f'mkdocs.yml:{line}: the value of "copyright" cannot be read'
    assert fault in panel.text()
    assert (clinic / "serve.log").read_text("utf-8").count(f"Error: {fault}") == 1
    assert 'straight quotes: copyright: "Rest: a clinic"' in panel.text()
    assert "could not be built" in _panel(fetch("risks/")).text()
    config.write_text(good, "utf-8")
    assert "could not be built" not in _panel(fetch(until="1 problem on this page")).text()


@pytest.mark.parametrize("command", [("mkdocs", "build"), ("kapguide", "build", "--no-strict")])
def test_no_build_has_any_of_it(clinic: Path, command: tuple[str, ...]) -> None:
    """The same mistakes in a build are told, and leave no mark in it."""
    folder = clinic / "built"
    page = clinic / "docs" / "index.md"
    # mkdocs leaves what it wrote; kapguide leaves only what may be published.
    if command[0] == "kapguide":
        page.write_text(page.read_text("utf-8").replace("<b>breakthrough</b>", "day"), "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", *command, "--site-dir", str(folder)],
        cwd=clinic,
        env=os.environ,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == (1 if command[0] == "mkdocs" else 0), done.stderr
    assert "references.bib:4: comma-missing" in done.stderr
    pages = list(folder.rglob("*.html"))
    assert len(pages) == 6
    assert not [path for path in pages if MARK in path.read_text("utf-8")]
    assert not (folder / "_problems").exists()
