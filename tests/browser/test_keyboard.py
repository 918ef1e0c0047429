"""What a reader does who has no mouse: skip, open, close, and see where they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

OpenPage = Callable[..., Page]
WaitUntil = Callable[[Page, str], None]

ACTIVE_ID = "document.activeElement.id"

WATCH = """() => {
  const look = () => {
    const el = document.activeElement;
    window.ended ||= stops.length > 0 && (el === document.body || el === stops[0]);
    if (ended || el === document.body) return;
    if (stops.includes(el)) window.faults.push(`Tab comes back to ${el.outerHTML}`);
    const box = el.getClientRects()[0] ?? el.getBoundingClientRect();
    const style = getComputedStyle(el);
    const seen = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const faults = [];
    if (box.width < 1 || box.height < 1) faults.push("has no size");
    if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth)
      faults.push("is off screen");
    else if (!seen || !(el.contains(seen) || seen.contains(el))) faults.push("is covered");
    if (style.visibility !== "visible" || style.opacity === "0") faults.push("is invisible");
    if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 3)
      faults.push("has no clear focus ring");
    const name = (el.getAttribute("aria-label") ?? el.textContent).trim().slice(0, 40);
    stops.push(el);
    window.faults.push(...faults.map((fault) => `${name} ${fault}`));
  };
  [window.stops, window.faults, window.ended] = [[], [], false];
  // Looked at when the next Tab comes: by then the page has scrolled to where it will.
  addEventListener("keydown", look, true);
}"""


@pytest.mark.parametrize("path", ["", "risks/", "404.html", "no/such/page"])
@pytest.mark.parametrize("scripts", [True, False])
def test_skip_link_is_first_and_leads_to_the_page(
    open_page: OpenPage, path: str, scripts: bool
) -> None:
    """Defect 12: on pages without headings and on 404 too."""
    page = open_page(path, scripts=scripts)
    page.keyboard.press("Tab")
    link = page.locator(".skip-link")
    assert link.evaluate("el => el === document.activeElement")
    assert link.bounding_box()["y"] >= 0  # type: ignore[index]
    page.keyboard.press("Enter")
    assert page.evaluate(ACTIVE_ID) == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.getElementById('main').contains(document.activeElement)")


def test_every_focus_stop_can_be_seen(
    open_page: OpenPage, keep_kinds: Callable[[Page], None], page_path: str
) -> None:
    """Defects 3, 14: none is off screen, none is behind the header, each has its ring."""
    page = open_page(page_path, reduced_motion=True)
    keep_kinds(page)
    tab_through(page)


def test_every_focus_stop_can_be_seen_on_a_wide_screen(open_page: OpenPage, kind: str) -> None:
    """Defects 3, 14: there the menu, the search and the list of sections are always open."""
    tab_through(open_page(kind, width=1280, reduced_motion=True))


def tab_through(page: Page) -> None:
    """Press Tab until the focus has been everywhere, and look at each stop."""
    page.evaluate(WATCH)
    # A page has hundreds of stops: ask every ten whether it has ended.
    for _ in range(300):
        for _ in range(10):
            page.keyboard.press("Tab")
        if page.evaluate("ended"):
            break
    assert page.evaluate("ended"), "Tab never came to the end of the page"
    assert page.evaluate("stops.length") > 8
    assert page.evaluate("faults") == []


def test_menu_opens_and_closes_by_keyboard(open_page: OpenPage, kind: str) -> None:
    """Defects 2, 18: a real button that says its state; Esc and Close give the focus back."""
    page = open_page(kind)
    button, menu = page.locator("#menu-button"), page.locator("#site-nav")
    assert button.get_attribute("aria-expanded") == "false"
    assert button.inner_text().strip() == "Menu"
    assert not menu.is_visible()
    for open_key, close in (("Enter", "Escape"), ("Space", "Enter")):
        button.focus()
        page.keyboard.press(open_key)
        assert button.get_attribute("aria-expanded") == "true"
        assert page.evaluate(ACTIVE_ID) == "menu-close"
        assert menu.is_visible()
        page.keyboard.press(close)
        assert button.get_attribute("aria-expanded") == "false"
        assert page.evaluate(ACTIVE_ID) == "menu-button"
        expect(menu).to_be_hidden()


def test_menu_keeps_the_focus_while_it_is_open(open_page: OpenPage) -> None:
    """Nobody tabs into what the open menu covers."""
    page = open_page("risks/", reduced_motion=True)
    page.click("#menu-button")
    links = page.locator("#site-nav a").count()
    for _ in range(links):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('#site-nav') !== null")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement === document.body")


def test_open_menu_is_given_up_when_the_screen_grows(
    open_page: OpenPage, wait_until: WaitUntil
) -> None:
    """A phone that is turned does not leave the page out of reach."""
    page = open_page("risks/", reduced_motion=True)
    page.click("#menu-button")
    assert page.evaluate("document.getElementById('main').inert")
    page.set_viewport_size({"width": 1280, "height": 800})
    wait_until(page, "!document.getElementById('main').inert")
    assert not page.is_checked("#__drawer")


def test_no_single_key_moves_or_steals_the_focus(open_page: OpenPage) -> None:
    """Defect 1: the theme takes n p . , f s / for itself (WCAG 2.1.4)."""
    page = open_page("risks/")
    address = page.url
    page.evaluate("document.getElementById('main').focus()")
    for key in ("n", "p", ".", ",", "f", "s", "/", "a", "h", "Shift"):
        page.keyboard.press(key)
    page.wait_for_timeout(200)  # the theme waits up to 125 ms before it acts
    assert page.url == address
    assert page.evaluate(ACTIVE_ID) == "main"
    assert not page.is_checked("#__search")
    assert page.locator("link[rel=prev], link[rel=next]").count() == 0


def test_every_page_says_where_the_reader_is(phone_page: Page, site_url: str) -> None:
    """Defect 13: the menu's and the breadcrumb's own entry are marked, and nothing else."""
    page = phone_page
    current = page.locator("[aria-current=page]")
    expected = {"404.html": 0, "": 1}.get(page.url.removeprefix(site_url), 2)
    assert current.count() == expected
    assert page.locator("nav[aria-expanded]").count() == 0
    link = page.locator("#site-nav [aria-current=page]")
    assert link.count() == min(expected, 1)
    if expected:
        assert link.evaluate("el => el.href") == page.url


def test_colours_are_switched_by_a_button(fresh_context: BrowserContext, site_url: str) -> None:
    """One stop, which says what it will do, and keeps the focus while it changes.

    The browser's own bars and fields change with the page.
    """
    page = fresh_context.new_page()
    page.goto(site_url)
    schemes, names, bars = [], [], []
    page.locator("button[data-next]:not([hidden])").focus()
    for key in ("Enter", "Space", "Enter"):
        names.append(page.evaluate("document.activeElement.getAttribute('aria-label')"))
        page.keyboard.press(key)
        schemes.append(page.get_attribute("body", "data-md-color-scheme"))
        bars.append(page.evaluate("getComputedStyle(document.documentElement).colorScheme"))
    assert names == ["Switch to light colors", "Switch to dark colors", "Use the device's colors"]
    assert schemes == ["default", "slate", "default"]
    assert bars == ["normal", "dark", "normal"]
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == names[0]
