"""The search: named, announced, gone through by Tab, left by Esc."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

OpenPage = Callable[..., Page]


def open_search(page: Page, width: int) -> None:
    """Open it as a reader does: by the button, or in the field of a wide screen."""
    if width == 360:
        page.locator("#search-button").focus()
        page.keyboard.press("Enter")
        assert page.get_attribute("#search-button", "aria-expanded") == "true"
    else:
        page.focus(".md-search__input")
    expect(page.locator("#__search")).to_be_checked()


@pytest.fixture
def page(open_page: OpenPage, width: int) -> Page:
    """Open a page and its search."""
    page = open_page("sessions/", width=width, reduced_motion=True)
    open_search(page, width)
    return page


def test_count_of_results_is_announced(page: Page) -> None:
    """Defect 6: a status says how many there are, and when there are none."""
    status = page.locator(".md-search-result__meta[role=status]")
    page.keyboard.type("risk")
    expect(status).to_contain_text("matching document")
    assert status.inner_text().split()[0].isdigit()
    page.locator(".md-search__input").fill("")
    page.keyboard.type("qqqqq")
    expect(status).to_have_text("No matching documents")


def test_results_are_not_small(page: Page) -> None:
    """Defect 9: 16 px, like all that is read."""
    page.keyboard.type("side effects")
    page.wait_for_selector(".md-search-result__more summary")
    sizes = page.locator(".md-search-result *").evaluate_all(
        "els => els.filter(el => [...el.childNodes].some(n => n.nodeType === 3 && n.data.trim()))"
        ".map(el => parseFloat(getComputedStyle(el).fontSize))"
    )
    assert len(sizes) > 10
    assert min(sizes) >= 16


def test_search_is_named(page: Page) -> None:
    """Defect 6: a landmark with a name, a field with a name, no dialog that is none."""
    search = page.get_by_role("search", name="This site")
    expect(search.get_by_role("textbox", name="Search these pages")).to_be_focused()
    assert page.locator("[role=dialog]").count() == 0


def test_esc_closes_and_returns_the_focus(page: Page, width: int) -> None:
    """Defect 6: from the field and from a result."""
    back = "search-button" if width == 360 else "site-search"
    for steps in (0, 2):
        page.locator(".md-search__input").fill("")
        page.keyboard.type("risk")
        page.wait_for_selector(".md-search-result__item")
        for _ in range(steps):
            page.keyboard.press("Tab")
        page.keyboard.press("Escape")
        expect(page.locator("#__search")).not_to_be_checked()
        assert page.evaluate("document.activeElement.id") == back
        page.wait_for_timeout(20)  # the theme looks at the focus a moment later
        expect(page.locator("#__search")).not_to_be_checked()
        open_search(page, width)


def test_tab_goes_through_the_results(page: Page) -> None:
    """Results are links: Tab reaches each in order, Shift+Tab leads back, Enter follows."""
    page.keyboard.type("risk")
    page.wait_for_selector(".md-search-result__item")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Clear"
    page.keyboard.press("Tab")
    first = page.locator(".md-search-result__link").first
    expect(first).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.md-search-result') !== null")
    page.keyboard.press("Shift+Tab")
    expect(first).to_be_focused()
    target = first.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(str(target))
    assert "?h=" not in page.url, "what a reader looked for is nobody's business"


def test_leaving_the_search_closes_it(page: Page) -> None:
    """The focus is never behind the open search."""
    page.keyboard.press("Tab")  # to the way back, or out
    for _ in range(3):
        if not page.is_checked("#__search"):
            break
        page.keyboard.press("Tab")
    expect(page.locator("#__search")).not_to_be_checked()
    assert not page.evaluate("document.activeElement.closest('#site-search') !== null")


def test_closed_search_has_no_stops(open_page: OpenPage) -> None:
    """Defect 3: on a phone its field is out of reach until it opens."""
    page = open_page("sessions/")
    assert not page.locator(".md-search__input").is_visible()
    page.evaluate("document.querySelector('.md-search__input').focus()")
    assert page.evaluate("document.activeElement === document.body")


def test_way_back_on_a_phone(open_page: OpenPage) -> None:
    """Defect 6: the arrow is a button."""
    page = open_page("sessions/", reduced_motion=True)
    open_search(page, 360)
    page.get_by_role("button", name="Close search").click()
    expect(page.locator("#__search")).not_to_be_checked()
    assert page.evaluate("document.activeElement.id") == "search-button"
