"""Check that a link says where it leads."""

from __future__ import annotations

import re

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.pages.accessible_names import link_name
from kapguide.pages.page import fold
from kapguide.pages.surroundings.context import LANGUAGE_MARK
from kapguide.pages.tags.balance import find_unbalanced
from kapguide.pages.wording.written import written

LINK_TEXT = Rule(
    "link-text",
    "error",
    'A link\'s words say where it leads: not "here", "read more" or a bare address.',
    "WCAG 2.2, 2.4.4; NHS content guide",
    "For the risks [click here](risks.md).",
    "See [what the risks are](risks.md).",
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.I)
_NO_WORDS = re.compile(r"(?<!!)\[\s*\]\([^)\n]*")
_HINT = "Use the words for what stands at the other end: [what the risks are](risks.md)."


def check_link_text(page: Page, project: Project) -> Problems:
    """Find links that do not say where they lead."""
    empty = project.words.pattern("links.empty")
    for node in page.elements.get("a", ()):
        attributes = node.attributes
        address = attributes.get("href")
        if address is None or "footnote-backref" in (attributes.get("class") or ""):
            continue
        mark = node.css_first(f".{LANGUAGE_MARK}")  # the build adds which language it leads to
        name = link_name(node).removesuffix(fold(mark.text()) if mark else "").strip()
        if not name and _is_open(page, project):
            continue  # tag-unbalanced tells of the <a> that holds nothing
        if not name:
            message = f'the link to "{address}" has no words'
            literal = _typed(address, page, project)
            yield report(LINK_TEXT, message, page, project, literal=literal, hint=_HINT)
        elif empty.fullmatch(name.strip(" .…:→»>")) or _ADDRESS.fullmatch(name):
            message = f'the link "{name}" does not say where it leads'
            source = project.source(page)
            forms = (f"[{name}]", f">{name}<")
            literal = next((one for one in forms if source and source.find_literal(one)), name)
            yield report(LINK_TEXT, message, page, project, literal=literal, text=name, hint=_HINT)


def _is_open(page: Page, project: Project) -> bool:
    """Whether the page's Markdown leaves a link open, which then holds nothing."""
    source = project.source(page)
    text = written(source) if source else ""
    return "<a" in text and any(tag.name == "a" for tag in find_unbalanced(text))


def _typed(address: str, page: Page, project: Project) -> str:
    """Return a link without words as the file has it: the address is the build's."""
    source = project.source(page)
    return next((m[0] for m in _NO_WORDS.finditer(source.text if source else "")), address)


CHECK = Check((LINK_TEXT,), page=check_link_text)
