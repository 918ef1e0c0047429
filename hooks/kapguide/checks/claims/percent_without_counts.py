"""Check that a per cent about people is given as a count too."""

from __future__ import annotations

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.pages.prose import has_counts, sentences

PERCENT_ALONE = Rule(
    "percent-without-counts",
    "warning",
    'Beside a per cent about people stands "N of M" or "N in M".',
    "IPDAS; CDC Clear Communication Index",
    "In a trial of 41 people, 24% felt sick [@trial].",
    "In a trial of 41 people, 24% felt sick, about 24 in 100 [@trial].",
)


def check_percents(page: Page, project: Project) -> Problems:
    """Find per cents without counts in their block; relative ones have a check of their own.

    One that cites nothing is told by `claim-uncited`.
    """
    words = project.words
    for sentence in sentences(page, words):
        percent = sentence.numbers.percent
        if (
            percent
            and sentence.cited
            and not sentence.numbers.relative
            and not has_counts(sentence.block, page, words)
        ):
            message = f'"{percent}" stands without a count'
            hint = 'Write "N in 100" or "N of M" instead, or beside it.'
            yield report(PERCENT_ALONE, message, page, project, text=sentence.plain, hint=hint)


CHECK = Check((PERCENT_ALONE,), page=check_percents)
