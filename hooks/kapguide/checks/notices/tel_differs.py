"""Check that a link calls or texts the number that its words give.

Who taps a number in a hurry does not look at what the telephone dials.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

from markdown_citations.problems import find_line, is_slip
from selectolax.lexbor import LexborNode

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, Site, report
from kapguide.pages.page import fold, parse_page
from kapguide.pages.telephone import (
    LINKS,
    called_number,
    complete,
    dial,
    find_numbers,
    is_alike,
    is_same_line,
)

DIFFERS = Rule(
    "tel-differs",
    "error",
    "A link that calls or texts a number leads to the number that its words give.",
    "988 Suicide & Crisis Lifeline; RFC 3966",
    "If you need help, [call the clinic at 555-0100](tel:5550010).",
    "If you need help, [call the clinic at 555-0100](tel:5550100).",
)

_LINKS = f'{LINKS}, a[href^="http" i]'
_NO_HOST = re.compile(r"https?://[\d.-]+/?", re.I)
"""A number that stands where the name of a website should."""
_OTHER_WAY = {"tel": "sms", "sms": "tel"}
_LEADING = " \n:"
"""What may stand between a number and the link that calls it."""
_HINT = "Where the words are right, write {}:{}. Call it once to be sure."


def check_numbers(page: Page, project: Project) -> Problems:
    """Find links whose words give another number than the one that they call."""
    # What stands in a notice is the notice's own; other checks hold pages to that.
    own = {link.mem_id for link in page.select("[data-notice] a")}
    for link in page.select(_LINKS):
        address = link.attributes.get("href") or ""
        wrong = None if link.mem_id in own else _judge(address, link, project)
        if wrong:
            literal, words = f"({address}", link.text()
            yield report(
                DIFFERS, wrong[0], page, project, literal=literal, text=words, hint=wrong[1]
            )


def check_notice_numbers(site: Site, project: Project) -> Problems:
    """Find such links in the notices, which stand on many pages, at their own lines."""
    for notice in project.notices.values():
        for link in parse_page(notice.html, notice.path).select(_LINKS):
            address = link.attributes.get("href") or ""
            if wrong := _judge(address, link, project):
                line = find_line(notice.source, f"({address}")
                yield DIFFERS.problem(wrong[0], notice.path, line, wrong[1])


def _judge(address: str, link: LexborNode, project: Project) -> tuple[str, str] | None:
    """Say what is wrong with a link to a telephone, and what to do; None where nothing is."""
    way, _, number = address.partition(":")
    if way.lower() not in _OTHER_WAY:
        message = f'the link "{address}" leads to a number as if it were a website'
        hint = f"Write tel:{dial(number)}"
        return (message, hint) if _NO_HOST.fullmatch(address) else None
    if "@" in number:
        return f'the link "{address}" calls an e-mail address', f"Write mailto:{number}"
    digits = any(sign.isdigit() for sign in number)
    if not digits or " " in number:
        wrong = "has a blank in it" if digits else "holds no number"
        right = "".join(address.split()) if digits else f"{way.lower()}: and the digits."
        return f'the link "{address}" {wrong}', f"Write {right}"
    said = _find_other(unquote(address).strip(), link)
    if said:
        hint = _HINT.format(way.lower(), complete(said, called_number(address)))
        return f'the words give "{said}", and the link leads to "{address}"', hint
    verbs = project.words.pattern("telephones.call"), project.words.pattern("telephones.text")
    asked = [bool(verb.search(link.text())) for verb in verbs]
    if asked == ([False, True] if way.lower() == "tel" else [True, False]):
        does = ("text", "calls") if way.lower() == "tel" else ("call", "texts")
        message = f'the words say to {does[0]}, and the link "{address}" {does[1]}'
        return message, f"Write {_OTHER_WAY[way.lower()]}:{number}"
    return None


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
    # Short numbers are much alike: only the one that the link stands behind is meant for it.
    lead = link.prev.text_content if link.prev is not None and link.prev.tag == "-text" else ""
    led = find_numbers((lead or "").rstrip(_LEADING))[-1:]
    led = [said for said in led if (lead or "").rstrip(_LEADING).endswith(said)]
    slips = (said for said in led if is_slip(dial(called), dial(said)))
    return next((said for said in beside if is_alike(called, said)), "") or next(slips, "")


CHECK = Check((DIFFERS,), page=check_numbers, site=check_notice_numbers)
