"""Put into a page its policy, and which sites may learn its address.

Both stand right behind the declared character set, before anything that a browser
could run or load.
"""

from __future__ import annotations

import re
from html import escape

from selectolax.lexbor import LexborHTMLParser

from kapguide.pages.tags.balance import ATTRIBUTES
from kapguide.security.inline import Inline
from kapguide.security.policy import REFERRER, make_policy

# Whole comments only: a longer "comment" would hide a script that stands between two.
_GAP = r"(?>\s|<!--.*?-->|<\?[^>]*>)*+"
_START = re.compile(
    rf"\ufeff?{_GAP}(?:<!doctype\b[^>]*>)?(?:{_GAP}<html\b{ATTRIBUTES}>)?"
    rf"(?:{_GAP}<head\b{ATTRIBUTES}>)?(?:{_GAP}<meta\s+charset\b{ATTRIBUTES}>)?",
    re.I | re.S,
)


def secure(html: str, inline: Inline) -> str:
    """Give a page a policy that names its inline code; one that somebody gave it by hand stands."""
    tree = LexborHTMLParser(html)
    made = []
    # Elsewhere than in the head a policy is void.
    if tree.css_first('head meta[http-equiv="content-security-policy" i]') is None:
        # Quotation marks within are single; those around it are double.
        policy = escape(make_policy(inline), quote=False)
        made.append(f'<meta http-equiv="Content-Security-Policy" content="{policy}">')
    if tree.css_first("head meta[name=referrer i]") is None:
        made.append(f'<meta name="referrer" content="{REFERRER}">')
    start = _START.match(html)
    at = start.end() if start else 0
    return html[:at] + "".join(f"\n{meta}" for meta in made) + html[at:]
