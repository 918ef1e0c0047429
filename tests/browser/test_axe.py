"""What axe sees: WCAG 2.0 to 2.2, A and AA, and its best practices.

Every page, at both widths, in light and in dark; a page of each kind with the menu
open and with the search open, which templates make. No rule is switched off, but that
at a desk colours are measured on a page of each kind: no width changes those of a text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

OpenPage = Callable[..., Page]
Schemes = Mapping[str, tuple[str, Mapping[str, object]]]

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ALL = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
# Dark differs from light by an attribute of the body, so by colours alone.
COLOURS = {
    "runOnly": ["color-contrast", "link-in-text-block"],
    "resultTypes": ["violations"],
}
SCHEMES = {"light": ("default", ALL), "dark": ("slate", COLOURS)}
NO_COLOURS = {"light": ("default", {**ALL, "rules": {"color-contrast": {"enabled": False}}})}
RUN = "([where, options]) => axe.run(where ?? document, options)"


def list_violations(
    page: Page, state: str, where: str | None = None, schemes: Schemes = SCHEMES
) -> Iterator[str]:
    """Give one line for each element that breaks a rule, in light and in dark."""
    for scheme, (name, options) in schemes.items():
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.wait_for_selector(f"body[data-md-color-scheme={name}]")
        found = page.evaluate(RUN, [where, options])
        assert found["passes"], f"axe looked at nothing: {state}, {scheme}"
        for rule in found["violations"]:
            for node in rule["nodes"]:
                summary = " ".join(node["failureSummary"].split())
                yield f"{state}, {scheme}: {rule['id']}: {node['target']}: {summary}"


def test_no_page_is_left_out(built_site: Path, pages: list[str]) -> None:
    """Whatever is published is in the table of pages that drives these tests."""
    built = {path.relative_to(built_site).as_posix() for path in built_site.rglob("*.html")}
    assert built == {path if path.endswith(".html") else f"{path}index.html" for path in pages}


def test_nothing_that_axe_finds(
    open_page: OpenPage, keep_kinds: Callable[[Page], None], page_path: str, width: int
) -> None:
    """Defects 2, 3, 4, 7, 8, 13: zero violations."""
    # Without transitions: axe would measure colours half way.
    page = open_page(page_path, width=width, reduced_motion=True)
    keep_kinds(page)
    page.evaluate(Axe().axe_script)
    schemes = NO_COLOURS if width == 1280 else SCHEMES
    assert list(list_violations(page, "as it loads", schemes=schemes)) == []


def test_nothing_that_axe_finds_in_what_opens(open_page: OpenPage, kind: str, width: int) -> None:
    """Defects 2, 6: the menu of a phone, and the search; at a desk what is always open."""
    page = open_page(kind, width=width, reduced_motion=True)
    page.evaluate(Axe().axe_script)
    found = list(list_violations(page, "as it loads")) if width == 1280 else []
    if width == 360:
        page.click("#menu-button")
        found += list_violations(page, "menu open", ".md-sidebar--primary")
        page.click("#menu-close")
        page.click("#search-button")
    page.locator(".md-search__input").press_sequentially("risk")
    page.wait_for_selector(".md-search-result__item")
    found += list_violations(page, "search open", ".md-header")
    assert found == []


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("I feel suicidal", "#search-crisis .notice"),
        ("zzzzqq", "#search-none"),
        ("risk", "#search-failed"),
    ],
)
def test_nothing_that_axe_finds_in_what_the_search_says(
    open_page: OpenPage, width: int, typed: str, shown: str
) -> None:
    """The header's own letters are white: help that nobody can read is none."""
    page = open_page("risks/", width=width, reduced_motion=True)
    page.evaluate(Axe().axe_script)
    if width == 360:
        page.click("#search-button")
    page.locator(".md-search__input").press_sequentially(typed)
    if shown == "#search-failed":  # how it comes to that: test_search_loading.py
        page.wait_for_selector(".md-search-result__item")
        page.evaluate("document.querySelector('#search-failed').hidden = false")
    page.wait_for_selector(shown, state="visible")
    assert list(list_violations(page, typed, ".md-search")) == []
