"""What a screen reader calls an element."""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from kapguide.pages.page import fold


def link_name(node: LexborNode) -> str:
    """Return what a screen reader calls a link: its label, or its text and images."""
    label = node.attributes.get("aria-label") or ""
    only = node.first_child
    if only is None or (only.tag == "-text" and only.next is None):
        return fold(label) or fold(node.text())
    images = " ".join(image.attributes.get("alt") or "" for image in node.css("img"))
    pictures = " ".join(
        picture.attributes.get("aria-label") or "" for picture in node.css("svg[aria-label]")
    )
    return fold(label) or fold(f"{node.text()} {images} {pictures}")
