"""A stub that sends on is exactly that; all else is a page."""

from __future__ import annotations

import pytest
from kapguide.pages.page import parse_page

META = '<meta http-equiv="refresh" content="0; url=../new/">'


@pytest.mark.parametrize(
    "html",
    [
        META,
        f"<!doctype html><html lang=en><head><meta charset=utf-8><title>Moved</title>{META}</head>"
        '<body><p>Moved <a href="../new/">here</a>.</p></body></html>',
        f'<meta http-equiv="Content-Security-Policy" content="x">{META}'
        '<link rel="canonical" href="https://guide.example/new/">',
    ],
)
def test_stub(html: str) -> None:
    """It goes at once, within the site, and says no more than that."""
    assert parse_page(html, "a.html").redirect


@pytest.mark.parametrize(
    "html",
    [
        META.replace("0;", "3;"),
        META.replace("../new/", "https://evil.example/"),
        META.replace("../new/", "//evil.example/"),
        META.replace("../new/", "/\\evil.example/"),
        META.replace("../new/", "javascript:x()"),
        f"{META}{META}",
        f"{META}<p>{'word ' * 40}</p>",
        f"{META}<script>x()</script>",
        f'{META}<p onclick="x()">Moved.</p>',
        f'{META}<p><a href="../else/">here</a></p>',
        f"{META}<img src=a.png>",
        f"{META}<main>Moved.</main>",
        f"{META}<style>p {{}}</style>",
        f'{META}<link rel="stylesheet" href="a.css">',
        "<p>Moved.</p>",
    ],
)
def test_no_stub(html: str) -> None:
    """A reader could come to see it, or to be somewhere else."""
    assert not parse_page(html, "a.html").redirect
