"""The disclaimer and the crisis lines are seen: not only in the page, but by its readers.

On every page, on a phone, at a desk and on paper, light and dark, with scripts and
without. That their text is right is `kapguide check`'s to prove.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from kapguide.browser.looks import LOOKS
from kapguide.browser.notices_seen import find_unseen_notices
from kapguide.browser.windows import Windows
from kapguide.notices.notice import EVERYWHERE, read_notices
from kapguide.notices.on_page import wanted_text
from playwright.sync_api import Browser, Page


@pytest.fixture(scope="session")
def texts(root: Path) -> dict[str, str]:
    """The notices' texts, from their one source."""
    notices = read_notices(root / "docs" / "_includes", root)
    return {name: wanted_text(notices[name]) for name in EVERYWHERE}


@pytest.fixture(scope="session")
def windows(browser: Browser, built_site: Path) -> Windows:
    """One set for all pages."""
    files = {path.relative_to(built_site).as_posix(): path for path in built_site.rglob("*.*")}
    return Windows(browser, lambda path: files[path].read_bytes() if path in files else None)


def test_notices_are_seen(windows: Windows, texts: dict[str, str], page_path: str) -> None:
    """Each word has a size, a place that can be reached, and a contrast in a picture of it."""
    url = page_path if page_path.endswith(".html") else f"{page_path}index.html"
    assert [*find_unseen_notices(windows, [url], texts)] == []


def test_looks_are_those_that_were_promised() -> None:
    """Phone, desk and paper, light and dark, with scripts and without."""
    assert {look.width < 600 for look in LOOKS if look.media == "screen"} == {True, False}
    for media, schemes in (("screen", {"light", "dark"}), ("print", {"light"})):
        for scripts in (True, False):
            seen = [look for look in LOOKS if (look.media, look.scripts) == (media, scripts)]
            assert {look.scheme for look in seen} == schemes


def test_help_is_the_first_thing_on_every_page(phone_page: Page) -> None:
    """In the same place everywhere, before all else, and it leads there."""
    link = phone_page.get_by_role("link", name="In crisis? Get help now")
    box = link.bounding_box()
    assert box is not None
    assert box["y"] == 0
    assert box["height"] >= 44
    assert link.evaluate("el => el.href").endswith("/get-help-now/")
