"""Check that one comparison counts out of one total."""

from __future__ import annotations

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.pages.prose import sentences

DENOMINATORS = Rule(
    "mixed-denominators",
    "warning",
    "One comparison counts out of one total.",
    "IPDAS; CDC Clear Communication Index",
    "In a trial of 41 people, 1 in 4 felt sick, against 10 in 100 with placebo [@trial].",
    "In a trial of 41 people, 25 in 100 felt sick, against 10 in 100 with placebo [@trial].",
)


def check_denominators(page: Page, project: Project) -> Problems:
    """Find sentences that count out of two totals."""
    for sentence in sentences(page, project.words):
        totals = {total for _, word, total in sentence.numbers.frequencies if word == "in"}
        if len(totals) > 1:
            shown = " and ".join(f"{total:g}" for total in sorted(totals))
            message = f"one sentence counts out of {shown}"
            hint = "Turn all counts of the comparison into counts out of one total."
            yield report(DENOMINATORS, message, page, project, text=sentence.plain, hint=hint)


CHECK = Check((DENOMINATORS,), page=check_denominators)
