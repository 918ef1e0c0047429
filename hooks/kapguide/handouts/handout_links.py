"""Put the links to the handouts into the pages.

They stand before a page's last notices, where every page ends: after its own text, and
inside its main content. A site that is built without handouts has none that could break.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from kapguide.words import Words

_UP_TO_NOTICES = re.compile(r".*(?=<div[^>]*\bdata-notice=[\"']?crisis\b)", re.I | re.S)


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF that was made."""

    path: str
    """Relative to the site's folder."""
    pages: int
    size: int


def place_links(html: str, path: str, links: Sequence[tuple[str, Printed]], words: Words) -> str:
    """Put the line into the page at `path`, which links each PDF by the text given."""
    start = _UP_TO_NOTICES.match(html)
    if start is None:
        return html
    up = "../" * path.count("/")
    line = "<br>".join(
        f'<a href="{escape(up + quote(printed.path))}" type="application/pdf">'
        f"{escape(text)} ({_describe(printed, words)})</a>"
        for text, printed in links
    )
    return f'{start[0]}<p class="handout">{line}</p>\n{html[start.end() :]}'


def _describe(printed: Printed, words: Words) -> str:
    """Say what a reader gets who follows the link: form, length and weight."""
    megabytes = words.format_number(max(printed.size / 1e6, 0.1), 1)
    return words.say("handouts.size", count=printed.pages, megabytes=megabytes)
