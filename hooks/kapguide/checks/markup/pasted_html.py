"""Check that no page holds the markup of a word processor or of another website."""

from __future__ import annotations

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.pages.wording.pasted_markup import PASTED

PASTED_HTML = Rule(
    "pasted-html",
    "error",
    "No page holds the markup of a word processor or of another website.",
    "KAP Guide",
    '<p class="MsoNormal" style="mso-margin-top-alt:auto">Rest for a day.</p>',
    "Rest for a day.",
)


def check_pasted(page: Page, project: Project) -> Problems:
    """Find the first pasted markup of a page, in its source: that is where it is pasted."""
    source = project.source(page)
    match = PASTED.search(source.text) if source else None
    if match:
        message = f"pasted markup: {match[0]}"
        hint = "Paste as plain text (Ctrl+Shift+V), then add headings and lists as Markdown."
        yield report(PASTED_HTML, message, page, project, literal=match[0], hint=hint)


CHECK = Check((PASTED_HTML,), page=check_pasted)
