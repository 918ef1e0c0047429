"""Say what keeps an element from a reader's eye, or from paper.

What hides it is named as an editor finds it in the HTML; an empty text for nothing.
Stylesheets are for the checks and the browser.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping

from selectolax.lexbor import LexborNode

from kapguide.pages.style.concealment import find_concealment
from kapguide.pages.style.stylesheets import read_declarations

SET_ASIDE = frozenset(
    # Closed, not printed, or not shown.
    {"details", "dialog", "header", "footer", "nav", "template", "noscript"}
    # Shown only where a browser does not know the element.
    | {"progress", "meter", "datalist", "rp"}
    # Struck out, turned round, or running away.
    | {"del", "s", "strike", "bdo", "marquee"}
)
"""A notice must not stand in these."""

_HIDING = frozenset(
    {"hidden", "aria-hidden", "inert", "popover", "style", "role"}
    | {"color", "size", "text", "bgcolor", "background"}
)
"""Most elements have none of these attributes."""

_OLD = {"font": ("color", "size"), "basefont": ("color", "size")}
_OLD_ANYWHERE = ("text", "bgcolor", "background")
_ONE_THING = frozenset(
    {"button", "checkbox", "img", "math", "meter", "menuitemcheckbox", "menuitemradio", "option"}
    | {"progressbar", "radio", "scrollbar", "separator", "slider", "switch", "tab"}
)
"""Roles (WAI-ARIA) whose inside no screen reader reads as text."""

_ATTRIBUTES: Mapping[str, Callable[[str], bool]] = {
    "hidden": lambda value: True,
    "aria-hidden": lambda value: value == "true",
    "inert": lambda value: True,
    "popover": lambda value: True,
    "role": lambda value: value in _ONE_THING,
}
"""Whether an attribute hides an element, by its value."""


def shadow_over(node: LexborNode) -> str:
    """Say whether a shadow root takes the place of what stands in an element."""
    child = node.first_child
    while child is not None:
        if child.tag == "template" and "shadowrootmode" in child.attributes:
            return "" if "<slot" in (child.html or "").lower() else "a shadow root"
        child = child.next
    return ""


def with_above(node: LexborNode) -> Iterator[LexborNode]:
    """Give an element, then those that it stands in, the nearest first."""
    found: LexborNode | None = node
    while found is not None:
        yield found
        found = found.parent


def hidden_above(node: LexborNode) -> str:
    """Say what hides an element: it or one that it stands in; empty for nothing."""
    ways = (hidden_by(one.tag or "", one.attributes) for one in with_above(node))
    return next(filter(None, ways), "")


@functools.lru_cache(maxsize=256)
def hidden_by_style(declarations: str) -> str:
    """Return the CSS declaration that hides an element, or an empty text."""
    return find_concealment({said.name: said.value for said in read_declarations(declarations)})


def hidden_by(tag: str, attributes: Mapping[str, str | None]) -> str:
    """Say what hides an element by itself: its tag, an attribute, its style."""
    if tag in SET_ASIDE:
        return f"<{tag}>"
    if _HIDING.isdisjoint(attributes):
        return ""
    for name, hides in _ATTRIBUTES.items():
        if name in attributes and hides((attributes[name] or "").strip().lower()):
            return name
    for name in (*_OLD.get(tag, ()), *_OLD_ANYWHERE):
        if name in attributes:
            return f"{name} of <{tag}>"
    style = hidden_by_style(attributes.get("style") or "")
    return f"style={style}" if style else ""
