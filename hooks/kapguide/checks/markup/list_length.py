"""Check that a list can be taken in at one look."""

from __future__ import annotations

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.pages.page import fold

LIST_LENGTH = Rule(
    "list-length",
    "warning",
    "A list has at most 7 items.",
    "CDC Clear Communication Index 8; AHRQ PEMAT",
    "---\ntype: practical\n---\n- one\n- two\n- three\n- four\n- five\n- six\n- seven\n- eight",
    "---\ntype: practical\n---\n- one\n- two\n- three\n- four\n- five\n- six\n- seven",
)

MOST_ITEMS = 7


def check_lists(page: Page, project: Project) -> Problems:
    """Find lists that are too long to take in; pages to look things up in may have them."""
    if project.front_matter(page).get("type") == "reference":
        return
    for node in (*page.elements.get("ul", ()), *page.elements.get("ol", ())):
        items = [child for child in node.iter() if child.tag == "li"]
        if len(items) > MOST_ITEMS:
            message = f"a list of {len(items)} items"
            hint = f"Part it into lists of at most {MOST_ITEMS}, with a heading each."
            text = fold(items[0].text())
            yield report(LIST_LENGTH, message, page, project, text=text, hint=hint)


CHECK = Check((LIST_LENGTH,), page=check_lists)
