"""Paper: each page is a handout that stands alone, on A4 and on Letter."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from playwright.sync_api import Page

OpenPage = Callable[..., Page]
ReadPages = Callable[[bytes], Iterable[str]]

NOT_ON_PAPER = (
    ".md-header, .crisis-bar, .skip-link, .breadcrumb, .md-sidebar, .md-footer, .md-search, button"
)
PARTS = "article :is(h1, h2, h3, li, td, th, figcaption, p):not(.csl-entry, .backlinks)"


def squeeze(text: str) -> str:
    """Take out white space and undo ligatures: paper breaks lines where it likes."""
    return "".join(unicodedata.normalize("NFKC", text).split())


@pytest.fixture(scope="session")
def read_pages(load_browser_module: Callable[[str], Any]) -> ReadPages:
    """Give the reader of Chromium's PDFs."""
    read: ReadPages = load_browser_module("pdf_text").read_pages
    return read


@pytest.fixture
def missing_on_paper(read_pages: ReadPages) -> Callable[[Page, str], list[str]]:
    """Give what a page shows and its print does not: `missing_on_paper(page, "A4")`."""

    def run(page: Page, paper: str) -> list[str]:
        expected = page.locator(PARTS).all_inner_texts()
        assert len(expected) > 4
        if page.locator("link[rel=canonical]").count():
            expected.append(str(page.locator("link[rel=canonical]").get_attribute("href")))
        printed = squeeze(" ".join(read_pages(page.pdf(format=paper))))
        return [part for part in expected if squeeze(part) not in printed]

    return run


def test_page_prints_whole(
    phone_page: Page, missing_on_paper: Callable[[Page, str], list[str]]
) -> None:
    """Defect 15: every heading, paragraph, list item and cell, the address, the notices."""
    assert missing_on_paper(phone_page, "A4") == []


def test_page_prints_whole_on_letter(
    open_page: OpenPage, missing_on_paper: Callable[[Page, str], list[str]], kind: str
) -> None:
    """Defect 15: the paper of the US, too."""
    assert missing_on_paper(open_page(kind), "Letter") == []


def test_what_leads_elsewhere_is_not_printed(phone_page: Page) -> None:
    """No menu, no search, no bar: they are of no use on paper."""
    page = phone_page
    page.emulate_media(media="print")
    seen = page.locator(NOT_ON_PAPER).evaluate_all(
        "els => els.filter(el => el.checkVisibility()).map(el => el.className)"
    )
    assert seen == []


def test_all_columns_fit_on_paper(phone_page: Page) -> None:
    """A4 is the narrower one: 210 mm less its margins are 672 px."""
    page = phone_page
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 672, "height": 900})
    cut = page.locator("article :is(td, th, svg, pre)").evaluate_all(
        "els => els.filter(el => el.getBoundingClientRect().right > innerWidth + 1)"
        ".map(el => el.textContent)"
    )
    assert cut == []


def test_links_are_printed_with_their_addresses(open_page: OpenPage, read_pages: ReadPages) -> None:
    """On paper a link leads nowhere unless it says where: address, or number in PubMed."""
    for path in ("evidence/", "resources/"):
        page = open_page(path)
        links = page.locator("article :not(.notice) > a[href^=http]")
        assert links.count() > 3
        addresses = links.evaluate_all("els => els.map(el => el.getAttribute('href'))")
        printed = squeeze(" ".join(read_pages(page.pdf())))
        assert [
            address
            for address in addresses
            if squeeze(address) not in printed and address.rstrip("/").split("/")[-1] not in printed
        ] == []


def test_paper_is_white_for_those_who_read_in_the_dark(open_page: OpenPage) -> None:
    """Dark letters, whatever the screen shows."""
    page = open_page("risks/", scheme="dark")
    page.emulate_media(media="print")
    ink = page.locator("article p").first.evaluate("el => getComputedStyle(el).color")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ink == "rgb(0, 0, 0)"
    assert ground in {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_what_is_folded_is_printed_open(
    open_page: OpenPage, read_pages: ReadPages, scripts: bool
) -> None:
    """Defect 15: should a page ever fold something, paper unfolds it."""
    page = open_page("risks/", scripts=scripts)
    page.locator("article").evaluate(
        "el => el.insertAdjacentHTML('beforeend',"
        " '<details><summary>S</summary>Folded words</details>')"
    )
    assert "Foldedwords" in squeeze(" ".join(read_pages(page.pdf())))
