"""Check that pages speak of people with respect: the person first, the illness second."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from markdown_citations.problems import Problem, Rule

from kapguide.checks.registry import Check
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
_BETTER: Mapping[str, str] = {
    r"alcoholics(?!\s+anonymous)"
    r"|(?<!non-)alcoholic(?!\s+(?:drinks?|beverages?|liver|hepatitis))": (
        "a person with alcohol use disorder"
    ),
    r"addicts?|junkies?|drug\s+abusers?|abusers?": "a person with a substance use disorder",
    r"(?:substance|drug|alcohol)\s+abuse(?!\s+and\s+mental\s+health\s+services)": (
        "substance use, or substance use disorder"
    ),
    r"suffer(?:s|ing|ed|er|ers)?\s+from": "has, or is living with",
    r"(?:depression|PTSD|pain|anxiety)\s+sufferers?": "a person with it",
    r"victims?\s+of": "a person who lived through",
    r"(?:the\s+)?mentally\s+(?:ill|sick)": "a person with a mental illness",
    r"schizophrenics?|psychotics|crazy|insane|lunatics?": "the name of what the person has",
}
"""What to write in place of words; these are patterns without groups."""
_WORDS = re.compile(rf"\b(?:{'|'.join(f'({words})' for words in _BETTER)})\b", re.I)


def check_stigma(page: Page, project: Project) -> Iterator[Problem]:
    """Find words that hurt, outside of quotations, titles and names."""
    for sentence in sentences(page, headings=True):
        for match in _WORDS.finditer(sentence.own):
            found = zip(match.groups(), _BETTER.values(), strict=True)
            better = next(better for words, better in found if words)
            yield report(
                STIGMA,
                f'"{match[0]}" puts a label on a person',
                page,
                project,
                text=sentence.plain,
                hint=f"Write: {better}.",
            )


CHECK = Check((STIGMA,), page=check_stigma)
