"""What is said where handouts cannot be made, and what holds without them."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from kapguide.handouts.anchors import fill_numbers, fit_into_booklet
from kapguide.handouts.chapters import read_chapters
from kapguide.handouts.handout_links import Printed, place_links
from kapguide.handouts.pdf_printing import Press, open_press, require_press
from kapguide.project.config_file import CannotRun
from kapguide.words import load_words
from selectolax.lexbor import LexborHTMLParser


def test_no_chromium_is_said_before_anything_is_built(
    small_project: Path, build: Callable[..., Any], tmp_path: Path
) -> None:
    """One message with what to do, exit status 2, and nothing left behind."""
    site = tmp_path / "site"
    done = build(
        small_project, "--handouts", "--site-dir", str(site), KAPGUIDE_CHROMIUM="/no/chromium"
    )
    assert done.returncode == 2
    assert "KAPGUIDE_CHROMIUM names no program: /no/chromium" in done.stderr
    assert "Building documentation" not in done.stderr + done.stdout
    assert list(tmp_path.iterdir()) == []


def test_none_anywhere_says_how_to_get_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The ways to get Chromium, for every system."""
    monkeypatch.delenv("KAPGUIDE_CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setitem(sys.modules, "playwright.sync_api", None)
    monkeypatch.setattr("kapguide.handouts.chromium.MAC_APPS", ())
    with pytest.raises(CannotRun, match="apt-get install chromium"):
        require_press("https://small.example/")


def test_site_without_address_is_refused() -> None:
    """A handout prints its page's address, so there must be one."""
    with pytest.raises(CannotRun, match="site_url"):
        require_press("")


def test_build_without_handouts_links_none(plain_site: Path) -> None:
    """No PDF, no link that could break."""
    assert not (plain_site / "handouts").exists()
    assert "handouts/" not in (plain_site / "index.html").read_text("utf-8")


def test_page_of_the_same_name_stops_it(
    plain_site: Path, print_site: Callable[[Path], None], tmp_path: Path
) -> None:
    """A file of the project's own is never written over."""
    site = shutil.copytree(plain_site, tmp_path / "site")
    (site / "handouts").mkdir()
    (site / "handouts" / "index.pdf").write_bytes(b"ours")
    with pytest.raises(CannotRun, match=r"handouts/index\.pdf is there already"):
        print_site(site)
    assert (site / "handouts" / "index.pdf").read_bytes() == b"ours"
    assert "handouts/" not in (site / "index.html").read_text("utf-8")


def test_without_a_menu_all_pages_are_printed(tmp_path: Path) -> None:
    """The home page first, then by name, a folder's page before those in it; never 404.html."""
    for name in ("404.html", "index.html", "b.html", "c/index.html", "c/d/index.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"<article><h1>{name}</h1></article>", "utf-8")
    found = read_chapters(tmp_path, [])
    assert [chapter.name for chapter in found] == ["index", "b", "c", "c-d"]
    assert [chapter.address for chapter in found] == ["", "b.html", "c/", "c/d/"]


def test_names_with_any_sign(tmp_path: Path) -> None:
    """Addresses are quoted as browsers send them; names are fit for ids and files."""
    menu = [("", name) for name in ("my page.md", "100%.md", "why #1?.md", "a--b.md", "été.md")]
    for _, name in menu:
        (tmp_path / Path(name).stem).mkdir()
        (tmp_path / Path(name).stem / "index.html").write_text("<article><h1>x</h1></article>")
    found = read_chapters(tmp_path, menu)
    assert [chapter.address for chapter in found] == [
        "my%20page/",
        "100%25/",
        "why%20%231%3F/",
        "a--b/",
        "%C3%A9t%C3%A9/",
    ]
    assert [chapter.name for chapter in found] == ["my-page", "100", "why-1", "a-b", "été"]


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (
            ("a/b/index.html", "a-b/index.html"),
            '"a/b/index.html" and "a-b/index.html" would both be printed as handouts/a-b.pdf. '
            "Give one of the pages another name.",
        ),
        (("%/index.html", "index.html"), "would both be printed as handouts/index.pdf"),
        (
            ("whole-guide/index.html",),
            '"whole-guide/index.html" and the whole guide would both be printed as '
            "handouts/whole-guide.pdf. Give the page another name.",
        ),
    ],
    ids=["a folder", "the home page", "the whole guide"],
)
def test_two_handouts_of_one_name(tmp_path: Path, names: tuple[str, ...], message: str) -> None:
    """Named both, before any page is printed."""
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("<article><h1>x</h1></article>", "utf-8")
    with pytest.raises(CannotRun, match=re.escape(message)):
        read_chapters(tmp_path, [("", name) for name in names])


def test_browser_that_does_not_start(
    small_project: Path, build: Callable[..., Any], tmp_path: Path
) -> None:
    """One line of what went wrong, exit status 2, and the last good site stays."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "404.html").write_text("old", "utf-8")
    program = tmp_path / "chromium"
    program.write_text("#!/bin/sh\nexit 0\n", "utf-8")
    program.chmod(0o755)
    done = build(
        small_project, "--handouts", "--site-dir", str(site), KAPGUIDE_CHROMIUM=str(program)
    )
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
    assert "Error: The browser could not print: " in done.stderr
    assert done.stderr.splitlines()[-1].startswith("Error: ")
    assert (site / "404.html").read_text("utf-8") == "old"
    assert {path.name for path in tmp_path.iterdir()} == {"site", "chromium"}


@pytest.mark.browser
def test_page_that_takes_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What breaks while it prints is said in one line, too."""
    (tmp_path / "index.html").write_text("<h1>x</h1>", "utf-8")
    monkeypatch.setattr("kapguide.handouts.pdf_printing.PATIENCE", 1)
    monkeypatch.setattr(Press, "answer", lambda press, folder, route: None)

    def print_it() -> None:
        with open_press(tmp_path, "https://small.example/", "letter") as press:
            press.print_page("")

    # In a thread of its own: in this one another test may have a browser open, and
    # Playwright allows one to a thread.
    with (
        ThreadPoolExecutor(1) as pool,
        pytest.raises(CannotRun, match=r"^The browser could not print: .*Timeout 1ms.*$"),
    ):
        pool.submit(print_it).result()


def test_ids_of_pages_stay_apart() -> None:
    """Wherever HTML, ARIA and SVG name an id, it is the renamed one."""
    tree = LexborHTMLParser(
        '<article><h2 id="a">A</h2><svg aria-labelledby="a b"><path fill="url(#b)"></path></svg>'
        '<a href="#a">own</a><a href="../two/#x">other</a><a href="../pic.png">file</a>'
        '<span class="citation"><a href="../two/#y">1</a></span></article>'
    )
    article = tree.css_first("article")
    address = "https://small.example/one/"
    names = {address: "one", "https://small.example/two/": "two"}
    fit_into_booklet(article, "one", address, names, load_words())
    html = fill_numbers(article.html or "", {"two--x": 7})
    assert 'id="one--a"' in html
    assert 'aria-labelledby="one--a one--b"' in html
    assert 'fill="url(#one--b)"' in html
    assert '<a href="#one--a">own</a><a href="#two--x">other</a> (page 7)' in html
    assert '<a href="https://small.example/pic.png">file</a>' in html
    assert '<a href="#two--y">1</a></span>' in html


def test_links_stand_before_the_last_notices() -> None:
    """A page that shows the crisis lines at its top as well has the link at its end."""
    notice = '<div class="notice" data-notice="crisis">Call.</div>'
    html = place_links(
        f"<main>{notice}<p>Text</p>{notice}</main>",
        "a b/index.html",
        [("Print this page", Printed("handouts/a b.pdf", 1, 1000))],
        load_words(),
    )
    assert html == (
        f'<main>{notice}<p>Text</p><p class="handout"><a href="../handouts/a%20b.pdf" '
        f'type="application/pdf">Print this page (PDF, 1 page, 0.1 MB)</a></p>\n{notice}</main>'
    )
