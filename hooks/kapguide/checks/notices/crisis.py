"""Check that every page shows the crisis lines, and that their links work."""

from __future__ import annotations

import re

from markdown_citations.problems import find_line

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, Site, report
from kapguide.notices.on_page import judge_notice, linked_numbers, unlinked_text
from kapguide.pages.page import fold
from kapguide.pages.telephone import LINKS, dial, find_numbers, is_same_line
from kapguide.pages.visibility import hidden_above

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
_RULE = {"missing": MISSING, "hidden": HIDDEN, "altered": ALTERED}
_TIME = re.compile(r"\d{1,2}[.:]\d\d\b|\b\d{1,2}\s*[-\u2013]\s*\d{1,2}\b(?!\s*[-\u2013]?\s*\d)")
"""An hour, or two: no number that one calls."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_TO = re.compile(r"\s+(?:(?:\S+\s+){0,4}?(?:to|al?)\s+)?")
"""Between the verb and the number that one texts: text HOME to 741741."""


def say_where(project: Project) -> str:
    """Say by what they come to stand on a page."""
    notice = f"{project.includes}/{NAME}.md"
    return f"The template puts them on every page: see overrides/ and {notice}."


def check_crisis(page: Page, project: Project) -> Problems:
    """Find the crisis lines missing, hidden, altered, or without working links."""
    notice = project.notices[NAME]
    verdict = judge_notice(page, notice)
    if verdict:
        message = f"crisis lines {verdict.detail}"
        yield report(_RULE[verdict.kind], message, page, project, hint=say_where(project))
        return
    present = _links(page)
    for address, text in linked_numbers(notice):
        if (address, text) not in present:
            message = f'the crisis lines have no working link "{text}" to {address}'
            yield report(LINK, message, page, project, hint=say_where(project))


def check_numbers(site: Site, project: Project) -> Problems:
    """Find numbers that the crisis lines only name: in a hurry nobody copies one."""
    notice = project.notices.get(NAME)
    linked = linked_numbers(notice) if notice else ()
    if notice is None or not linked:
        return  # notice-says has told it
    text = unlinked_text(notice)
    counted = project.words.pattern("crisis_numbers.counted")
    end = 0
    for number in find_numbers(_TIME.sub(lambda time: ";" * len(time[0]), text)):
        start = text.index(number, end)
        end, behind = start + len(number), text[start + len(number) :]
        texted = [*project.words.pattern("telephones.text").finditer(text[:start])][-1:]
        texted = [verb for verb in texted if _TO.fullmatch(text[verb.end() : start])]
        parts = [address.partition(":") for address, _ in linked]
        reached = any(
            is_same_line(to, number) for way, _, to in parts if way == "sms" or not texted
        )
        if reached or counted.match(behind.lstrip()) or _YEAR.fullmatch(number):
            continue
        does, way = ("text", "sms") if texted else ("call", "tel")
        message = f'the crisis lines give "{number}", and a tap does not {does} it'
        hint = f"Write it as a link: [{number}]({way}:{dial(number)})"
        yield LINK.problem(message, notice.path, find_line(notice.source, number), hint)


def _links(page: Page) -> set[tuple[str, str]]:
    return {
        (link.attributes.get("href") or "", fold(link.text()))
        for link in (page.main.css(LINKS) if page.main else ())
        if not hidden_above(link)
    }


CHECK = Check((MISSING, HIDDEN, ALTERED, LINK), page=check_crisis, site=check_numbers)
