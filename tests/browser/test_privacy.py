"""Nothing leaves the site, nothing is kept but the choice of colours."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import BrowserContext

KEPT = """async () => ({
  local: Object.keys(localStorage).map((key) => key.replace(/^.*\\./, "")),
  session: Object.keys(sessionStorage),
  databases: (await indexedDB.databases()).length,
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""


def test_a_visit_leaves_nothing_behind(fresh_context: BrowserContext, site_url: str) -> None:
    """Load, scroll, search, switch colours, print: no other host, no cookie, one choice kept."""
    asked: list[str] = []
    fresh_context.on("request", lambda request: asked.append(request.url))
    page = fresh_context.new_page()
    page.goto(site_url + "evidence/")
    page.mouse.wheel(0, 20000)
    page.locator("button[data-next]:not([hidden])").click()
    page.locator(".md-search__input").press_sequentially("side effects")
    page.wait_for_selector(".md-search-result__item")
    page.locator(".md-search-result__link").first.click()
    page.wait_for_load_state()
    page.pdf()
    assert len(asked) > 5
    assert [url for url in asked if not url.startswith((site_url, "blob:", "data:"))] == []
    assert [url for url in asked if "side" in url.removeprefix(site_url).partition("?")[2]] == []
    assert fresh_context.cookies() == []
    assert page.evaluate(KEPT) == {
        "local": ["__palette"],
        "session": [],
        "databases": 0,
        "workers": 0,
    }


def test_no_page_names_what_another_host_would_serve(built_site: Path) -> None:
    """Defect 17: no fonts, no repository's counters, no diagrams from elsewhere."""
    pages = sorted(built_site.rglob("*.html"))
    assert len(pages) > 10
    named = [
        f"{page.relative_to(built_site)}: {word}"
        for page in pages
        for word in ("fonts.g", 'data-md-component="source"', "unpkg.com", 'class="mermaid"')
        if word in page.read_text("utf-8")
    ]
    assert named == []
