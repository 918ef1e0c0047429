"""Check that pages speak of suicide without blame, and never as a success or a failure."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_citations.problems import Problem, Rule

from kapguide.checks.registry import Check
from kapguide.claims.wording import as_written, compile_lower
from kapguide.pages.page import Page
from kapguide.pages.prose import sentences
from kapguide.project.project import Project, report

SUICIDE = Rule(
    "suicide-words",
    "error",
    "Suicide is not called committed, completed, successful or failed.",
    "988 Suicide & Crisis Lifeline; Reporting on Suicide",
    "Her brother committed suicide.",
    "Her brother died by suicide.",
)

_WORDS = compile_lower(
    r"\bcommit(?:s|ted|ting)?\s+suicide\b",
    r"\b(?:completed?|successful|failed|unsuccessful)\s+(?:a\s+)?suicides?(?:\s+attempts?)?\b",
    r"\bsucceeded\s+in\s+(?:killing|suicide)\b|\bsuicide\s+(?:victims?|epidemic)\b",
)


def check_suicide_words(page: Page, project: Project) -> Iterator[Problem]:
    """Find words that blame or count suicide, outside of quotations."""
    for sentence in sentences(page, headings=True):
        match = _WORDS.search(sentence.own.lower())
        if match:
            words = as_written(sentence.own, match[0])
            yield report(
                SUICIDE,
                f'"{words}" blames, or makes suicide a success or a failure',
                page,
                project,
                text=sentence.plain,
                hint='Write "died by suicide", "suicide attempt" or "survived a suicide attempt".',
            )


CHECK = Check((SUICIDE,), page=check_suicide_words)
