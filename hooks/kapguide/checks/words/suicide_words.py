"""Check that pages speak of suicide without blame, and never as a success or a failure."""

from __future__ import annotations

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.pages.prose import sentences
from kapguide.words.patterns import as_written

SUICIDE = Rule(
    "suicide-words",
    "error",
    "Suicide is not called committed, completed, successful or failed.",
    "988 Suicide & Crisis Lifeline; Reporting on Suicide",
    "Her brother committed suicide.",
    "Her brother died by suicide.",
)


def check_suicide_words(page: Page, project: Project) -> Problems:
    """Find words that blame or count suicide, outside of quotations."""
    blaming = project.words.pattern("suicide.blaming", lower=True)
    for sentence in sentences(page, project.words, headings=True, notices=True):
        match = blaming.search(sentence.lower)
        if match:
            found = as_written(sentence.own, match[0])
            message = f'"{found}" blames, or makes suicide a success or a failure'
            hint = 'Write "died by suicide", "suicide attempt" or "survived a suicide attempt".'
            yield report(SUICIDE, message, page, project, text=sentence.plain, hint=hint)


CHECK = Check((SUICIDE,), page=check_suicide_words)
