"""Read a stylesheet into plain rules: what each selects, what it says, and when.

Rules within rules are written out, those in @media, @supports, @layer and the like
are taken as if their conditions held.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import tinycss2

_TRANSPARENT = frozenset({"layer", "supports", "scope"})
"""Rules in these hold wherever those outside do."""
_LONGEST = 5_000
"""The length of a selector beyond which nested rules repeat each other, and say nothing new."""
_ENDLESS = re.compile(r"(\d{40})\d+")


class Declaration(NamedTuple):
    """One property of a rule."""

    name: str
    value: str
    """In lower case, comments left out."""
    important: bool


class StyleRule(NamedTuple):
    """One rule of a stylesheet."""

    selector: str
    declarations: tuple[Declaration, ...]
    condition: str
    """`print`, `(max-width: 60em)`; empty for a rule that always holds."""
    line: int


class Stylesheet(NamedTuple):
    """All that a stylesheet says of elements."""

    rules: tuple[StyleRule, ...]
    frames: tuple[tuple[str, tuple[Declaration, ...]], ...]
    """The name of an animation, and what one of its keyframes says."""


def shorten_numbers(css: str) -> str:
    """Cut numbers that no browser tells apart: Python makes none of thousands of digits."""
    return _ENDLESS.sub(r"\1", css)


def read_declarations(css: str) -> tuple[Declaration, ...]:
    """Read what stands in a style attribute."""
    return tuple(_declarations(tinycss2.parse_blocks_contents(shorten_numbers(css))))


@functools.lru_cache(maxsize=32)
def read_stylesheet(css: str) -> Stylesheet:
    """Read a stylesheet; what is broken in it is passed over, as browsers do."""
    css = shorten_numbers(css)
    nodes = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return Stylesheet(tuple(_rules(nodes, "", "")), tuple(_frames(nodes)))


def _rules(nodes: Iterable[Any], outer: str, condition: str) -> Iterator[StyleRule]:
    """Write rules out; `outer` is the selector of the rule that they stand in."""
    for node in nodes:
        if node.type == "qualified-rule":
            selector = _join(outer, tinycss2.serialize(node.prelude).strip())
            if len(selector) > _LONGEST:
                continue
            inside = tinycss2.parse_blocks_contents(node.content)
            said = tuple(_declarations(inside))
            if said:
                yield StyleRule(selector, said, condition, node.source_line)
            yield from _rules(inside, selector, condition)
        elif node.type == "at-rule" and node.content and "keyframes" not in node.lower_at_keyword:
            inside = tinycss2.parse_blocks_contents(node.content)
            said = tuple(_declarations(inside))
            within = condition
            if node.lower_at_keyword not in _TRANSPARENT:
                within = f"{condition} {tinycss2.serialize(node.prelude).strip()}".strip()
            if said and outer:
                yield StyleRule(outer, said, within, node.source_line)
            yield from _rules(inside, outer, within)


def _join(outer: str, selector: str) -> str:
    """Put the selector of a rule into that of the rule around it."""
    if not outer:
        return selector
    if "&" in selector:
        return selector.replace("&", f":is({outer})")
    return f":is({outer}) {selector}"


def _declarations(nodes: Iterable[Any]) -> Iterator[Declaration]:
    for node in nodes:
        if node.type == "declaration":
            value = [token for token in node.value if token.type != "comment"]
            text = " ".join(tinycss2.serialize(value).lower().split())
            yield Declaration(node.lower_name, text, node.important)


def _frames(nodes: Iterable[Any]) -> Iterator[tuple[str, tuple[Declaration, ...]]]:
    """Give the keyframes of animations, also of those in @media and the like."""
    for node in nodes:
        if node.type != "at-rule" or not node.content:
            continue
        inside = tinycss2.parse_blocks_contents(node.content)
        if "keyframes" not in node.lower_at_keyword:
            yield from _frames(inside)
            continue
        name = tinycss2.serialize(node.prelude).strip().strip("\"'").lower()
        for frame in inside:
            if frame.type == "qualified-rule":
                yield name, tuple(_declarations(tinycss2.parse_blocks_contents(frame.content)))
