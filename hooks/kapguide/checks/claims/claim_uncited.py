"""Check that a sentence of fact says where it comes from."""

from __future__ import annotations

import re
from itertools import chain

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.claims.claims import find_claim
from kapguide.claims.effects import find_effect
from kapguide.pages.prose import excused, is_taken_back, sentences, uncited_cells
from kapguide.pages.wording.foreign_citations import looks_cited

UNCITED = Rule(
    "claim-uncited",
    "error",
    "A sentence with a count about people, or with what a treatment does, has a citation.",
    "DISCERN 4; FTC Health Products Compliance Guidance",
    "After a year, 65.8% were abstinent (73 of 111).",
    "After a year, 65.8% in this trial were abstinent (73 of 111) [@trial].",
)


def check_claims(page: Page, project: Project) -> Problems:
    """Find claims without a citation in the sentence, or right behind it."""
    words = project.words
    for sentence in chain(sentences(page, words, notices=True), uncited_cells(page, words)):
        # What a table counts may well be no people.
        counted = sentence.numbers.count and not sentence.block.cell
        if sentence.cited or not (counted or find_effect(sentence.own, words)):
            continue
        claim = find_claim(sentence.plain, words)
        # What explains a word says what the word means; only its numbers are claims.
        if not claim or (sentence.block.tag == "dd" and not re.search(r"\d", claim)):
            continue
        if is_taken_back(sentence.block, page, words):
            continue
        if looks_cited(sentence.text, project.library):
            continue  # what is wrong with its citation is told
        promises = words.pattern("promises.words", lower=True).finditer(sentence.lower)
        if any(not excused(sentence, promise, page, words) for promise in promises):
            continue  # promise tells it
        message = f'a claim without a citation: "{claim}"'
        hint = "Add the study, as in [@dore2019], before the full stop, or take the claim out."
        yield report(UNCITED, message, page, project, text=sentence.plain, hint=hint)


CHECK = Check((UNCITED,), page=check_claims)
