"""How a run goes through a site: once, page by page, and the short ways that it takes."""

from __future__ import annotations

import weakref
from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

import pytest
import yaml
from kapguide.checks.running import check_site
from kapguide.front_matter.parsing import read_front_matter
from kapguide.pages.page import Page, parse_page
from kapguide.project.addresses import judge_address
from kapguide.project.project import Languages, Project, Site


class Passing(Collection[Page]):
    """Pages that are read anew at each turn, as those of a folder are."""

    def __init__(self, html: str, number: int) -> None:
        self.html = html
        self.number = number
        self.turns = 0
        self.alive: list[weakref.ref[Page]] = []

    def __len__(self) -> int:
        return self.number

    def __contains__(self, page: object) -> bool:
        return False

    def __iter__(self) -> Iterator[Page]:
        self.turns += 1
        for number in range(self.number):
            page = parse_page(self.html, f"site/p{number}/index.html", f"p{number}/index.html")
            self.alive.append(weakref.ref(page))
            yield page
            del page


def test_pages_go_by_once_and_are_let_go(frame: Any) -> None:
    """A thousand parsed pages would take a gigabyte: checks on the site keep notes instead."""
    frame.body = "See [the risks](risks.md#gone) and [home](../index.md)."
    pages = Passing(frame.html, 12)
    files = {f"p{number}/index.html": 1 for number in range(12)} | {"risks/index.html": 1}
    most = 0

    def watch(page: Page) -> None:
        nonlocal most
        most = max(most, sum(ref() is not None for ref in pages.alive))

    outcome = check_site(Site(pages, files), frame.project, watch)
    assert outcome.pages == 12
    assert outcome.problems, "the notes reach the checks on the site"
    assert pages.turns == 1, "a check on the site that takes no note would read all pages again"
    assert most <= 5, "a page is let go when it was looked at"


@pytest.mark.parametrize("shared", [True, False])
def test_what_languages_share_is_told_in_the_first(frame: Any, shared: bool) -> None:
    """A leaflet that somebody wrote in HTML may be linked, to a part that it has."""
    frame.body = "See [a](assets/day.html#coat) and [b](assets/day.html#hat)."
    html = '<html lang="en"><main><h1>Day</h1><p id="coat">Recieve it.</p></main></html>'
    leaflet = parse_page(html, "site/assets/day.html", "assets/day.html")
    project = replace(frame.project, languages=Languages(followed={} if shared else None))
    page = parse_page(frame.html.replace("../assets", "assets"), "site/a.html", "a.html")
    files = {"assets/day.html": 1, "a.html": 1}
    site = Site((page, leaflet), files, lambda name: html.encode())
    found = check_site(site, project).problems
    (broken,) = (problem for problem in found if problem.code == "anchor-broken")
    assert "assets/day.html#hat" in broken.message
    told = {problem.code for problem in found if problem.path == leaflet.path}
    assert ({"doctype-missing", "spelling"} <= told) is not shared
    assert bool(told) is not shared


def test_what_a_site_check_notes_is_the_same_either_way(frame: Any) -> None:
    """Whether notes are taken on the way or later is nobody's business but the clock's."""
    frame.body = "See [the risks](riks.md), [more](#gone), [others](risks.md#gone)."
    from kapguide.checks.links.link_broken import check_links

    site = Site((parse_page(frame.html, f"site/{frame.url}", frame.url),), {frame.url: 1})
    alone = {str(problem) for problem in check_links(site, frame.project)}
    together = {str(problem) for problem in check_site(site, frame.project).problems}
    assert alone
    assert alone <= together


@pytest.mark.parametrize(
    ("page", "path"),
    [
        ("a/a/index.html", "..//a"),
        ("a/index.html", "../a/"),
        ("a/index.html", ".././a/./"),
        ("a/b/index.html", "../../a/b/../"),
        ("index.html", "a"),
    ],
)
def test_paths_lead_where_browsers_go(page: str, path: str) -> None:
    """Dots, blanks between slashes and slashes at the end change nothing."""
    project = Project(notices={})
    assert judge_address(path, page, Site((), {"a/index.html": 1, "a/a": 1}), project) is None
    assert judge_address(path, page, Site((), {"elsewhere": 1}), project) is not None


@pytest.mark.parametrize(
    "settings",
    [
        "index_terms: [what?, why?ever, side effects]",
        "title: a\tb",
        "index_terms: [!risks, dangers]",
        "title: 'it''s'\nother: {a: 1, b: [x, y]}",
        "base: &all {a: 1}\nmore:\n  <<: *all\n  b: 2",
        "title: a: b",
        "day: 2026-02-03\nlist:\n- 1\n- yes\n- 010\n- 1:30",
        "text: >-\n  one\n  two\n\n  three\nraw: |\n  a\n   b",
        'title: "caf\\u00e9 \U0001f600"',
        "title: \x85 \u2028 \x07",
    ],
)
def test_the_fast_reader_of_settings_says_what_the_other_says(settings: str) -> None:
    """MkDocs reads with PyYAML's own reader: what that refuses must not pass here."""
    found = read_front_matter(f"---\n{settings}\n---\n")
    try:
        wanted = yaml.safe_load(settings)
    except yaml.YAMLError:
        assert not found.readable
    else:
        assert dict(found.values) == wanted
