"""Check that pages promise nothing: no cure, no miracle, and no approval that there is not."""

from __future__ import annotations

import re
from itertools import chain

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.pages.prose import Sentence, excused, sentences, sentences_of_tables
from kapguide.words import Words
from kapguide.words.patterns import as_written

PROMISE = Rule(
    "promise",
    "error",
    "No word promises a result: cure, guaranteed, breakthrough, miracle, proven safe.",
    "FTC Health Products Compliance Guidance; DISCERN 12",
    "Ketamine is a breakthrough for many people.",
    "Ketamine is not a cure.",
)

APPROVAL = Rule(
    "approval-false",
    "error",
    "No page says that the treatment is approved for what no agency has approved it for; "
    "a citation makes it no truer.",
    "FDA",
    "Ketamine is FDA-approved for depression [@trial].",
    "Ketamine is approved as an anesthetic [@label].",
)


def check_promises(page: Page, project: Project) -> Problems:
    """Find what promises or is not approved, unless it is denied, asked about or warned of."""
    words = project.words
    promises = words.pattern("promises.words", lower=True)
    approvals = words.pattern("topic.unapproved", lower=True)
    prose = sentences(page, words, headings=True, notices=True)
    for sentence in chain(prose, sentences_of_tables(page, words)):
        text = sentence.plain
        if shown := _find(promises, sentence, page, words):
            message = f'"{shown}" promises more than anyone can know'
            hint = "Say what was found, in whom and how often, or leave it out."
            yield report(PROMISE, message, page, project, text=text, hint=hint)
        if shown := _find(approvals, sentence, page, words):
            message = f'"{shown}": no agency has approved it for that'
            hint = "Say what it is approved for, and that this use is off-label."
            yield report(APPROVAL, message, page, project, text=text, hint=hint)


def _find(pattern: re.Pattern[str], sentence: Sentence, page: Page, words: Words) -> str:
    """Return the first words that a pattern finds and nothing excuses, as they are written."""
    found = pattern.finditer(sentence.lower)
    match = next((each for each in found if not excused(sentence, each, page, words)), None)
    return as_written(sentence.own, match[0]) if match else ""


CHECK = Check((PROMISE, APPROVAL), page=check_promises)
