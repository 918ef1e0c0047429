"""Hold that a link says where it leads, and leads there in the same tab."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_citations.problems import Problem, Rule
from selectolax.lexbor import LexborNode

from kapguide.pages.page import Page, fold
from kapguide.project.project import Project, report

LINK_TEXT = Rule(
    "link-text",
    "error",
    'A link\'s words say where it leads: not "here", "read more" or a bare address.',
    "WCAG 2.2, 2.4.4; NHS content guide",
    "For the risks [click here](risks.md).",
    "See [what the risks are](risks.md).",
)
NEW_TAB = Rule(
    "new-tab",
    "error",
    "A link opens in the same tab, or says that it does not.",
    "WCAG 2.2, 3.2.5; NHS service manual",
    '<a href="risks.md" target="_blank">What the risks are</a>',
    '<a href="risks.md">What the risks are</a>',
)
RULES = (LINK_TEXT, NEW_TAB)

_EMPTY_WORDS = re.compile(
    r"(?:(?:click|tap|press|see|look|read)\s+)?(?:it\s+)?(?:here|this|that|more|on|link|this\s+link"
    r"|this\s+page|(?:the\s+)?(?:page|website|site|article|study|details|info|information))"
    r"|read\s+on|learn\s+more|find\s+out\s+more|more\s+info(?:rmation)?|click|continue",
    re.I,
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.I)
_HINT = "Use the words for what stands at the other end: [what the risks are](risks.md)."


def check_link_text(page: Page, project: Project) -> Iterator[Problem]:
    """Find links that do not say where they lead, or open a new tab unasked."""
    for node in page.elements.get("a", ()):
        attributes = node.attributes
        address = attributes.get("href")
        if address is None or "footnote-backref" in (attributes.get("class") or ""):
            continue
        name = link_name(node)
        if not name:
            message = f'the link to "{address}" has no words'
            yield report(LINK_TEXT, message, page, project, literal=address, hint=_HINT)
        elif _EMPTY_WORDS.fullmatch(name.strip(" .…:→»>")) or _ADDRESS.fullmatch(name):
            message = f'the link "{name}" does not say where it leads'
            literal = f"[{name}]"
            yield report(LINK_TEXT, message, page, project, literal=literal, text=name, hint=_HINT)
        if (node.attributes.get("target") or "") == "_blank" and not re.search(
            r"\bnew\s+(?:tab|window)\b", name, re.I
        ):
            message = f'the link "{name}" opens a new tab without saying so'
            hint = 'Take target="_blank" out.'
            yield report(NEW_TAB, message, page, project, literal=address, text=name, hint=hint)


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
