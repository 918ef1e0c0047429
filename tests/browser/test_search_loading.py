"""The search comes when somebody touches it, and says so when it does not come."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import material
import pytest
from playwright.sync_api import Browser, Page, Route, expect

OpenPage = Callable[..., Page]

LATE = re.compile(r"/(?:bundle\.\w+\.min\.js|search\.\w+\.min\.js|search_index\.json)$")
"""The theme's script, its search worker and the index."""
BUNDLE = next((Path(material.__file__).parent / "templates/assets/javascripts").glob("bundle.*.js"))


@pytest.fixture(params=[360, 1280])
def visit(request: pytest.FixtureRequest, browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """Give a page of a browser that has nothing of the site yet, and what it asks for."""
    context = browser.new_context(
        viewport={"width": request.param, "height": 800}, reduced_motion="reduce"
    )
    context.set_default_timeout(5000)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    yield page, asked
    context.close()


def touch(page: Page) -> None:
    """Touch the search as a reader does: its button on a phone, its field on a wide screen."""
    if page.locator("#search-button").is_visible():
        page.click("#search-button")
    else:
        page.click(".md-search__input")


def list_late(asked: list[str]) -> set[str]:
    """Give the names of the search's files that were asked for, without their hashes."""
    names = [address.rsplit("/", 1)[1].split(".")[0] for address in asked if LATE.search(address)]
    return set(names)


def test_nothing_of_it_is_loaded_before(visit: tuple[Page, list[str]], site_url: str) -> None:
    """Reading, scrolling, colours, menu and Tab through the header ask for nothing."""
    page, asked = visit
    page.goto(site_url + "evidence/", wait_until="networkidle")
    page.mouse.wheel(0, 3000)
    page.click("#palette button:visible")
    page.keyboard.press("/")
    if page.locator("#menu-button").is_visible():
        page.click("#menu-button")
        page.click("#menu-close")
        page.focus("#search-button")
    page.wait_for_timeout(200)
    assert list_late(asked) == set()
    touch(page)
    expect(page.locator(".md-search-result__meta")).to_have_text("Type to start searching")
    assert list_late(asked) == {"bundle", "search", "search_index"}


def test_what_is_typed_meanwhile_is_searched(visit: tuple[Page, list[str]], site_url: str) -> None:
    """A slow connection: the reader is told to wait, types, and gets the results."""
    page, _ = visit
    waiting: list[Route] = []
    arrived = False

    def hold(route: Route) -> None:
        if arrived:
            route.continue_()
        else:
            waiting.append(route)

    page.route(LATE, hold)
    page.goto(site_url + "cost/")
    touch(page)
    status = page.locator(".md-search-result__meta[role=status]")
    expect(status).to_have_text("Loading the search…")
    expect(status).to_be_visible()
    page.keyboard.type("bladder")
    page.keyboard.press("Enter")
    assert page.url == f"{site_url}cost/", "Enter sends the form nowhere"
    assert page.locator(".md-search__input").input_value() == "bladder"
    arrived = True
    for route in waiting:
        route.continue_()
    expect(status).to_contain_text("matching document")
    expect(page.locator(".md-search-result__link").first).to_have_attribute(
        "href", re.compile("/risks/$")
    )
    expect(page.locator(".md-search__input")).to_be_focused()


def test_search_stays_open_on_a_part_of_a_page(
    visit: tuple[Page, list[str]], site_url: str
) -> None:
    """The theme takes an address with a # for a way just gone, and would close the search."""
    page, _ = visit
    page.goto(site_url + "risks/#bladder")
    touch(page)
    page.keyboard.type("cost")
    expect(page.locator(".md-search-result__meta")).to_contain_text("matching document")
    page.wait_for_timeout(400)
    expect(page.locator("#__search")).to_be_checked()
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()


def test_deep_link(visit: tuple[Page, list[str]], site_url: str) -> None:
    """The theme's ?q= opens the search with its words, and Esc takes them out of the address."""
    page, _ = visit
    page.goto(f"{site_url}?q=bladder")
    expect(page.locator(".md-search-result__meta")).to_contain_text("matching document")
    expect(page.locator(".md-search__input")).to_have_value("bladder")
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()
    assert page.evaluate("location.search") == ""


@pytest.mark.parametrize("file", ["bundle", "search_index", "workers/search"])
def test_one_that_does_not_come(visit: tuple[Page, list[str]], site_url: str, file: str) -> None:
    """Whichever file is missing, the reader is told, offered the A to Z, and can try again."""
    page, _ = visit
    page.route(re.compile(f"/{file}\\."), lambda route: route.abort())
    page.goto(site_url + "sessions/")
    touch(page)
    page.keyboard.type("bladder")
    status = page.locator(".md-search-result__meta")
    expect(status).to_have_text("The search could not be loaded.")
    again = page.get_by_role("button", name="Try again")
    expect(again).to_be_visible()
    link = page.get_by_role("search").get_by_role("link", name="look it up in the A to Z")
    expect(link).to_have_attribute("href", "../a-to-z/")
    again.press("Enter")
    expect(status).to_have_text("The search could not be loaded.")
    page.unroute_all()
    again.press("Enter")
    expect(status).to_contain_text("matching document")
    expect(again).to_be_hidden()
    expect(page.locator(".md-search__input")).to_be_focused()


def test_server_that_has_no_index(visit: tuple[Page, list[str]], site_url: str) -> None:
    """An answer that is none counts as none: a page for what is not there is no index."""
    page, _ = visit
    page.route("**/search_index.json", lambda route: route.fulfill(status=404, body="<h1>No</h1>"))
    page.goto(site_url)
    touch(page)
    expect(page.locator(".md-search-result__meta")).to_have_text("The search could not be loaded.")


@pytest.mark.parametrize(
    "words",
    ["suicide", "I want to die", "kill myself", "overdose", "sucidal", "self harm", "call 9-8-8"],
)
def test_crisis_lines_come_first(open_page: OpenPage, words: str, width: int) -> None:
    """Before any result, and before the index has come; they say what the page's own say."""
    page = open_page("cost/", width=width, reduced_motion=True)
    touch(page)
    page.keyboard.type(words)
    lines = page.locator("#search-crisis[role=status]")
    expect(lines).to_be_visible()
    assert lines.inner_text().split() == page.locator("main .notice-crisis").inner_text().split()
    assert lines.get_by_role("link").count() == page.locator("main .notice-crisis a").count() > 0
    result = page.locator(".md-search-result")
    above, below = lines.bounding_box(), result.bounding_box()
    assert above is not None
    assert below is not None
    assert above["y"] + above["height"] <= below["y"] + 1
    page.locator(".md-search__input").fill("price")
    expect(lines).to_be_hidden()
    assert lines.inner_text() == ""


def test_no_result_is_not_the_end(open_page: OpenPage, width: int) -> None:
    """Where nothing is found, a link leads on; where something is, none is in the way."""
    page = open_page("risks/", width=width, reduced_motion=True)
    touch(page)
    page.keyboard.type("qqqqq")
    expect(page.locator(".md-search-result__meta")).to_have_text("No matching documents")
    link = page.locator("#search-none").get_by_role("link")
    expect(link).to_be_visible()
    page.locator(".md-search__input").fill("")
    page.keyboard.type("risk")
    expect(page.locator(".md-search-result__meta")).to_contain_text("matching document")
    expect(page.locator("#search-none")).to_be_hidden()
    page.locator(".md-search__input").fill("")
    page.keyboard.type("qqqqq")
    link.click()
    page.wait_for_url("**/a-to-z/")


def test_the_theme_still_loads_it_as_search_js_expects(built_site: Path) -> None:
    """Its script asks for index and worker as it starts, and says "none" in the same place.

    When this fails after an update of the theme, see what its script does now, and mend
    docs/assets/search.js and overrides/main.html.
    """
    script = BUNDLE.read_text("utf-8")
    assert 'document.forms.namedItem("search")' in script
    assert '"search/search_index.json"' in script
    assert "new Worker(" in script
    assert '.has("q")' in script
    for path in built_site.rglob("*.html"):
        page = path.read_text("utf-8")
        kept = re.findall(
            r'<template id="theme-script"><script src="([^"]+)"></script></template>', page
        )
        assert len(kept) == 1, path
        assert kept[0].endswith(BUNDLE.name)
        assert page.count(BUNDLE.name) == 1, "no other way to it"
        config = re.search(r'<script id="__config" type="application/json">(.*?)</script>', page)
        assert config, path
        assert all(f'"{key}"' in config[1] for key in ("base", "search", "search.result.none"))
