"""Say what keeps an element from a reader's eye, or from paper.

What hides it is named as an editor finds it in the HTML; an empty text for nothing.
Stylesheets are for the checks and the browser.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from selectolax.lexbor import LexborNode

_SET_ASIDE = frozenset({"details", "dialog", "header", "footer", "nav", "template", "noscript"})
"""A notice must not stand in these: they are closed, not printed, or not shown."""

_HIDING = frozenset({"hidden", "aria-hidden", "inert", "popover", "style"})
"""Most elements have none of these attributes."""

_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|content-visibility\s*:\s*hidden"
    r"|opacity\s*:\s*0*\.?0+(?![\d.])|font-size\s*:\s*0(?![\d.])"
    r"|clip-path\s*:\s*inset\(\s*(?:50|100)%|clip\s*:\s*rect\("
    r"|(?:left|top|text-indent)\s*:\s*-\d{3,}",
    re.I,
)


def hidden_above(node: LexborNode) -> str:
    """Say what hides an element: it or one that it stands in; empty for nothing."""
    found: LexborNode | None = node
    while found is not None:
        hidden = hidden_by(found.tag or "", found.attributes)
        if hidden:
            return hidden
        found = found.parent
    return ""


def hidden_by_style(declarations: str) -> str:
    """Return the CSS declaration that hides an element, or an empty text."""
    match = _STYLE.search(declarations) if declarations else None
    return match[0] if match else ""


def hidden_by(tag: str, attributes: Mapping[str, str | None]) -> str:
    """Say what hides an element by itself: its tag, an attribute, its style."""
    if tag in _SET_ASIDE:
        return f"<{tag}>"
    if _HIDING.isdisjoint(attributes):
        return ""
    if "hidden" in attributes:
        return "hidden"
    if (attributes.get("aria-hidden") or "").lower() == "true":
        return "aria-hidden"
    for name in ("inert", "popover"):
        if name in attributes:
            return name
    style = hidden_by_style(attributes.get("style") or "")
    return f"style={style}" if style else ""
