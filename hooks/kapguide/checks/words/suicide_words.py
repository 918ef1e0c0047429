"""Check that pages speak of suicide without blame, and never as a success or a failure."""

from __future__ import annotations

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.pages.prose import sentences
from kapguide.words.patterns import as_written

SUICIDE = Rule(
    "suicide-words",
    "error",
    "Suicide is not called committed, successful or failed, and pages do not say how it was done.",
    "988 Suicide & Crisis Lifeline; Reporting on Suicide",
    "Her brother committed suicide.",
    "Her brother died by suicide.",
)

_BLAMES = "blames, or makes suicide a success or a failure"
_BETTER = 'Write "died by suicide", "suicide attempt" or "survived a suicide attempt".'
_TELLS_HOW = "tells how somebody died, which may put a reader in danger"
_LEAVE_OUT = 'Leave out how; "died by suicide" says enough.'


def check_suicide_words(page: Page, project: Project) -> Problems:
    """Find words that blame or count suicide, or tell how somebody died, outside of quotations."""
    kinds = (
        (project.words.pattern("suicide.blaming", lower=True), _BLAMES, _BETTER),
        (project.words.pattern("suicide.methods", lower=True), _TELLS_HOW, _LEAVE_OUT),
    )
    for sentence in sentences(page, project.words, headings=True, notices=True):
        for pattern, what, hint in kinds:
            if match := pattern.search(sentence.lower):
                message = f'"{as_written(sentence.own, match[0])}" {what}'
                yield report(SUICIDE, message, page, project, text=sentence.plain, hint=hint)
                break


CHECK = Check((SUICIDE,), page=check_suicide_words)
