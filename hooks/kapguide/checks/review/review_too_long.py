"""Check that a page is checked often enough for what it is about."""

from __future__ import annotations

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report_setting

TOO_LONG = Rule(
    "review-too-long",
    "error",
    "Pages on risks, law and cost are checked every 12 months at least, others every 36.",
    "NHS content guide; DISCERN 5",
    "---\ntitle: What does it cost?\nreview_every: 36\n---",
    "---\ntitle: What does it cost?\nreview_every: 12\n---",
)

MOST_MONTHS = 36
MOST_MONTHS_FAST = 12
"""For pages whose subject changes fast."""


def check_interval(page: Page, project: Project) -> Problems:
    """Find pages that are checked too seldom."""
    front = project.front_matter(page)
    months = front.get("review_every")
    if not isinstance(months, int):
        return
    title = f"{front.get('title', '')} {page.url.replace('-', ' ')}"
    fast = project.words.pattern("ageing.fast")
    most = MOST_MONTHS_FAST if fast.search(title) else MOST_MONTHS
    if months > most:
        message = f"the page is checked every {months} months only"
        hint = f"Set review_every to {most} or less."
        yield report_setting(TOO_LONG, message, page, project, setting="review_every", hint=hint)


CHECK = Check((TOO_LONG,), page=check_interval)
