"""Prove in a browser that the notices of every page are seen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from markdown_citations.problems import Problem

from kapguide.browser.notices_seen import find_unseen_notices
from kapguide.browser.windows import Windows
from kapguide.checks.definition import report
from kapguide.checks.notices.notice_styles import HIDDEN
from kapguide.notices.notice import EVERYWHERE
from kapguide.notices.on_page import wanted_text
from kapguide.project.project import Place, Project, Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_HINT = "Take away what hides it: in a stylesheet or a script of docs/assets, or in the page."


def prove_notices(site: Site, project: Project, browser: Browser) -> Iterator[Problem]:
    """Look at each page as readers do; each notice of a page is told once."""
    wanted = {
        name: wanted_text(project.notices[name]) for name in EVERYWHERE if name in project.notices
    }
    places = {page.url: Place(page.path, page.url) for page in site.pages if not page.redirect}

    def read(path: str) -> bytes | None:
        return site.read(path) if path in site.files else None

    told = set()
    for url, name, what, look in find_unseen_notices(Windows(browser, read), places, wanted):
        if (url, name) not in told:
            told.add((url, name))
            message = f"the notice {name} is not seen {look}: {what}"
            yield report(HIDDEN[name], message, places[url], project, hint=_HINT)
