"""Every safety element of every page of the real site: taken away or damaged, it is missed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from kapguide.checks.finding import find_checks
from kapguide.checks.folder import load_whole_project
from kapguide.checks.running import check_site
from kapguide.notices.notice import EVERYWHERE, Notice
from kapguide.notices.on_page import linked_numbers
from kapguide.pages.page import Page, parse_page
from kapguide.project.disk import read_site
from kapguide.project.project import Project
from kapguide.project.settings import read_settings

ROOT = Path(__file__).resolve().parent.parent.parent

_NOTICE = re.compile(r'<div class="notice notice-([\w-]+)" data-notice="\1">.*?</div>', re.S)
_REVIEW = re.compile(r'<p class="review">.*?</p>', re.S)
_HIDING = (
    ("<div hidden>", "</div>"),
    ('<div aria-hidden="true">', "</div>"),
    ("<div inert>", "</div>"),
    ("<details><summary>More</summary>", "</details>"),
    ("<dialog>", "</dialog>"),
    ("<template>", "</template>"),
    ("<noscript>", "</noscript>"),
    ('<div style="display:none">', "</div>"),
    ('<div style="visibility:hidden">', "</div>"),
    ("<header>", "</header>"),
    ("<footer>", "</footer>"),
    ("<!--", "-->"),
)


class Mutant(NamedTuple):
    """A page with one thing damaged."""

    what: str
    html: str
    codes: frozenset[str]
    """One of these must be reported."""


def _mutants(page: Page, project: Project) -> Iterator[Mutant]:
    for name in sorted({match[1] for match in _NOTICE.finditer(page.html)}):
        if name in EVERYWHERE:
            endings = ("missing", "hidden", "altered", "link")
            family = frozenset(f"{name}-{ending}" for ending in endings)
        elif _needs(page, project, name):
            family = frozenset(["notice-missing"])
        else:
            continue
        yield Mutant(f"{name} removed", _each(page.html, name, lambda box: ""), family)
        for start, end in _HIDING:
            html = _each(page.html, name, lambda box, s=start, e=end: f"{s}{box}{e}")
            yield Mutant(f"{name} in {start}", html, family)
        if name in EVERYWHERE:
            for old, new in _changes(project.notices[name]):
                html = _each(page.html, name, lambda box, o=old, n=new: box.replace(o, n, 1))
                if old in project.notices[name].html:
                    yield Mutant(f"{name} with {new!r} for {old!r}", html, family)
            boxes = "".join(match[0] for match in _NOTICE.finditer(page.html) if match[1] == name)
            html = _each(page.html, name, lambda box: "").replace("</main>", f"</main>{boxes}")
            yield Mutant(f"{name} outside of main", html, family)
    review = _REVIEW.search(page.html)
    if review:
        family = frozenset(["review-missing"])
        yield Mutant("review line removed", page.html.replace(review[0], ""), family)
        for start, end in _HIDING:
            html = page.html.replace(review[0], f"{start}{review[0]}{end}")
            yield Mutant(f"review line in {start}", html, family)
        dates = page.html.replace(review[0], re.sub(r"\d{4}-", "2001-", review[0]))
        yield Mutant("review line with other dates", dates, family)


def _changes(notice: Notice) -> Iterator[tuple[str, str]]:
    """Give what a notice's HTML has, and what to put in its place."""
    for address, _ in linked_numbers(notice):
        yield f'"{address}"', f'"{address}1"'
        number = address.split(":")[1]
        yield f" {number}</a>", f" {number}1</a>"
    yield from ((" not ", " "), ("<p>", "<p>Perhaps "), ("</p>", " Or not.</p>"))


def _each(html: str, name: str, change: Callable[[str], str]) -> str:
    """Change each notice of that name: a page may show one a second time."""
    return _NOTICE.sub(lambda match: change(match[0]) if match[1] == name else match[0], html)


def _needs(page: Page, project: Project, name: str) -> bool:
    """Whether a page must have a notice: some show one of their own accord."""
    without = parse_page(_each(page.html, name, lambda box: ""), page.path, page.url)
    return "notice-missing" in _codes(without, project)


def _codes(page: Page, project: Project, code: str = "notice-missing") -> set[str]:
    """Give what the check that knows a code finds; all others would find the same as before."""
    knowing = (check for check in find_checks() if code in {rule.code for rule in check.rules})
    return {p.code for check in knowing if check.page for p in check.page(page, project)}


def test_the_site_passes(built_site: Path) -> None:
    """Nothing of what is published must be mended first."""
    outcome = check_site(read_site(built_site), load_whole_project(read_settings(ROOT)))
    assert [str(p) for p in outcome.problems if p.severity == "error"] == []
    assert outcome.pages > 20


def test_every_damage_is_found(built_site: Path) -> None:
    """All of it, on all pages: 100 in 100."""
    project = load_whole_project(read_settings(ROOT))
    pages = [page for page in read_site(built_site).pages if not page.redirect]
    assert len(pages) > 20
    missed, tried = [], 0
    for page in pages:
        for mutant in _mutants(page, project):
            tried += 1
            damaged = parse_page(mutant.html, page.path, page.url)
            if mutant.codes.isdisjoint(_codes(damaged, project, min(mutant.codes))):
                missed.append(f"{page.url}: {mutant.what}")
    assert missed == []
    # Both notices that stand everywhere, in every way, on every page.
    assert tried >= len(pages) * 2 * (len(_HIDING) + 4)


@pytest.mark.parametrize("name", ["regulatory-status", "under-18s"])
def test_notices_of_some_pages_are_needed_somewhere(built_site: Path, name: str) -> None:
    """A notice that no page needs would make the test above prove nothing about it."""
    project = load_whole_project(read_settings(ROOT))
    pages = [page for page in read_site(built_site).pages if f'data-notice="{name}"' in page.html]
    assert any(_needs(page, project, name) for page in pages)
