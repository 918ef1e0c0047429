"""Check that nobody who was treated speaks for the treatment: one story proves nothing."""

from __future__ import annotations

import re

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.pages.page import HEADINGS, Block
from kapguide.pages.readability import split_sentences
from kapguide.pages.wording.pieces import Split, split_blocks
from kapguide.words import Words

TESTIMONIAL = Rule(
    "testimonial",
    "error",
    "No page has testimonials, stars or success stories.",
    "FTC Guides on Endorsements and Testimonials; DISCERN 4",
    "> KAP gave me my life back. — Sarah, 34",
    "Ask the team what their patients report, and how they count it.",
)

_QUOTES = '"“«'


def check_testimonials(page: Page, project: Project) -> Problems:
    """Find stories of people who were treated, in quotations too."""
    words = project.words
    praised = words.pattern("testimonials.praised", lower=True)
    # Few pages praise anything: to look at all blocks at once says so fast.
    praises = praised.search("\n".join(split.block.plain for split in split_blocks(page)).lower())
    for split in split_blocks(page):
        block = split.block
        if "notice" in block.within:
            continue
        match = _find_story(split, words) or (_find_praise(block, words) if praises else None)
        if not match or _excused(block, match.start(), page, words):
            # Below words that say no, a name stands all the same.
            match = _find_signed(block, words)
            match = None if match and _excused(block, 0, page, words) else match
        if match:
            message = f'"{match[0].strip()}" reads as a testimonial'
            hint = "Say what studies found, in how many people; take the story out."
            text = block.plain[match.start() :]
            yield report(TESTIMONIAL, message, page, project, text=text, hint=hint)


def _find_story(split: Split, words: Words) -> re.Match[str] | None:
    """Find a heading above stories, what somebody says of himself, or who is named."""
    block = split.block
    if block.tag in HEADINGS:
        return words.pattern("testimonials.headings").search(block.plain)
    own = not frozenset(words.list("testimonials.first_person")).isdisjoint(split.words)
    story = _find_own_story(block, words) if own else None
    return story or words.pattern("testimonials.patient_named").search(block.plain)


def _find_praise(block: Block, words: Words) -> re.Match[str] | None:
    """Find what is said of others, or how a place is rated, where nobody asks for it."""
    text = block.plain.lower()
    match = words.pattern("testimonials.praised", lower=True).search(text)
    asked = match and words.pattern("testimonials.asked").search(text[: match.start()])
    return None if asked else match


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
    speaker = words.pattern("testimonials.speaker")
    for match in filter(is_own, words.pattern("testimonials.gained").finditer(text)):
        spoken = _sentence(text, match.start(), words)
        beside = text if _is_quoted(block) else spoken
        if (
            speaker.search(spoken)
            and _names_treatment(beside, block, words)
            and not _is_mentioned(text, match, words)
        ):
            return match
    return _find_narrated(block, words)


def _find_narrated(block: Block, words: Words) -> re.Match[str] | None:
    """Find what happened to the one who speaks, in a text that names the treatment."""
    text = block.plain
    if not _names_treatment(text, block, words):
        return None
    if "list" in block.within and not _is_quoted(block):
        return None  # what readers may tick: "I have told the team"
    given, supposed = words.pattern("testimonials.given"), words.pattern("testimonials.supposed")
    for match in words.pattern("testimonials.narrated").finditer(text):
        before = text[: match.start()]
        if not (
            given.search(before) or supposed.search(before) or _is_mentioned(text, match, words)
        ):
            return match
    return None


def _names_treatment(text: str, block: Block, words: Words) -> bool:
    """Whether the treatment or its place is named; a quotation of several lines is about it."""
    return "quote" in block.within or bool(words.pattern("testimonials.about").search(text))


def _is_quoted(block: Block) -> bool:
    return "quote" in block.within or any(mark in block.plain for mark in _QUOTES)


def _find_signed(block: Block, words: Words) -> re.Match[str] | None:
    """Find who is said to have spoken, or a name below a quotation or words of himself."""
    text = block.plain
    match = words.pattern("testimonials.introduced").search(text) if _is_quoted(block) else None
    if not match and ("quote" in block.within or text[0] in "\"“«'"):
        match = words.pattern("testimonials.signed").search(text)
    named = match or words.pattern("testimonials.by_name").search(text)
    if match or not named:
        return match
    told = words.pattern("testimonials.speaker"), words.pattern("testimonials.gained")
    own = any(one.search(text[: named.start()]) for one in told)
    return named if own or _is_quoted(block) else None


def _is_mentioned(text: str, match: re.Match[str], words: Words) -> bool:
    """Whether it stands in a quotation that a sentence speaks of: “I slept” is a good sign."""
    return bool(words.pattern("testimonials.mentioned").match(text, match.end()))


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
    before = block.plain[:at].rstrip()
    before = _sentence(before, len(before) - 1, words)
    denied = words.pattern("excuses.denied").search(before[-70:])
    asked = block.plain.rstrip().endswith("?") or _sentence(block.plain, at, words).endswith("?")
    return bool(flags or warned or denied) or asked


CHECK = Check((TESTIMONIAL,), page=check_testimonials)
