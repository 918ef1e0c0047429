"""The ways in which readers look at a page."""

from __future__ import annotations

from typing import Literal, NamedTuple

Scheme = Literal["light", "dark"]


class Look(NamedTuple):
    """One way to look at a page."""

    width: int
    height: int
    scheme: Scheme = "light"
    media: Literal["screen", "print"] = "screen"
    scripts: bool = True

    def __str__(self) -> str:
        if self.media == "print":
            place = "on paper"
        else:
            place = f"on a {'phone' if self.width < 600 else 'desk'}'s screen, {self.scheme}"
        return f"{place}, {'with' if self.scripts else 'without'} scripts"


PHONE, DESK, PAPER = (360, 800), (1280, 900), (816, 1056)
LOOKS = (
    Look(*PHONE),
    Look(*DESK),
    Look(*PAPER, media="print"),
    Look(*PHONE, scheme="dark"),
    Look(*DESK, scheme="dark"),
    Look(*PHONE, scripts=False),
    Look(*DESK, scheme="dark", scripts=False),
    Look(*PAPER, media="print", scripts=False),
)
"""On a phone, at a desk and on paper, light and dark, with scripts and without: each with
each other at least once, but for paper, which is light."""
