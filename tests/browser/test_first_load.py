"""The first load of every page: light, few requests, and nothing jumps.

Measured as a reader's browser measures it, from nginx with the settings that the
build writes for it: what it asked for, and how much came, compressed and with headers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Request, Route

LoadModule = Callable[[str], Any]

MOST_BYTES = 100_000
MOST_REQUESTS = 10
MOST_SHIFT = 0.01
MOST_PAGE_BYTES = 43_800
"""Two rounds of a connection that starts slowly: 10 packets, then 20, of 1,460 bytes each.
A page that needs a third shows that much later on a phone."""
LISTS = {"references/", "resources/"}
"""These list studies, the first of them over a hundred with what each found: a third
round, of 40 packets, and 150 KB in all, the most that any page may have."""
MOST_LIST_BYTES = 102_200
MOST_WITH_LIST = 150_000
FIRST_PAINT = ("main", "palette", "kapguide.css", "kapguide.js")
"""What a page may wait for before it shows; the filter of a list of studies is on its top."""

SHIFTS = """() => new Promise((done) => {
  // Shifts are reported in their order. So the jump of a box of our own tells that all
  // before it are known, however slow the machine is.
  const shifts = [];
  const box = document.createElement("div");
  box.style.cssText = "position: absolute; top: 0; left: 0; width: 100vw; height: 300px";
  box.textContent = "A box";
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) {
      if (shift.sources.some(({node}) => node === box)) return done(shifts);
      const moved = shift.sources.map(({node}) => node?.outerHTML?.slice(0, 80) ?? "");
      shifts.push([shift.value, moved]);
    }
  }).observe({type: "layout-shift", buffered: true});
  document.body.append(box);
  requestAnimationFrame(() => requestAnimationFrame(() => { box.style.top = "200px"; }));
})"""
TWO_FRAMES = """() => new Promise((done) =>
  requestAnimationFrame(() => requestAnimationFrame(done)))"""


@pytest.fixture(scope="module")
def nginx_url(
    built_site: Path, tmp_path_factory: pytest.TempPathFactory, load_browser_module: LoadModule
) -> Iterator[str]:
    """Serve the built site by nginx; none on this machine is a failure that says how to get it."""
    nginx = load_browser_module("nginx")
    try:
        with nginx.serve(built_site, tmp_path_factory.mktemp("nginx")) as address:
            yield address
    except LookupError as error:
        pytest.fail(str(error), pytrace=False)


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    """Open one for all visits: a context of its own for each would cost more than the visit."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture
def first_visit(window: Page) -> Iterator[Callable[[int], Page]]:
    """Give a page of a browser that has nothing of the site yet."""

    def run(width: int) -> Page:
        page = window.context.new_page()
        session = window.context.new_cdp_session(page)
        session.send("Network.clearBrowserCache")
        session.detach()
        page.set_viewport_size({"width": width, "height": 800})
        return page

    yield run
    for page in window.context.pages:
        if page != window:
            page.close()


def weigh(page: Page, address: str) -> dict[str, int]:
    """Load a page; give each file that was asked for, with its bytes on the wire."""
    asked: list[Request] = []
    errors: list[str] = []
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    page.on("request", lambda request: asked.append(request))  # noqa: PLW0108 - not a built-in
    page.goto(address, wait_until="networkidle")
    weights = {}
    for request in asked:
        sizes = request.sizes()
        weights[request.url] = sizes["responseBodySize"] + sizes["responseHeadersSize"]
    assert len(weights) == len(asked), "a file was asked for twice"
    kept = "performance.getEntries().filter(one => one.transferSize === 0).map(one => one.name)"
    assert page.evaluate(kept) == [], "these did not come over the wire"
    assert errors == [], "the policy stopped something, or a script failed"
    return weights


BLOCKING = """() => performance.getEntriesByType("resource")
  .filter(entry => entry.renderBlockingStatus === "blocking").map(entry => entry.name)"""


def test_first_load_is_light(
    first_visit: Callable[[int], Page], nginx_url: str, page_path: str
) -> None:
    """100 KB and ten requests, none of another host: a poor connection has it in seconds.

    In the head stand the styles of what is on a first screen, and no script but one.
    """
    page = first_visit(360)
    weights = weigh(page, nginx_url + page_path)
    assert [address for address in weights if not address.startswith(nginx_url)] == []
    assert weights[nginx_url + page_path] > 3000, "the page itself"
    assert any(address.endswith(".css") for address in weights)
    listed = "\n".join(f"{size:7} {address}" for address, size in weights.items())
    print(f"{sum(weights.values())} bytes, {len(weights)} requests\n{listed}")
    is_list = page_path in LISTS
    most_page, most = (
        (MOST_LIST_BYTES, MOST_WITH_LIST) if is_list else (MOST_PAGE_BYTES, MOST_BYTES)
    )
    assert weights[nginx_url + page_path] <= most_page, listed
    assert sum(weights.values()) <= most, listed
    assert len(weights) <= MOST_REQUESTS, listed
    names = [address.rsplit("/", 1)[-1] for address in page.evaluate(BLOCKING)]
    known = [name for name in names if name.startswith(FIRST_PAINT)]
    rest = [name for name in names if name not in known]
    assert len(known) == len(FIRST_PAINT), names
    assert rest == ["citations.css"] * page.locator(".entry-filter").count(), names


def load_one_by_one(page: Page, address: str) -> None:
    """Load a page; each file that it shows without comes after what came before was painted."""
    waiting: list[Route] = []
    loaded: list[Page] = []
    # Not the built-in methods themselves, which Playwright cannot wrap.
    page.on("load", lambda page: loaded.append(page))  # noqa: PLW0108
    page.route(lambda url: url != address, lambda route: waiting.append(route))  # noqa: PLW0108
    page.goto(address, wait_until="commit")
    while not loaded or waiting:
        painted = page.evaluate("performance.getEntriesByType('paint').length")
        # A page with a filter waits for the styles of citations, too.
        blocking = FIRST_PAINT if painted else (*FIRST_PAINT, "citations.css")
        names = [route.request.url.rsplit("/", 1)[-1] for route in waiting]
        found = next((n for n, name in enumerate(names) if name.startswith(blocking)), None)
        if found is not None:
            waiting.pop(found).continue_()
        elif painted and waiting:
            page.evaluate(TWO_FRAMES)
            route = waiting.pop(0)
            with page.expect_event("requestfinished", lambda r, sent=route.request: r == sent):
                route.continue_()
        else:
            page.wait_for_timeout(5)
    page.evaluate(TWO_FRAMES)


def test_nothing_jumps(
    first_visit: Callable[[int], Page], nginx_url: str, page_path: str, width: int
) -> None:
    """What is read stays where it is while the rest of the page arrives, one file at a time."""
    page = first_visit(width)
    load_one_by_one(page, nginx_url + page_path)
    shifts = page.evaluate(SHIFTS)
    assert sum(value for value, _ in shifts) < MOST_SHIFT, shifts


def test_a_jump_would_be_seen(first_visit: Callable[[int], Page], nginx_url: str) -> None:
    """The measurement sees a page that moves under its reader."""
    page = first_visit(360)
    page.goto(nginx_url)
    page.evaluate(
        "() => new Promise(done => requestAnimationFrame(() => {"
        " document.querySelector('main').style.paddingTop = '300px';"
        " requestAnimationFrame(() => requestAnimationFrame(done)); }))"
    )
    assert sum(value for value, _ in page.evaluate(SHIFTS)) > MOST_SHIFT
