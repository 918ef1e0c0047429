"""Check that beside a study's first number stands what kind of study it was, and its size.

Once in a section is enough: who has read "in a randomized trial of 41 people" need
not read it again in each sentence.
"""

from __future__ import annotations

from itertools import takewhile

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.claims.counts import gives_size
from kapguide.pages.page import Block
from kapguide.pages.prose import Sentence, numbers_beside, sentences

UNNAMED = Rule(
    "design-unnamed",
    "warning",
    "Near a study's first number in a section stand its design and its size, in words.",
    "DISCERN 8; CDC Clear Communication Index",
    "About 47 in 100 felt better [@trial].",
    "In a randomized trial of 41 people, about 47 in 100 felt better [@trial]. "
    "After a week it was 12 in 100 [@trial].",
)

AUTHORITIES = frozenset({"label", "law", "regulator", "guideline"})
"""Kinds of entries that are no studies; a rule has no sample."""


def check_design(page: Page, project: Project) -> Problems:
    """Find the first number of a study in a section without the study's design or size."""
    design = project.words.pattern("designs.named")
    seen: set[tuple[int, str]] = set()
    for sentence in sentences(page, project.words):
        numbered = {(sentence.block.section, key) for key in _studies(sentence, project)}
        if not _has_number(sentence) or numbered <= seen:
            continue
        seen |= numbered
        blocks = _blocks_near(sentence, page)
        lacks = []
        if not any(design.search(block.plain) for block in blocks):
            lacks.append("what kind of study it was")
        numbers = (each for block in blocks for each in numbers_beside(block, page, project.words))
        if not any(gives_size(each, project.words) for each in numbers):
            lacks.append("how many people it had")
        if lacks:
            message = f"a study's first number here does not say {' or '.join(lacks)}"
            hint = 'Say it once, beside the number: "in a randomized trial of 41 people".'
            yield report(UNNAMED, message, page, project, text=sentence.plain, hint=hint)


def _has_number(sentence: Sentence) -> bool:
    return bool(sentence.numbers.frequencies or sentence.numbers.percent)


def _studies(sentence: Sentence, project: Project) -> set[str]:
    """Return the citekeys of what a sentence cites, rules and labels left out."""
    known = {key for key in sentence.citekeys if key in project.library}
    return {key for key in known if project.library[key].get("studytype") not in AUTHORITIES}


def _blocks_near(sentence: Sentence, page: Page) -> list[Block]:
    """Return the block of a sentence, the one before, and earlier ones on the same studies.

    Only those of its section: who lands on a heading has not read what stands above it.
    """
    here = sentence.block
    before = [
        block
        for block in takewhile(lambda block: block is not here, page.prose)
        if block.section == here.section
    ]
    keys = set(sentence.citekeys)
    same = [block for block in before if keys & set(" ".join(block.cites).split())]
    return [here, *before[-1:], *same]


CHECK = Check((UNNAMED,), page=check_design)
