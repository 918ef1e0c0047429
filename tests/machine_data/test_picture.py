"""The picture of a page: its words, its size, and that nothing but its words makes it."""

from __future__ import annotations

import io

import pytest
from kapguide.machine_data.picture import BACK, FRONT, SIZE, draw_picture
from PIL import Image, ImageChops

LONG = "How can family and friends help somebody who thinks of it? " * 6


def open_picture(title: str) -> Image.Image:
    data = draw_picture(title, "KAP Guide")
    assert data
    return Image.open(io.BytesIO(data)).convert("RGB")


@pytest.mark.parametrize("title", ["What are the risks?", "(KAP) in plain words", LONG, "W" * 99])
def test_a_title_has_its_place(title: str) -> None:
    """Networks cut what is larger; no word touches the edge or the name below."""
    picture = open_picture(title)
    assert picture.size == SIZE
    blank = Image.new("RGB", SIZE, BACK)
    box = ImageChops.difference(picture, blank).getbbox()
    assert box
    left, top, right, bottom = box
    assert left >= 80
    assert top >= 80
    assert right <= SIZE[0] - 80
    assert bottom <= SIZE[1] - 40
    between = picture.crop((0, 400, SIZE[0], 470))
    assert between.getcolors() == [(SIZE[0] * 70, BACK)]


def test_other_words_are_another_picture_and_the_same_the_same() -> None:
    assert draw_picture("A", "S") == draw_picture(" A ", "S")
    assert len({draw_picture("A", "S"), draw_picture("B", "S"), draw_picture("A", "T")}) == 3


def test_it_is_light() -> None:
    """Some networks show nothing of more than 300 KB, and it is sent for each page."""
    assert len(draw_picture(LONG, "KAP Guide") or b"") < 40_000


@pytest.mark.parametrize("title", ["", "Кетамин", "ketamína", "安全"])
def test_what_cannot_be_written_is_not_drawn(title: str) -> None:
    """Boxes in the place of letters would be worse than the site's one picture."""
    assert draw_picture(title, "KAP Guide") is None


def test_everybody_can_read_it() -> None:
    """WCAG 2.2, 1.4.3: at least 4.5 to 1."""
    colors = [color for _, color in open_picture("A title").getcolors(256)]
    back, *_, quiet, front = sorted(colors, key=_luminance)
    assert (back, front) == (BACK, FRONT)
    assert (_luminance(quiet) + 0.05) / (_luminance(back) + 0.05) > 7


def _luminance(color: tuple[int, int, int]) -> float:
    parts = (value / 255 for value in color)
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
