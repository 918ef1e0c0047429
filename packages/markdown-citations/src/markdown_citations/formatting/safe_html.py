"""Turn pybtex's rich text into HTML that is harmless by construction.

The text may hold anything. The fragment is well-formed: text and addresses
escaped, a link only for http, https, mailto and DOI addresses, and of pybtex's
tags only those that mean something in HTML.
"""

from __future__ import annotations

from html import escape
from types import MappingProxyType
from urllib.parse import urlsplit

from pybtex.backends import BaseBackend

_TAGS = {"em": "em", "i": "em", "strong": "strong", "b": "strong", "tt": "code"} | {
    name: name for name in ("sup", "sub", "code")
}
_SCHEMES = {"http", "https", "mailto"}


class SafeHtml(BaseBackend):  # type: ignore[misc]
    """pybtex's back end for fragments that go into a page."""

    symbols = MappingProxyType({"ndash": "–", "newblock": " ", "nbsp": "\N{NO-BREAK SPACE}"})

    def __init__(self) -> None:
        """Leave out pybtex's, which asks for an encoding that nothing here needs."""

    def format_str(self, str_: str) -> str:
        return escape(str_, quote=False)

    def format_tag(self, tag_name: str, text: str) -> str:
        tag = _TAGS.get(tag_name)
        return f"<{tag}>{text}</{tag}>" if tag and text else text

    def format_href(self, url: str, text: str, external: bool = False) -> str:
        address = safe_address(url)
        return f'<a href="{escape(address)}">{text}</a>' if address and text else text


def safe_address(url: str) -> str:
    """Return an address that can be linked, or an empty text."""
    address = url.strip().replace(" ", "%20")
    if address.lower().startswith("doi:"):
        address = f"https://doi.org/{address[4:].lstrip()}"
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    if parts.scheme.lower() not in _SCHEMES or any(ord(c) < 33 for c in address):
        return ""
    return address if parts.netloc or parts.scheme.lower() == "mailto" else ""
