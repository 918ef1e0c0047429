"""Which declarations keep a text from being read; the browser's table of ways has the rest."""

from __future__ import annotations

import pytest
from kapguide.pages.style.concealment import find_concealment, find_cover
from kapguide.pages.style.contrast import find_colour, measure_contrast
from kapguide.pages.style.stylesheets import read_declarations


def said(css: str) -> dict[str, str]:
    return {one.name: one.value for one in read_declarations(css)}


@pytest.mark.parametrize(
    ("css", "found"),
    [
        ("DISPLAY : none !important", "display: none"),
        ("color: red; opacity: /* a */ .05", "opacity: .05"),
        ("opacity: 1e-2", "opacity: 1e-2"),
        ("font: italic 700 0/1.5 serif", "font: italic 700 0/1.5 serif"),
        ("font-size: 2%", "font-size: 2%"),
        (
            "transform: translateX(-50rem) rotate(2deg)",
            "transform: translatex(-50rem) rotate(2deg)",
        ),
        ("rotate: .5turn", "rotate: .5turn"),
        ("color: #ffffff00", "color: #ffffff00"),
        ("color: rgb(0 0 0 / 5%)", "color: rgb(0 0 0 / 5%)"),
        ("color: hsla(0, 0%, 0%, .1)", "color: hsla(0, 0%, 0%, .1)"),
        ("max-height: 0; overflow: hidden", "max-height: 0"),
        ("overflow-y: clip; height: 1px", "height: 1px"),
        ("inset: 0 0 0 -200vw", "inset: 0 0 0 -200vw"),
        ("unicode-bidi: bidi-override", "unicode-bidi: bidi-override"),
    ],
)
def test_hides(css: str, found: str) -> None:
    """Named as a stylesheet would have it."""
    assert find_concealment(said(css)) == found


@pytest.mark.parametrize(
    "css",
    [
        "display: grid; visibility: visible; opacity: .9; opacity: 90%",
        "font: 700 1rem/1.5 serif",
        "font-size: .7rem; line-height: 1.2; zoom: 1",
        "transform: translateY(-2px) scale(1.05) rotate(-1deg)",
        "color: rgba(0, 0, 0, .87); color: #000c; color: rgb(1 2 3)",
        "max-height: 0",
        "height: 4rem; overflow: hidden",
        "left: -2px; top: 0; margin: -1rem 0; text-indent: 2em",
        "clip-path: none; clip-path: inset(0); filter: drop-shadow(0 0 2px #000); mask: none",
        "content: '!'; letter-spacing: .05em; z-index: 3",
        "opacity: var(--seen)",
        "text-decoration: underline",
    ],
)
def test_hides_nothing(css: str) -> None:
    """What a designer may well write."""
    assert find_concealment(said(css)) == ""


@pytest.mark.parametrize(
    ("css", "covers"),
    [
        ("content: ''; position: absolute; inset: 0; background: #fff", True),
        (
            "content: ''; position: fixed; inset: 0; background-color: red",
            True,
        ),
        ("content: ''; position: absolute; inset: 0; backdrop-filter: blur(9px)", True),
        ("content: ''; position: absolute; inset: 0", False),
        (
            "content: ''; position: absolute; top: 0; bottom: 0; width: 4px; background: red",
            False,
        ),
        ("content: 'x'; background: red", False),
        ("position: absolute; inset: 0; background: red", False),
        ("content: ''; position: absolute; inset: 0; background: transparent", False),
    ],
)
def test_covers(css: str, covers: bool) -> None:
    """A ::before that lies over its element, not one beside it."""
    assert bool(find_cover(said(css))) == covers


def test_contrast() -> None:
    """Black on white is 21, and a colour on itself 1 (WCAG 2.2)."""
    colours = [find_colour(name) for name in ("black", "url(a.png) #fff", "rgb(119 119 119)")]
    black, white, grey = (colour or (0.5, 0.5, 0.5) for colour in colours)
    assert measure_contrast(black, white) == pytest.approx(21)
    assert measure_contrast(white, white) == 1
    assert measure_contrast(grey, white) == pytest.approx(4.48, abs=0.01)
    assert find_colour("transparent") is None
    assert find_colour("var(--a)") is None
