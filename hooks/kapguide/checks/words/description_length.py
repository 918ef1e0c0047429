"""Check that a page's description says something, and its title no more than fits a tab."""

from __future__ import annotations

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report_setting
from kapguide.pages.page import LONGEST_TITLE, fold

LENGTH = Rule(
    "description-length",
    "warning",
    "A description has 50 to 200 characters, and is more than the title again.",
    "NHS content guide",
    "---\ndescription: Dosing.\n---",
    "---\ndescription: What to eat, wear and bring on the day of a session, and who takes you "
    "home.\n---",
)
TITLE_LENGTH = Rule(
    "title-length",
    "warning",
    "A title has at most 65 characters: lists of results and tabs cut longer ones.",
    "NHS content guide",
    "---\ntitle: What we would like you to know about the days before your very first session\n---",
    "---\ntitle: Before your first session\n---",
)

LEAST, MOST = 50, 200


def check_description(page: Page, project: Project) -> Problems:
    """Find a description that is too short, too long, or the title once more; and a long title."""
    front = project.front_matter(page)
    title = front.get("title")
    heading = next((heading.text for heading in page.headings if heading.level == 1), "")
    # A heading that is as long is told by itself.
    if isinstance(title, str) and len(heading) <= LONGEST_TITLE < len(fold(title)):
        message = f"the title has {len(fold(title))} characters, more than {LONGEST_TITLE}"
        hint = "Say in fewer words what the page is about."
        yield report_setting(TITLE_LENGTH, message, page, project, setting="title", hint=hint)
    description = front.get("description")
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


CHECK = Check((LENGTH, TITLE_LENGTH), page=check_description)
