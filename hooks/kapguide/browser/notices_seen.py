"""Look at pages with a Chromium, and say which notices a reader does not see."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from kapguide.browser.looks import LOOKS, Look
from kapguide.browser.visible_text import Word, find_unseen
from kapguide.browser.windows import Window, Windows

_SEEN = Path(__file__).with_name("seen.js").read_text("utf-8")
_BARE = """([names, bare]) => {
  const without = [["-webkit-text-fill-color", "transparent"], ["text-shadow", "none"],
                   ["-webkit-text-stroke-color", "transparent"], ["background", "none"]];
  for (const name of names)
    for (const box of document.querySelectorAll(`main [data-notice="${name}"]`))
      for (const one of [box, ...box.querySelectorAll("*")]) {
        // A ground that is cut out in the form of the letters goes with them.
        const cut = getComputedStyle(one).backgroundClip.includes("text");
        for (const [property, value] of without)
          if (!bare) one.style.removeProperty(property);
          else if (cut || property !== "background")
            one.style.setProperty(property, value, "important");
      }
}"""

Place = tuple[str, int]
"""A word: the name of its notice, and its number among the notice's words."""


class Unseen(NamedTuple):
    """A notice that somebody does not see."""

    url: str
    name: str
    what: str
    look: Look


def find_unseen_notices(
    windows: Windows,
    urls: Iterable[str],
    wanted: Mapping[str, str],
    looks: Iterable[Look] = LOOKS,
) -> Iterator[Unseen]:
    """Give the notices that are not seen on pages; `wanted` are their texts by name."""
    urls = list(urls)
    for _, group in groupby(looks, windows.tell_apart):
        same = list(group)
        for url in urls:
            window = windows.show(url, same[0])
            for look in same:
                window.look(look)
                for name, what in _judge(window, look, wanted):
                    yield Unseen(url, name, what, look)


def _judge(window: Window, look: Look, wanted: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Give what is wrong with each notice on the page at hand.

    Readers scroll: a word that is off the screen or behind the header is looked at once
    more in the middle of the screen. One that is not seen there either is hidden.
    """
    faults: dict[str, list[str]] = {}
    unseen: list[Place] = []
    focus: Place | None = None
    while focus or not faults:
        told = window.page.evaluate(_SEEN, [dict(wanted), focus])
        words = {
            (name, number): Word(*word)
            for name in wanted
            for number, word in enumerate(told["notices"][name]["words"])
        }
        if focus is None:
            faults = {name: told["notices"][name]["faults"] for name in wanted}
            unseen = [*words]
        asked = {place: words[place] for place in unseen if place in words}
        unseen = [*_find_unseen(window, look, asked, told["scrolled"])]
        if focus in unseen:
            hidden = [place for place in unseen if place[0] == focus[0]]
            texts = " ".join(words[place].text for place in hidden[:4])
            faults[focus[0]].append(f'"{texts}" cannot be seen')
            unseen = [place for place in unseen if place not in hidden]
        focus = unseen[0] if unseen else None
    for name, found in faults.items():
        if found:
            yield name, ", ".join(found)


def _find_unseen(
    window: Window, look: Look, asked: Mapping[Place, Word], scrolled: tuple[float, float]
) -> Iterator[Place]:
    """Take a picture of the words, and one without them; give those that are not seen now."""
    shown = [
        word for word in asked.values() if word.top < look.height and word.top + word.height > 0
    ]
    left = max(0, math.floor(min((word.left for word in shown), default=0)))
    top = max(0, math.floor(min((word.top for word in shown), default=0)))
    right = min(look.width, math.ceil(max((word.left + word.width for word in shown), default=0)))
    bottom = min(look.height, math.ceil(max((word.top + word.height for word in shown), default=0)))
    if right <= left or bottom <= top:
        yield from asked
        return
    size = {"width": right - left, "height": bottom - top}
    area = {"x": left + scrolled[0], "y": top + scrolled[1], **size}
    names = sorted({name for name, _ in asked})
    drawn = window.take_picture(area)
    window.page.evaluate(_BARE, [names, True])
    bare = window.take_picture(area)
    window.page.evaluate(_BARE, [names, False])
    places = [*asked]
    moved = [word._replace(left=word.left - left, top=word.top - top) for word in asked.values()]
    for number in find_unseen(drawn, bare, moved):
        yield places[number]
