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
        links = page.locator("article a[href^=http]")
        for address in links.evaluate_all("els => els.map(el => el.getAttribute('href'))"):
            # Paper has the address behind each link, in the middle of its sentence.
            printed = printed.replace(squeeze(f"<{address}>"), "")
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


def test_key_points_are_one_box(open_page: OpenPage) -> None:
    """Heading and list stand in one frame: no gap between them, no line, the same edges."""
    for path in ("", "risks/", "get-help-now/"):
        page = open_page(path, scripts=False)
        page.emulate_media(media="print")
        page.set_viewport_size({"width": 672, "height": 900})
        heading, points = (
            page.locator(selector).evaluate(
                "el => { const box = el.getBoundingClientRect(), style = getComputedStyle(el);"
                " return {top: box.top, bottom: box.bottom, left: box.left, right: box.right,"
                " over: style.borderTopWidth, under: style.borderBottomWidth}; }"
            )
            for selector in ("#key-points", "#key-points + ul")
        )
        assert abs(heading["bottom"] - points["top"]) < 0.5
        assert (heading["left"], heading["right"]) == (points["left"], points["right"])
        assert (heading["under"], points["over"]) == ("0px", "0px")
        assert "0px" not in (heading["over"], points["under"])


def test_paper_has_room_for_answers(open_page: OpenPage) -> None:
    """Each question for a clinic has two lines to write on, on paper and nowhere else."""
    page = open_page("choosing-a-clinic/")
    questions = page.locator("article .questions + :is(ul, ol) > li")
    assert questions.count() > 30
    read = (
        "els => els.map(el => { const after = getComputedStyle(el, '::after');"
        " return after.content === 'none' ? 0 : parseFloat(after.height); })"
    )
    assert set(questions.evaluate_all(read)) == {0}
    page.emulate_media(media="print")
    assert min(questions.evaluate_all(read)) > 25


def test_nothing_stands_alone_at_the_end_of_a_sheet(
    open_page: OpenPage, read_pages: ReadPages
) -> None:
    """No heading and no term of the glossary is parted from what follows it."""
    for path in ("glossary/", "evidence/", "how-it-works/"):
        page = open_page(path, scripts=False)
        heads = page.locator("article :is(h2, h3, dt)").all_inner_texts()
        assert len(heads) > 4
        ends = [squeeze(text) for text in read_pages(page.pdf(format="A4"))]
        assert [head for head in heads for end in ends if end.endswith(squeeze(head))] == []
