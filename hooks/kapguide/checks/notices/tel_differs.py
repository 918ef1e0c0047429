"""Check that a link calls or texts the number that its words give.

Who taps a number in a hurry does not look at what the telephone dials.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from urllib.parse import unquote

from markdown_citations.problems import find_line
from selectolax.lexbor import LexborNode

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, Site, report
from kapguide.pages.page import fold, parse_page
from kapguide.pages.telephone import called_number, dial, find_numbers, is_same_line

DIFFERS = Rule(
    "tel-differs",
    "error",
    "A link that calls or texts a number leads to the number that its words give.",
    "988 Suicide & Crisis Lifeline; RFC 3966",
    "If you need help, [call the clinic at 555-0100](tel:5550010).",
    "If you need help, [call the clinic at 555-0100](tel:5550100).",
)

_LINKS = 'a[href^="tel:" i], a[href^="sms:" i]'
_NUMBER = re.compile(r"\+?\(?\d(?:(?:[\s).\-\u2010-\u2015]|\(0\)|/(?=\d{3}))*[\dA-Z](?![a-z]))*")
_MESSAGE = 'the words give "{said}", and the link leads to "{address}"'
_HINT = "Write the same number in both; call it once to be sure."
_ALIKE = 0.7
"""How much of a number must agree for it to be the other one, mistyped."""


def check_numbers(page: Page, project: Project) -> Problems:
    """Find links whose words give another number than the one that they call."""
    # What stands in a notice is the notice's own; other checks hold pages to that.
    own = {link.mem_id for link in page.select("[data-notice] a")}
    for address, link in _links(page):
        said = _find_other(address, link)
        if said and link.mem_id not in own:
            literal, words = f"({address}", link.text()
            message = _MESSAGE.format(said=said, address=address)
            yield report(DIFFERS, message, page, project, literal=literal, text=words, hint=_HINT)


def check_notice_numbers(site: Site, project: Project) -> Problems:
    """Find such links in the notices, which stand on many pages, at their own lines."""
    for notice in project.notices.values():
        for address, link in _links(parse_page(notice.html, notice.path)):
            said = _find_other(address, link)
            if said:
                message = _MESSAGE.format(said=said, address=address)
                line = find_line(notice.source, f"({address}")
                yield DIFFERS.problem(message, notice.path, line, _HINT)


def _links(page: Page) -> Iterator[tuple[str, LexborNode]]:
    for link in page.select(_LINKS):
        yield unquote(link.attributes.get("href") or "").strip(), link


def _find_other(address: str, link: LexborNode) -> str:
    """Return the number that a link's words give, if it is not the one that it calls."""
    called = called_number(address)
    own = find_numbers(fold(link.text()))
    if own:
        return "" if any(is_same_line(called, said) for said in own) else own[0]
    # "Call [the lifeline](tel:988) at 988": only what looks like the number is meant for it.
    beside = find_numbers(fold(link.parent.text())) if link.parent else []
    if any(is_same_line(called, said) for said in beside):
        return ""
    return next((said for said in beside if _alike(dial(called), dial(said))), "")


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


CHECK = Check((DIFFERS,), page=check_numbers, site=check_notice_numbers)
