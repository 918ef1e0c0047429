"""Checks that look at the whole site: menus, stylesheets, titles, weight."""

from __future__ import annotations

import os
from typing import Any

import pytest


def _codes(frame: Any, html: str | None = None) -> list[str]:
    return [problem.code for problem in frame.problems(html)]


def test_stylesheet_from_elsewhere(frame: Any) -> None:
    """A stylesheet of our own may still ask another host for a font."""
    frame.files = {**frame.files, "a.css": b"@import url('https://fonts.example/x.css');"}
    (problem,) = frame.problems()
    assert (problem.code, problem.path) == ("third-party", "site/a.css")


def test_stylesheet_of_our_own(frame: Any) -> None:
    """What lies on the same host is no request to another."""
    frame.files = {**frame.files, "a.css": b"p { background: url(../x.png) } /* // */"}
    assert frame.problems() == ()


def test_heavy_image(frame: Any) -> None:
    """A photo of 9 MB is named with its size."""
    frame.files = {**frame.files, "assets/room.jpg": b"\0" * 9_000_000}
    frame.body = '<img src="../assets/room.jpg" alt="A quiet room" loading="lazy">'
    (problem,) = frame.problems()
    assert problem.code == "weight"
    assert '"room.jpg" has 9.0 MB' in problem.message


@pytest.mark.parametrize(("size", "found"), [(100_000, False), (200_000, True)])
def test_heavy_first_load(frame: Any, size: int, found: bool) -> None:
    """Random bytes cannot be compressed: 200 KB of them are more than 150."""
    frame.files = {**frame.files, "a.js": os.urandom(size)}
    frame.head = '<script src="../a.js"></script>'
    assert _codes(frame) == (["weight"] if found else [])


def test_many_requests(frame: Any) -> None:
    """Thirteen requests are one too many."""
    names = [f"a{number}.js" for number in range(12)]
    frame.files = {**frame.files, **dict.fromkeys(names, b"1")}
    frame.head = "".join(f'<script src="../{name}"></script>' for name in names)
    assert _codes(frame) == ["weight"]


def test_broken_link_of_the_menu_is_reported_once(frames: Any) -> None:
    """A menu stands on every page; its mistake is one."""
    from kapguide.checks.links.link_broken import check_links
    from kapguide.pages.page import parse_page
    from kapguide.project.project import Site

    html = frames().html.replace("../risks/", "../riks/")
    names = [f"p{number}/index.html" for number in range(3)]
    pages = tuple(parse_page(html, f"site/{name}", name) for name in names)
    files = dict.fromkeys([*names, "index.html", "risks/index.html"], 1)
    (problem,) = check_links(Site(pages, files), frames().project)
    assert problem.code == "link-broken"
    assert problem.message == 'the link "../riks/" in the menu of 3 pages leads nowhere'
    assert problem.hint == 'Did you mean "../risks/"?'


def test_two_pages_with_one_title(frames: Any) -> None:
    """Two tabs with one name cannot be told apart."""
    from dataclasses import replace

    from kapguide.checks.site.title_neutral import check_titles
    from kapguide.pages.page import parse_page
    from kapguide.project.project import Site

    frame = frames()
    project = frame.project
    sources = {**project.sources, "b.md": project.sources["plain.md"]}
    pages = tuple(
        parse_page(frame.html, f"site/{name}/index.html", f"{name}/index.html")
        for name in ("plain", "b")
    )
    found = list(check_titles(Site(pages), replace(project, sources=sources)))
    assert [problem.code for problem in found] == ["title-neutral"] * 2


def test_mistyped_link_names_the_page_as_it_works_there(frames: Any) -> None:
    """A page without Markdown links the address of the other, not its file."""
    from kapguide.checks.links.link_broken import check_links
    from kapguide.pages.page import parse_page
    from kapguide.project.project import Site

    html = frames().html.replace("../risks/", "risk.md")
    page = parse_page(html, "site/sessions/index.html", "sessions/index.html")
    files = dict.fromkeys(["sessions/index.html", "index.html", "risks/index.html"], 1)
    found = list(check_links(Site((page,), files), frames().project))
    assert [problem.code for problem in found] == ["link-broken"]
    assert found[0].hint == 'Did you mean "../risks/"?'
