"""What citations offer with scripts: a tap that shows, a marked way back, copying, a filter."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

OpenPage = Callable[..., Page]

PREVIEW = """(el) => {
  const style = getComputedStyle(el, "::after");
  return style.display === "none" || style.content === "none" ? "" : style.content;
}"""
CLIPBOARD = "navigator.clipboard.readText()"


def preview(link: Locator) -> str:
    return str(link.evaluate(PREVIEW))


@pytest.fixture
def phone(browser: Browser, site_url: str) -> Iterator[Page]:
    """A phone that is touched; its screen is 360 px wide."""
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True
    )
    context.set_default_timeout(5000)
    page = context.new_page()
    page.goto(f"{site_url}evidence/")
    yield page
    context.close()


@pytest.fixture
def references(browser: Browser, site_url: str) -> Iterator[Page]:
    """The page of all studies, with leave to use the clipboard."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(5000)
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site_url)
    page = context.new_page()
    page.goto(f"{site_url}references/")
    yield page
    context.close()


def test_first_tap_shows_and_second_follows(phone: Page) -> None:
    """Touch has no hover; what is shown is also said, and fits the screen."""
    link = phone.locator(".citation a").first
    before = phone.url
    link.tap()
    assert phone.url == before
    shown = link.get_attribute("data-entry") or "nothing"
    assert shown in preview(link)
    assert shown in phone.locator(".citation-said[role=status]").inner_text()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    left, right = link.evaluate(
        """(el) => {
          const box = el.closest(".md-content__inner").getBoundingClientRect();
          const style = getComputedStyle(el, "::after");
          return [box.left + parseFloat(style.left), box.right - parseFloat(style.right)];
        }"""
    )
    assert 0 <= left < right <= 360
    link.tap()
    expect(phone).to_have_url(before + (link.get_attribute("href") or "nothing"))


def test_tap_elsewhere_or_esc_ends_it(phone: Page) -> None:
    link = phone.locator(".citation a").first
    for end in (lambda: phone.locator("h1").tap(), lambda: phone.keyboard.press("Escape")):
        link.tap()
        assert "tapped" in (link.get_attribute("class") or "").split()
        end()
        assert "tapped" not in (link.get_attribute("class") or "").split()
        assert phone.locator(".citation-said").inner_text() == ""


def test_nothing_of_a_preview_is_on_paper(phone: Page) -> None:
    link = phone.locator(".citation a").first
    link.tap()
    assert preview(link) != ""
    phone.emulate_media(media="print")
    assert preview(link) == ""


def test_keyboard_follows_at_once(open_page: OpenPage) -> None:
    """Only a finger needs two taps."""
    page = open_page("evidence/")
    link, before = page.locator(".citation a").first, page.url
    link.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(before + (link.get_attribute("href") or "nothing"))


def test_way_back_is_marked(open_page: OpenPage) -> None:
    """Of an entry's places, the one that the reader came from, and only that."""
    page = open_page("evidence/", width=1280)
    second = page.locator(".citation a[id$='-2']").first
    second.focus()
    page.keyboard.press("Enter")
    marked = page.locator(".backlinks a.came-from")
    assert marked.count() == 1
    assert marked.get_attribute("href") == f"#{second.get_attribute('id')}"
    assert marked.get_attribute("aria-current") == "true"
    assert "came from" in preview(marked)
    first = page.locator(f"#{(second.get_attribute('id') or '')[:-2]}-1")
    first.focus()
    page.keyboard.press("Enter")
    assert page.locator(".came-from").count() == 1
    assert marked.get_attribute("href") == f"#{first.get_attribute('id')}"


def test_page_that_the_reader_came_from_is_marked(open_page: OpenPage) -> None:
    """A link from a page to an entry of the References page: its title there is marked."""
    page = open_page("references/", width=1280)
    entry = page.locator(".csl-entry:has(.cited-by a[href^='../evidence/'])").first
    address = f"../references/#{entry.get_attribute('id')}"
    page.goto(page.url.replace("references/", "evidence/"))
    with page.expect_navigation():
        page.evaluate(
            """(address) => {
              const link = document.createElement("a");
              link.href = address;
              document.body.append(link);
              link.click();
            }""",
            address,
        )
    marked = page.locator(".came-from")
    assert marked.count() == 1
    assert (marked.get_attribute("href") or "").startswith("../evidence/")
    assert page.locator(".csl-entry:target .came-from").count() == 1


def test_reference_is_copied_as_it_stands(references: Page) -> None:
    entry = references.locator(".csl-entry").nth(4)
    text = entry.locator(".csl-entry-text").inner_text()
    entry.get_by_role("button", name="Copy reference").click()
    entry.locator(".copied[role=status]", has_text="Copied").wait_for()
    assert references.evaluate(CLIPBOARD) == text


def test_bibtex_of_each_entry_is_copied(references: Page) -> None:
    """Exactly its own, from the file that the page offers."""
    entries = references.locator(".csl-entry")
    for number in (0, 7, entries.count() - 1):
        entry = entries.nth(number)
        entry.get_by_role("button", name="Copy BibTeX").click()
        entry.locator(".copied", has_text="Copied").wait_for()
        copied = references.evaluate(CLIPBOARD)
        assert copied.startswith("@")
        assert f"{{{entry.get_attribute('data-citekey')},\n" in copied
        assert copied.endswith("\n}\n")
        assert copied.count("\n@") == 0


def test_failure_to_copy_is_said(references: Page) -> None:
    """The file may be out of reach; the next try asks again."""
    references.route("**/references.bib", lambda route: route.abort())
    entry = references.locator(".csl-entry").first
    button = entry.get_by_role("button", name="Copy BibTeX")
    button.click()
    entry.locator(".copied", has_text="Could not be copied").wait_for()
    references.unroute("**/references.bib")
    button.click()
    entry.locator(".copied").filter(has_text="Copied").wait_for()


def test_other_pages_have_no_buttons(open_page: OpenPage) -> None:
    """They stay light."""
    page = open_page("evidence/")
    assert page.locator(".csl-entry").count() > 5
    assert page.locator(".copying, .entry-filter").count() == 0


def test_filter_shows_what_fits_and_says_how_many(references: Page) -> None:
    entries = references.locator(".csl-entry")
    field = references.get_by_label("Show only entries with these words")
    field.fill("bladder")
    shown = references.locator(".csl-entry:visible")
    assert 0 < shown.count() < entries.count()
    assert all("bladder" in text.lower() for text in shown.all_inner_texts())
    said = references.locator(".entry-count[role=status]").inner_text()
    assert said == f"{shown.count()} of {entries.count()} entries"
    for heading in references.locator(".reference-list:has(.csl-entry) > h3:visible").all():
        assert heading.evaluate("el => el.nextElementSibling.querySelector('li:not([hidden])')")
    field.fill("")
    assert references.locator(".csl-entry:visible").count() == entries.count()


def test_filter_gives_way_to_a_link(references: Page) -> None:
    """A link to an entry that the filter has hidden shows it."""
    link = references.locator(".entry-links a").first
    target = references.locator(link.get_attribute("href") or "nothing")
    references.get_by_label("Show only entries with these words").fill("no such word")
    expect(target).to_be_hidden()
    link.click()
    expect(target).to_be_visible()


def test_works_without_scripts(open_page: OpenPage) -> None:
    """Headings and anchors do it; nothing stands there that scripts would have to fill."""
    page = open_page("references/", scripts=False)
    assert page.locator(".copying, .entry-filter").count() == 0
    for group in ("keyword", "year", "studytype"):
        assert page.locator(f".reference-list > h3[id^='{group}-']").count() > 1
    assert page.locator(".citing-pages h3 a").count() > 1
    link = page.locator(".entry-links a").nth(3)
    link.click()
    assert page.locator(".csl-entry:target").count() == 1
