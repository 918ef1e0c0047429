"""The site in another language, as a reader with a phone has it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

DOCS = Path(__file__).resolve().parent.parent.parent / "docs"
SPANISH = [
    *sorted("" if page.stem == "index" else f"{page.stem}/" for page in (DOCS / "es").glob("*.md")),
    "404.html",
]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
pytestmark = pytest.mark.skipif(not (DOCS / "es").is_dir(), reason="the guide has no Spanish")
ALL = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}


@pytest.fixture(scope="module")
def reader(
    browser: Browser, built_languages: Path, load_browser_module: Callable[[str], ModuleType]
) -> Iterator[Any]:
    """Read the site in all its languages, where other modules read the English one."""
    with load_browser_module("static_host").serve(built_languages) as address:
        reader = load_browser_module("conftest").Reader(browser, address)
        yield reader
        reader.close()


@pytest.mark.parametrize("path", SPANISH, ids=lambda path: path.strip("/") or "home")
def test_a_spanish_page_on_a_phone(open_page: Callable[..., Page], path: str) -> None:
    """It is as wide as the phone, says its language, and axe finds nothing."""
    page = open_page(f"es/{path}", width=360, reduced_motion=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.evaluate("document.documentElement.lang") == "es"
    page.evaluate(Axe().axe_script)
    found = page.evaluate("options => axe.run(document, options)", ALL)
    assert found["passes"]
    assert [
        (rule["id"], [n["target"] for n in rule["nodes"]]) for rule in found["violations"]
    ] == []


def test_the_switch_leads_to_the_same_page(open_page: Callable[..., Page]) -> None:
    """There and back; and it is as large as a finger needs."""
    page = open_page("risks/", width=360)
    link = page.locator(".languages a")
    assert link.bounding_box()["height"] >= 24
    link.click()
    page.wait_for_url("**/es/risks/")
    assert page.evaluate("document.documentElement.lang") == "es"
    page.locator(".languages a").click()
    page.wait_for_url("**/risks/")
    assert "/es/" not in page.url


def test_the_search_finds_spanish_pages(open_page: Callable[..., Page], width: int) -> None:
    """With Spanish words, without their accents, and pages in Spanish alone."""
    page = open_page("es/", width=width)
    if width == 360:
        page.click("#search-button")
    page.locator(".md-search__input").press_sequentially("presion")
    page.wait_for_selector(".md-search-result__item a")
    found = [link.get_attribute("href") for link in page.locator(".md-search-result__item a").all()]
    assert found
    assert all("/es/" in (address or "") for address in found), found


def test_the_search_shows_the_spanish_crisis_lines(open_page: Callable[..., Page]) -> None:
    """Whoever types that they want to die sees at once what the page's own lines say."""
    page = open_page("es/", width=360)
    page.click("#search-button")
    page.locator(".md-search__input").press_sequentially("me quiero morir")
    said = page.wait_for_selector("#search-crisis .notice").inner_text()
    assert said.split() == page.locator("main .notice-crisis").inner_text().split()
