"""Find elements that HTML lets stand only in certain others, or never in certain ones.

Parsers let these pass: the tree is whole, and yet screen readers lose a list's count, and a
click does not know whose it is. And say what ended a paragraph before its own end tag.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from kapguide.pages.page import Page


def _names(names: str) -> list[str]:
    return names.split()


_PARENTS: Mapping[str, str] = {
    "li": "ul ol menu",
    "dt, dd": "dl div",
    "figcaption": "figure",
    "summary": "details",
    "legend": "fieldset",
    "optgroup": "select",
    "option": "select datalist optgroup",
    "track": "audio video",
}
"""In what each stands, and in nothing else."""
_TOLD = frozenset(name for names in _PARENTS for name in names.split(", "))
_CHILDREN: Mapping[str, str] = {"ul": "li", "ol": "li", "menu": "li", "dl": "dt dd div"}
"""What each holds, beside scripts, and nothing else, no text either."""
_BLOCKS = _names(
    "p div ul ol dl table blockquote section article aside figure hr pre form fieldset address "
    "h1 h2 h3 h4 h5 h6 header footer main nav"
)
_OF_WORDS = _names(
    "h1 h2 h3 h4 h5 h6 span em strong b i u s small sup sub mark cite q code kbd samp abbr label "
    "button legend"
)
"""What holds words and no blocks."""
_OPERATED: Mapping[str, str] = {
    "a": "button input select textarea label iframe",
    "button": "a button input select textarea label iframe",
    "label": "label",
    "summary": "a[href] button input select textarea",
}
"""In what is operated as a whole nothing else is operated."""
_ALSO = {"script", "template"}

_ENDS_P = _names(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre search section table ul"
)
_START = re.compile(r"<[^<>]+>[^<\n]*")
_TAG = re.compile(r"<(?P<slash>/?)(?P<name>[a-z][a-z0-9]*)", re.I)


class Misplaced(NamedTuple):
    """An element in a place that is not its own."""

    message: str
    tag: str
    """The start of a tag and of its words, by which its line is found."""
    hint: str


def find_misplaced(page: Page) -> Iterator[Misplaced]:
    """Find elements outside of what must hold them, and in what must not."""
    for names, parents in _PARENTS.items():
        allowed, elsewhere = parents.split(), "".join(f":not({one})" for one in parents.split())
        places = [f"{elsewhere} > {one}" for one in names.split(", ")]
        if "div" in allowed:  # which groups what stands in the first, and is nothing alone
            places += [f":not({allowed[0]}) > div > {one}" for one in names.split(", ")]
        # Of those side by side the first.
        found = {
            (node.parent or node).mem_id: node for node in page.select(", ".join(places))[::-1]
        }
        for node in reversed(found.values()):
            name, start = node.tag, _START.match(node.html or "")
            hint = f"Put it between <{allowed[0]}> and </{allowed[0]}>, or write Markdown instead."
            where = "a list" if name == "li" else f"a <{allowed[0]}>"
            message = f"<{name}> stands outside of {where}"
            yield Misplaced(message, start[0] if start else f"<{name}", hint)
    for name, children in _CHILDREN.items():
        yield from _judge_children(page, name, children.split())
    for name in _OF_WORDS:
        for node in page.select(", ".join(f"{name} {block}" for block in _BLOCKS))[:1]:
            hint = f"Close <{name}> before it, or write Markdown instead."
            yield Misplaced(f"<{node.tag}> stands inside <{name}>", f"<{name}", hint)
    for name, others in _OPERATED.items():
        for node in page.select(", ".join(f"{name} {other}" for other in others.split()))[:1]:
            if name == "label" or node.tag != "label":
                hint = "Only one of the two can be clicked: take one of them out."
                yield Misplaced(f"<{node.tag}> stands inside <{name}>", f"<{name}", hint)


def _judge_children(page: Page, name: str, allowed: list[str]) -> Iterator[Misplaced]:
    child = " and ".join(f"<{one}>" for one in allowed if one != "div")
    for node in page.select(name):
        stray = next((text for text in _strays(node, allowed) if text), "")
        if stray:
            hint = f"Put it into {child.replace(' and ', ' or ')}, or write Markdown instead."
            message = f"{stray} stands inside <{name}>, which holds {child} alone"
            yield Misplaced(message, f"<{name}", hint)
            return


def _strays(node: LexborNode, allowed: list[str]) -> Iterator[str]:
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            yield "text" if (child.text_content or "").strip() else ""
        elif child.tag not in (*allowed, *_ALSO) and not (child.tag or "-").startswith("-"):
            # An item of a list is told where it stands.
            yield "" if child.tag in _TOLD else f"<{child.tag}>"


def find_paragraph_end(html: str) -> str:
    """Return what ended the paragraph whose end tag comes next, and closes nothing.

    That is an element that no paragraph holds, by its name; nothing where no paragraph began.
    """
    opened, enders = False, [""]
    for tag in _TAG.finditer(html):
        name, starts = tag["name"].lower(), not tag["slash"]
        if opened and starts and name in _ENDS_P:
            enders.append(name)
        if name == "p" and not starts and not opened and len(enders) > 1:
            enders.pop()
        if name == "p" or (starts and name in _ENDS_P):
            opened = name == "p" and starts
    return enders[-1]
