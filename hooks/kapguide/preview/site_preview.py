"""Put the panels and the overview into the folder that the live preview serves.

A problem belongs to the page that was made from its file: `docs/x.md`, as
`Project.source` matches it, or for hand-written HTML and templates such as
404.html the built file itself. All others stand elsewhere: those of other pages,
of references.bib, mkdocs.yml, notices and templates.
"""

from __future__ import annotations

import re
from pathlib import Path

from markdown_citations.problems import Problem

from kapguide.pages.tags.balance import ATTRIBUTES
from kapguide.preview.overview import MAIN, render_overview
from kapguide.preview.panel import END, render_failure, render_panel
from kapguide.preview.panel_marks import LIST, MARK, OVERVIEW
from kapguide.problems.catalog import find_rules
from kapguide.problems.reports import Report
from kapguide.project.project import Project, Site

NOT_FOUND = "404.html"
_MAIN = re.compile(rf"<main\b{ATTRIBUTES}>(?:.*?<article\b{ATTRIBUTES}>)?", re.S | re.I)
_BODY = re.compile(rf"<body\b{ATTRIBUTES}>", re.I)
_PANEL = re.compile(rf"<section [^>]*{MARK}.*?{END}", re.S)


def insert_panel(html: str, panel: str) -> str:
    """Put a panel first into the main content, or into the body of a page without any."""
    place = _MAIN.search(html) or _BODY.search(html)
    at = place.end() if place else 0
    return html[:at] + panel + html[at:]


def remove_preview(folder: Path) -> None:
    """Take out what an earlier build left: one of changed pages only keeps the others."""
    overview = folder / LIST
    # What else stands at that place is somebody's own.
    if overview.is_file() and MAIN in overview.read_text("utf-8", "replace"):
        overview.unlink()
        if not any(overview.parent.iterdir()):
            overview.parent.rmdir()
    for path in folder.rglob("*.html"):
        html = path.read_text("utf-8", "replace")
        if MARK in html:
            path.write_text(_PANEL.sub("", html), "utf-8")


def show_failure(folder: Path, message: str) -> None:
    """Say on every page, in place of its panel, why the last build failed.

    The pages are those of the last build that came to an end; where none is left, one says it.
    """
    panel = render_failure(message)
    pages = list(folder.rglob("*.html"))
    for name in () if pages else ("index.html", NOT_FOUND):
        (folder / name).write_text(f"<!doctype html><body>{panel}</body>", "utf-8")
    for path in pages:
        html = _PANEL.sub("", path.read_text("utf-8", "replace"))
        path.write_text(insert_panel(html, panel), "utf-8")


def write_preview(
    folder: Path, site: Site, project: Project, report: Report, not_found: str = ""
) -> None:
    """Write a panel into every page, and the overview unless a page has its name.

    `not_found` is said on the page that stands where there is none.
    """
    listed = LIST not in site.files
    overview = f"{project.base.rstrip('/')}/{OVERVIEW}/" if listed else ""
    pages = [page for page in site.pages if not page.redirect]
    owners = {page.url: (project.source(page) or page).path for page in pages}
    own: dict[str, list[Problem]] = {path: [] for path in owners.values()}
    for problem in report.problems:
        own.get(problem.path, []).append(problem)
    for page in pages:
        problems = own[owners[page.url]]
        elsewhere = len(report.problems) - len(problems)
        hint = not_found if page.url == NOT_FOUND else ""
        codes = find_rules() if listed else ()
        panel = render_panel(problems, elsewhere, overview, codes, hint)
        (folder / page.url).write_text(insert_panel(page.html, panel), "utf-8")
    if not listed:
        return
    addresses = {
        owners[page.url]: f"{project.base.rstrip('/')}/{page.url.removesuffix('index.html')}"
        for page in pages
    }
    (folder / OVERVIEW).mkdir(exist_ok=True)
    (folder / LIST).write_text(render_overview(report, addresses, find_rules()), "utf-8")
