"""Say which CSS declaration keeps an element's text from being read.

Takes the declarations that hold for an element together, by property. Judges only
what is plain from the values; a variable, or what one element does to another, is
for the browser.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Mapping

Said = Mapping[str, str]
"""The value of each property, in lower case."""

_NUMBER = re.compile(r"(?<![\w#.-])([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(%|[a-z]+)?")
_PIXELS: Mapping[str, float] = {
    **{"": 1, "px": 1, "em": 16, "rem": 16, "ex": 8, "ch": 8, "lh": 20, "rlh": 20, "%": 4},
    **{"pt": 4 / 3, "pc": 16, "mm": 3.8, "cm": 38, "in": 96, "q": 0.95},
    **{f"{size}v{side}": 8 for size in ("", "s", "l", "d") for side in ("w", "h", "min", "max")},
    **{"vi": 8, "vb": 8},
}
"""About: what is far, or tiny, is so on every screen."""
_CALL = re.compile(r"([a-z][\w-]*)\(([^()]*(?:\([^()]*\)[^()]*)*)\)")
_FAR, _TINY, _SMALL = 400, 10, 7.5
_SIDES = ("left", "right", "top", "bottom")
_OFFSETS = (*_SIDES, "inset", "inset-block", "inset-inline", "inset-block-start")
_MARGINS = ("margin", *(f"margin-{side}" for side in (*_SIDES, "inline-start", "block-start")))
_SIZES = ("height", "width", "block-size", "inline-size")
_CLIPS = re.compile(r"\b(?:hidden|clip|scroll|auto)\b")
_NOTHING = frozenset({"", "none", "normal", "auto", "initial", "unset", "revert", "inherit"})
_INSET_NOTHING = re.compile(r"inset\((?:[+-]?0\w*%?\s*)+(?:round\b[^()]*)?\)")
_COLOURS = ("color", "-webkit-text-fill-color")


def find_concealment(said: Said) -> str:
    """Return the declaration that hides, as a stylesheet has it; empty where none does."""
    return _find(tuple(said.items()))


# Most elements of most pages are told the same.
@functools.lru_cache(maxsize=4096)
def _find(items: tuple[tuple[str, str], ...]) -> str:
    said = dict(items)
    return next((f"{name}: {said[name]}" for name in _plain(said)), "")


def find_cover(said: Said) -> str:
    """Return what makes a ::before or ::after lie over the element that it belongs to."""
    if said.get("position") not in ("absolute", "fixed") or said.get("content", "none") == "none":
        return ""
    grounds = ("background", "background-color", "background-image", "backdrop-filter")
    for name in (*grounds, "box-shadow"):
        if said.get(name, "none") not in {*_NOTHING, "transparent"} and _spreads(said):
            return f"{name}: {said[name]}"
    return ""


def _spreads(said: Said) -> bool:
    """Whether a box that was taken out of the flow is as large as what it lies over."""
    sized = [name for name in _SIZES if _largest(said.get(name, "")) >= 200]
    pinned = [name for name in _SIDES if name in said]
    return "inset" in said or len(sized) >= 2 or len(pinned) == 4 or len(sized) + len(pinned) >= 4


def _plain(said: Said) -> Iterator[str]:
    for name, value in said.items():
        judge = _JUDGES.get(name)
        if judge and "var(" not in value and judge(value):
            yield name
    yield from _moved(said)
    yield from _cut_off(said)
    if said.get("unicode-bidi") in ("bidi-override", "isolate-override"):
        yield "unicode-bidi"


def _moved(said: Said) -> Iterator[str]:
    """Give what moves an element out of sight."""
    yield from (name for name in _OFFSETS if _largest(said.get(name, "")) >= _FAR)
    if said.get("z-index", "").startswith("-"):
        yield "z-index"
    yield from (name for name in _MARGINS if _smallest(said.get(name, "")) <= -_FAR / 2)


def _cut_off(said: Said) -> Iterator[str]:
    """Give what makes an element too small for its text, where that is cut off."""
    if re.search(r"\b(?:strict|size)\b", said.get("contain", "")):
        yield "contain"
    overflow = " ".join(value for name, value in said.items() if name.startswith("overflow"))
    if not _CLIPS.search(overflow) and "contain" not in said:
        return
    for name in (*_SIZES, *(f"max-{size}" for size in _SIZES)):
        if name in said and said[name] not in _NOTHING and _is_tiny(said[name]):
            yield name
    if said.get("-webkit-line-clamp", "none") not in _NOTHING:
        yield "-webkit-line-clamp"


def _numbers(value: str) -> list[tuple[float, str]]:
    return [(float(number), unit) for number, unit in _NUMBER.findall(value)]


def _lengths(value: str) -> list[float]:
    return [number * _PIXELS[unit] for number, unit in _numbers(value) if unit in _PIXELS]


def _largest(value: str) -> float:
    return max(map(abs, _lengths(value)), default=0)


def _smallest(value: str) -> float:
    return min(_lengths(value), default=0)


def _is_tiny(value: str) -> bool:
    lengths = _lengths(value)
    return bool(lengths) and max(lengths) < _TINY


def _is_faint(value: str) -> bool:
    """Whether an opacity is too low to read by."""
    return any(number / (100 if unit == "%" else 1) < 0.6 for number, unit in _numbers(value))


def _is_small(value: str) -> bool:
    """Whether the size of a font is too small; in % it is of the size around it."""
    return any(
        (number / 100 if unit == "%" else number * _PIXELS.get(unit, 16) / 16) * 16 < _SMALL
        for number, unit in _numbers(value)[:1]
    )


def _is_small_in_shorthand(value: str) -> bool:
    found = list(_NUMBER.finditer(value.partition("/")[0]))  # a number alone is a weight
    sizes = [match[0] for match in found if match[2] or float(match[1]) == 0]
    return any(map(_is_small, sizes[:1]))


def _is_flat(value: str) -> bool:
    return any(
        number / (100 if unit == "%" else 20 if unit == "px" else 1) < 0.6
        for number, unit in _numbers(value)[:1]
    )


def _is_see_through(value: str) -> bool:
    """Whether a colour lets most of its ground through."""
    if value == "transparent" or re.fullmatch(
        r"#(?:[\da-f]{3}[0-7]|[\da-f]{6}[0-7][\da-f])", value
    ):
        return True
    found = re.fullmatch(r"(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\((.*)\)", value)
    parts = re.split(r"[,/]", found[1]) if found else []
    has_alpha = len(parts) == 4 or (len(parts) == 2 and "/" in value)
    return has_alpha and _is_faint(parts[-1])


_BLURRED: Mapping[str, Callable[[str], bool]] = {
    "opacity": _is_faint,
    "blur": lambda value: _largest(value) > 1.5,
    "brightness": lambda value: any(
        not 0.4 <= number / (100 if unit == "%" else 1) <= 2 for number, unit in _numbers(value)
    ),
    "contrast": _is_faint,
    "url": lambda value: True,
}


def _is_blurred(value: str) -> bool:
    return any(name in _BLURRED and _BLURRED[name](inside) for name, inside in _CALL.findall(value))


def _is_shrunk(value: str) -> bool:
    return any(number / (100 if unit == "%" else 1) < 0.5 for number, unit in _numbers(value))


def _is_turned(value: str) -> bool:
    """Whether an angle turns text so far that it is no more read."""
    full = {"deg": 360, "grad": 400, "rad": 6.2832, "turn": 1}
    return any(
        0.07 < (number / full[unit]) % 1 < 0.93 for number, unit in _numbers(value) if unit in full
    )


_TRANSFORMS: Mapping[str, Callable[[str], bool]] = {
    "scale": _is_shrunk,
    "translate": lambda value: _largest(value) >= _FAR,
    "rotate": _is_turned,
    "skew": _is_turned,
    "matrix": lambda value: True,
}


def _is_transformed(value: str) -> bool:
    for name, inside in _CALL.findall(value):
        kind = re.sub(r"(?:3d|x|y|z)$", "", name)
        if kind in _TRANSFORMS and _TRANSFORMS[kind](inside):
            return True
    return False


def _is_set(value: str) -> bool:
    return value not in _NOTHING


_JUDGES: Mapping[str, Callable[[str], bool]] = {
    "display": lambda value: value == "none",
    "visibility": lambda value: value in ("hidden", "collapse"),
    "content-visibility": lambda value: value == "hidden",
    "opacity": _is_faint,
    "filter": _is_blurred,
    "-webkit-filter": _is_blurred,
    **dict.fromkeys(("mask", "mask-image", "-webkit-mask", "-webkit-mask-image"), _is_set),
    "clip-path": lambda value: _is_set(value) and not _INSET_NOTHING.fullmatch(value),
    "-webkit-clip-path": lambda value: _is_set(value) and not _INSET_NOTHING.fullmatch(value),
    "clip": lambda value: value.startswith("rect("),
    "font-size": _is_small,
    "font": _is_small_in_shorthand,
    "line-height": _is_flat,
    "zoom": _is_shrunk,
    "transform": _is_transformed,
    "-webkit-transform": _is_transformed,
    "scale": _is_shrunk,
    "rotate": _is_turned,
    "translate": lambda value: _largest(value) >= _FAR,
    "text-indent": lambda value: _largest(value) >= _FAR / 2,
    "letter-spacing": lambda value: _smallest(value) <= -4,
    **dict.fromkeys(_COLOURS, _is_see_through),
    "mix-blend-mode": _is_set,
    "-webkit-text-security": _is_set,
    "text-decoration": lambda value: "line-through" in value,
    "text-decoration-line": lambda value: "line-through" in value,
    "content": lambda value: "(" in value and "counter" not in value and "attr" not in value,
}
