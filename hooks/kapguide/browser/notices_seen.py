"""Look at pages with a Chromium, and say which notices a reader does not see.

Nothing is asked of any host: each request for the site's address is answered from
the folder, every other is refused.
"""

from __future__ import annotations

import base64
import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote, unquote

from kapguide.browser.looks import LOOKS, Look
from kapguide.browser.visible_text import Word, find_unseen
from kapguide.handouts.chromium import ARGUMENTS, find_chromium
from kapguide.project.config_file import CannotRun

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page, Route

ADDRESS = "https://guide.invalid/"
"""Where the site seems to be while it is looked at."""
PATIENCE = 30_000
"""Milliseconds."""
_SEEN = Path(__file__).with_name("seen.js").read_text("utf-8")
_LATER = 120_000
"""Milliseconds that scripts are made to believe have passed."""
_BARE = """([names, bare]) => {
  for (const name of names)
    for (const box of document.querySelectorAll(`main [data-notice="${name}"], main`))
      for (const one of box.matches("main") ? [] : [box, ...box.querySelectorAll("*")])
        for (const [property, value] of
             [["-webkit-text-fill-color", "transparent"], ["text-shadow", "none"]])
          if (bare) one.style.setProperty(property, value, "important");
          else one.style.removeProperty(property);
}"""


class Unseen(NamedTuple):
    """A notice that somebody does not see."""

    url: str
    name: str
    what: str
    look: Look


Read = Callable[[str], bytes | None]
"""Gives a file of the site by its path, None where there is none."""


def read_from(folder: Path) -> Read:
    """Read the files of a built site."""

    def read(path: str) -> bytes | None:
        file = folder / path
        return file.read_bytes() if file.is_file() else None

    return read


def why_no_browser() -> str:
    """Say what to do where pages cannot be looked at; nothing where they can."""
    if not find_spec("playwright"):
        return "Playwright is not installed: pip install playwright"
    try:
        find_chromium()
    except LookupError as error:
        return str(error)
    return ""


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Start a Chromium; raises CannotRun where it does not start or breaks."""
    from playwright.sync_api import Error, sync_playwright  # noqa: PLC0415 - may be missing

    try:
        with (
            sync_playwright() as started,
            closing(
                started.chromium.launch(
                    executable_path=find_chromium(), args=ARGUMENTS, handle_sigint=False
                )
            ) as browser,
        ):
            yield browser
    except Error as error:
        first = next(iter(error.message.splitlines()), type(error).__name__)
        raise CannotRun(f"The browser could not look at the pages: {first}") from None


def find_unseen_notices(
    browser: Browser,
    read: Read,
    urls: Iterable[str],
    wanted: Mapping[str, str],
    looks: Iterable[Look] = LOOKS,
) -> Iterator[Unseen]:
    """Give the notices that are not seen on pages; `wanted` are their texts by name."""
    urls = list(urls)
    # A script may ask for the colours once, when it starts: each of both schemes loads anew.
    for _, group in groupby(looks, lambda look: (look.scripts, look.scripts and look.scheme)):
        same = list(group)
        scripts = same[0].scripts
        context = browser.new_context(java_script_enabled=scripts, color_scheme=same[0].scheme)
        context.set_default_timeout(PATIENCE)
        context.route("**/*", lambda route: _answer(route, read))
        with closing(context):
            page = _new_page(context, scripts=scripts)
            for url in urls:
                page.goto(ADDRESS + quote(url.removesuffix("index.html")), wait_until="load")
                if scripts:
                    page.clock.fast_forward(_LATER)
                for look in same:
                    for name, what in _look(page, look, wanted):
                        yield Unseen(url, name, what, look)


def _new_page(context: BrowserContext, *, scripts: bool) -> Page:
    page = context.new_page()
    if scripts:
        page.clock.install()
    return page


def _answer(route: Route, read: Read) -> None:
    """Answer a request from the site, or refuse it."""
    address = route.request.url.partition("#")[0].partition("?")[0]
    path = unquote(address.removeprefix(ADDRESS))
    body = read(path) or read(f"{path}/index.html".lstrip("/").replace("//", "/"))
    if not address.startswith(ADDRESS) or body is None:
        route.abort()
        return
    name = path if "." in path.rpartition("/")[2] else "index.html"
    route.fulfill(body=body, content_type=_TYPES.get(Path(name).suffix, "application/octet-stream"))


_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".woff2": "font/woff2",
}


def _look(page: Page, look: Look, wanted: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Give what is wrong with each notice on the page at hand."""
    page.set_viewport_size({"width": look.width, "height": look.height})
    page.emulate_media(media=look.media, color_scheme=look.scheme)
    yield from _judge(page, look, wanted)


def _judge(page: Page, look: Look, wanted: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    seen = page.evaluate(_SEEN, dict(wanted))
    if len(wanted) > 1 and not seen["fits"]:
        for name, text in wanted.items():
            yield from _judge(page, look, {name: text})
        return
    notices = seen["notices"]
    listed = [(name, Word(*word)) for name in wanted for word in notices[name]["words"]]
    words = [word for _, word in listed]
    unseen = set(_find_unseen(page, look, [*wanted], words, seen["scrolled"])) if words else set()
    for name in wanted:
        faults = list(notices[name]["faults"])
        hidden = [word.text for at, (of, word) in enumerate(listed) if of == name and at in unseen]
        if hidden:
            faults.append(f'"{" ".join(hidden[:4])}" cannot be seen')
        if faults:
            yield name, ", ".join(faults)


def _find_unseen(
    page: Page, look: Look, names: list[str], words: list[Word], scrolled: Sequence[float]
) -> Iterator[int]:
    """Take a picture of the words, and one without them; give the numbers of those not seen."""
    left = max(0, math.floor(min(word.left for word in words)))
    top = max(0, math.floor(min(word.top for word in words)))
    right = min(look.width, math.ceil(max(word.left + word.width for word in words)))
    bottom = min(look.height, math.ceil(max(word.top + word.height for word in words)))
    if right <= left or bottom <= top:
        yield from range(len(words))
        return
    size = {"width": right - left, "height": bottom - top}
    area = {"x": left + scrolled[0], "y": top + scrolled[1], **size, "scale": 1}
    drawn = _take_picture(page, area)
    page.evaluate(_BARE, [names, True])
    bare = _take_picture(page, area)
    page.evaluate(_BARE, [names, False])
    moved = [word._replace(left=word.left - left, top=word.top - top) for word in words]
    yield from find_unseen(drawn, bare, moved)


def _take_picture(page: Page, area: Mapping[str, float]) -> bytes:
    """Take a picture of a part of the window: at once, where Playwright waits for fonts."""
    session = page.context.new_cdp_session(page)
    taken = session.send(
        "Page.captureScreenshot", {"format": "png", "optimizeForSpeed": True, "clip": area}
    )
    session.detach()
    return base64.b64decode(taken["data"])
