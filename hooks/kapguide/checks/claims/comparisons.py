"""Hold that numbers are given as counts that can be compared.

"30% less" sounds the same for 3 in 10 and for 3 in 10,000.
"""

from __future__ import annotations

from collections.abc import Iterator

from markdown_citations.problems import Problem, Rule

from kapguide.pages.page import Page
from kapguide.pages.prose import Sentence, numbers_beside, sentences
from kapguide.project.project import Project, report

_SOURCE = "IPDAS; CDC Clear Communication Index"

PERCENT_ALONE = Rule(
    "percent-without-counts",
    "warning",
    'Beside a per cent about people stands "N of M" or "N in M".',
    _SOURCE,
    "In a trial of 41 people, 24% felt sick [@trial].",
    "In a trial of 41 people, 24% felt sick, about 24 in 100 [@trial].",
)
DENOMINATORS = Rule(
    "mixed-denominators",
    "warning",
    "One comparison counts out of one total.",
    _SOURCE,
    "In a trial of 41 people, 1 in 4 felt sick, against 10 in 100 with placebo [@trial].",
    "In a trial of 41 people, 25 in 100 felt sick, against 10 in 100 with placebo [@trial].",
)
RELATIVE_ONLY = Rule(
    "relative-only",
    "error",
    'Beside "twice as", "half the" or "30% less" stand the counts themselves.',
    "IPDAS; FTC Health Products Compliance Guidance",
    "In a trial of 41 people, relapse was half as common with it [@trial].",
    "In a trial of 41 people, relapse was half as common with it: "
    "10 in 100, against 20 in 100 [@trial].",
)
RULES = (PERCENT_ALONE, DENOMINATORS, RELATIVE_ONLY)


def check_comparisons(page: Page, project: Project) -> Iterator[Problem]:
    """Find per cents and relative effects without counts, and two totals in one comparison."""
    for sentence in sentences(page):
        if sentence.numbers.relative or sentence.numbers.percent:
            yield from _check_lone(sentence, page, project)
        totals = {total for _, word, total in sentence.numbers.frequencies if word == "in"}
        if len(totals) > 1:
            shown = " and ".join(f"{total:g}" for total in sorted(totals))
            yield report(
                DENOMINATORS,
                f"one sentence counts out of {shown}",
                page,
                project,
                text=sentence.plain,
                hint="Turn all counts of the comparison into counts out of one total.",
            )


def _check_lone(sentence: Sentence, page: Page, project: Project) -> Iterator[Problem]:
    numbers, beside = sentence.numbers, numbers_beside(sentence.block, page)
    if any(other.frequencies for other in beside):
        return
    if numbers.relative:
        yield report(
            RELATIVE_ONLY,
            f'"{numbers.relative}" stands without the counts',
            page,
            project,
            text=sentence.plain,
            hint="Write both counts beside it: 10 in 100, against 20 in 100.",
        )
    else:
        yield report(
            PERCENT_ALONE,
            f'"{numbers.percent}" stands without a count',
            page,
            project,
            text=sentence.plain,
            hint='Write "N in 100" or "N of M" instead, or beside it.',
        )
