"""In a real build: data on each page, files to download, robots.txt."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from urllib.parse import parse_qsl
from urllib.robotparser import RobotFileParser

import pytest
import rispy
from kapguide.checks.site.json_ld import check_json_ld
from kapguide.front_matter.schema import front_matter_schema
from kapguide.machine_data.robots import make_robots
from kapguide.pages.page import parse_page
from kapguide.project.project import Project
from markdown_citations.exports import make_downloads
from markdown_citations.library.reading import read_library
from mkdocs.commands.build import build
from mkdocs.config import load_config

BIB = r"""
@article{dore2019, author = {Dore, J. and {A Group, Inc.}}, title = {A {PTSD} trial \& more},
  journal = {J}, year = {2019}, doi = {10.1000/x}, studytype = {case series}}
@misc{fda2023compounded, author = {{US Food and Drug Administration}}, title = {A warning},
  year = {2023}, howpublished = {Web}, studytype = {regulator}}
"""
HOME = """---
title: Home of "it"
description: All of it </script>.
type: treatment
review: {reviewer: Ana Diaz, credentials: MD, date: 2026-12-01}
---

# Home of "it"

Slowed breathing is known [@fda2023compounded]. Most got better [@dore2019], most.
"""
REFERENCES = """# All

::: references

[BibTeX](downloads/references.bib) [RIS](downloads/references.ris)
[CSL-JSON](downloads/references.json) [robots](robots.txt)
"""
FILES = {"docs/index.md": HOME, "docs/references.md": REFERENCES, "references.bib": BIB}
HOOKS = ["cite_sources", "offer_downloads", "finish_site"]
SETTINGS = {
    "site_url": "https://kap-guide.example/sub/",
    "site_description": "Plain facts.",
    "markdown_extensions": [{"kapguide.citations": {"bibliography": "references.bib"}}],
    "extra": {"clinic": {"name": "Our Clinic"}},
}


@pytest.fixture
def make_site(build_site):
    """Build the small site, with some files or settings changed."""

    def run(files=FILES, **settings):
        return build_site(files, hooks=HOOKS, **{**SETTINGS, **settings})

    return run


def data_of(page) -> dict:
    (script,) = page.css('script[type="application/ld+json"]')
    return json.loads(script.text())


def test_the_home_page(make_site) -> None:
    """Data, previews and references, from front matter and text; the trail starts elsewhere."""
    built = make_site()
    assert built.lines == []
    page = built.page("index.html")
    data = data_of(page)
    assert data["name"] == 'Home of "it"'
    assert data["description"] == "All of it </script>."
    assert data["url"] == "https://kap-guide.example/sub/"
    assert data["publisher"]["name"] == "Our Clinic"
    assert data["lastReviewed"] == "2026-12-01"
    assert "breadcrumb" not in data
    (harm,) = data["about"]["seriousAdverseOutcome"]
    assert harm["name"] == "Slowed breathing (respiratory depression)"
    assert [(work["@id"], work["name"]) for work in data["citation"]] == [
        ("#ref-fda2023compounded", "A warning"),
        ("#ref-dore2019", "A PTSD trial & more"),
    ]
    assert page.css_first("meta[property='og:type']").attributes["content"] == "website"
    assert len(page.css("body > div.coins[hidden] > span.Z3988")) == 2


def test_the_references_page(make_site) -> None:
    """Every entry that it lists is described, for search engines and for Zotero."""
    page = make_site().page("references/index.html")
    data = data_of(page)
    assert data["description"] == "Plain facts."
    assert "about" not in data
    assert [step["name"] for step in data["breadcrumb"]["itemListElement"]] == [
        'Home of "it"',
        "All",
    ]
    assert sorted(work["@id"] for work in data["citation"]) == [
        "#ref-dore2019",
        "#ref-fda2023compounded",
    ]
    items = [dict(parse_qsl(node.attributes["title"])) for node in page.css("span.Z3988")]
    found = sorted(item.get("rft.atitle") or item["rft.title"] for item in items)
    assert found == ["A PTSD trial & more", "A warning"]
    assert page.css('link[rel="apple-touch-icon"]') == []


def test_the_check_agrees(make_site) -> None:
    """What the hooks put in is what the page check looks for, with the theme around it."""
    built = make_site()
    for name in ("index.html", "references/index.html"):
        html = (built.folder / "site" / name).read_text("utf-8")
        # The review's line is another hook's.
        shown = '<p class="review">Ana Diaz <time datetime="2026-12-01" data-review="reviewed">'
        page = parse_page(html.replace("</article>", f"{shown}</time></p></article>"), name, name)
        assert list(check_json_ld(page, Project(notices={}))) == []


def test_the_schema_of_settings(make_site) -> None:
    """Editors complete what stands at a page's top from it."""
    folder = make_site().folder / "site" / "downloads"
    schema = json.loads((folder / "front-matter.schema.json").read_text("utf-8"))
    assert schema == front_matter_schema()
    assert schema["$schema"].startswith("http://json-schema.org/draft-07/")


def test_pictures_where_they_are(make_site) -> None:
    """A picture in docs/ is named, each by an address that leads to it."""
    page = make_site({**FILES, "docs/favicon.ico": "i", "docs/assets/share.png": "p"}).page(
        "references/index.html"
    )
    (icon,) = page.css('link[rel="icon"][sizes]')
    assert icon.attributes["href"] == "../favicon.ico"


def test_each_page_has_a_picture_of_its_own(make_site) -> None:
    """It shows the page's title; where the font has not its letters, the site's one does."""
    built = make_site({**FILES, "docs/assets/share.png": "p", "docs/b.md": "# Кетамин\n"})
    base = "https://kap-guide.example/sub/"
    for url, name in (("references/", "share/references"), ("", "share/index"), ("b/", "share")):
        page = built.page(f"{url}index.html")
        image = page.css_first('meta[property="og:image"]').attributes["content"]
        assert image == f"{base}assets/{name}.png"
        assert (built.folder / "site" / image.removeprefix(base)).is_file()


def test_downloads(make_site) -> None:
    """The files hold the library; pages may link to them and a strict build is content."""
    built = make_site()
    assert built.lines == []
    folder = built.folder / "site" / "downloads"
    again, problems = read_library([folder / "references.bib"], folder)
    assert problems == []
    assert list(again.entries) == ["dore2019", "fda2023compounded"]
    assert again["dore2019"].fields["title"] == r"A {PTSD} trial \& more"
    records = rispy.loads((folder / "references.ris").read_text("utf-8"))
    assert [record["id"] for record in records] == ["dore2019", "fda2023compounded"]
    items = json.loads((folder / "references.json").read_text("utf-8"))
    assert [item["DOI"] for item in items if "DOI" in item] == ["10.1000/x"]
    hrefs = {link.attributes["href"] for link in built.page("references/index.html").css("main a")}
    assert "../downloads/references.ris" in hrefs


def test_no_library_no_downloads(make_library) -> None:
    """An empty library is not offered."""
    assert make_downloads(make_library(), "downloads") == {}


def test_robots(make_site) -> None:
    """All may be read, and the site map is found; a file of one's own stands."""
    built = make_site()
    text = (built.folder / "site" / "robots.txt").read_text("utf-8")
    assert text == make_robots(["https://kap-guide.example/sub/"])
    parser = RobotFileParser()
    parser.parse(text.splitlines())
    assert parser.can_fetch("*", "https://kap-guide.example/sub/risks/")
    assert parser.site_maps() == ["https://kap-guide.example/sub/sitemap.xml"]
    assert "Sitemap" not in make_robots([""])
    again = make_site({"docs/robots.txt": "User-agent: *\nDisallow: /\n"})
    assert "Disallow" in (again.folder / "site" / "robots.txt").read_text("utf-8")


def test_without_an_address(make_site) -> None:
    """A site that knows no address of its own says none, and builds."""
    page = make_site(site_url="").page("references/index.html")
    data = data_of(page)
    assert "url" not in data
    assert "breadcrumb" not in data
    assert page.css('meta[property="og:url"]') == []


def test_the_error_page_has_none(make_site) -> None:
    """404 is no page of the guide: nothing is said of it."""
    assert make_site().page("404.html").css(".Z3988, script[type='application/ld+json']") == []


def test_an_edit_shows_at_once(make_site) -> None:
    """The live preview keeps the process: nothing of the first build may stay."""
    make_site()
    built = make_site({"references.bib": BIB.replace("A warning", "Another")})
    names = [work["name"] for work in data_of(built.page("index.html"))["citation"]]
    assert names == ["Another", "A PTSD trial & more"]
    assert "Another" in (built.folder / "site/downloads/references.ris").read_text("utf-8")


def test_two_builds_are_one(make_site, monkeypatch, tmp_path_factory) -> None:
    """Byte for byte, in another folder as well."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    first = make_site().folder
    other = tmp_path_factory.mktemp("other") / "a folder"
    shutil.copytree(first, other, ignore=shutil.ignore_patterns("site", ".cache"))
    build(load_config(str(other / "mkdocs.yml")))

    def contents(folder: Path) -> dict[str, bytes]:
        files = [path for path in sorted((folder / "site").rglob("*")) if path.is_file()]
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}

    assert contents(first) == contents(other)


@pytest.mark.handed_over
def test_the_guide_says_what_the_table_has(root: Path) -> None:
    """A harm that no page tells of any more is one that programs are not told of either."""
    import markdown
    from kapguide.machine_data.content import read_content
    from kapguide.machine_data.schema_org import find_statements
    from kapguide.words import load_words
    from markdown_citations.configuration import make_extension

    harms, reasons = (
        load_words().tables(f"topic.{name}") for name in ("harms", "contraindications")
    )

    options = {"bibliography": str(root / "references.bib"), "root": str(root), "cache": ""}
    found = {}
    for name, statements in (("risks", harms), ("who-should-not", reasons)):
        source = (root / "docs" / f"{name}.md").read_text("utf-8")
        html = markdown.markdown(
            source.partition("\n---\n")[2], extensions=["tables", make_extension(options)]
        )
        found[name] = find_statements(statements, read_content(html).passages)
    assert found == {"risks": list(harms), "who-should-not": list(reasons)}
