"""Panels and overview put into a folder, and taken out again."""

from __future__ import annotations

from pathlib import Path

from kapguide.pages.source_lines import make_source
from kapguide.preview.panel_marks import MARK
from kapguide.preview.site_preview import remove_preview, write_preview
from kapguide.problems.reports import Report
from kapguide.project.disk import read_site
from kapguide.project.project import Project
from markdown_citations.problems import Problem
from selectolax.lexbor import LexborHTMLParser

HTML = "<!doctype html><html><body><main><article><h1>A</h1></article></main></body></html>"
REDIRECT = '<meta http-equiv="refresh" content="0; url=../a/">'
SOURCES = {
    name: make_source(f"docs/{name}", "# A\n") for name in ("index.md", "a.md", "part/index.md")
}
PROJECT = Project(notices={}, sources=SOURCES, base="/guide/")
FILES = {
    "index.html": HTML,
    "a/index.html": HTML,
    "part/index.html": HTML,
    "404.html": HTML,
    "old/index.html": REDIRECT,
}
PLACES = (
    *("docs/a.md", "docs/index.md", "docs/index.md", "docs/part/index.md", "site/404.html"),
    *("references.bib", "mkdocs.yml", "docs/_includes/crisis.md", "", "docs/old.md"),
)


def _write(folder: Path) -> None:
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    problems = [Problem("promise", f"number {n}", path) for n, path in enumerate(PLACES)]
    problems.sort(key=lambda problem: problem.path)
    write_preview(folder, read_site(folder), PROJECT, Report(problems, (), 4))


def _said(folder: Path, name: str) -> tuple[str, str]:
    tree = LexborHTMLParser((folder / name).read_text("utf-8"))
    return tree.css_first(f"[{MARK}] h2").text(), tree.css(f"[{MARK}] a")[-1].text()


def test_problems_belong_to_the_page_of_their_file(tmp_path: Path) -> None:
    """A page's Markdown, or the built file where no Markdown made it; all others are elsewhere."""
    _write(tmp_path)
    both = ("2 problems on this page", "8 problems elsewhere.")
    assert _said(tmp_path, "index.html") == both
    for name in ("a/index.html", "part/index.html", "404.html"):
        assert _said(tmp_path, name) == ("1 problem on this page", "9 problems elsewhere.")
    assert (tmp_path / "old" / "index.html").read_text("utf-8") == REDIRECT


def test_overview_links_pages_from_the_top_of_the_host(tmp_path: Path) -> None:
    """404.html is shown at any address, so no link is relative."""
    _write(tmp_path)
    tree = LexborHTMLParser((tmp_path / "_problems" / "index.html").read_text("utf-8"))
    assert {a.text(): a.attributes["href"] for a in tree.css("h2 a")} == {
        "docs/a.md": "/guide/a/",
        "docs/index.md": "/guide/",
        "docs/part/index.md": "/guide/part/",
        "site/404.html": "/guide/404.html",
    }
    assert tree.css_first("h2").text() == "The whole site"
    page = LexborHTMLParser((tmp_path / "a" / "index.html").read_text("utf-8"))
    assert page.css_first("li a").attributes["href"] == "/guide/_problems/#promise"


def test_page_for_what_is_not_there_says_more(tmp_path: Path) -> None:
    """There a link into another language ends, which the preview does not show."""
    hint = "To see it in <Spanish>: type."
    for problems in ([], [Problem("promise", "number 1", "site/404.html")]):
        for name, html in FILES.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(html, "utf-8")
        write_preview(tmp_path, read_site(tmp_path), PROJECT, Report(problems, (), 4), hint)
        for name in FILES:
            page = LexborHTMLParser((tmp_path / name).read_text("utf-8"))
            said = [line.text() for line in page.css(f"[{MARK}] > p")]
            assert (hint in said) == (name == "404.html"), name


def test_all_can_be_taken_out_again(tmp_path: Path) -> None:
    """A preview that builds changed pages only finds the others with the panels of before."""
    _write(tmp_path)
    remove_preview(tmp_path)
    left = {p.relative_to(tmp_path).as_posix(): p for p in tmp_path.rglob("*.html")}
    assert {name: path.read_text("utf-8") for name, path in left.items()} == FILES
    assert not (tmp_path / "_problems").exists()


OWN = {
    "_problems/index.html": HTML.replace("A", "Problems of ours"),
    "_problems/room.html": HTML,
    "_problems/room.jpg": "a picture",
}


def test_page_of_the_same_name_stands(tmp_path: Path) -> None:
    """What somebody wrote is never deleted, and never written over; it has its panel."""
    for name, text in OWN.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    sources = {"_problems.md": make_source("docs/_problems.md", "# A\n"), **SOURCES}
    for _ in range(2):
        remove_preview(tmp_path)
        assert {name: (tmp_path / name).read_text("utf-8") for name in OWN} == OWN
        for name, text in FILES.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text, "utf-8")
        problem = Problem("preview-left", "rename it", "docs/_problems.md")
        project = Project(notices={}, sources=sources)
        write_preview(tmp_path, read_site(tmp_path), project, Report([problem], (), 4))
    page = LexborHTMLParser((tmp_path / "_problems" / "index.html").read_text("utf-8"))
    assert page.css_first("h1").text() == "Problems of ours"
    assert page.css_first(f"[{MARK}] h2").text() == "1 problem on this page"
    # No link leads to the list that there is not.
    assert page.css(f"[{MARK}] a") == []
    other = LexborHTMLParser((tmp_path / "a" / "index.html").read_text("utf-8"))
    assert other.css_first(f"[{MARK}] p").text().endswith("1 problem elsewhere.")
    assert other.css(f"[{MARK}] a") == []


def test_files_beside_the_overview_stand(tmp_path: Path) -> None:
    """`docs/_problems/` may hold pictures: the list alone is the preview's."""
    _write(tmp_path)
    picture = tmp_path / "_problems" / "room.jpg"
    picture.write_text("a picture", "utf-8")
    remove_preview(tmp_path)
    assert [path.name for path in picture.parent.iterdir()] == ["room.jpg"]
