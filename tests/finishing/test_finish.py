"""`kapguide finish`: one step over a folder that something built."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from kapguide.commands import main
from kapguide.finishing.slots import NOTICES, REVIEW, fill_slot
from selectolax.lexbor import LexborHTMLParser

PAGE = (
    "<!doctype html><html><head><meta charset=utf-8><title>{0}</title></head>"
    "<body><main>{0}{1}</main></body></html>"
)
SLOTS = f"<article><h1>Risks</h1>{REVIEW}{NOTICES}</article>"
FRONT = "---\ntitle: Risks\nsources_checked: 2026-11-01\nreview: pending\nreview_every: 12\n---\n"


@pytest.fixture
def site(tmp_path: Path, notices: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that no engine of ours built: two pages, and one by hand."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795824000")
    monkeypatch.chdir(tmp_path)
    docs, site = tmp_path / "docs", tmp_path / "built"
    (tmp_path / "mkdocs.yml").write_text("site_name: Small\nsite_url: https://a.example/g/\n")
    (tmp_path / "references.bib").write_text(
        "@misc{fda2023, title={A}, year={2023}, author={{FDA}}}\n", "utf-8"
    )
    (docs / "risks.md").write_text(f"{FRONT}\n# Risks\n", "utf-8")
    (docs / "list.md").write_text("# All\n", "utf-8")
    cites = '<p>So <span class="citation" data-cites="fda2023">[1]</span>.</p>'
    built = {
        "index.html": PAGE.format("Home", ""),
        "risks/index.html": PAGE.format(cites, SLOTS),
        "list/index.html": PAGE.format("", '<div data-cited-by="fda2023"></div>'),
    }
    for name, text in built.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, "utf-8")
    return site


def finish(site: Path, *options: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["finish", str(site), *options])
    return result.exit_code, result.output


def read(site: Path, name: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / name).read_text("utf-8"))


def test_every_page_gets_what_readers_are_promised(site: Path) -> None:
    """The notices and a policy on all, made by hand or not; the review line where it has one."""
    assert finish(site)[0] == 0
    for name in ("index.html", "risks/index.html", "list/index.html"):
        page = read(site, name)
        shown = [node.attributes["data-notice"] for node in page.css("main [data-notice]")]
        assert shown == ["crisis", "disclaimer"], name
        assert len(page.css("meta[http-equiv=Content-Security-Policy]")) == 1
    (line,) = read(site, "risks/index.html").css("article .review")
    assert "November 1, 2026" in line.text()


def test_the_list_says_which_pages_cite(site: Path) -> None:
    """The pages themselves tell what they cite."""
    finish(site)
    (link,) = read(site, "list/index.html").css(".cited-by a")
    assert (link.text(), link.attributes["href"]) == ("Risks", "../risks/#cite-fda2023-1")


def test_programs_get_data_pictures_and_files(site: Path) -> None:
    """Of pages that have Markdown; one by hand says itself what it is."""
    finish(site)
    page = read(site, "risks/index.html")
    address = page.css_first("meta[property='og:url']")
    assert address is not None
    assert address.attributes["content"] == "https://a.example/g/risks/"
    assert len(page.css('script[type="application/ld+json"]')) == 1
    assert read(site, "index.html").css('script[type="application/ld+json"]') == []
    for name in ("assets/share/risks.png", "downloads/references.bib", "robots.txt", "_headers"):
        assert (site / name).is_file(), name


def test_second_time_is_refused(site: Path) -> None:
    """The data would stand there twice."""
    assert finish(site)[0] == 0
    status, said = finish(site)
    assert status == 2
    assert "finished already" in said


def test_each_language_is_finished_once_and_by_its_own_settings(site: Path) -> None:
    """What lies in the site's folder gets nothing in another language."""
    root, spanish = site.parent, site / "es/index.html"
    with (root / "mkdocs.yml").open("a") as file:
        file.write("exclude_docs: es/\nextra: {languages: [es]}\n")
    (root / "mkdocs.es.yml").write_text(
        "INHERIT: mkdocs.yml\ndocs_dir: docs/es\ntheme: {language: es}\n"
    )
    shutil.copytree(root / "docs/_includes", root / "docs/es/_includes")
    (root / "docs/es/index.md").write_text("# Riesgos\n", "utf-8")
    spanish.parent.mkdir()
    spanish.write_text(PAGE.format("Riesgos", ""), "utf-8")
    assert finish(site)[0] == 0
    assert read(site, "es/index.html").css("[data-notice]") == []
    own = ("--project", "mkdocs.es.yml")
    assert finish(spanish.parent, *own)[0] == 0
    assert len(read(site, "es/index.html").css("[data-notice]")) == 2
    status, said = finish(spanish.parent, *own)
    assert (status, "finished already" in said) == (2, True)


def test_folder_that_is_no_site(tmp_path: Path) -> None:
    """It is named, and nothing is written."""
    (tmp_path / "mkdocs.yml").write_text("site_name: Small\n")
    result = CliRunner().invoke(main, ["finish", str(tmp_path), "--project", str(tmp_path)])
    assert (result.exit_code, "no built site" in result.output) == (2, True)
    assert [path.name for path in tmp_path.iterdir()] == ["mkdocs.yml"]


@pytest.mark.parametrize(
    ("html", "filled"),
    [
        (f"a{NOTICES}b", "aXb"),
        (f"{NOTICES} in a page's text, {NOTICES}", f"{NOTICES} in a page's text, X"),
        ("none", "none"),
    ],
    ids=["one", "the template's is the last", "a page without"],
)
def test_slot(html: str, filled: str) -> None:
    assert fill_slot(html, NOTICES, "X") == filled
