"""Check that pages promise nothing: no cure, no miracle, no "proven safe"."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_citations.problems import Problem, Rule

from kapguide.checks.registry import Check
from kapguide.pages.page import Page
from kapguide.pages.prose import excused, sentences
from kapguide.project.project import Project, report
from kapguide.words.patterns import as_written

PROMISE = Rule(
    "promise",
    "error",
    "No word promises a result: cure, guaranteed, breakthrough, miracle, proven safe.",
    "FTC Health Products Compliance Guidance; DISCERN 12",
    "Ketamine is a breakthrough for many people.",
    "Ketamine is not a cure.",
)


def check_promises(page: Page, project: Project) -> Iterator[Problem]:
    """Find words that promise, unless they are denied, asked about or warned of."""
    words = project.words
    promises = words.pattern("promises.words", lower=True)
    for sentence in sentences(page, words, headings=True):
        for match in promises.finditer(sentence.lower):
            if not excused(sentence, match, page, words):
                yield report(
                    PROMISE,
                    f'"{as_written(sentence.own, match[0])}" promises more than anyone can know',
                    page,
                    project,
                    text=sentence.plain,
                    hint="Say what was found, in whom and how often, or leave it out.",
                )
                break


CHECK = Check((PROMISE,), page=check_promises)
