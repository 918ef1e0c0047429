"""Check that a relative effect is given with the counts themselves.

"30% less" sounds the same for 3 in 10 and for 3 in 10,000.
"""

from __future__ import annotations

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.pages.prose import has_counts, sentences

RELATIVE_ONLY = Rule(
    "relative-only",
    "error",
    'Beside "twice as", "half the" or "30% less" stand the counts themselves.',
    "IPDAS; FTC Health Products Compliance Guidance",
    "In a trial of 41 people, relapse was half as common with it [@trial].",
    "In a trial of 41 people, relapse was half as common with it: "
    "10 in 100, against 20 in 100 [@trial].",
)


def check_relative(page: Page, project: Project) -> Problems:
    """Find relative effects without counts in their block.

    One that cites nothing is told by `claim-uncited`.
    """
    words = project.words
    for sentence in sentences(page, words):
        relative = sentence.numbers.relative
        if relative and sentence.cited and not has_counts(sentence.block, page, words):
            message = f'"{relative}" stands without the counts'
            hint = "Write both counts beside it, as in 10 in 100, against 20 in 100."
            yield report(RELATIVE_ONLY, message, page, project, text=sentence.plain, hint=hint)


CHECK = Check((RELATIVE_ONLY,), page=check_relative)
