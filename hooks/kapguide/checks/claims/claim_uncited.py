"""Check that a sentence of fact says where it comes from, and claims no approval that is not."""

from __future__ import annotations

import re

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.claims.claims import find_claim, own_words
from kapguide.claims.effects import find_effect
from kapguide.pages.prose import Sentence, excused, sentences
from kapguide.pages.wording.foreign_citations import looks_cited
from kapguide.words import Words

UNCITED = Rule(
    "claim-uncited",
    "error",
    "A sentence with a count about people, or with what a treatment does, has a citation.",
    "DISCERN 4; FTC Health Products Compliance Guidance",
    "After a year, 65.8% were abstinent (73 of 111).",
    "After a year, 65.8% in this trial were abstinent (73 of 111) [@trial].",
)

APPROVAL = Rule(
    "approval-wrong",
    "error",
    "No sentence says that the treatment is approved for what it is not, whatever it cites.",
    "FDA; FTC Health Products Compliance Guidance",
    "Ketamine is FDA-approved for depression [@label].",
    "Ketamine is not approved for depression [@label].",
)


def check_claims(page: Page, project: Project) -> Problems:
    """Find claims without a citation in the sentence, or right behind it."""
    words = project.words
    for sentence in sentences(page, words):
        if wrong := _find_wrong_approval(sentence, page, words):
            message, hint = f'"{wrong[0]}" is not so: {wrong[1]}', "Take it out, or say what is so."
            yield report(APPROVAL, message, page, project, text=sentence.plain, hint=hint)
            continue
        if sentence.cited or not (sentence.numbers.count or find_effect(sentence.own, words)):
            continue
        claim = find_claim(sentence.plain, words)
        # What explains a word says what the word means; only its numbers are claims.
        if not claim or (sentence.block.tag == "dd" and not re.search(r"\d", claim)):
            continue
        if looks_cited(sentence.text, project.library):
            continue  # what is wrong with its citation is told
        promises = words.pattern("promises.words", lower=True).finditer(sentence.lower)
        if any(not excused(sentence, promise, page, words) for promise in promises):
            continue  # promise tells it
        message = f'a claim without a citation: "{claim}"'
        hint = "Add the study, as in [@dore2019], before the full stop, or take the claim out."
        yield report(UNCITED, message, page, project, text=sentence.plain, hint=hint)


def _find_wrong_approval(sentence: Sentence, page: Page, words: Words) -> tuple[str, str] | None:
    """Return the words that claim an approval that is not, with what is so."""
    own = own_words(sentence.own, words)
    for pattern, row in words.patterns("topic.unapproved"):
        found = pattern.search(sentence.own) if pattern.search(own) else None
        if found and not excused(sentence, found, page, words):
            return found[0], row["fact"]
    return None


CHECK = Check((UNCITED, APPROVAL), page=check_claims)
