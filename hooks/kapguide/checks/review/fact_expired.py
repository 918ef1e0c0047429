"""Check that no fact of a page is past its date."""

from __future__ import annotations

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report_setting
from kapguide.front_matter.review import read_day

EXPIRED = Rule(
    "fact-expired",
    "error",
    "A fact with an end date is looked up again before that day.",
    "KAP Guide",
    "---\ndated_facts:\n  - fact: the federal rule on telehealth\n    until: 2024-12-31\n---",
    "---\ndated_facts:\n  - fact: the federal rule on telehealth\n    until: 2026-12-31\n---",
)


def check_dated_facts(page: Page, project: Project) -> Problems:
    """Find facts that are past their date."""
    facts = project.front_matter(page).get("dated_facts")
    for item in facts if isinstance(facts, list) else ():
        until = read_day(item.get("until")) if isinstance(item, dict) else None
        if until is not None and project.today > until:
            message = f'"{item.get("fact")}" held until {project.words.format_day(until)}'
            hint = "Look it up again: mend the page and the date, or take the fact out."
            yield report_setting(EXPIRED, message, page, project, setting="dated_facts", hint=hint)


CHECK = Check((EXPIRED,), page=check_dated_facts)
