"""Find the rules of stylesheets that hold for an element of a page.

Takes stylesheets by name, and a page. Which rule wins is told as browsers do, by
importance, specificity and order; layers are taken for one.
"""

from __future__ import annotations

import functools
import re
import weakref
import xml.etree.ElementTree as etree
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import cssselect2
from cssselect2 import ElementWrapper
from selectolax.lexbor import LexborNode

from kapguide.pages.style.concealment import find_concealment
from kapguide.pages.style.stylesheets import StyleRule, Stylesheet

_STATE = re.compile(r":(?:hover|active|target|focus)(?:-within|-visible)?(?![\w-])")
"""What readers do to an element: point at it, lead to it."""
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,([^()]*))?\)")
_DEEPEST = 8
_HTML = "{http://www.w3.org/1999/xhtml}"


class Found(NamedTuple):
    """A rule that holds for an element, and the stylesheet that it stands in."""

    sheet: str
    rule: StyleRule


class Said(NamedTuple):
    """What all rules together say of an element under one condition."""

    part: str
    """Empty for the element itself, else `before` or `after`."""
    values: Mapping[str, str]
    """The value of each property."""
    by: Mapping[str, Found]
    """The rule that each property comes by."""
    condition: str
    """Empty for what always holds."""


class ComputedStyle:
    """What rules say of all elements for which, and for what they stand in, the same ones hold."""

    def __init__(self, above: ComputedStyle | None, said: Sequence[Said]) -> None:
        own = next((one.values for one in said if not one.part), {})
        variables = {name: value for name, value in own.items() if name.startswith("--")}
        self._variables: Mapping[str, str] = {**(above._variables if above else {}), **variables}
        self.said = tuple(one._replace(values=_fill(one.values, self._variables)) for one in said)
        """What is said always, and under each condition that a rule names.

        Variables are filled in, with the values that they have under no condition.
        """
        self.above: tuple[ComputedStyle, ...] = (above, *above.above) if above else ()
        """Those of the elements that it stands in, the nearest first."""


class Styles:
    """All rules of a site's stylesheets."""

    def __init__(self, sheets: Mapping[str, Stylesheet]) -> None:
        self._matcher = cssselect2.Matcher()
        self._rules: list[Found] = []
        self._known: weakref.WeakKeyDictionary[ElementWrapper, ComputedStyle] = (
            weakref.WeakKeyDictionary()
        )
        self._computed: dict[
            tuple[ComputedStyle | None, tuple[tuple[str, int], ...]], ComputedStyle
        ] = {}
        self.hiding_animations: dict[str, str] = {}
        """By the name of an animation what it does, where it hides what it moves."""
        for animation, frame in (frame for sheet in sheets.values() for frame in sheet.frames):
            hiding = find_concealment({said.name: said.value for said in frame})
            if hiding:
                self.hiding_animations[animation] = hiding
        for name, sheet in sheets.items():
            for rule in sheet.rules:
                self._add(Found(name, rule), rule.selector)
                if states := _STATE.findall(rule.selector):
                    # Under the condition that it is so: what stands for it is true of all.
                    condition = " ".join((rule.condition, *states)).strip()
                    so = Found(name, rule._replace(condition=condition))
                    self._add(so, _STATE.sub(":not(:empty:not(:empty))", rule.selector))

    def _add(self, found: Found, selectors: str) -> None:
        for selector in _compile(selectors):
            self._matcher.add_selector(selector, len(self._rules))
        self._rules.append(found)

    def find(self, element: ElementWrapper) -> ComputedStyle:
        """Return the style of an element: the pages of a site have most of theirs in common."""
        if element not in self._known:
            above = self.find(element.parent) if element.parent else None
            matched = tuple((part or "", at) for _, _, part, at in self._matcher.match(element))
            if (above, matched) not in self._computed:
                self._computed[above, matched] = ComputedStyle(above, tuple(self._settle(matched)))
            self._known[element] = self._computed[above, matched]
        return self._known[element]

    def _settle(self, matched: Iterable[tuple[str, int]]) -> Iterator[Said]:
        """Say what rules mean together, from the part and the number of each."""
        parts: dict[str, list[Found]] = {}
        for part, at in matched:
            parts.setdefault(part, []).append(self._rules[at])
        for part, rules in parts.items():
            for condition in dict.fromkeys(["", *(found.rule.condition for found in rules)]):
                holding = [found for found in rules if found.rule.condition in ("", condition)]
                yield _merge(part, holding, condition)


def _merge(part: str, holding: Iterable[Found], condition: str) -> Said:
    """Let later rules win over earlier ones, and important ones over all."""
    values: dict[str, str] = {}
    by: dict[str, Found] = {}
    listed = [(found, said) for found in holding for said in found.rule.declarations]
    for found, said in sorted(listed, key=lambda pair: pair[1].important):
        values[said.name], by[said.name] = said.value, found
    return Said(part, values, by, condition)


def _fill(values: Mapping[str, str], variables: Mapping[str, str]) -> Mapping[str, str]:
    """Put the values of variables into those of properties, as deep as one names another."""

    def value_of(found: re.Match[str]) -> str:
        value = variables.get(found[1], "initial")
        return (found[2] or "unset").strip() if value == "initial" else value

    filled = dict(values)
    for _ in range(_DEEPEST):
        named = {name: value for name, value in filled.items() if "var(" in value}
        if not named:
            break
        filled |= {name: _VARIABLE.sub(value_of, value) for name, value in named.items()}
    return filled


# A site's own stylesheets are the same in each build of a preview, the theme's in each site.
@functools.lru_cache(maxsize=8192)
def _compile(selector: str) -> Sequence[cssselect2.compiler.CompiledSelector]:
    """Compile a list of selectors, leaving out those that are not understood."""
    try:
        return list(cssselect2.compile_selector_list(selector))
    except (SyntaxError, MemoryError):  # cssselect2 makes code of it, for which Python has a limit
        raise RecursionError("brackets in a selector") from None
    except (cssselect2.SelectorError, AttributeError):  # cssselect2 0.10 breaks on a | at the end
        parts = split_selectors(selector)
        return [one for part in parts for one in _compile(part)] if len(parts) > 1 else []


def split_selectors(selectors: str) -> list[str]:
    """Split a list of selectors at its commas, but not at those within brackets."""
    parts, depth = [""], 0
    for char in selectors:
        depth += (char in "([") - (char in ")]")
        if char == "," and not depth:
            parts.append("")
        else:
            parts[-1] += char
    return [part.strip() for part in parts]


def wrap_tree(root: LexborNode) -> ElementWrapper:
    """Give a parsed page the form in which selectors are looked for."""
    top = _copy(root)
    waiting = [(root, top)]
    while waiting:
        node, copy = waiting.pop()
        child = node.first_child
        last: etree.Element | None = None
        while child is not None:
            tag = child.tag or ""
            if tag == "-text":
                text = child.text_content or ""
                if last is None:
                    copy.text = (copy.text or "") + text
                else:
                    last.tail = (last.tail or "") + text
            elif not tag.startswith("-"):
                last = _copy(child)
                copy.append(last)
                waiting.append((child, last))
            child = child.next
    return ElementWrapper.from_html_root(top)


def _copy(node: LexborNode) -> etree.Element:
    attributes = {name: value or "" for name, value in node.attributes.items()}
    return etree.Element(f"{_HTML}{node.tag}", attributes)
