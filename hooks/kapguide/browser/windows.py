"""Windows of a Chromium that show a site as its readers see it.

Nothing is asked of any host: each request for the site's address is answered from
the folder, every other is refused.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote, unquote

from kapguide.browser.looks import Look
from kapguide.handouts.chromium import find_chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser, CDPSession, Page, Route

ADDRESS = "https://guide.invalid/"
"""Where the site seems to be while it is looked at."""
PATIENCE = 30_000
"""Milliseconds."""
_LATER = 120_000
"""Milliseconds that scripts are made to believe have passed."""
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".woff2": "font/woff2",
}

Read = Callable[[str], bytes | None]
"""Gives a file of the site by its path, None where there is none."""


def why_no_browser() -> str:
    """Say what to do where pages cannot be looked at; nothing where they can."""
    if not find_spec("playwright"):
        return "Playwright is not installed: pip install playwright"
    try:
        find_chromium()
    except LookupError as error:
        return str(error)
    return ""


class Window(NamedTuple):
    """A window, and the way to ask it for pictures."""

    page: Page
    session: CDPSession

    def take_picture(self, area: Mapping[str, float]) -> bytes:
        """Take a picture of a part of the page: at once, where Playwright waits for fonts."""
        taken = self.session.send(
            "Page.captureScreenshot",
            {"format": "png", "optimizeForSpeed": True, "clip": {**area, "scale": 1}},
        )
        return base64.b64decode(taken["data"])

    def look(self, look: Look) -> None:
        """Give the page at hand another size, medium and scheme."""
        self.page.set_viewport_size({"width": look.width, "height": look.height})
        self.page.emulate_media(media=look.media, color_scheme=look.scheme)


class Windows:
    """The windows of a browser; each stays open, since opening one costs more than a look."""

    def __init__(self, browser: Browser, read: Read) -> None:
        """Show the files that `read` gives, which may be replaced between two pages."""
        self.read = read
        self._browser = browser
        self._open: dict[object, Window] = {}

    @staticmethod
    def tell_apart(look: Look) -> tuple[bool, object]:
        """Tell which looks share a window.

        A script may ask for the colours once, when it starts: each of both schemes loads anew.
        """
        return look.scripts, look.scripts and look.scheme

    def show(self, url: str, look: Look) -> Window:
        """Load a page in the window for a look; with scripts, two minutes later."""
        key = self.tell_apart(look)
        if key not in self._open:
            self._open[key] = self._open_window(look)
        page = self._open[key].page
        page.goto(ADDRESS + quote(url.removesuffix("index.html")), wait_until="load")
        if look.scripts:
            page.clock.fast_forward(_LATER)
        return self._open[key]

    def _open_window(self, look: Look) -> Window:
        context = self._browser.new_context(
            java_script_enabled=look.scripts, color_scheme=look.scheme
        )
        context.set_default_timeout(PATIENCE)
        context.route("**/*", self._answer)
        page = context.new_page()
        if look.scripts:
            page.clock.install()
        return Window(page, context.new_cdp_session(page))

    def _answer(self, route: Route) -> None:
        """Answer a request from the site, or refuse it."""
        address = route.request.url.partition("#")[0].partition("?")[0]
        path = unquote(address.removeprefix(ADDRESS))
        body = self.read(path) or self.read(f"{path}/index.html".lstrip("/").replace("//", "/"))
        if not address.startswith(ADDRESS) or body is None:
            route.abort()
            return
        name = path if "." in path.rpartition("/")[2] else "index.html"
        kind = _TYPES.get(Path(name).suffix, "application/octet-stream")
        route.fulfill(body=body, content_type=kind)
