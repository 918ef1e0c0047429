"""Drawing: sizes, escaping, and what a strict policy would forbid."""

from __future__ import annotations

import xml.etree.ElementTree as etree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kapguide.figures.bars import find_ticks, place_value
from kapguide.figures.svg import WIDTH, Drawing, format_unit, measure_text, wrap_text

NAMESPACE = "http://www.w3.org/2000/svg"


def test_text_and_names_are_escaped() -> None:
    """A label is text, whatever it holds."""
    drawing = Drawing()
    drawing.lines(0, '<script>alert("1")</script> & so', width=300)
    svg = drawing.render("figure-x", 'A "title" <b>', "1 < 2 & 3")
    root = etree.fromstring(svg)
    assert root.findtext("title") == 'A "title" <b>'
    assert root.findtext("desc") == "1 < 2 & 3"
    assert {element.tag for element in root} == {"title", "desc", "text"}


def test_a_drawing_names_itself() -> None:
    """A screen reader announces an image with its title and its description."""
    root = etree.fromstring(Drawing().render("figure-x", "T", "D"))
    assert root.get("role") == "img"
    ids = (root.get("aria-labelledby") or "").split()
    assert [element.get("id") for element in root] == ids == ["figure-x-title", "figure-x-desc"]


@given(st.text(st.characters(codec="ascii", categories=["L", "N", "P"]), max_size=200))
def test_wrapping_loses_no_word(text: str) -> None:
    """What goes in comes out, in order."""
    assert " ".join(wrap_text(text, 120, 14)) == " ".join(text.split())


@given(st.lists(st.text("abcmwilABC", min_size=1, max_size=10), max_size=20))
def test_lines_fit_or_are_one_word(words: list[str]) -> None:
    """No line is wider than its room, unless a single word is."""
    for line in wrap_text(" ".join(words), 150, 14, bold=True):
        assert measure_text(line, 14, bold=True) <= 150 or " " not in line


@pytest.mark.parametrize(
    ("value", "text"), [(1.0, "1"), (1.25, "1.25"), (1 / 3, "0.33"), (-0.001, "0"), (10, "10")]
)
def test_coordinates_are_short(value: float, text: str) -> None:
    """Two decimals are finer than a pixel."""
    assert format_unit(value) == text


@pytest.mark.parametrize(
    ("most", "scale", "ticks"),
    [
        (0, "linear", [0, 1]),
        (4, "linear", [0, 1, 2, 3, 4]),
        (17, "linear", [0, 5, 10, 15, 20]),
        (3092, "linear", [0, 1000, 2000, 3000, 4000]),
        (0, "log", [1, 10]),
        (4, "log", [1, 10]),
        (100, "log", [1, 10, 100]),
        (4898, "log", [1, 10, 100, 1000, 10000]),
    ],
)
def test_ticks_are_round_and_reach_the_greatest(most: int, scale: str, ticks: list[int]) -> None:
    """A bar never ends beyond the scale."""
    assert find_ticks(most, scale) == ticks


@given(st.integers(1, 10**6), st.integers(0, 10**6), st.sampled_from(["linear", "log"]))
def test_longer_bars_mean_more_people(most: int, value: int, scale: str) -> None:
    """Bars grow with their values, stay inside, and are seen unless they mean nobody."""
    value = min(value, most)
    place = place_value(value, most, scale)
    assert 0 <= place <= WIDTH
    assert (place > 0) == (value > 0)
    assert place <= place_value(most, most, scale)


def test_a_bar_twice_as_long_means_twice_as_many() -> None:
    """The linear scale is what the drawing says of it."""
    assert place_value(800, 1000, "linear") == pytest.approx(2 * place_value(400, 1000, "linear"))
