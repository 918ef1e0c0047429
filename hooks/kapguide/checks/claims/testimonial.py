"""Check that nobody who was treated speaks for the treatment: one story proves nothing."""

from __future__ import annotations

import re

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.pages.page import HEADINGS, Block
from kapguide.pages.readability import split_sentences
from kapguide.pages.wording.pieces import split_blocks
from kapguide.words import Words

TESTIMONIAL = Rule(
    "testimonial",
    "error",
    "No page has testimonials, stars or success stories.",
    "FTC Guides on Endorsements and Testimonials; DISCERN 4",
    "> KAP gave me my life back. — Sarah, 34",
    "Ask the team what their patients report, and how they count it.",
)


def check_testimonials(page: Page, project: Project) -> Problems:
    """Find stories of people who were treated, in quotations too."""
    words = project.words
    first_person = frozenset(words.list("testimonials.first_person"))
    praised = words.pattern("testimonials.praised", lower=True)
    # Few pages praise anything: to look at all blocks at once says so fast.
    praises = praised.search("\n".join(split.block.plain for split in split_blocks(page)).lower())
    for block, _, spoken in split_blocks(page):
        if "notice" in block.within:
            continue
        match = None
        if block.tag in HEADINGS:
            match = words.pattern("testimonials.headings").search(block.plain)
        elif not first_person.isdisjoint(spoken):
            match = _find_own_story(block, words)
        if praises and not match:
            match = praised.search(block.plain.lower())
        if not match and ("quote" in block.within or any(mark in block.plain for mark in '"“')):
            match = _find_speaker(block, words)
        if match and not _excused(block, match.start(), page, words):
            message = f'"{match[0].strip()}" reads as a testimonial'
            hint = "Say what studies found, in how many people; take the story out."
            text = block.plain[match.start() :]
            yield report(TESTIMONIAL, message, page, project, text=text, hint=hint)


def _find_own_story(block: Block, words: Words) -> re.Match[str] | None:
    """Find what somebody says of himself, where it is no more than anybody might say."""
    text = block.plain
    if match := words.pattern("testimonials.told").search(text):
        return match
    given, asked = words.pattern("testimonials.given"), words.pattern("testimonials.asked")
    caused = words.pattern("testimonials.caused")
    signed = words.pattern("testimonials.named").search(text)

    def is_own(match: re.Match[str]) -> bool:
        before = text[: match.start()]
        return not given.search(before) and not asked.search(before)

    for match in filter(is_own, words.pattern("testimonials.felt").finditer(text)):
        return match
    for match in filter(is_own, words.pattern("testimonials.better").finditer(text)):
        if signed or caused.search(_sentence(text, match.start(), words)):
            return match
    return None


def _find_speaker(block: Block, words: Words) -> re.Match[str] | None:
    """Find by whom a quotation is said to be."""
    match = words.pattern("testimonials.introduced").search(block.plain)
    if not match and ("quote" in block.within or block.plain[0] in "\"“'"):
        match = words.pattern("testimonials.signed").search(block.plain)
    return match


def _sentence(text: str, at: int, words: Words) -> str:
    """Return the sentence that a place in a text stands in."""
    end = 0
    for sentence in split_sentences(text, words):
        end = text.index(sentence, end) + len(sentence)
        if at < end:
            return sentence
    return text


def _excused(block: Block, at: int, page: Page, words: Words) -> bool:
    """Whether readers are told to beware of it, or it is asked."""
    flags = words.pattern("excuses.red_flags").search(page.section(block))
    warned = words.pattern("excuses.warned").search(block.plain)
    denied = words.pattern("excuses.denied").search(block.plain[:at][-70:])
    asked = block.plain.rstrip().endswith("?") or _sentence(block.plain, at, words).endswith("?")
    return bool(flags or warned or denied) or asked


CHECK = Check((TESTIMONIAL,), page=check_testimonials)
