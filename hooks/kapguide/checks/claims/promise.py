"""Check that pages promise nothing: no cure, no miracle, no "proven safe"."""

from __future__ import annotations

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.pages.prose import excused, sentences
from kapguide.words.patterns import as_written

PROMISE = Rule(
    "promise",
    "error",
    "No word promises a result: cure, guaranteed, breakthrough, miracle, proven safe.",
    "FTC Health Products Compliance Guidance; DISCERN 12",
    "Ketamine is a breakthrough for many people.",
    "Ketamine is not a cure.",
)


def check_promises(page: Page, project: Project) -> Problems:
    """Find words that promise, unless they are denied, asked about or warned of."""
    words = project.words
    promises = words.pattern("promises.words", lower=True)
    for sentence in sentences(page, words, headings=True, notices=True):
        for match in promises.finditer(sentence.lower):
            if not excused(sentence, match, page, words):
                message = (
                    f'"{as_written(sentence.own, match[0])}" promises more than anyone can know'
                )
                hint = "Say what was found, in whom and how often, or leave it out."
                yield report(PROMISE, message, page, project, text=sentence.plain, hint=hint)
                break


CHECK = Check((PROMISE,), page=check_promises)
