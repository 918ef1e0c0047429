"""Put what programs read into the head and at the end of the body of a page.

Whatever template made the page: outside of `<main>`, where no reader, no search and no
other check meets it. HTML without head and body stays as it is.
"""

from __future__ import annotations

import re

_END_OF_HEAD = re.compile(r"</head\s*>", re.I)
_END_OF_BODY = re.compile(r"</body\s*>", re.I)


def place(html: str, head: str, foot: str = "") -> str:
    """Put `head` last into the head, and `foot` last into the body."""
    first = _END_OF_HEAD.search(html)
    if first and head:
        html = f"{html[: first.start()]}{head}\n{html[first.start() :]}"
    ends = list(_END_OF_BODY.finditer(html)) if foot else []
    if ends:
        at = ends[-1].start()
        html = f"{html[:at]}{foot}\n{html[at:]}"
    return html
