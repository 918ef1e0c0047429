"""Hold that pages speak of people with respect: the person first, the illness second."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_citations.problems import Problem, Rule

from kapguide.claims import kinds
from kapguide.claims.wording import compile_any
from kapguide.pages.page import Page
from kapguide.pages.prose import sentences
from kapguide.project.project import Project, report

STIGMA = Rule(
    "stigma",
    "error",
    "A person is not named by an illness: no addict, alcoholic, victim or sufferer.",
    "NIDA, Words Matter",
    "The clinic treats alcoholics.",
    "The clinic treats people with alcohol use disorder.",
)
SUICIDE = Rule(
    "suicide-words",
    "error",
    "Suicide is not called committed, completed, successful or failed.",
    "988 Suicide & Crisis Lifeline; Reporting on Suicide",
    "Her brother committed suicide.",
    "Her brother died by suicide.",
)
RULES = (STIGMA, SUICIDE)

_BETTER: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"\b(?:{pattern})\b", re.I), better)
    for pattern, better in (
        (
            r"alcoholics(?!\s+anonymous)"
            r"|(?<!non-)alcoholic(?!\s+(?:drinks?|beverages?|liver|hepatitis))",
            "a person with alcohol use disorder",
        ),
        (r"addicts?|junkies?|drug\s+abusers?|abusers?", "a person with a substance use disorder"),
        (
            r"(?:substance|drug|alcohol)\s+abuse(?!\s+and\s+mental\s+health\s+services)",
            "substance use, or substance use disorder",
        ),
        (r"suffer(?:s|ing|ed|er|ers)?\s+from", "has, or is living with"),
        (r"(?:depression|PTSD|pain|anxiety)\s+sufferers?", "a person with it"),
        (r"victims?\s+of", "a person who lived through"),
        (r"(?:the\s+)?mentally\s+(?:ill|sick)", "a person with a mental illness"),
        (r"schizophrenics?|psychotics|crazy|insane|lunatics?", "the name of what the person has"),
    )
)
_SUICIDE = compile_any(
    r"\bcommit(?:s|ted|ting)?\s+suicide\b",
    r"\b(?:completed?|successful|failed|unsuccessful)\s+(?:a\s+)?suicides?(?:\s+attempts?)?\b",
    r"\bsucceeded\s+in\s+(?:killing|suicide)\b|\bsuicide\s+(?:victims?|epidemic)\b",
)


def check_stigma(page: Page, project: Project) -> Iterator[Problem]:
    """Find words that hurt, outside of quotations, titles and names."""
    for sentence in sentences(page, headings=True):
        if not sentence.kinds & kinds.STIGMA:
            continue
        for pattern, better in _BETTER:
            match = pattern.search(sentence.own)
            if match:
                yield report(
                    STIGMA,
                    f'"{match[0]}" puts a label on a person',
                    page,
                    project,
                    text=sentence.plain,
                    hint=f"Write: {better}.",
                )
        match = _SUICIDE.search(sentence.own)
        if match:
            yield report(
                SUICIDE,
                f'"{match[0]}" blames, or makes suicide a success or a failure',
                page,
                project,
                text=sentence.plain,
                hint='Write "died by suicide", "suicide attempt" or "survived a suicide attempt".',
            )
