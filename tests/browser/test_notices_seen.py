"""The disclaimer and the crisis lines are seen: not only in the page, but on the screen.

By computed styles on every page: with scripts, without, and on paper. That
their text is right is `kapguide check`'s to prove.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from kapguide.notices.notice import EVERYWHERE, read_notices
from playwright.sync_api import Page

SEEN = """(name) => [...document.querySelectorAll(`main [data-notice=${name}]`)].map((el) => {
  const faults = [];
  const see = (node) => {
    const box = node.getBoundingClientRect();
    if (!node.checkVisibility({opacityProperty: true, visibilityProperty: true}))
      faults.push(`${node.tagName} is hidden`);
    if (box.width < 40 || box.height < 16) faults.push(`${node.tagName} has no size`);
    if (box.left < 0 || box.right > innerWidth + 1) faults.push(`${node.tagName} is off screen`);
    const style = getComputedStyle(node);
    if (parseFloat(style.fontSize) < 14) faults.push(`${node.tagName} is small print`);
    if (style.clipPath !== "none" || style.color === style.backgroundColor)
      faults.push(`${node.tagName} cannot be read`);
  };
  [el, ...el.querySelectorAll("p, li")].forEach(see);
  return {text: el.innerText, faults};
})"""


@pytest.fixture(scope="session")
def texts(root: Path) -> dict[str, str]:
    """The notices' texts, from their one source."""
    notices = read_notices(root / "docs" / "_includes", root)
    return {name: notices[name].text for name in EVERYWHERE}


def check_notices(page: Page, texts: dict[str, str]) -> None:
    """Look at the notices on the screen and on paper."""
    for media in ("screen", "print"):
        page.emulate_media(media=media)  # type: ignore[arg-type]
        for name, text in texts.items():
            seen = page.evaluate(SEEN, name)
            assert [" ".join(notice["text"].split()) for notice in seen][-1:] == [text]
            assert [fault for notice in seen for fault in notice["faults"]] == []


def test_notices_are_seen(phone_page: Page, texts: dict[str, str]) -> None:
    """Defect 15: on the screen and on paper, in the page's main content."""
    check_notices(phone_page, texts)


def test_notices_are_seen_without_scripts(
    open_page: Callable[..., Page], texts: dict[str, str], page_path: str
) -> None:
    """They need nothing but the page."""
    check_notices(open_page(page_path, scripts=False), texts)


def test_help_is_the_first_thing_on_every_page(phone_page: Page) -> None:
    """In the same place everywhere, before all else, and it leads there."""
    link = phone_page.get_by_role("link", name="In crisis? Get help now")
    box = link.bounding_box()
    assert box is not None
    assert box["y"] == 0
    assert box["height"] >= 44
    assert link.evaluate("el => el.href").endswith("/get-help-now/")
