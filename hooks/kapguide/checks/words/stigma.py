"""Check that pages speak of people with respect: the person first, the illness second."""

from __future__ import annotations

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.pages.prose import sentences
from kapguide.words.patterns import as_written

STIGMA = Rule(
    "stigma",
    "error",
    "A person is not named by an illness: no addict, alcoholic, victim or sufferer.",
    "NIDA, Words Matter",
    "The clinic treats alcoholics.",
    "The clinic treats people with alcohol use disorder.",
)

_SHORT = 3
"""Of such words few have a capital in a name: "Abuso de Drogas"."""


def check_stigma(page: Page, project: Project) -> Problems:
    """Find words that hurt, outside of quotations and names."""
    words = project.words
    any_label = words.pattern("stigma.labels", lower=True)
    for sentence in sentences(page, words, headings=True, notices=True):
        if not any_label.search(sentence.lower):
            continue
        for pattern, label in words.patterns("stigma.labels", lower=True):
            for match in pattern.finditer(sentence.lower):
                shown = as_written(sentence.own, match[0])
                opens = not sentence.lower[: match.start()].rstrip()[-1:].isalnum()
                if not sentence.heading and _is_named(shown, opens=opens):
                    continue
                message = f'"{shown}" puts a label on a person'
                hint = f"Write: {label['better']}."
                yield report(STIGMA, message, page, project, text=sentence.plain, hint=hint)


def _is_named(shown: str, *, opens: bool) -> bool:
    """Whether words are of a name: the National Institute on Drug Abuse."""
    long = [word for word in shown.split() if len(word) > _SHORT]
    return len(long) > opens and all(word[0].isupper() for word in long)


CHECK = Check((STIGMA,), page=check_stigma)
