"""Draw the picture that stands for a page where its address is shared.

A PNG with the page's title and the site's name, the same for the same words: the font
comes with Pillow, so no machine's own fonts and no network are asked. Where the font
lacks a sign of the words, the site's one picture, drawn by hand, serves the page.
"""

from __future__ import annotations

import functools
import io
import unicodedata
import zlib
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

SIZE = (1200, 630)
"""What every network shows without cutting, in pixels."""
BACK, FRONT = (18, 80, 91), (255, 255, 255)
"""The colors of the site's head; 9 to 1."""
_QUIET = 238
"""The shade of what is not the title, of 255."""
_MARGIN, _FOOT = 90, 36
_SIZES = (84, 72, 60, 50, 42)
"""For the title, from the largest that fits."""
_LINES = 4
_ROOM = SIZE[0] - 2 * _MARGIN


class PagePictures:
    """The pictures of one build, written once the site's folder is complete."""

    def __init__(self, site_name: str) -> None:
        self._site_name = site_name
        self._drawn: dict[str, bytes] = {}

    def draw(self, url: str, title: str) -> str:
        """Draw the picture of the page at an address relative to the site's.

        Returns its path in the site, or an empty text where the title cannot be drawn.
        """
        path = f"assets/share/{url.removesuffix('.html').strip('/') or 'index'}.png"
        picture = draw_picture(title, self._site_name)
        if picture is None:
            return ""
        self._drawn[path] = picture
        return path

    def write(self, folder: Path) -> None:
        """Write the pictures into a built folder; a file that is there is somebody's own."""
        for path, picture in self._drawn.items():
            file = folder / path
            if not file.exists():
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(picture)


def draw_picture(title: str, name: str) -> bytes | None:
    """Draw a title, and below it the name of the site; None where the font lacks a sign."""
    title, name = (" ".join(unicodedata.normalize("NFC", text).split()) for text in (title, name))
    if not title or not all(map(_has, title + name)):
        return None
    # A picture of shades from BACK to FRONT: a third of the time and of the bytes.
    image = Image.new("L", SIZE, 0)
    draw = ImageDraw.Draw(image)
    size, lines = _fit(title)
    top = _MARGIN
    for line in lines:
        draw.text((_MARGIN, top), line, 255, _font(size))
        top += round(size * 1.2)
    foot = SIZE[1] - _MARGIN - _FOOT
    draw.line((_MARGIN, foot - 30, SIZE[0] - _MARGIN, foot - 30), _QUIET, 2)
    draw.text((_MARGIN, foot), name, _QUIET, _font(_FOOT))
    image = image.point([shade - shade % 17 for shade in range(256)])
    image.putpalette(_ramp())
    data = io.BytesIO()
    # Large areas of one color: looking for anything but runs only takes time.
    image.save(data, format="PNG", compress_level=6, compress_type=zlib.Z_RLE)
    return data.getvalue()


def _ramp() -> list[int]:
    """Return the color of each shade, as red, green and blue."""
    pairs = [*zip(BACK, FRONT, strict=True)]
    return [back + (front - back) * shade // 255 for shade in range(256) for back, front in pairs]


def _fit(title: str) -> tuple[int, list[str]]:
    """Return the largest size at which a title has its place, and its lines."""
    for size in _SIZES:
        lines = _wrap(title, size)
        if len(lines) <= _LINES and all(_width(line, size) <= _ROOM for line in lines):
            return size, lines
    *kept, last = _wrap(title, _SIZES[-1])[:_LINES]
    while last and _width(f"{last}…", _SIZES[-1]) > _ROOM:
        last = last[:-1]
    return _SIZES[-1], [*kept, f"{last}…"]


def _wrap(title: str, size: int) -> list[str]:
    lines = [""]
    for word in title.split():
        longer = f"{lines[-1]} {word}".strip()
        if _width(longer, size) <= _ROOM or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _width(text: str, size: int) -> float:
    return _font(size).getlength(text)


@functools.lru_cache(maxsize=16)
def _font(size: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.load_default(size)
    if not isinstance(font, ImageFont.FreeTypeFont):
        raise TypeError("Pillow was built without FreeType")
    return font


@functools.lru_cache(maxsize=1024)
def _has(sign: str) -> bool:
    """Whether the font has a sign: one that it lacks is drawn as an empty box."""
    box = bytes(_font(42).getmask("\U0010fffd"))
    return sign == " " or bytes(_font(42).getmask(sign)) != box
