"""A citation shows its study where it stands: by mouse, by keyboard, without scripts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page
from selectolax.lexbor import LexborHTMLParser

OpenPage = Callable[..., Page]

SHOWN = """(el) => {
  const style = getComputedStyle(el, "::after");
  return style.display === "none" ? null : style.content;
}"""


def read_shown(link: Locator) -> str:
    """Give the text that hangs on a citation just now, or nothing."""
    return str(link.evaluate(SHOWN) or "")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_study_is_shown_on_focus_and_hover(open_page: OpenPage, scripts: bool, width: int) -> None:
    """It names author and year, and stays within the screen."""
    page = open_page("evidence/", scripts=scripts, width=width)
    links = page.locator(".citation a")
    links.nth(1).scroll_into_view_if_needed()
    assert read_shown(links.nth(1)) == ""
    links.nth(1).hover()
    assert "20" in read_shown(links.nth(1))
    page.mouse.move(0, 0)
    links.nth(0).focus()
    page.keyboard.press("Tab")
    assert "20" in read_shown(links.nth(1))
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_esc_takes_it_away(open_page: OpenPage) -> None:
    """WCAG 1.4.13: without moving mouse or focus; it comes back the next time."""
    page = open_page("evidence/")
    first, second = page.locator(".citation a").nth(0), page.locator(".citation a").nth(1)
    first.focus()
    page.keyboard.press("Tab")
    assert read_shown(second) != ""
    page.keyboard.press("Escape")
    assert read_shown(second) == ""
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert read_shown(second) != ""


def test_numbers_within_a_range_are_there_for_the_keyboard(open_page: OpenPage) -> None:
    """6-13 holds seven more links: each shows its own number while it has the focus."""
    page = open_page("evidence/")
    middle = page.locator(".citation-middle").first
    assert middle.bounding_box()["width"] == 0  # type: ignore[index]
    middle.evaluate("el => el.previousElementSibling.focus()")
    page.keyboard.press("Tab")
    box = middle.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 24
    number = middle.evaluate("el => getComputedStyle(el, '::before').content")
    assert number == f'"{middle.get_attribute("data-number")}"'


def test_link_and_way_back(open_page: OpenPage) -> None:
    """A citation leads to its entry, which is marked and not behind the header; and back."""
    page = open_page("evidence/")
    link = page.locator(".citation a").nth(3)
    link.click()
    entry = page.locator(".csl-entry:target")
    top = page.locator(".md-header").bounding_box()
    box = entry.bounding_box()
    assert top is not None
    assert box is not None
    assert box["y"] >= top["height"]
    assert entry.evaluate("el => getComputedStyle(el).outlineStyle") == "solid"
    entry.locator(".backlinks a").first.click()
    assert page.locator(".citation a:target").count() == 1


def test_theme_previews_nothing_of_its_own(built_site: Path) -> None:
    """The theme fetches and shows a second box for each link that has `data-preview`.

    It does so only under the address in `site_url`, so that no test over
    loopback would see it: the attribute's name belongs to the theme.
    """
    named = [
        page.relative_to(built_site).as_posix()
        for page in built_site.rglob("*.html")
        if LexborHTMLParser(page.read_text("utf-8")).css("[data-preview]")
    ]
    assert named == []
