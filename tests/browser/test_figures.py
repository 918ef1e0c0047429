"""Figures as a reader has them: on a phone, in the dark, and in a wide font."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

PAGES = ("evidence/", "evidence-depression/", "sessions/")
SMALLEST = """
(figure) => Math.min(...[...figure.querySelectorAll("text")].map(
    (text) => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a))
"""
CUT_OFF = """
(figure) => {
    const room = figure.querySelector("svg").getBoundingClientRect()
    return [...figure.querySelectorAll("svg text")].filter((text) => {
        const box = text.getBoundingClientRect()
        return box.left < room.left - 1 || box.right > room.right + 1 ||
            box.bottom > room.bottom + 1
    }).map((text) => text.textContent)
}
"""
OVERLAPS = """
(figure) => {
    const boxes = [...figure.querySelectorAll("svg text")].map((text) => [text.textContent,
        text.getBoundingClientRect()])
    return boxes.flatMap(([a, one], i) => boxes.slice(i + 1).filter(([b, two]) =>
        one.left < two.right - 1 && two.left < one.right - 1 &&
        one.top < two.bottom - 4 && two.top < one.bottom - 4).map(([b]) => [a, b]))
}
"""


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_in_figures_can_be_read(
    open_page: Callable[..., Page], path: str, scheme: str, width: int
) -> None:
    """No text is cut off, overlaps another or is smaller than 12 px, at any width."""
    page = open_page(path, width=width, scheme=scheme)
    figures = page.query_selector_all("main figure.figure")
    assert figures
    for figure in figures:
        assert figure.evaluate(CUT_OFF) == []
        assert figure.evaluate(OVERLAPS) == []
        assert figure.evaluate(SMALLEST) >= 12


@pytest.mark.parametrize("path", PAGES)
def test_figures_do_not_need_scripts(open_page: Callable[..., Page], path: str) -> None:
    """The drawing is in the page; with scripts off it has its full size."""
    page = open_page(path, scripts=False)
    for svg in page.query_selector_all("main figure.figure svg"):
        box = svg.bounding_box()
        assert box is not None
        assert box["width"] == pytest.approx(328, abs=2)
        assert box["height"] > 100


@pytest.mark.parametrize("path", PAGES)
def test_a_figure_is_announced_by_its_title(open_page: Callable[..., Page], path: str) -> None:
    """A screen reader says an image, its title and its description, and nothing inside."""
    page = open_page(path)
    for figure in page.query_selector_all("main figure.figure"):
        title = figure.query_selector(".figure-title")
        assert title is not None
        image = page.get_by_role("img", name=title.inner_text())
        assert image.count() == 1
