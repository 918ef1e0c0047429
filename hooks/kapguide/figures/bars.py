"""Place numbers of people on a scale, and draw the scale."""

from __future__ import annotations

import math

from kapguide.figures.svg import WIDTH, Drawing
from kapguide.words import Words

_ROOM = WIDTH - 14.0
"""The last tick's number needs half its width to the right of the bar's end."""


def find_ticks(most: int, scale: str) -> list[int]:
    """Choose up to six round numbers from the scale's start to `most` or just above."""
    if scale == "log":
        return [10**power for power in range(max(1, math.ceil(math.log10(max(most, 1)))) + 1)]
    step = next(
        step
        for power in range(12)
        for step in (10**power, 2 * 10**power, 5 * 10**power)
        if step * 5 >= most
    )
    return [step * i for i in range(max(1, math.ceil(most / step)) + 1)]


def place_value(value: int, most: int, scale: str) -> float:
    """Return how far from the left a value lies; at least 2 so that a small one is seen."""
    if value <= 0:
        return 0.0
    end = find_ticks(most, scale)[-1]
    share = math.log10(value) / math.log10(end) if scale == "log" else value / end
    return max(2.0, share * _ROOM)


def draw_scale(drawing: Drawing, most: int, scale: str, words: Words) -> None:
    """Draw the axis with its numbers, and say how to read it."""
    ticks = find_ticks(most, scale)
    top = drawing.y
    drawing.line(0, top, _ROOM, top)
    for tick in ticks:
        x = 0.0 if tick == ticks[0] else place_value(tick, most, scale)
        drawing.line(x, top, x, top + 5)
        anchor = {ticks[0]: "start", ticks[-1]: "end"}.get(tick, "middle")
        at = WIDTH if anchor == "end" else x
        drawing.text(at, top + 18, words.format_number(tick), size=12, anchor=anchor)
    drawing.y = top + 26
    said = words["figures.log_scale"] if scale == "log" else words["figures.linear_scale"]
    drawing.lines(0, said, width=WIDTH, size=13)
    drawing.y += 8
