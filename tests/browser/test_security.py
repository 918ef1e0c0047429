"""The security policy and the other headers, on the real site, served by nginx.

Every other test of this folder runs under the same headers, which `static_host`
reads from `_headers`. Here a real server sends them, from the file that the
build wrote for it, and whatever the policy stops is caught.
"""

from __future__ import annotations

import gzip
import re
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from email.message import Message
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

LoadModule = Callable[[str], ModuleType]

REPORT = """document.addEventListener("securitypolicyviolation", (event) => reportViolation(
  `${event.effectiveDirective} stopped ${event.blockedURI} ${event.sample}`))"""


@pytest.fixture(scope="module")
def nginx_url(
    built_site: Path, load_browser_module: LoadModule, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Serve the built site by nginx; none on this machine is a failure that says how to get it."""
    nginx = load_browser_module("nginx")
    try:
        with nginx.serve(built_site, tmp_path_factory.mktemp("nginx")) as address:
            yield address
    except (LookupError, ValueError) as error:
        pytest.fail(str(error), pytrace=False)


@pytest.fixture(scope="module")
def promised(built_site: Path, load_browser_module: LoadModule) -> dict[str, str]:
    """Give the headers that `_headers` has for every path."""
    return dict(load_browser_module("static_host").read_headers(built_site)["/*"])


def fetch(address: str, **headers: str) -> tuple[int, Message, bytes]:
    """Ask for an address; give status, headers and body."""
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers)) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers, error.read()


def named_files(site: Path) -> list[str]:
    """Give the theme's files whose names hold a hash, by path in the site."""
    names = (path.relative_to(site).as_posix() for path in site.rglob("*.min.*"))
    return sorted(name for name in names if re.search(r"\.[0-9a-f]{8}\.min\.", name))


def test_every_answer_has_every_header(
    nginx_url: str, built_site: Path, promised: dict[str, str]
) -> None:
    """Pages, errors, scripts, data: the same words that other hosts read from `_headers`."""
    assert len(promised) >= 7
    paths = ["", "risks/", "404.html", "nowhere/", "assets/kapguide.js", "search/search_index.json"]
    for path in [*paths, *named_files(built_site)]:
        status, headers, _ = fetch(nginx_url + path)
        assert status == (404 if path == "nowhere/" else 200)
        assert {name: headers.get_all(name) for name in promised} == {
            name: [value] for name, value in promised.items()
        }, path


def test_page_that_is_not_there(nginx_url: str, built_site: Path) -> None:
    """Ours, with the status that search engines go by."""
    status, headers, body = fetch(f"{nginx_url}nowhere/at/all/")
    assert (status, body) == (404, (built_site / "404.html").read_bytes())
    assert headers["Cache-Control"] is None


def test_what_is_kept_and_what_is_asked_for_again(
    nginx_url: str, built_site: Path, load_browser_module: LoadModule
) -> None:
    """A year for names with a hash; a page, and what may change under its name, is never old."""
    rules = load_browser_module("static_host").read_headers(built_site)
    named = named_files(built_site)
    assert len(named) >= 4
    kept = {path: dict(rule) for path, rule in rules.items() if path != "/*"}
    assert sorted(kept) == [f"/{name}" for name in named]
    for path, rule in kept.items():
        assert rule == {"Cache-Control": "public, max-age=31536000, immutable"}
        assert fetch(nginx_url + path[1:])[1].get_all("Cache-Control") == [rule["Cache-Control"]]
    for path in ("", "risks/", "assets/kapguide.css", "search/search_index.json"):
        _, headers, _ = fetch(nginx_url + path)
        assert headers.get_all("Cache-Control") == ["no-cache"]
        tag = headers["ETag"]
        assert fetch(nginx_url + path, **{"If-None-Match": tag})[0] == 304
    gone = named[0].replace(".min.", ".min.min.")
    assert fetch(nginx_url + gone)[1]["Cache-Control"] is None


@pytest.mark.parametrize("path", ["", "assets/kapguide.css", "search/search_index.json"])
def test_texts_are_sent_compressed(nginx_url: str, built_site: Path, path: str) -> None:
    """A third of the bytes for those on a phone."""
    _, headers, body = fetch(nginx_url + path, **{"Accept-Encoding": "gzip"})
    assert headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(body) == (built_site / (path or "index.html")).read_bytes()


class Visit:
    """A reader's visit, and what went wrong during it."""

    def __init__(self, context: BrowserContext) -> None:
        self.faults: list[str] = []
        self.violations: list[str] = []
        context.expose_function("reportViolation", self._note)
        context.add_init_script(REPORT)
        context.on("weberror", lambda error: self.faults.append(str(error.error)))
        context.on("console", self._hear)
        self.page = context.new_page()

    def list_directives(self) -> set[str]:
        """List the directives of the policy that stopped something."""
        return {line.partition(" ")[0] for line in self.violations}

    def _note(self, text: str) -> None:
        self.violations.append(text)

    def _hear(self, message: Any) -> None:
        if message.type in {"error", "warning"} and "status of 404" not in message.text:
            self.faults.append(message.text)


@pytest.fixture
def visit(browser: Browser, nginx_url: str) -> Iterator[Visit]:
    """Open a browser that nothing is stored in; fail where the policy stopped anything."""
    context = browser.new_context(
        base_url=nginx_url,
        viewport={"width": 360, "height": 800},
        permissions=["clipboard-read", "clipboard-write"],
        reduced_motion="reduce",
    )
    context.set_default_timeout(5000)
    visit = Visit(context)
    yield visit
    context.close()
    assert (visit.violations, visit.faults) == ([], [])


@pytest.mark.parametrize("path", ["", "evidence/", "references/", "a-to-z/", "nowhere/at/all/"])
def test_policy_stops_nothing(visit: Visit, path: str) -> None:
    """Each kind of page, at each depth, loads and starts the theme's scripts without a word."""
    visit.page.goto(path)
    assert "no-js" not in str(visit.page.locator("html").get_attribute("class"))
    visit.page.click("#search-button")
    status = visit.page.locator(".md-search-result__meta")
    expect(status).to_have_text("Type to start searching")  # the theme's, once all of it runs


def test_search_and_colours_and_menu(visit: Visit) -> None:
    """What the theme's scripts do: a worker, a choice that lasts, a menu on a phone."""
    page = visit.page
    page.goto("sessions/")
    page.click("#menu-button")
    expect(page.locator("#site-nav")).to_be_visible()
    page.click("#menu-close")
    for _ in range(2):
        page.locator("button[data-next]:not([hidden])").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.reload()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.click("#search-button")
    page.locator(".md-search__input").press_sequentially("side effects")
    page.wait_for_selector(".md-search-result__more summary")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "sessions" not in url)
    assert visit.violations == []


def test_citations_and_references(visit: Visit) -> None:
    """What our scripts do: the study at its marker, the filter, copying, paper."""
    page = visit.page
    page.goto("evidence/")
    link = page.locator(".citation a").first
    link.scroll_into_view_if_needed()
    link.hover()
    assert "20" in link.evaluate("el => getComputedStyle(el, '::after').content")
    page.goto("references/")
    entries = page.locator(".reference-list .csl-entry")
    before = entries.locator("visible=true").count()
    page.locator("main input").first.fill("ketamine zzz")
    expect(entries.locator("visible=true")).to_have_count(0)
    page.locator("main input").first.fill("")
    expect(entries.locator("visible=true")).to_have_count(before)
    page.get_by_role("button", name="Copy BibTeX").first.click()
    expect(page.locator(".copied").first).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()").startswith("@")
    assert page.pdf()[:5] == b"%PDF-"


INJECTED = {
    "<title>": "<base href='https://evil.example/'>",
    "</article>": """<script>window.run = 1</script>
        <script src='https://evil.example/x.js'></script>
        <img src='https://evil.example/x.png' onerror='window.run = 2'>
        <iframe src='/risks/'></iframe>
        <style>main { display: none }</style>
        <p style='position: fixed'>x</p>
        <p><a class=bait href='javascript:window.run = 3'>x</a></p>
        <form action='https://evil.example/'><button class=bait>x</button></form>""",
}
"""What somebody may get into a page, before what."""
STOPPED = {
    *("base-uri", "form-action", "frame-src", "img-src", "script-src-attr", "script-src-elem"),
    *("style-src-attr", "style-src-elem"),
}


@pytest.mark.parametrize("by", ["page", "server"])
def test_what_gets_into_a_page_does_nothing(
    browser: Browser, built_site: Path, site_url: str, promised: dict[str, str], by: str
) -> None:
    """The policy in the page does it alone, as on GitHub Pages, and so do the headers alone."""
    text = (built_site / "risks/index.html").read_text("utf-8")
    for before, what in INJECTED.items():
        assert text.count(before) == 1
        text = text.replace(before, what + before)
    headers = {"Content-Type": "text/html; charset=utf-8"}
    if by == "server":
        text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
        headers |= promised
    context = browser.new_context()
    context.set_default_timeout(5000)
    visit = Visit(context)
    asked: list[str] = []
    context.route("https://evil.example/**", lambda route: asked.append(route.request.url))
    context.route(f"{site_url}risks/", lambda route: route.fulfill(body=text, headers=headers))
    page = visit.page
    page.goto(f"{site_url}risks/")
    expect(page.locator("#palette button:visible")).to_have_count(1)  # our scripts run
    for bait in page.locator(".bait").all():
        bait.click(no_wait_after=True)
    for _ in range(100):  # a report comes a moment after what it reports, later on a busy machine
        if visit.list_directives() >= STOPPED:
            break
        page.wait_for_timeout(50)
    assert visit.list_directives() == STOPPED
    assert sum("script-src-elem stopped inline" in line for line in visit.violations) == 2
    assert page.evaluate("window.run") is None
    assert page.locator("main").is_visible()
    assert asked == []
    context.close()


def test_other_sites_cannot_show_a_page_in_a_frame(browser: Browser, nginx_url: str) -> None:
    """Nobody lays something over our links and numbers."""
    context = browser.new_context()
    page = context.new_page()
    page.route("http://frame.test/", lambda route: route.fulfill(body=f"<iframe src={nginx_url}>"))
    page.goto("http://frame.test/")
    frame = page.frames[-1]
    assert frame is not page.main_frame
    assert frame.locator("main").count() == 0
    context.close()


def test_policies_name_each_other(built_site: Path, promised: dict[str, str]) -> None:
    """Each page's own hashes are among the site's, and the site's are those of some page."""
    policies = {
        path: re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
        for path in built_site.rglob("*.html")
        for text in [path.read_text("utf-8")]
    }
    assert len(policies) > 20
    found: set[str] = set()
    for path, policy in policies.items():
        assert policy, path
        assert "unsafe" not in policy[1]
        assert "frame-ancestors" not in policy[1], "browsers complain about it in a page"
        found |= set(re.findall(r"'sha256-[^']+'", policy[1]))
    served = promised["Content-Security-Policy"]
    assert set(re.findall(r"'sha256-[^']+'", served)) == found
    assert "unsafe" not in served
    assert "frame-ancestors 'none'" in served
