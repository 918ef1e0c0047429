"""Check that no address of a page runs code or is a document in itself."""

from __future__ import annotations

import re

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.pages.linking import HOLDS, LOADS
from kapguide.pages.local_files import is_local

UNSAFE = Rule(
    "unsafe-url",
    "error",
    "No address runs code (javascript:) or is a document in itself (data:).",
    "W3C Content Security Policy",
    '<a href="javascript:history.back()">Go back to the list</a>',
    '<a href="risks.md">Go back to the risks</a>',
)

_UNSAFE = re.compile(r"^(?:javascript|vbscript|data|blob|filesystem):", re.I)
_IMAGE = re.compile(r"^data:image/(?:png|gif|jpeg|webp|avif|svg\+xml)[;,]", re.I)
_DROPPED = re.compile(r"[\x00-\x20]")
_PICTURES = {"img", "source", "link", "image", "feimage", "video", "input"}
_SHOWN = {"a", "img"}
_HINT = "Link to a page or a file instead."


def check_addresses(page: Page, project: Project) -> Problems:
    """Find addresses that run code, or hold a document."""
    for link in page.links:
        # Browsers drop blanks and control characters from an address.
        address = _DROPPED.sub("", link.address)
        picture = link.does == LOADS and (link.tag in _PICTURES or link.attribute == "style")
        if link.does == HOLDS:
            message = f"the attribute {link.attribute} of <{link.tag}> is a document in itself"
        elif not page.drawing and link.tag in _SHOWN and is_local(address):
            continue  # file-local says where the file belongs
        elif _UNSAFE.match(address) and not (picture and _IMAGE.match(address)):
            message = f'the address "{address[:40]}" runs code or is a document in itself'
        else:
            continue
        yield report(UNSAFE, message, page, project, literal=address, hint=_HINT)


CHECK = Check((UNSAFE,), page=check_addresses, drawings=True)
