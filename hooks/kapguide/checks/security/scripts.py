"""Hold that the text of a page runs nothing, and that no address does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_citations.problems import Problem, Rule
from selectolax.lexbor import LexborNode

from kapguide.pages.page import Page
from kapguide.project.project import Project, report
from kapguide.security.inline import CODE_TYPES

INLINE = Rule(
    "inline-script",
    "error",
    "A script stands in a file of its own, or the security policy names its hash; the text of a "
    "page holds none.",
    "W3C Content Security Policy",
    "<script>track('risks')</script>",
    "The page about risks.",
)
UNSAFE = Rule(
    "unsafe-url",
    "error",
    "No address runs code (javascript:) or is a document in itself (data:).",
    "W3C Content Security Policy",
    '<a href="javascript:history.back()">Go back to the list</a>',
    '<a href="risks.md">Go back to the risks</a>',
)
RULES = (INLINE, UNSAFE)

_UNSAFE = re.compile(r"^(?:javascript|vbscript|data|blob|filesystem):", re.I)
"""Without one of these in the HTML there is no such address, however it is written."""
_IMAGE = re.compile(r"^data:image/(?:png|gif|jpeg|webp|svg\+xml)[;,]", re.I)
_DROPPED = re.compile(r"[\x00-\x20]")
_ADDRESSES = {"href", "src", "action", "formaction", "data", "xlink:href", "poster"}
_PICTURES = {"img", "source", "link", "image"}


def check_scripts(page: Page, project: Project) -> Iterator[Problem]:
    """Find scripts and event handlers in the text of a page, and unsafe addresses.

    Those of the theme are `check_policies`' to hold against the policies.
    """
    for node in page.select("script:not([src])"):
        if is_code(node) and in_text(node, page):
            code = " ".join(node.text().split())[:40]
            message = f'a script in the text of the page: "{code}"'
            hint = "Take it out, or put it into a file of docs/assets."
            yield report(INLINE, message, page, project, literal=code, hint=hint)
    yield from _check_handlers(page, project)
    for _, tag, attributes in page.addressed:
        for name, value in attributes.items():
            if name not in _ADDRESSES or not value or ":" not in value:
                continue
            # Browsers drop blanks and control characters from an address.
            address = _DROPPED.sub("", value)
            harmless = tag in _PICTURES and _IMAGE.match(address)
            if _UNSAFE.match(address) and not harmless:
                message = f'the address "{address[:40]}" runs code or is a document in itself'
                hint = "Link to a page or a file instead."
                yield report(UNSAFE, message, page, project, literal=address, hint=hint)


def _check_handlers(page: Page, project: Project) -> Iterator[Problem]:
    source = project.source(page)
    found = page.handlers
    if source is None or not source.path.endswith(".md"):
        # No template of ours made the rest of the page either.
        found = [(node, name) for node in page.select("*") for name in node.attributes]
    for node, name in found:
        if re.fullmatch(r"on[a-z]{3,24}", name):
            value = node.attributes.get(name) or ""
            message = f'the attribute {name} of <{node.tag}> holds a script: "{value}"'
            literal = value or name
            yield report(INLINE, message, page, project, literal=literal, hint="Take it out.")


def is_code(node: LexborNode) -> bool:
    """Whether browsers act on a <script>; under any other type it is data."""
    return (node.attributes.get("type") or "").strip().lower() in CODE_TYPES


def in_text(node: LexborNode, page: Page) -> bool:
    """Whether an element stands in the text of a page; the theme puts none of its own there."""
    if page.main is None:
        return False
    found: LexborNode | None = node
    while found is not None and found.tag != "main":
        if found.tag == "article":
            return True
        found = found.parent
    # A theme without <article> has only the text itself in <main>.
    return found is not None and not found.css("article")
