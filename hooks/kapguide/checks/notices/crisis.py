"""Hold that every page shows the crisis lines, and that their links work.

In the same place on every page: who looks for help in a hurry must not search.
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterator

from markdown_citations.problems import Problem, Rule
from selectolax.lexbor import LexborHTMLParser

from kapguide.notices.on_page import judge_notice, wanted_text
from kapguide.notices.texts import Notice
from kapguide.pages.page import Page, fold
from kapguide.pages.visibility import hidden_above
from kapguide.project.project import Place, Project, Site, report

NAME = "crisis"

_SOURCE = "988 Suicide & Crisis Lifeline; KAP Guide"
_EXAMPLE = "the page as the theme writes it"

MISSING = Rule(
    "crisis-missing",
    "error",
    "Every page carries the crisis lines in its main content.",
    _SOURCE,
    '<div class="notice notice-crisis" data-notice="crisis"></div>',
    _EXAMPLE,
)
HIDDEN = Rule(
    "crisis-hidden",
    "error",
    "The crisis lines are seen without opening anything, with JavaScript off and on paper.",
    _SOURCE,
    '<div class="notice" data-notice="crisis" hidden>…</div>',
    _EXAMPLE,
)
ALTERED = Rule(
    "crisis-altered",
    "error",
    "The crisis lines on the page have the words of docs/_includes/crisis.md.",
    _SOURCE,
    '<div class="notice" data-notice="crisis">In an emergency, wait until Monday. …</div>',
    _EXAMPLE,
)
LINK = Rule(
    "crisis-link",
    "error",
    "Each number in the crisis lines is a link that calls or texts it.",
    _SOURCE,
    '<a href="tel:9888">988</a>',
    '<a href="tel:988">988</a>',
)
MISPLACED = Rule(
    "crisis-misplaced",
    "error",
    "The crisis lines stand in the same place on every page.",
    "WCAG 2.2, 3.2.6 Consistent Help",
    "the crisis lines above the text on one page, below it on all others",
    "the crisis lines at the end of every page, before the disclaimer",
)
RULES = (MISSING, HIDDEN, ALTERED, LINK, MISPLACED)
_RULE = {"missing": MISSING, "hidden": HIDDEN, "altered": ALTERED}
_HINT = "The template puts them on every page: see overrides/ and docs/_includes/crisis.md."


def check_crisis(page: Page, project: Project) -> Iterator[Problem]:
    """Find the crisis lines missing, hidden, altered, or without working links."""
    notice = project.notices[NAME]
    verdict = judge_notice(page, notice)
    if verdict:
        message = f"crisis lines {verdict.detail}"
        yield report(_RULE[verdict.kind], message, page, project, hint=_HINT)
        return
    present = _links(page)
    for address, text in crisis_links(notice):
        if (address, text) not in present:
            message = f'the crisis lines have no working link "{text}" to {address}'
            yield report(LINK, message, page, project, hint=_HINT)


@functools.lru_cache(maxsize=8)
def crisis_links(notice: Notice) -> tuple[tuple[str, str], ...]:
    """Return the addresses that the notice's source links, each with the link's text."""
    tree = LexborHTMLParser(notice.html)
    return tuple(
        (link.attributes.get("href") or "", fold(link.text()))
        for link in tree.css('a[href^="tel:"], a[href^="sms:"]')
    )


def _links(page: Page) -> set[tuple[str, str]]:
    return {
        (link.attributes.get("href") or "", fold(link.text()))
        for link in (page.main.css('a[href^="tel:"], a[href^="sms:"]') if page.main else ())
        if not hidden_above(link)
    }


def check_crisis_place(site: Site, project: Project) -> Iterator[Problem]:
    """Find the pages on which the crisis lines stand elsewhere than on most."""
    places = [(page, place) for page, place in site.noted(note_place, project) if place]
    usual = Counter(place for _, place in places).most_common(1)
    for page, place in places:
        if place != usual[0][0]:
            message = f"the crisis lines stand {place} here, and {usual[0][0]} on other pages"
            yield report(MISPLACED, message, page, project, hint=_HINT)


def note_place(page: Page, site: Site, project: Project) -> tuple[Place, str]:
    """Note where the crisis lines stand on a page."""
    return Place(page.path, page.url), "" if page.redirect else _place(page, project)


def _place(page: Page, project: Project) -> str:
    """Say where the crisis lines stand: against the page's text and the disclaimer."""
    shown = page.shown
    crisis = wanted_text(project.notices[NAME])
    at = shown.rfind(crisis)
    if at < 0:
        return ""
    disclaimer = wanted_text(project.notices["disclaimer"])
    beside = shown.rfind(disclaimer)
    before = shown[:at].replace(disclaimer, "")
    after = shown[at + len(crisis) :].replace(disclaimer, "")
    below = not after.strip() or len(before.split()) >= len(after.split())
    part = "below the text" if below else "above the text"
    return f"{part} and {'before' if at < beside or beside < 0 else 'after'} the disclaimer"
