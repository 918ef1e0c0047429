"""Put what browsers must know first into a page: its policy, and whom to tell of it.

Takes the HTML of a whole page. Gives it with both right behind its declared
character set, before anything that a browser could run or load.
"""

from __future__ import annotations

import html as escaping
import re

from kapguide.security.inline import read_inline
from kapguide.security.policy import REFERRER, make_policy

_GAP = r"(?:\s|<!--.*?-->)*"
_START = re.compile(
    rf"\ufeff?{_GAP}(?:<!doctype\b[^>]*>)?(?:{_GAP}<html\b[^>]*>)?(?:{_GAP}<head\b[^>]*>)?"
    rf"(?:{_GAP}<meta\s+charset\b[^>]*>)?",
    re.I | re.S,
)
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_END = re.compile(r"</head\b|<body\b", re.I)
_META = re.compile(r"<meta\s(?:[^>\"']|\"[^\"]*\"|'[^']*')*>", re.I)
_POLICY = re.compile(r"http-equiv\s*=\s*[\"']?content-security-policy\b(?!-)", re.I)
_REFERRER = re.compile(r"\sname\s*=\s*[\"']?referrer\b", re.I)


def secure(html: str) -> str:
    """Give a page its policy; one that somebody gave it by hand stands."""
    # Elsewhere than in the head a policy is void.
    metas = _META.findall(_COMMENT.sub("", _END.split(html, maxsplit=1)[0]))
    made = []
    if not any(map(_POLICY.search, metas)):
        # Quotation marks within are single; those around it are double.
        policy = escaping.escape(make_policy(read_inline(html)), quote=False)
        made.append(f'<meta http-equiv="Content-Security-Policy" content="{policy}">')
    if not any(map(_REFERRER.search, metas)):
        made.append(f'<meta name="referrer" content="{REFERRER}">')
    start = _START.match(html)
    at = start.end() if start else 0
    return html[:at] + "".join(f"\n{meta}" for meta in made) + html[at:]
