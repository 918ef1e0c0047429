"""Check that a sentence does not say the reverse of what it cites."""

from __future__ import annotations

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.claims.comparisons import find_reversed
from kapguide.pages.prose import cited_sentences

DIFFERS = Rule(
    "direction-differs",
    "warning",
    "A sentence gives each number to the group that had it, and says more where there was more.",
    "DISCERN 4; FTC Health Products Compliance Guidance",
    "In a trial of 41 people, 9 of 41 felt better with ketamine, and 12 of 41 with placebo "
    "[@trial].",
    "In a trial of 41 people, 12 of 41 felt better with ketamine, and 9 of 41 with placebo "
    "[@trial].",
)


def check_direction(page: Page, project: Project) -> Problems:
    """Find sentences that turn round what the one entry found that they cite."""
    for sentence in cited_sentences(page, project.words):
        keys = set(sentence.citekeys)
        if len(keys) != 1 or not keys <= set(project.library.entries) or sentence.question:
            continue  # of two studies, one may say this and the other that
        entry = project.library[keys.pop()]
        for found in find_reversed(sentence.plain, entry, project.words):
            message = f"{entry.citekey} seems to say the reverse: {found}"
            hint = "Compare the source, then mend the sentence or the entry."
            yield report(DIFFERS, message, page, project, text=sentence.plain, hint=hint)


CHECK = Check((DIFFERS,), page=check_direction)
