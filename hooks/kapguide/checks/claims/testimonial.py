"""Check that nobody who was treated speaks for the treatment: one story proves nothing."""

from __future__ import annotations

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.pages.page import HEADINGS, Block
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
    first_person = frozenset(project.words.list("testimonials.first_person"))
    praised = project.words.pattern("testimonials.praised", lower=True)
    # Few pages praise anything: to look at all blocks at once says so fast.
    praises = praised.search("\n".join(split.block.plain for split in split_blocks(page)).lower())
    for block, _, spoken in split_blocks(page):
        if "notice" in block.within:
            continue
        match = None
        if block.tag in HEADINGS:
            match = project.words.pattern("testimonials.headings").search(block.plain)
        elif not first_person.isdisjoint(spoken):
            match = project.words.pattern("testimonials.told").search(block.plain)
        if praises and not match:
            match = praised.search(block.plain.lower())
        if not match and ("quote" in block.within or block.plain[0] in "\"“'"):
            match = project.words.pattern("testimonials.signed").search(block.plain)
        if match and not _warned(block, match.start(), page, project.words):
            message = f'"{match[0].strip()}" reads as a testimonial'
            hint = "Say what studies found, in how many people; take the story out."
            text = block.plain[match.start() :]
            yield report(TESTIMONIAL, message, page, project, text=text, hint=hint)


def _warned(block: Block, at: int, page: Page, words: Words) -> bool:
    """Whether readers are told to beware of it, or asked."""
    flags = words.pattern("excuses.red_flags").search(page.section(block))
    warned = words.pattern("excuses.warned").search(block.plain)
    denied = words.pattern("excuses.denied").search(block.plain[:at][-70:])
    return bool(flags or warned or denied) or block.plain.rstrip().endswith("?")


CHECK = Check((TESTIMONIAL,), page=check_testimonials)
