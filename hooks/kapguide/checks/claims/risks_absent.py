"""Check that benefits never stand alone: the risks are as long, and not far away."""

from __future__ import annotations

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.pages.benefits import find_gains, first_cited, gains_below_key_points
from kapguide.pages.sections import is_about, sections

RISKS_ABSENT = Rule(
    "risks-absent",
    "error",
    "A page with claims of benefit has a section on risks: nearly as long (0.7), and at most two "
    "sections further on.",
    "DISCERN 11; IPDAS; FDA on fair balance",
    "---\ntype: treatment\n---\n## What was found\n\n"
    "In a trial of 41 people, ketamine eased depression in 12 of 41 [@trial].",
    "---\ntype: reference\n---\n## What was found\n\n"
    "In a trial of 41 people, ketamine eased depression in 12 of 41 [@trial].\n\n## The risks\n\n"
    "In the same trial of 41 people, 9 of 41 felt sick with ketamine, and some felt afraid.",
)

SHARE = 0.7
"""How long the risks must be, against the benefits."""
_DISTANCE = 3
"""So many sections between the benefits and the risks are too many."""


def check_risks(page: Page, project: Project) -> Problems:
    """Find claims of benefit without risks, with too little on them, or too far from them."""
    outside = gains_below_key_points(page, project.words)
    if not outside and project.front_matter(page).get("type") != "treatment":
        return
    gains, parts = outside or find_gains(page, project.words), sections(page)
    title = page.headings[0].text if page.headings else ""
    risks = project.words.pattern("sections.risks")
    risky = parts if risks.search(title) else [part for part in parts if is_about(part, risks)]
    if not risky:
        hint = 'Add a section such as "Risks", as long as what is said in favor.'
        text = first_cited(gains)
        yield report(
            RISKS_ABSENT, "the page has no section on risks", page, project, text=text, hint=hint
        )
        return
    benefit = sum(len(gain.plain.split()) for gain in gains)
    harm = sum(part.words for part in risky)
    if harm < SHARE * benefit:
        message = f"{harm} words on risks stand against {benefit} on benefits"
        hint = f"Give the risks at least {SHARE} of the benefits' length, or shorten the benefits."
        yield report(RISKS_ABSENT, message, page, project, text=risky[0].heading, hint=hint)
    tops = {part.number: part.top for part in parts}
    between = risky[0].top - tops[gains[0].block.section] - 1 if gains else 0
    if between >= _DISTANCE:
        message = f"{between} sections stand between the first benefit and the risks"
        hint = "Move the risks up: at most two sections may come between."
        yield report(RISKS_ABSENT, message, page, project, text=risky[0].heading, hint=hint)


CHECK = Check((RISKS_ABSENT,), page=check_risks)
