"""Print pages of a built site by a headless Chromium, as PDFs with tags and an outline.

Nothing is asked of any host: each request for the site's address is answered
from the folder, every other is refused. So links on paper lead to the published
pages, and no port or path of this machine gets into a PDF.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from kapguide.handouts.chromium import find_chromium, open_browser
from kapguide.project.config_file import CannotRun

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

PAPERS = {"letter": "Letter", "a4": "A4"}

OLDEST = 131
"""The first Chromium that prints numbers of pages from a stylesheet."""

WITHOUT_LIBRARIES = """\
Handouts need Playwright and pypdf, which are not installed here.
`make handouts` installs them; elsewhere: pip install playwright pypdf"""

PATIENCE = 120_000
"""Milliseconds: the whole guide is long, and the machine may be slow."""


class Press:
    """An open browser that prints."""

    def __init__(self, page: Page, address: str, paper: str) -> None:
        self._page = page
        self._address = address
        self._paper = paper
        self._written: dict[str, str] = {}

    def print_page(self, address: str) -> bytes:
        """Print a page, by its address relative to the site's."""
        self._page.goto(self._address + address, wait_until="load")
        return self._page.pdf(format=PAPERS[self._paper], tagged=True, outline=True)

    def print_document(self, html: str, address: str) -> bytes:
        """Print a document that is in no file, as if it stood at an address of the site."""
        self._written[self._address + address] = html
        return self.print_page(address)

    def answer(self, folder: Path, route: Route) -> None:
        """Answer a request from the folder, or refuse it."""
        address = route.request.url.partition("#")[0].partition("?")[0]
        if address in self._written:
            route.fulfill(body=self._written[address], content_type="text/html; charset=utf-8")
            return
        path = folder / unquote(address.removeprefix(self._address))
        path = path / "index.html" if path.is_dir() else path
        if address.startswith(self._address) and path.is_file():
            route.fulfill(path=path)
        else:
            route.abort()


def require_press(address: str) -> None:
    """Raise CannotRun, with what to do, where something is missing: before any long work."""
    if not urlsplit(address).netloc:
        raise CannotRun("Handouts need site_url in mkdocs.yml: they print the pages' addresses.")
    if not all(find_spec(name) for name in ("playwright", "pypdf")):
        raise CannotRun(WITHOUT_LIBRARIES)
    try:
        find_chromium()
    except LookupError as error:
        raise CannotRun(f"Handouts are printed by a browser.\n{error}") from None


@contextmanager
def open_press(folder: Path, address: str, paper: str) -> Iterator[Press]:
    """Open a browser on a built site; its address ends with a slash.

    Raises CannotRun where the browser does not start, breaks or takes too long.
    """
    with open_browser("print") as browser:
        if int(browser.version.partition(".")[0]) < OLDEST:
            raise CannotRun(
                f"Handouts need Chromium {OLDEST} or later; this one is {browser.version}."
            )
        # Paper shows what a page is without scripts, in its light colours.
        context = browser.new_context(java_script_enabled=False, color_scheme="light")
        context.set_default_timeout(PATIENCE)
        press = Press(context.new_page(), address, paper)
        context.route("**/*", lambda route: press.answer(folder, route))
        yield press
