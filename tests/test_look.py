"""The stylesheet and the script are small, our own, and their colours can be told apart."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

GROUNDS = ("md-default-bg-color", "soft", "warm", "care")
PAIR = re.compile(r"--([\w-]+): var\(--light, (#\w{6})\) var\(--dark, (#\w{6})\);")


@pytest.fixture(scope="module")
def style(root: Path) -> str:
    """Read the stylesheet."""
    return (root / "docs" / "assets" / "kapguide.css").read_text("utf-8")


@pytest.fixture(scope="module")
def colours(style: str) -> dict[str, tuple[str, str]]:
    """Give each colour's light and dark value; white has no six digits of its own."""
    pairs = PAIR.findall(style.replace("#fff)", "#ffffff)"))
    assert len(pairs) > 10
    return {name: (light, dark) for name, light, dark in pairs}


def measure_luminance(colour: str) -> float:
    """Give a colour's relative luminance, as WCAG 2.2 defines it."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def measure_contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two colours."""
    low, high = sorted((measure_luminance(one), measure_luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("md-default-fg-color", 7),
        ("md-default-fg-color--light", 4.5),
        ("md-typeset-a-color", 4.5),
        ("md-accent-fg-color", 4.5),
        ("md-default-fg-color--lighter", 3),
        ("warm-edge", 3),
        ("care-edge", 3),
    ],
)
def test_colours_stand_out(
    colours: dict[str, tuple[str, str]], name: str, least: float, scheme: int
) -> None:
    """Defect 7: text 4.5:1 on every ground that it may stand on, running text 7:1, lines 3:1."""
    for ground in GROUNDS:
        assert measure_contrast(colours[name][scheme], colours[ground][scheme]) >= least, ground


@pytest.mark.parametrize(
    ("ink", "ground", "least"),
    [
        ("#ffffff", "#12505b", 4.5),
        ("#e3eff1", "#0c3a43", 4.5),
        ("#ffd24d", "#12505b", 3),
        ("#ffd24d", "#131c1f", 3),
        ("#16262a", "#ffffff", 3),
    ],
    ids=["header", "foot", "focus on the header", "focus in the dark", "focus on paper white"],
)
def test_fixed_colours_stand_out(style: str, ink: str, ground: str, least: float) -> None:
    """Defect 14: one of the focus ring's two tones shows on any ground."""
    for colour in (ink, ground):
        assert colour.replace("#ffffff", "#fff") in style
    assert measure_contrast(ink, ground) >= least


def test_stylesheets_are_small_and_ours(root: Path, style: str) -> None:
    """Under 12 KB, the one for paper under 6; nothing forced, nothing loaded."""
    paper = (root / "overrides" / "assets" / "print.css").read_text("utf-8")
    assert len(style.encode()) < 12 * 1024
    assert len(paper.encode()) < 6 * 1024
    for text in (style, paper):
        assert "!important" not in text
        assert "url(" not in text
        assert "@import" not in text


def test_script_keeps_to_itself(root: Path) -> None:
    """Small, in one file, no request, no storage, no code from text, no inline style."""
    script = (root / "docs" / "assets" / "kapguide.js").read_text("utf-8")
    assert len(script.encode()) < 8 * 1024
    for word in ("fetch(", "XMLHttp", "Storage", "cookie", "eval(", "innerHTML", ".style"):
        assert word not in script


def test_search_script_asks_for_what_the_search_needs_only(root: Path) -> None:
    """One request of its own, for the theme's three files; nothing stored, no code from text."""
    script = (root / "docs" / "assets" / "search.js").read_text("utf-8")
    assert len(script.encode()) < 8 * 1024
    assert script.count("fetch(") == 1
    for word in ("XMLHttp", "Storage", "cookie", "eval(", "innerHTML", ".style", "http:", "https:"):
        assert word not in script
    assert "9.8.1" in script, "it says which version of the theme it was made against"
