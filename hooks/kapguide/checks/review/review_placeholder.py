"""Check that a page names a reviewer who is somebody, not the words of an example."""

from __future__ import annotations

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report_setting
from kapguide.front_matter.review import is_placeholder, read_review

PLACEHOLDER = Rule(
    "review-placeholder",
    "error",
    "A review names a person and what they are, never the words of an example.",
    "NHS content guide; DISCERN 4",
    "---\nreview:\n  reviewer: Name as the clinic gives it\n  credentials: MD, psychiatry\n"
    "  date: 2026-11-01\n---",
    "---\nreview: pending\n---",
)


def check_reviewer(page: Page, project: Project) -> Problems:
    """Find reviews by nobody."""
    review = read_review(project.front_matter(page).get("review"))
    parts = {"reviewer": review.reviewer, "credentials": review.credentials} if review else {}
    for name, text in parts.items():
        if is_placeholder(name, text, project.words):
            message = f'the {name} is "{text}", which stands for nobody'
            hint = "Name who has read the page, or write review: pending."
            setting = ("review", name)
            yield report_setting(PLACEHOLDER, message, page, project, setting=setting, hint=hint)


CHECK = Check((PLACEHOLDER,), page=check_reviewer)
