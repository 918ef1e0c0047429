"""Check that pages speak of suicide without blame, and never as a success or a failure."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_citations.problems import Problem, Rule

from kapguide.checks.registry import Check
from kapguide.pages.page import Page
from kapguide.pages.prose import sentences
from kapguide.project.project import Project, report
from kapguide.words.patterns import as_written

SUICIDE = Rule(
    "suicide-words",
    "error",
    "Suicide is not called committed, completed, successful or failed.",
    "988 Suicide & Crisis Lifeline; Reporting on Suicide",
    "Her brother committed suicide.",
    "Her brother died by suicide.",
)


def check_suicide_words(page: Page, project: Project) -> Iterator[Problem]:
    """Find words that blame or count suicide, outside of quotations."""
    blaming = project.words.pattern("suicide.blaming", lower=True)
    for sentence in sentences(page, project.words, headings=True):
        match = blaming.search(sentence.lower)
        if match:
            found = as_written(sentence.own, match[0])
            yield report(
                SUICIDE,
                f'"{found}" blames, or makes suicide a success or a failure',
                page,
                project,
                text=sentence.plain,
                hint='Write "died by suicide", "suicide attempt" or "survived a suicide attempt".',
            )


CHECK = Check((SUICIDE,), page=check_suicide_words)
