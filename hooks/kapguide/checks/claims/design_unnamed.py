"""Check that beside a cited number stands what kind of study found it, and in how many."""

from __future__ import annotations

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.claims.counts import gives_size
from kapguide.pages.page import Block
from kapguide.pages.prose import Sentence, numbers_beside, sentences

UNNAMED = Rule(
    "design-unnamed",
    "error",
    "Beside a cited number stand the study's design and its size, in words.",
    "DISCERN 8; CDC Clear Communication Index",
    "About 47 in 100 felt better [@trial].",
    "In a randomized trial of 41 people, about 47 in 100 felt better [@trial].",
)

AUTHORITIES = frozenset({"label", "law", "regulator", "guideline"})
"""Kinds of entries that are no studies; a rule has no sample."""


def check_design(page: Page, project: Project) -> Problems:
    """Find cited numbers about people without the study's design or size."""
    words, design = project.words, project.words.pattern("designs.named")
    before: Block | None = None
    current: Block | None = None
    for sentence in sentences(page, words):
        if sentence.block is not current:
            before, current = current, sentence.block
        if not sentence.cited or not _has_number(sentence) or _authority(sentence, project):
            continue
        blocks = [sentence.block]
        if before is not None and before.section == sentence.block.section:
            blocks.append(before)
        named = any(design.search(block.plain) for block in blocks)
        numbers = (each for block in blocks for each in numbers_beside(block, page, words))
        sized = any(gives_size(each, words) for each in numbers)
        lacks = [] if named else ["what kind of study it was"]
        lacks += [] if sized else ["how many people it had"]
        if lacks:
            message = f"the number does not say {' or '.join(lacks)}"
            hint = 'Say it beside the number: "in a randomized trial of 41 people".'
            yield report(UNNAMED, message, page, project, text=sentence.plain, hint=hint)


def _has_number(sentence: Sentence) -> bool:
    return bool(sentence.numbers.frequencies or sentence.numbers.percent)


def _authority(sentence: Sentence, project: Project) -> bool:
    """Whether all that the sentence cites are rules and labels, or nobody can say what."""
    keys = [key for cites in sentence.cites for key in cites.split()]
    kinds = [project.library[key].get("studytype") for key in keys if key in project.library]
    return all(kind in AUTHORITIES for kind in kinds)


CHECK = Check((UNNAMED,), page=check_design)
