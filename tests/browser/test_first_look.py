"""What a tired reader finds on a phone: the answers, the sections, the way on."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page
from selectolax.lexbor import LexborHTMLParser

OpenPage = Callable[..., Page]
WaitUntil = Callable[[Page, str], None]

ANSWERS = {
    "What is KAP?": "what-is-kap/",
    "Is it proven?": "evidence/",
    "Is it safe?": "risks/",
    "Is it legal?": "legal-status/",
    "Where can I get help now?": "get-help-now/",
}

SEEN = """(el) => {
  const faults = [];
  const box = el.closest("li, aside").getBoundingClientRect();
  if (box.top < 0 || box.bottom > innerHeight) faults.push(`ends at ${box.bottom}`);
  for (const part of el.getClientRects()) {
    if (part.height < 24) faults.push(`is ${part.height} px high`);
    const seen = document.elementFromPoint(part.x + part.width / 2, part.y + part.height / 2);
    if (!seen || !(el.contains(seen) || seen.contains(el))) faults.push("is covered");
  }
  return faults.map((fault) => `${el.textContent.trim()} ${fault}`);
}"""

SECTIONS = ".sections a"
HEADINGS = "article h2"


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("phone", [(360, 740), (390, 844)], ids=["360", "390"])
def test_home_answers_on_the_first_screen(
    open_page: OpenPage, site_url: str, phone: tuple[int, int], scheme: str, scripts: bool
) -> None:
    """What, proven, safe, legal, help: whole, uncovered, before anybody scrolls."""
    width, height = phone
    page = open_page("", width=width, scheme=scheme, scripts=scripts)
    page.set_viewport_size({"width": width, "height": height})
    links = page.locator("h1 + ul > li > a:first-child")
    found = links.evaluate_all("els => els.map(el => [el.textContent, el.href])")
    assert dict(found) == {question: site_url + path for question, path in ANSWERS.items()}
    crisis = page.locator(".crisis-bar a")
    faults = [fault for link in (*links.all(), crisis) for fault in link.evaluate(SEEN)]
    assert faults == []
    for item in page.locator("h1 + ul > li").all():
        question = item.locator("a").first.inner_text()
        assert len(item.inner_text().removeprefix(question).strip()) > 20, question


def test_a_phone_shows_what_a_long_page_holds(phone_page: Page) -> None:
    """Every section behind the key points, in order, one tap away and large enough."""
    page = phone_page
    sections = page.locator(".sections")
    headings = page.locator(HEADINGS).all_inner_texts()
    if sections.count() == 0:
        # Short pages, and the A to Z, whose letters are such a list.
        assert len(headings) < 4 or page.locator(".letters").count() == 1
        return
    summary = sections.locator("summary")
    assert summary.inner_text() == f"On this page: {len(headings) - 1} sections"
    assert summary.bounding_box()["height"] >= 44  # type: ignore[index]
    assert not sections.locator("a").first.is_visible()
    assert page.locator(SECTIONS).all_text_contents() == headings[1:]
    before = "el => el.compareDocumentPosition(document.querySelectorAll('article h2')[1])"
    assert sections.evaluate(before) == 4  # the second heading follows


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_sections_open_and_lead_there(
    open_page: OpenPage, scripts: bool, wait_until: WaitUntil
) -> None:
    """By keyboard, without scripts too; the heading is then seen below the header."""
    page = open_page("risks/", scripts=scripts)
    page.locator(".sections summary").focus()
    page.keyboard.press("Enter")
    link = page.locator(SECTIONS).nth(3)
    assert link.bounding_box()["height"] >= 36  # type: ignore[index]
    name = link.inner_text()
    link.press("Enter")
    wait_until(page, "scrollY > 1000")
    heading = page.get_by_role("heading", name=name, exact=True).bounding_box()
    header = page.locator(".md-header").bounding_box()
    assert heading
    assert header
    assert header["y"] + header["height"] <= heading["y"] < 400


@pytest.mark.parametrize("at", [320, 768, 959, 960, 1219, 1220, 1280])
def test_one_list_of_sections_at_every_width(open_page: OpenPage, at: int) -> None:
    """Ours where the theme's list beside the page is not, and on paper neither."""
    page = open_page("risks/", width=at)
    ours = page.locator(".sections")
    assert ours.is_visible() != page.locator(".md-sidebar--secondary nav").is_visible()
    assert ours.is_visible() == (at < 960)
    page.emulate_media(media="print")
    assert not ours.is_visible()


def test_search_does_not_read_the_list(built_site: Path) -> None:
    """Or each page would be found under the words of its headings twice."""
    index = json.loads((built_site / "search" / "search_index.json").read_text("utf-8"))
    texts = [record["text"] for record in index["docs"]]
    assert len(texts) > 100
    assert [text for text in texts if "On this page: " in text] == []


def test_breadcrumb_leads_to_the_section(open_page: OpenPage, site_url: str) -> None:
    """Home and the section are links, large enough; the page itself, and a section on
    its own first page, are none."""
    crumbs = open_page("sessions/").locator(".breadcrumb a")
    found = crumbs.evaluate_all("els => els.map(el => [el.textContent, el.href])")
    assert found == [["Home", site_url], ["Understanding KAP", f"{site_url}what-is-kap/"]]
    heights = crumbs.evaluate_all("els => els.map(el => el.getBoundingClientRect().height)")
    assert min(heights) >= 24
    assert open_page("what-is-kap/").locator(".breadcrumb a").all_inner_texts() == ["Home"]


def test_pages_follow_each_other_as_in_the_menu(built_site: Path) -> None:
    """From the first page, "Next" goes through all of the menu; "Previous" leads back."""

    def follow(address: str, links: str) -> list[str]:
        found = trees[address].css(links)
        return [urljoin(f"/{address}", link.attributes["href"] or "")[1:] for link in found]

    trees = {
        path.relative_to(built_site).as_posix().removesuffix("index.html"): LexborHTMLParser(
            path.read_text("utf-8")
        )
        for path in built_site.rglob("*.html")
    }
    menu = follow("", "#site-nav li a")
    assert len(menu) > 15
    walked, back = [""], []
    while following := follow(walked[-1], ".md-footer__link--next"):
        walked += following
        back += follow(walked[-1], ".md-footer__link--prev")
    assert walked == menu
    assert back == menu[:-1]


def test_lost_readers_find_every_question(open_page: OpenPage) -> None:
    """404: on a phone the menu is behind a button, so its questions stand in the page."""
    page = open_page("no/such/page")
    sections = page.locator("#site-nav ul ul a")
    menu = sections.evaluate_all("els => els.map(el => [el.textContent.trim(), el.href])")
    listed = page.locator("article nav a")
    assert len(menu) > 15
    assert listed.evaluate_all("els => els.map(el => [el.textContent.trim(), el.href])") == menu
    assert listed.first.is_visible()


def test_no_word_of_a_table_is_torn(open_page: OpenPage) -> None:
    """On a phone: each cell of a table is as wide as its longest word."""
    page = open_page("what-is-kap/")
    torn = page.evaluate(
        """() => [...document.querySelectorAll("article :is(td, th)")].flatMap((cell) => {
          const range = document.createRange();
          const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
          const torn = [];
          while (walker.nextNode()) {
            for (const word of walker.currentNode.data.matchAll(/[a-z]{4,}/gi)) {
              range.setStart(walker.currentNode, word.index);
              range.setEnd(walker.currentNode, word.index + word[0].length);
              if (range.getClientRects().length > 1) torn.push(word[0]);
            }
          }
          return torn;
        })"""
    )
    assert page.locator("article td").count() > 4
    assert torn == []


@pytest.mark.parametrize("path", ["get-help-now/", "resources/", "es/get-help-now/"])
def test_no_telephone_number_is_torn(open_page: OpenPage, path: str) -> None:
    """On a phone: a number to call or to text stands on one line, and fits the screen."""
    page = open_page(path)
    torn = """() => [...document.querySelectorAll("article :is([href^='tel:'], [href^='sms:'])")]
      .filter((link) => {
        const range = document.createRange();
        range.selectNodeContents(link);
        return new Set([...range.getClientRects()].map((box) => box.top)).size > 1;
      }).map((link) => link.textContent)"""
    for width in range(320, 420, 8):
        page.set_viewport_size({"width": width, "height": 740})
        assert page.evaluate(torn) == []
        assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
