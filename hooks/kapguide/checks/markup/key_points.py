"""Check that a page opens with what a reader should take from it."""

from __future__ import annotations

from itertools import dropwhile, takewhile

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.pages.page import APART, Block
from kapguide.problems.reports import count

MISSING = Rule(
    "key-points",
    "warning",
    "A page opens with 2 or 3 key points.",
    "CDC Clear Communication Index 1 and 2; NHS content guide",
    "---\ntype: practical\n---\n## How to use this page\n\nPrint it.",
    "---\ntype: practical\n---\n## Key points\n\n- Print it.\n- Take it along.",
)


def check_key_points(page: Page, project: Project) -> Problems:
    """Find pages that do not open with two or three key points."""
    if project.front_matter(page).get("type") not in {"treatment", "practical", "support"}:
        return
    second = [number for number, heading in enumerate(page.headings) if heading.level == 2]
    wanted = project.words.pattern("sections.key_points")
    opened = bool(second) and bool(wanted.search(page.headings[second[0]].text))
    here = [block for block in page.blocks if opened and block.section == second[0]]
    # The first list alone: a fact of the clinic's that stands below may have one, too.
    points = [*takewhile(_is_point, dropwhile(lambda block: not _is_point(block), here))]
    if not 2 <= len(points) <= 3:
        found = count(len(points), "key point") if points else "no key points"
        heading = project.words.say("new_page.key_points")
        hint = f"Open with ## {heading} and a list of two or three, a sentence each."
        text = page.headings[second[0]].text if opened else ""
        yield report(MISSING, f"the page opens with {found}", page, project, text=text, hint=hint)


def _is_point(block: Block) -> bool:
    return "list" in block.within and not block.within & APART


CHECK = Check((MISSING,), page=check_key_points)
