"""Check that a page about treatment says what is not known."""

from __future__ import annotations

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.pages.sections import is_about, sections

UNKNOWN_ABSENT = Rule(
    "unknown-absent",
    "error",
    "A page about treatment says what is not known, under a heading, in at least 40 words.",
    "DISCERN 8; IPDAS",
    "---\ntype: treatment\n---\nKetamine is given in a clinic.",
    "---\ntype: practical\n---\nKetamine is given in a clinic.",
)

FEWEST_WORDS = 40


def check_unknown(page: Page, project: Project) -> Problems:
    """Find pages about treatment whose section on what is not known is short or missing."""
    if project.front_matter(page).get("type") != "treatment":
        return
    heading = project.words.pattern("sections.unknown")
    told = [part for part in sections(page) if is_about(part, heading)]
    if sum(part.words for part in told) < FEWEST_WORDS:
        lack = "is too short" if told else "is missing"
        message = f"the section on what is not known {lack} (at least {FEWEST_WORDS} words)"
        hint = 'Add a heading such as "What is not known", and say what no study has shown.'
        text = told[0].heading if told else ""
        yield report(UNKNOWN_ABSENT, message, page, project, text=text, hint=hint)


CHECK = Check((UNKNOWN_ABSENT,), page=check_unknown)
