"""No way to hide the notices is left: what the files do not tell, the browser sees.

The ways, and what looks like one, stand in tests/data/ways_to_hide.toml.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from kapguide.browser.looks import LOOKS, Look
from kapguide.browser.notices_seen import find_unseen_notices
from kapguide.browser.windows import Windows
from kapguide.checks.finding import find_checks
from kapguide.checks.folder import load_whole_project
from kapguide.checks.running import check_site
from kapguide.notices.notice import EVERYWHERE, render_notice
from kapguide.notices.on_page import wanted_text
from kapguide.pages.page import parse_page
from kapguide.project.project import Project, Site
from kapguide.project.settings import read_settings
from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parent.parent.parent
WAYS = tomllib.loads((ROOT / "tests" / "data" / "ways_to_hide.toml").read_text("utf-8"))
PAGE, STYLES, SCRIPTS = "about/index.html", "assets/kapguide.css", "assets/kapguide.js"
HIDES = [(kind, name) for kind, ways in WAYS["hides"].items() for name in ways]
HARMLESS = [(kind, name) for kind, ways in WAYS["harmless"].items() for name in ways]
CODES = ("disclaimer-", "crisis-")
CHECKS = [
    check for check in find_checks() if any(rule.code.startswith(CODES) for rule in check.rules)
]
FEW = [look for look in LOOKS if not look.scripts]
"""On a phone, on paper, at a desk in the dark: what is harmless in these is so in the others."""

Files = dict[str, bytes]


@pytest.fixture(scope="module")
def project() -> Project:
    """What the real site is held against."""
    return load_whole_project(read_settings(ROOT))


class Judge:
    """Looks at a page of the real site with one thing changed."""

    def __init__(self, folder: Path, project: Project, browser: Browser) -> None:
        self.folder, self.project = folder, project
        self.windows = Windows(browser, self.rest)

    def rest(self, path: str) -> bytes | None:
        """Give a file of the site as it is."""
        file = self.folder / path
        return file.read_bytes() if file.is_file() else None

    def change(self, group: str, sort: str, name: str) -> Files:
        """Give the files that come of it."""
        files = {path: (self.folder / path).read_bytes() for path in (PAGE, STYLES, SCRIPTS)}
        way = WAYS[group][sort][name]
        if sort == "around":
            html, notice = files[PAGE].decode(), render_notice(self.project.notices["disclaimer"])
            assert notice in html
            files[PAGE] = html.replace(notice, f"{way[0]}{notice}{way[1]}").encode()
        else:
            files[STYLES if sort == "css" else SCRIPTS] += f"\n{way}\n".encode()
        return files

    def read(self, files: Files) -> list[str]:
        """Give what the checks say that look at the files alone."""
        sheets = {path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.css")}
        site = Site(
            (parse_page(files[PAGE].decode(), f"site/{PAGE}", PAGE),),
            dict.fromkeys({*sheets, *files}, 1),
            lambda path: files.get(path) or (self.folder / path).read_bytes(),
            complete=False,
        )
        found = check_site(site, self.project, checks=CHECKS).problems
        return [str(problem) for problem in found if problem.code.startswith(CODES)]

    def look(self, files: Files, looks: Iterable[Look] = LOOKS) -> Iterator[str]:
        """Give what the browser says, as it looks."""
        wanted = {name: wanted_text(self.project.notices[name]) for name in EVERYWHERE}
        self.windows.read = lambda path: files.get(path) or self.rest(path)
        for unseen in find_unseen_notices(self.windows, [PAGE], wanted, looks):
            yield f"{unseen.name} {unseen.look}: {unseen.what}"


@pytest.fixture(scope="module")
def judge(built_site: Path, project: Project, browser: Browser) -> Judge:
    """Give one for all ways."""
    return Judge(built_site, project, browser)


def test_there_are_many_ways() -> None:
    """The table is what the promise is measured by."""
    assert len(HIDES) >= 130


@pytest.mark.parametrize(("sort", "name"), HIDES, ids=[f"{k}: {n}" for k, n in HIDES])
def test_found(judge: Judge, sort: str, name: str) -> None:
    """By the checks on the files, or else by the browser."""
    files = judge.change("hides", sort, name)
    assert judge.read(files) or any(judge.look(files))


@pytest.mark.parametrize(("sort", "name"), HARMLESS, ids=[f"{k}: {n}" for k, n in HARMLESS])
def test_not_found(judge: Judge, sort: str, name: str) -> None:
    """What hides nothing is nobody's problem."""
    files = judge.change("harmless", sort, name)
    assert judge.read(files) == []
    assert [*judge.look(files, FEW)] == []
