"""Check that no address of a page runs code or is a document in itself."""

from __future__ import annotations

import re

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report

UNSAFE = Rule(
    "unsafe-url",
    "error",
    "No address runs code (javascript:) or is a document in itself (data:).",
    "W3C Content Security Policy",
    '<a href="javascript:history.back()">Go back to the list</a>',
    '<a href="risks.md">Go back to the risks</a>',
)

_UNSAFE = re.compile(r"^(?:javascript|vbscript|data|blob|filesystem):", re.I)
_IMAGE = re.compile(r"^data:image/(?:png|gif|jpeg|webp|svg\+xml)[;,]", re.I)
_DROPPED = re.compile(r"[\x00-\x20]")
_ADDRESSES = {"href", "src", "action", "formaction", "data", "xlink:href", "poster"}
_PICTURES = {"img", "source", "link", "image"}


def check_addresses(page: Page, project: Project) -> Problems:
    """Find addresses that run code, or hold a document."""
    for _, tag, attributes in page.addressed:
        for name, value in attributes.items():
            if name not in _ADDRESSES or not value:
                continue
            # Browsers drop blanks and control characters from an address.
            address = _DROPPED.sub("", value)
            harmless = tag in _PICTURES and _IMAGE.match(address)
            if _UNSAFE.match(address) and not harmless:
                message = f'the address "{address[:40]}" runs code or is a document in itself'
                hint = "Link to a page or a file instead."
                yield report(UNSAFE, message, page, project, literal=address, hint=hint)


CHECK = Check((UNSAFE,), page=check_addresses)
