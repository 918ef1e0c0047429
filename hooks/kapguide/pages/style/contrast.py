"""Tell how far two colours of a stylesheet stand apart (WCAG 2.2, contrast ratio)."""

from __future__ import annotations

from tinycss2 import color4, parse_component_value_list

_FUNCTIONS = frozenset({"rgb", "rgba", "hsl", "hsla", "hwb"})


def find_colour(value: str) -> tuple[float, float, float] | None:
    """Return the first colour in a value, as parts of red, green and blue; None where none is."""
    for token in parse_component_value_list(value):
        plain = token.type in ("hash", "ident")
        if plain or (token.type == "function" and token.lower_name in _FUNCTIONS):
            colour = color4.parse_color(token)
            if isinstance(colour, color4.Color) and colour.alpha > 0.5:
                red, green, blue = colour.to("srgb").coordinates
                return red, green, blue
    return None


def measure_contrast(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    """Return the ratio, from 1 for the same colour to 21 for black on white."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: tuple[float, float, float]) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
