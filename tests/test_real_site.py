"""The real site: what a reader is promised of every page of it."""

from __future__ import annotations

import filecmp
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from kapguide.checks.folder import load_whole_project
from kapguide.checks.running import check_site
from kapguide.front_matter.deadlines import read_facts
from kapguide.notices.ended_facts import shown_end
from kapguide.notices.notice import EVERYWHERE, read_notices
from kapguide.project.disk import read_site
from kapguide.project.settings import read_settings
from selectolax.lexbor import LexborHTMLParser

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted(path.stem for path in (ROOT / "docs").glob("*.md"))


def main_text(path: Path) -> str:
    main = LexborHTMLParser(path.read_text("utf-8")).css_first("main")
    assert main is not None
    return " ".join(main.text(separator=" ").split())


def test_the_site_passes_its_checks(built_site: Path) -> None:
    """No error in any page, and every page looked at."""
    outcome = check_site(read_site(built_site, "site/"), load_whole_project(read_settings(ROOT)))
    assert [str(p) for p in outcome.problems if p.severity == "error"] == []
    assert outcome.pages == len(list(built_site.rglob("*.html")))


@pytest.mark.parametrize("name", ["404.html", *(f"{p}/index.html" for p in PAGES if p != "index")])
def test_every_page_carries_the_notices(built_site: Path, name: str) -> None:
    """Crisis lines and disclaimer, word for word, in the main content."""
    text = main_text(built_site / name).replace(" .", ".").replace(" ,", ",")
    for notice in EVERYWHERE:
        expected = read_notices(ROOT / "docs" / "_includes", ROOT)[notice].text
        assert expected in text


def test_no_age_stops_the_site(tmp_path: Path) -> None:
    """Whoever builds it when all is overdue gets a site that says so, on every page."""
    site = tmp_path / "site"
    done = subprocess.run(
        [sys.executable, "-m", "kapguide", "build", "--site-dir", str(site)],
        cwd=ROOT,
        env={**os.environ, "SOURCE_DATE_EPOCH": "2208988800"},  # 1 January 2040
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    project = load_whole_project(read_settings(ROOT))
    late = project.words["review.overdue"].partition("{day}")[2]
    old = [page for page in read_site(site).pages if project.source(page)]
    assert len(old) >= len(PAGES)
    for page in old:
        facts = read_facts(project.front_matter(page).values).values()
        for text in (late, *(shown_end(fact, project.words) for fact in facts)):
            assert text in page.shown, page.url


def test_two_builds_are_the_same_to_the_byte(tmp_path: Path) -> None:
    """Who publishes from two folders publishes one site: with the day given, every byte."""
    copy = tmp_path / "elsewhere" / "guide"
    shutil.copytree(
        ROOT,
        copy,
        ignore=shutil.ignore_patterns(".git", ".venv", "site", ".cache", "tests", "*cache*"),
    )
    built_site, other = tmp_path / "one", tmp_path / "other"
    day = os.environ.get("SOURCE_DATE_EPOCH", str(int(time.time())))
    for root, folder in ((ROOT, built_site), (copy, other)):
        done = subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)],
            cwd=root,
            env={**os.environ, "SOURCE_DATE_EPOCH": day},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
    names = {p.relative_to(built_site) for p in built_site.rglob("*") if p.is_file()}
    assert names == {p.relative_to(other) for p in other.rglob("*") if p.is_file()}
    differing = [
        name.as_posix()
        for name in sorted(names)
        if not filecmp.cmp(built_site / name, other / name, shallow=False)
    ]
    assert differing == []
    assert {"sitemap.xml.gz", "_headers", "assets/share/risks.png"} <= {n.as_posix() for n in names}
