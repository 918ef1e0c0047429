"""Reading: small screens, large letters, other spacing, other colours, no scripts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

OpenPage = Callable[..., Page]
WaitUntil = Callable[[Page, str], None]

OUTSIDE = """() => {
  const faults = [];
  if (document.documentElement.scrollWidth > innerWidth) faults.push("the page scrolls sideways");
  for (const el of document.querySelectorAll("header *, main *, footer *, .crisis-bar *")) {
    const box = el.getBoundingClientRect();
    if (!box.width || !el.checkVisibility({visibilityProperty: true})) continue;
    // Drawings scale as a whole, and say what the text beside them says.
    if (el.closest("svg, .md-typeset__scrollwrap, .md-sidebar, .md-search")) continue;
    if (box.right > innerWidth + 1 || box.left < -1)
      faults.push(`${el.tagName}.${el.className} reaches ${box.left} to ${box.right}`);
  }
  return faults;
}"""

CUT = """() => [...document.querySelectorAll(".crisis-bar *, header *, main *, footer *")]
  .filter((el) => el.checkVisibility({visibilityProperty: true}) && !el.closest("svg, .md-search"))
  .filter((el) => ["overflowX", "overflowY"].some((key) => getComputedStyle(el)[key] === "hidden"))
  .filter((el) => el.scrollWidth > el.clientWidth + 1 || el.scrollHeight > el.clientHeight + 1)
  .map((el) => `${el.tagName}.${el.className} cuts ${el.textContent.trim().slice(0, 40)}`)"""

TEXT_SIZES = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const small = [];
  while (walker.nextNode()) {
    const el = walker.currentNode.parentElement;
    if (!walker.currentNode.textContent.trim() || el.closest("script, svg")) continue;
    if (!el.checkVisibility({visibilityProperty: true})) continue;
    const size = parseFloat(getComputedStyle(el).fontSize);
    if (size < 16) small.push(`${size}px: ${walker.currentNode.textContent.trim().slice(0, 40)}`);
  }
  return small;
}"""

MEASURE = """() => [...document.querySelectorAll("article > p")]
  .filter((el) => el.textContent.length > 200)
  .map((el) => {
    const lines = el.offsetHeight / parseFloat(getComputedStyle(el).lineHeight);
    return el.textContent.length / (lines - 0.5); // the last line is half full, on average
  })"""

SIZES = "els => els.map(el => { const b = el.getBoundingClientRect(); return [b.width, b.height] })"


def test_nothing_is_cut_off_at_320_px(open_page: OpenPage, page_path: str) -> None:
    """WCAG 1.4.10: one direction of scrolling; what is wide scrolls in a box of its own."""
    page = open_page(page_path, width=320)
    assert page.evaluate(OUTSIDE) == []


SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important } p { margin-bottom: 2em !important }"""
# Not as an element: the site's security policy would stop that.
ADD_STYLE = """(text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets = [sheet];
}"""


def test_text_spacing_of_ones_own(open_page: OpenPage, page_path: str) -> None:
    """WCAG 1.4.12: wider letters, words, lines and paragraphs lose nothing."""
    page = open_page(page_path)
    page.evaluate(ADD_STYLE, SPACING)
    assert page.evaluate(OUTSIDE) + page.evaluate(CUT) == []


@pytest.fixture(scope="module")
def large_print(
    browser: Browser, load_browser_module: Callable[[str], Any]
) -> Iterator[BrowserContext]:
    """Start a browser whose reader has set letters of twice the size."""
    chromium = load_browser_module("chromium")
    other = browser.browser_type.launch(
        executable_path=chromium.find_chromium(),
        args=[*chromium.ARGUMENTS, "--blink-settings=defaultFontSize=32"],
    )
    yield other.new_context(viewport={"width": 1280, "height": 800})
    other.close()


def test_letters_of_twice_the_size(
    large_print: BrowserContext, site_url: str, page_path: str
) -> None:
    """WCAG 1.4.4: at 200% nothing is lost; the letters really are larger."""
    page = large_print.pages[0] if large_print.pages else large_print.new_page()
    page.goto(site_url + page_path)
    size = page.locator("article p").first.evaluate("el => getComputedStyle(el).fontSize")
    assert float(size.removesuffix("px")) >= 32
    assert page.evaluate(OUTSIDE) + page.evaluate(CUT) == []


def test_no_text_is_small(phone_page: Page) -> None:
    """Defect 9: 16 px and more: boxes, tables, footnotes, menu, foot. Drawings scale apart."""
    assert phone_page.evaluate(TEXT_SIZES) == []


def test_no_text_is_small_on_a_wide_screen(open_page: OpenPage, kind: str) -> None:
    """Defect 9: there the menu and the list of sections show as well."""
    assert open_page(kind, width=1280).evaluate(TEXT_SIZES) == []


def test_lines_of_60_to_75_characters(open_page: OpenPage) -> None:
    """On a wide screen; the fonts that a machine has move it a little."""
    page = open_page("what-is-kap/", width=1280)
    lengths = sorted(page.evaluate(MEASURE))
    assert len(lengths) >= 3
    assert 58 <= lengths[len(lengths) // 2] <= 77


def test_targets_are_large_enough(phone_page: Page) -> None:
    """44 px for menu, search and crisis lines; defect 10: 24 px for citations and footnotes."""
    page = phone_page
    large = page.locator("#menu-button, #search-button, .crisis-bar a, .notice-crisis a")
    marks = page.locator(
        ".citation a:not(.citation-middle), .backlinks a, .footnote-ref, .footnote-backref"
    )
    assert large.count() >= 4
    small = [size for size in large.evaluate_all(SIZES) if min(size) < 44]
    small += [size for size in marks.evaluate_all(SIZES) if min(size) < 24]
    assert small == []


def test_links_in_text_are_underlined(phone_page: Page) -> None:
    """Defect 4: not by colour alone."""
    page = phone_page
    plain = page.locator("article :is(p, li, td, dd) a:not(.citation a)").evaluate_all(
        "els => els.filter(el => !getComputedStyle(el).textDecorationLine.includes('underline'))"
        ".map(el => el.textContent)"
    )
    assert plain == []


def test_headings_hold_no_signs_and_pages_no_boxes_to_tick(phone_page: Page) -> None:
    """Defects 8, 11: no "¶" read out with a heading, no box without a label."""
    page = phone_page
    headings = page.locator("main :is(h1, h2, h3, h4)").all_inner_texts()
    assert headings
    assert [text for text in headings if "¶" in text] == []
    assert page.locator("article input:not(#entry-filter)").count() == 0


def test_wide_table_scrolls_by_keyboard(open_page: OpenPage, wait_until: WaitUntil) -> None:
    """Defect 5: a table that does not fit is a named region with a focus stop, and only then."""
    page = open_page("what-is-kap/")
    box = page.locator(".md-typeset__scrollwrap").first
    assert box.get_attribute("tabindex") is None
    page.evaluate(
        "document.querySelector('article td').style.minWidth = '900px';"
        "dispatchEvent(new Event('resize'))"
    )
    assert box.get_attribute("role") == "region"
    assert str(box.get_attribute("aria-label")).startswith("Table: ")
    box.focus()
    page.keyboard.press("ArrowRight")
    wait_until(page, "document.querySelector('.md-typeset__scrollwrap').scrollLeft > 0")


def test_site_works_without_scripts(open_page: OpenPage, page_path: str) -> None:
    """Defect 16: the menu is there and reached by a link; nothing that does not work is shown."""
    page = open_page(page_path, scripts=False)
    assert not page.locator("#menu-button").is_visible()
    assert not page.locator(".md-search").is_visible()
    assert page.locator("button:visible").count() == 0
    page.get_by_role("link", name="Menu").click()
    menu = page.locator("#site-nav")
    assert 0 <= menu.bounding_box()["y"] < 800  # type: ignore[index]
    menu.get_by_role("link", name="A to Z").click()
    page.wait_for_url("**/a-to-z/")
    assert page.locator("main a").count() > 20
    assert page.evaluate(OUTSIDE) == []


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_dark_by_the_readers_setting(open_page: OpenPage, scripts: bool) -> None:
    """Before any script has run, too."""
    back = "getComputedStyle(document.body).backgroundColor.match(/[0-9]+/g).map(Number)"
    dark = open_page("risks/", scheme="dark", scripts=scripts).evaluate(back)
    light = open_page("risks/", scheme="light", scripts=scripts).evaluate(back)
    assert max(dark) < 60
    assert min(light) > 230


def test_forced_colours_keep_what_tints_say(open_page: OpenPage, page_path: str) -> None:
    """Boxes have lines, signs are drawn in the reader's colours."""
    page = open_page(page_path, forced_colors=True)
    boxes = page.locator(".notice, #key-points")
    widths = boxes.evaluate_all("els => els.map(el => getComputedStyle(el).borderTopWidth)")
    assert len(widths) >= 2
    assert set(widths) == {"2px"}
    sign = page.locator("#menu-button svg")
    fill, ground = sign.evaluate(
        "el => [getComputedStyle(el).fill, getComputedStyle(el.closest('header')).backgroundColor]"
    )
    assert fill != ground


def test_reduced_motion_moves_nothing(open_page: OpenPage) -> None:
    """No transition and no animation is left."""
    page = open_page("risks/", reduced_motion=True)
    moving = page.evaluate(
        "[...document.querySelectorAll('*')].filter(el => {"
        " const s = getComputedStyle(el);"
        " const moves = s.transitionProperty !== 'none' && /[1-9]/.test(s.transitionDuration);"
        " return moves || s.animationName !== 'none' }).map(el => el.className)"
    )
    assert moving == []
