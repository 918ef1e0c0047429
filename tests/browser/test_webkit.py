"""The same site in WebKit: what a reader does first, on the engine of every iPhone.

All else is tested in Chromium. Where WebKit cannot be had, these tests are
skipped, and say so by its name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import pytest

SHOWN = """(() => {
  const style = getComputedStyle(document.activeElement.closest(".citation a")
    ?? document.querySelector(".citation a:hover"), "::after");
  return style.display === "none" ? "" : style.content;
})()"""
"""What hangs on the citation that has the focus, or else on the one under the mouse."""


@pytest.fixture(scope="module")
def webkit(
    load_browser_module: Callable[[str], ModuleType], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Any]:
    """Start WebKit with a window of 360 px; none on this machine skips the test."""
    module = load_browser_module("webkit")
    try:
        module.find_webkit()
    except LookupError as error:
        pytest.skip(str(error))
    with module.start(tmp_path_factory.mktemp("webkit")) as session:
        yield session


@pytest.fixture(autouse=True)
def _kept_to_itself(webkit: Any, site_url: str) -> Iterator[None]:
    """Fail a test during which the site asked another host; no Chromium is needed for that."""
    yield
    asked = webkit.run("performance.getEntriesByType('resource').map((entry) => entry.name)")
    assert len(asked) > 5
    assert [address for address in asked if not address.startswith(site_url)] == []


@pytest.mark.parametrize("path", ["", "evidence/", "references/", "no/such/page/"])
def test_page_is_read(webkit: Any, site_url: str, path: str) -> None:
    """It is as wide as the phone; styles and scripts run under the policy, and no others."""
    webkit.open(site_url + path)
    assert "AppleWebKit" in webkit.run("navigator.userAgent")
    assert "Chrom" not in webkit.run("navigator.userAgent")
    assert webkit.run("[innerWidth, document.documentElement.scrollWidth]") == [360, 360]
    assert webkit.shown("h1")
    assert webkit.shown(".crisis-bar a")
    assert not webkit.shown("#site-nav")
    assert webkit.run("document.documentElement.classList.contains('js')")
    assert webkit.shown("#menu-button")
    webkit.run(
        "document.head.append(Object.assign(document.createElement('script'),"
        " { textContent: 'window.stranger = 1' }))"
    )
    assert webkit.run("window.stranger ?? 'stopped'") == "stopped"


def test_menu_opens_and_closes(webkit: Any, site_url: str) -> None:
    """By its buttons and by Esc; the focus goes with it, though a click gives Safari none."""
    webkit.open(f"{site_url}risks/")
    for close in (lambda: webkit.click("#menu-close"), lambda: webkit.press("Escape")):
        webkit.click("#menu-button")
        webkit.wait("document.activeElement.id === 'menu-close'")
        assert webkit.shown("#site-nav")
        assert webkit.run("document.getElementById('main').inert")
        close()
        webkit.wait("document.activeElement.id === 'menu-button'")
        webkit.wait("document.getElementById('site-nav').getBoundingClientRect().right <= 0")
        assert not webkit.run("document.getElementById('main').inert")
    webkit.click("#menu-button")
    webkit.click("#site-nav a[href$='evidence/']")
    webkit.wait("location.href === arguments[0]", f"{site_url}evidence/")


def test_search_finds_a_page(webkit: Any, site_url: str) -> None:
    """A word is typed, the number of results is said, and a result leads to its page."""
    webkit.open(f"{site_url}sessions/")
    webkit.click("#search-button")
    webkit.wait("document.activeElement.matches('.md-search__input')")
    webkit.type("bladder")
    said = webkit.wait(
        "/^[0-9]+ /.exec(document.querySelector(arguments[0]).innerText)?.[0]",
        ".md-search-result__meta[role=status]",
    )
    assert int(said) > 0
    target = webkit.wait("document.querySelector('.md-search-result__link')?.href ?? ''")
    assert target.startswith(site_url)
    webkit.click(".md-search-result__link")
    webkit.wait("location.href === arguments[0]", target)
    webkit.wait("document.querySelector('main, #main').innerText.includes('bladder')")


def test_citation_shows_its_study(webkit: Any, site_url: str) -> None:
    """Under the mouse and with the focus; Esc takes it away, a click leads to the list."""
    webkit.open(f"{site_url}evidence/")
    webkit.hover(".citation a")
    assert "20" in webkit.run(SHOWN)
    webkit.hover("h1")
    webkit.run("document.querySelector('.citation a').focus()")
    webkit.press("Tab")
    assert "20" in webkit.run(SHOWN)
    webkit.press("Escape")
    assert webkit.run(SHOWN) == ""
    webkit.click(".citation a")
    top = webkit.run("document.querySelector('.csl-entry:target').getBoundingClientRect().top")
    assert top >= webkit.run("document.querySelector('.md-header').getBoundingClientRect().height")


def test_colours_are_switched_and_kept(webkit: Any, site_url: str) -> None:
    """Light, then dark; dark still when the page is opened again; then as it was."""
    scheme = "document.body.getAttribute('data-md-color-scheme')"
    webkit.open(site_url)
    for expected in ("default", "slate"):
        webkit.click(".md-header__option button:not([hidden])")
        webkit.wait(f"{scheme} === arguments[0]", expected)
    webkit.open(f"{site_url}risks/")
    assert webkit.run(scheme) == "slate"
    assert webkit.run("getComputedStyle(document.body).backgroundColor") != "rgb(255, 255, 255)"
    webkit.click(".md-header__option button:not([hidden])")
    webkit.wait(f"{scheme} === 'default'")


def test_reference_and_its_bibtex_are_copied(webkit: Any, site_url: str) -> None:
    """Safari copies only what a click asks for at once; the BibTeX comes from a file, later."""
    webkit.open(f"{site_url}references/")
    entry = "document.querySelector('.csl-entry')"
    text = webkit.run(f"{entry}.querySelector('.csl-entry-text').textContent.trim()")
    citekey = webkit.run(f"{entry}.dataset.citekey")
    for button, expected in (("1", text[:40]), ("2", f"{{{citekey},")):
        webkit.click(f".csl-entry .copying button:nth-of-type({button})")
        webkit.wait(f"{entry}.querySelector('.copied').textContent === 'Copied'")
        webkit.run("document.getElementById('entry-filter').select()")
        webkit.paste()
        assert expected in webkit.run("document.getElementById('entry-filter').value")
