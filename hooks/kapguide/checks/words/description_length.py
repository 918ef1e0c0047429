"""Check that a page's description says something: lists of results show it."""

from __future__ import annotations

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report_setting
from kapguide.pages.page import fold

LENGTH = Rule(
    "description-length",
    "warning",
    "A description has 50 to 200 characters, and is more than the title again.",
    "NHS content guide",
    "---\ndescription: Dosing.\n---",
    "---\ndescription: What to eat, wear and bring on the day of a session, and who takes you "
    "home.\n---",
)

LEAST, MOST = 50, 200


def check_description(page: Page, project: Project) -> Problems:
    """Find a description that is too short, too long, or the title once more."""
    description = project.front_matter(page).get("description")
    if not isinstance(description, str) or not description.strip():
        return
    text = fold(description)
    if text.rstrip(".?!").lower() == page.title.rstrip(".?!").lower():
        message = "the description only repeats the title"
    elif not LEAST <= len(text) <= MOST:
        message = f"the description has {len(text)} characters"
    else:
        return
    hint = f"Say in a sentence of {LEAST} to {MOST} characters what a reader finds here."
    yield report_setting(LENGTH, message, page, project, setting="description", hint=hint)


CHECK = Check((LENGTH,), page=check_description)
