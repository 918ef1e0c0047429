"""Draw with plain shapes and text, for a phone first.

The drawing is 328 units wide because that is what a screen of 360 px leaves
for it: there a unit is a pixel, and no text is smaller than 12. Everything is
`currentColor` and no style attribute occurs, so that it shows in dark mode, in
forced colours, on paper, without any stylesheet and under a strict content
security policy. A difference is always one of shape or filling as well.

Classes for a stylesheet (all optional):
    figure-svg             the svg element; wants `width: 100%; height: auto` and a greatest
                           width of about 450 px, by a rule stronger than a theme's for `svg`
    figure-filled          filled shapes; may get a colour of at least 3:1 by `color`
    figure-outlined        outlined shapes, the counterpart of the filled ones; likewise
    figure-line            axes, rails and grid lines
    figure-label           names; bold
    figure-number          numbers and other text
"""

from __future__ import annotations

import math
from html import escape

WIDTH = 328
_NARROW = frozenset("iljtfrI.,:;'’!|()[] -")
_WIDE = frozenset("mwMW@%—…")
_STROKE = 1.2


def measure_text(text: str, size: float, *, bold: bool = False) -> float:
    """Estimate a text's width in DejaVu Sans, the widest of the usual system fonts.

    Which font a reader has is unknown: in the others some lines break early.
    """
    ems = sum(
        0.4 if c in _NARROW else 0.97 if c in _WIDE else 0.74 if c.isupper() else 0.63 for c in text
    )
    return ems * size * (1.11 if bold else 1.0)


def wrap_text(text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """Break a text into lines that fit; a word too long for a line keeps one of its own."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure_text(longer, size, bold=bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def format_unit(value: float) -> str:
    """Write a coordinate with two decimals at most."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


class Drawing:
    """Shapes and text one under the other; `y` is where the next row starts."""

    def __init__(self) -> None:
        self.y = 0.0
        self._parts: list[str] = []

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = 14,
        bold: bool = False,
        anchor: str = "start",
    ) -> None:
        """Write one line; `y` is its base line."""
        weight = ' font-weight="700"' if bold else ""
        where = "" if anchor == "start" else f' text-anchor="{anchor}"'
        self._parts.append(
            f'<text class="{"figure-label" if bold else "figure-number"}" x="{format_unit(x)}"'
            f' y="{format_unit(y)}" font-size="{format_unit(size)}"{weight}{where}'
            f' fill="currentColor">{escape(text)}</text>'
        )

    def lines(
        self, x: float, text: str, *, width: float, size: float = 14, bold: bool = False
    ) -> None:
        """Write a text over as many lines as it needs, and move `y` below it."""
        for line in wrap_text(text, width, size, bold=bold):
            self.text(x, self.y + size, line, size=size, bold=bold)
            self.y += math.ceil(size * 1.35)

    def path(self, data: str, *, filled: bool) -> None:
        """Draw a path, filled or as an outline; both reach equally far."""
        if not data:
            return
        name, fill = ("filled", "currentColor") if filled else ("outlined", "none")
        self._parts.append(
            f'<path class="figure-{name}" fill="{fill}" stroke="currentColor"'
            f' stroke-width="{format_unit(_STROKE)}" d="{data}"/>'
        )

    def bar(self, x: float, y: float, width: float, height: float, *, filled: bool) -> None:
        """Draw a bar of exactly this size: its line stays inside of it."""
        inset = _STROKE / 2
        left, top, wide, high = (
            format_unit(v) for v in (x + inset, y + inset, width - 2 * inset, height - 2 * inset)
        )
        if width > _STROKE:
            self.path(f"M{left} {top}h{wide}v{high}h-{wide}z", filled=filled)

    def circle(self, x: float, y: float, radius: float, *, filled: bool) -> None:
        """Draw a circle."""
        r, d = format_unit(radius), format_unit(2 * radius)
        start = f"M{format_unit(x - radius)} {format_unit(y)}"
        self.path(f"{start}a{r} {r} 0 1 0 {d} 0a{r} {r} 0 1 0 -{d} 0z", filled=filled)

    def line(self, x1: float, y1: float, x2: float, y2: float, *, thick: float = 1) -> None:
        """Draw an axis, a rail or a tick."""
        ends = f"M{format_unit(x1)} {format_unit(y1)}L{format_unit(x2)} {format_unit(y2)}"
        self._parts.append(
            f'<path class="figure-line" fill="none" stroke="currentColor"'
            f' stroke-width="{format_unit(thick)}" d="{ends}"/>'
        )

    def render(self, ident: str, title: str, description: str) -> str:
        """Put it together; `ident` is unique on the page."""
        height = math.ceil(self.y)
        return (
            f'<svg class="figure-svg" role="img" aria-labelledby="{ident}-title {ident}-desc"'
            f' viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}">'
            f'<title id="{ident}-title">{escape(title)}</title>'
            f'<desc id="{ident}-desc">{escape(description)}</desc>'
            f"{''.join(self._parts)}</svg>"
        )
