"""Whatever a server sends as a page, or as a drawing with scripts, is looked at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from kapguide.checks.running import check_site
from kapguide.project.disk import read_site

PAGE = "<!doctype html><html><head><title>x</title></head><body><main>Words.</main></body></html>"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'


def codes(frame: Any, folder: Path, files: dict[str, str]) -> set[str]:
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    outcome = check_site(read_site(folder), frame.project)
    return {problem.code for problem in outcome.problems if problem.path != "mkdocs.yml"}


@pytest.mark.parametrize(
    "name", ["RAW.HTM", "page.HTML", "page.xhtml", "page.xht", "page.shtml", "Page.Html"]
)
def test_page_by_any_ending(frame: Any, tmp_path: Path, name: str) -> None:
    """It has to carry the notices."""
    assert {"disclaimer-missing", "crisis-missing"} <= codes(frame, tmp_path, {name: PAGE})


@pytest.mark.parametrize("name", ["page.xml", "page.svg"])
def test_page_by_another_name(frame: Any, tmp_path: Path, name: str) -> None:
    """A browser shows XHTML in a file of XML as the page that it is."""
    page = PAGE.replace("<html", '<html xmlns="http://www.w3.org/1999/xhtml"')
    text = f'<?xml version="1.0"?>{page}'
    assert "disclaimer-missing" in codes(frame, tmp_path, {name: text})


@pytest.mark.parametrize(
    ("inside", "code"),
    [
        ("<script>x()</script>", "inline-script"),
        ("<script><![CDATA[x()]]></script>", "inline-script"),
        ('<rect onclick="x()"/>', "inline-script"),
        ("<foreignObject><body onload='x()'/></foreignObject>", "inline-script"),
        ('<image xlink:href="https://x.example/a.png"/>', "third-party"),
        ('<use href="//x.example/a.svg#b"/>', "third-party"),
        ("<style>@import 'https://x.example/a.css';</style>", "third-party"),
        ('<a xlink:href="javascript:x()"><text>a</text></a>', "unsafe-url"),
        ('<a><set attributeName="href" to="javascript:x()"/></a>', "unsafe-url"),
    ],
)
@pytest.mark.parametrize("name", ["a.svg", "A.SVG", "a.xml"])
def test_drawing(frame: Any, tmp_path: Path, name: str, inside: str, code: str) -> None:
    """Who opens it by its address runs what is in it."""
    assert code in codes(frame, tmp_path, {name: SVG.format(inside)})


@pytest.mark.parametrize(
    ("before", "code"),
    [
        ('<!DOCTYPE svg [<!ENTITY a "&#60;script>x()&#60;/script>">]>', "inline-script"),
        ('<?xml-stylesheet href="https://x.example/a.css"?>', "third-party"),
    ],
)
def test_what_stands_before_a_drawing(frame: Any, tmp_path: Path, before: str, code: str) -> None:
    """XML may say what its text is made of."""
    assert code in codes(frame, tmp_path, {"a.svg": before + SVG.format("")})


def test_plain_drawings(frame: Any, tmp_path: Path) -> None:
    """A drawing, a map of the site and a feed are no pages, and nothing is wrong with them."""
    drawing = SVG.format("<style>a { fill: red }</style><rect fill='url(#a)'/><text>A b.</text>")
    files = {"a.svg": drawing, "sitemap.xml": '<?xml version="1.0"?><urlset><url/></urlset>'}
    assert codes(frame, tmp_path, files) == set()


@pytest.mark.parametrize(
    "html",
    [
        '<meta http-equiv="refresh" content="3;url=https://evil.example/">',
        '<META HTTP-EQUIV=" Refresh " CONTENT="0; url=../risks/">',
        '<noscript><meta http-equiv="refresh" content="0; url=../"></noscript>',
        '<template><meta http-equiv="refresh" content="0; url=../"></template>',
    ],
)
@pytest.mark.parametrize("place", ["body", "head", "after"])
def test_refresh(frame: Any, html: str, place: str) -> None:
    """In the text of a page too: browsers obey it there."""
    setattr(frame, place, html)
    found = [problem for problem in frame.problems() if problem.code == "page-refresh"]
    assert [problem.severity for problem in found] == ["error"]


def test_page_that_loads_itself_anew(frame: Any) -> None:
    """It leads nowhere, so that no link stands for it."""
    frame.after = '<meta http-equiv="refresh" content="300">'
    (problem,) = frame.found("page-refresh")
    assert problem.message == "the page loads itself anew every 300 seconds"


def test_number_that_stands_in_another_file(frame: Any) -> None:
    """The line is that of the tag, and not of a fact or a setting that has its number."""
    frame.after, frame.config = "<meta http-equiv=refresh content=300>", "phone: 555-300\n"
    (problem,) = frame.found("page-refresh")
    assert (problem.path, problem.line) == ("docs/plain.md", None)
    frame.body, frame.after = f"Rest.\n\n{frame.after}", ""
    (problem,) = frame.found("page-refresh")
    assert frame.source.split("\n")[problem.line - 1] == "<meta http-equiv=refresh content=300>"


def test_hand_written_pages_get_what_others_have(
    build_site: Callable[..., Any], notices: Path
) -> None:
    """Notices and a policy, whatever the case of the ending; XHTML stays as it was."""
    files = {"docs/index.md": "# Home\n", "docs/RAW.HTM": PAGE, "docs/x.xhtml": PAGE}
    site = build_site(files, hooks=["finish_site"]).folder / "site"
    raw = (site / "RAW.HTM").read_text("utf-8")
    assert 'data-notice="disclaimer"' in raw
    assert "Content-Security-Policy" in raw
    assert (site / "x.xhtml").read_text("utf-8") == PAGE
