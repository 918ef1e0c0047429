"""Put into a page its policy, and which sites may learn its address.

Both stand right behind the declared character set, before anything that a browser
could run or load.
"""

from __future__ import annotations

import html as escaping
import re

from kapguide.security.inline import ATTRIBUTES, read_inline
from kapguide.security.policy import REFERRER, make_policy

# Whole comments only: a longer "comment" would hide a script that stands between two.
_GAP = r"(?>\s|<!--.*?-->|<\?[^>]*>)*+"
_START = re.compile(
    rf"\ufeff?{_GAP}(?:<!doctype\b[^>]*>)?(?:{_GAP}<html\b{ATTRIBUTES}>)?"
    rf"(?:{_GAP}<head\b{ATTRIBUTES}>)?(?:{_GAP}<meta\s+charset\b{ATTRIBUTES}>)?",
    re.I | re.S,
)
_TEXT = re.compile(
    rf"<!--.*?-->|<(script|style|title|template|noscript)\b{ATTRIBUTES}>.*?</\1\s*>", re.I | re.S
)
"""What holds no elements of the head, though it may look like some."""
_END = re.compile(r"</head\b|<body\b", re.I)
_META = re.compile(rf"<meta(?=[\s/])({ATTRIBUTES})>", re.I)
_ATTRIBUTE = re.compile(
    r"([^\s/>\"'=]+)(?:\s*+=\s*+(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+)))?", re.I
)


def secure(html: str) -> str:
    """Give a page its policy; one that somebody gave it by hand stands."""
    # Elsewhere than in the head a policy is void.
    head = _END.split(_TEXT.sub("", html), maxsplit=1)[0]
    metas = [_read_attributes(match[1]) for match in _META.finditer(head)]
    made = []
    if not any(meta.get("http-equiv") == "content-security-policy" for meta in metas):
        # Quotation marks within are single; those around it are double.
        policy = escaping.escape(make_policy(read_inline(html)), quote=False)
        made.append(f'<meta http-equiv="Content-Security-Policy" content="{policy}">')
    if not any(meta.get("name") == "referrer" for meta in metas):
        made.append(f'<meta name="referrer" content="{REFERRER}">')
    start = _START.match(html)
    at = start.end() if start else 0
    return html[:at] + "".join(f"\n{meta}" for meta in made) + html[at:]


def _read_attributes(text: str) -> dict[str, str]:
    """Return the attributes of a tag in lower case; of one that stands twice, the first counts."""
    found: dict[str, str] = {}
    for name, *values in _ATTRIBUTE.findall(text):
        found.setdefault(name.lower(), escaping.unescape("".join(values)).lower())
    return found
