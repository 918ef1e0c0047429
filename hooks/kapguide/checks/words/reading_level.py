"""Check that somebody who reads at US grade 8 can read a page."""

from __future__ import annotations

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.pages.readability import measure

LEVEL = Rule(
    "reading-level",
    "error",
    "The text reads at US grade 10 at most.",
    "CDC Clear Communication Index; AHRQ PEMAT",
    "Pharmacological interventions administered concomitantly with psychotherapeutic modalities "
    "necessitate comprehensive interdisciplinary evaluation procedures. " * 4,
    "You have the medicine and you talk. The team looks at both, and at how you are. " * 4,
)
GOAL = Rule(
    "reading-level-goal",
    "warning",
    "The text reads at US grade 8, so that most readers understand it.",
    "CDC Clear Communication Index; AHRQ PEMAT",
    "The clinic may offer you several different appointments, and the people who work there will "
    "explain each of them before you decide. " * 4,
    "You may come to the clinic more than once. The team will tell you why, and then you choose. "
    * 4,
)

GRADE_WANTED = 8.0
HIGHEST = 10.0
_FEWEST = 60
"""Fewer words than this are too few for the formulas to mean anything."""


def check_reading_level(page: Page, project: Project) -> Problems:
    """Find text that is too hard, and name its longest sentences."""
    text = "\n".join(block.plain for block in page.prose)
    reading = measure(text, project.words, project.glossary)
    if reading.words < _FEWEST or reading.grade <= GRADE_WANTED:
        return
    path, _ = project.place(page)
    longest = []
    for sentence in list(dict.fromkeys(reading.longest))[:3]:
        _, line = project.place(page, sentence)
        words = len(sentence.split())
        start = " ".join(sentence.split()[:6])
        longest.append(f'{f"line {line}" if line else path}, {words} words ("{start} …")')
    message = f"the text reads at grade {reading.grade:.1f}"
    hint = f"Its longest sentences: {'; '.join(longest)}."
    rule = LEVEL if reading.grade > HIGHEST else GOAL
    yield report(rule, message, page, project, text=reading.longest[0], hint=hint)


CHECK = Check((LEVEL, GOAL), page=check_reading_level)
