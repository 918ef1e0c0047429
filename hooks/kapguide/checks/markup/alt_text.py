"""Check that an image says in words what it shows."""

from __future__ import annotations

from itertools import chain

from selectolax.lexbor import LexborNode

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.pages.accessible_names import link_name
from kapguide.pages.page import fold

ALT_TEXT = Rule(
    "alt-text",
    "error",
    "An image says in words what it shows.",
    "WCAG 2.2, 1.1.1",
    "![](assets/room.jpg)",
    "![A quiet room with two chairs](assets/room.jpg)",
)


def check_images(page: Page, project: Project) -> Problems:
    """Find images without words for them."""
    file_name = project.words.pattern("images.file_name")
    for node in chain.from_iterable(page.elements.get(tag, ()) for tag in ("img", "svg", "area")):
        attributes = node.attributes
        if node.tag == "svg" and attributes.get("role") != "img":
            continue
        if attributes.get("aria-hidden") == "true" or attributes.get("role") == "presentation":
            continue
        if _is_all_of_link(node):
            continue  # link-text tells of the link, which needs the words
        name = attributes.get("alt") or attributes.get("aria-label") or ""
        if node.tag == "svg":
            titled = node.css_first("title")
            name = name or attributes.get("aria-labelledby") or (titled.text() if titled else "")
        address = attributes.get("src") or attributes.get("href") or ""
        shown = address.rsplit("/", 1)[-1] or f"<{node.tag}>"
        if not fold(name):
            message = f'the image "{shown}" has no words for who cannot see it'
        elif file_name.fullmatch(fold(name)):
            message = f'"{fold(name)}" does not say what the image "{shown}" shows'
        else:
            continue
        hint = "Write them between the brackets: ![a quiet room with two chairs](…)."
        yield report(ALT_TEXT, message, page, project, literal=shown, hint=hint)


def _is_all_of_link(node: LexborNode) -> bool:
    """Whether an image without words is all that a link has."""
    above = node.parent
    return above is not None and above.tag == "a" and not link_name(above)


CHECK = Check((ALT_TEXT,), page=check_images)
