"""Tell by two pictures of a page, with a text and without it, whether the text is seen.

Whatever hides it, by colours, by what lies over it, by a filter or by a font without
letters, the two are alike then.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from PIL import Image, ImageChops

from kapguide.pages.style.contrast import measure_contrast

_LEAST_CONTRAST = 2.6
"""Of the strongest pixel of a word: thin letters are drawn in paler pixels than WCAG's 4.5."""
_LEAST_INK = 0.025
"""The part of a word's box that its letters colour; a usual text has 0.1 to 0.3."""
_DIFFERS = 30


class Word(NamedTuple):
    """A word, and its box in the picture."""

    text: str
    left: float
    top: float
    width: float
    height: float


def find_unseen(drawn: bytes, bare: bytes, words: Iterable[Word]) -> Iterator[int]:
    """Give the numbers of the words that are not seen; `bare` is the picture without the text."""
    with_text = Image.open(io.BytesIO(drawn)).convert("RGB")
    without = Image.open(io.BytesIO(bare)).convert("RGB")
    differing = ImageChops.difference(with_text, without).convert("L")
    for number, word in enumerate(words):
        box = (
            max(round(word.left), 0),
            max(round(word.top), 0),
            min(round(word.left + word.width), with_text.width),
            min(round(word.top + word.height), with_text.height),
        )
        if box[2] - box[0] < 2 or box[3] - box[1] < 2:
            yield number
            continue
        inked = differing.crop(box)
        part = sum(inked.histogram()[_DIFFERS:]) / (inked.width * inked.height)
        if part < _LEAST_INK or _strongest(with_text, without, inked, box) < _LEAST_CONTRAST:
            yield number


def _strongest(
    with_text: Image.Image, without: Image.Image, inked: Image.Image, box: tuple[int, int, int, int]
) -> float:
    """Return the contrast of the pixel that the text changes most."""
    levels = inked.tobytes()
    at = max(range(len(levels)), key=levels.__getitem__)
    place = (box[0] + at % inked.width, box[1] + at // inked.width)
    one, other = (_colour(image.getpixel(place)) for image in (with_text, without))
    return measure_contrast(one, other)


def _colour(pixel: object) -> tuple[float, float, float]:
    assert isinstance(pixel, tuple)
    red, green, blue = pixel
    return red / 255, green / 255, blue / 255
