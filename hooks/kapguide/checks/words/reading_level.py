"""Hold that a page can be read by who reads at grade 8."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_citations.problems import Problem, Rule

from kapguide.pages.page import Page
from kapguide.pages.readability import measure
from kapguide.project.project import Project, report, warn

LEVEL = Rule(
    "reading-level",
    "error",
    "The text reads at US grade 8 at most; above that it warns, above grade 10 it blocks.",
    "CDC Clear Communication Index; AHRQ PEMAT",
    "Pharmacological interventions administered concomitantly with psychotherapeutic modalities "
    "necessitate comprehensive interdisciplinary evaluation procedures. " * 4,
    "You have the medicine and you talk. The team looks at both, and at how you are. " * 4,
)
RULES = (LEVEL,)

WARN_ABOVE = 8.0
BLOCK_ABOVE = 10.0
_FEWEST = 60
"""Fewer words than this are too few for the formulas to mean anything."""


def check_reading_level(page: Page, project: Project) -> Iterator[Problem]:
    """Find text that is too hard, and name its longest sentences."""
    text = "\n".join(block.plain for block in page.prose)
    reading = measure(text, project.glossary)
    if reading.words < _FEWEST or reading.grade <= WARN_ABOVE:
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
    problem = report(LEVEL, message, page, project, text=reading.longest[0], hint=hint)
    yield problem if reading.grade > BLOCK_ABOVE else warn(problem)
