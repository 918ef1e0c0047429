"""Check that most people can read a page: at US grade 8, or as easily in another language."""

from __future__ import annotations

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.pages.readability import measure

_SOURCE = (
    "CDC Clear Communication Index; AHRQ PEMAT; for Spanish Szigriszt-Pazos 1993 and "
    "Barrio-Cantalejo et al. 2008"
)
LEVEL = Rule(
    "reading-level",
    "error",
    "The text reads at US grade 10 at most; in Spanish at 55 or more on the INFLESZ scale.",
    _SOURCE,
    "Pharmacological interventions administered concomitantly with psychotherapeutic modalities "
    "necessitate comprehensive interdisciplinary evaluation procedures. " * 4,
    "You have the medicine and you talk. The team looks at both, and at how you are. " * 4,
)
GOAL = Rule(
    "reading-level-goal",
    "warning",
    "The text reads at US grade 8, in Spanish at 65 on the INFLESZ scale, so that most readers "
    "understand it.",
    _SOURCE,
    "The clinic may offer you several different appointments, and the people who work there will "
    "explain each of them before you decide. " * 4,
    "You may come to the clinic more than once. The team will tell you why, and then you choose. "
    * 4,
)

_FEWEST = 60
"""Fewer words than this are too few for the formulas to mean anything."""


def check_reading_level(page: Page, project: Project) -> Problems:
    """Find text that is too hard, and name its longest sentences."""
    # An index has the titles and the terms of other pages.
    text = "\n".join(block.plain for block in page.prose if "index" not in block.within)
    reading = measure(text, project.words, project.glossary)
    limits = project.words.values("reading.limits")
    # A grade grows with what is hard, a scale of ease falls.
    sign = 1 if limits["hardest"] > limits["wanted"] else -1
    if reading.words < _FEWEST or sign * (reading.level - limits["wanted"]) <= 0:
        return
    path, _ = project.place(page)
    longest = []
    for sentence in list(dict.fromkeys(reading.longest))[:3]:
        _, line = project.place(page, sentence)
        words = len(sentence.split())
        start = " ".join(sentence.split()[:6])
        longest.append(f'{f"line {line}" if line else path}, {words} words ("{start} …")')
    said = project.words.say("reading.said", level=f"{reading.level:.1f}")
    message = f"the text reads at {said}"
    hint = f"Its longest sentences: {'; '.join(longest)}."
    rule = LEVEL if sign * (reading.level - limits["hardest"]) > 0 else GOAL
    yield report(rule, message, page, project, text=reading.longest[0], hint=hint)


CHECK = Check((LEVEL, GOAL), page=check_reading_level)
