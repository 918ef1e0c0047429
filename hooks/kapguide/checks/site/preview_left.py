"""Check that nothing of the live preview is published: neither panels nor overview.

The overview has an address of its own, which no page may have.
"""

from __future__ import annotations

from kapguide.checks.definition import Check, Page, Place, Problems, Project, Rule, Site
from kapguide.preview.panel_marks import LIST, MARK, OVERVIEW

LEFT = Rule(
    "preview-left",
    "error",
    "What the live preview says to editors is on no published page; none has the address "
    f"{OVERVIEW}/ of its list.",
    "KAP Guide",
    '<section data-preview="problems">1 problem on this page</section>',
    "The page as `make site` builds it.",
)


def note_panel(page: Page, site: Site, project: Project) -> Place | None:
    """Note a page that holds a panel; the overview is found by its name."""
    left = MARK in page.html and page.url != LIST
    return Place(page.path, page.url) if left else None


def check_preview(site: Site, project: Project) -> Problems:
    """Find the preview's panel and its overview."""
    hint = "Publish what make site builds, never a folder of the live preview."
    for page in filter(None, site.noted(note_panel, project)):
        source = project.source(page)
        line = source.find_literal(MARK) if source else None
        path = source.path if source and line else page.path
        message = "the live preview's panel of problems is in the page"
        yield LEFT.problem(message, path, line, hint)
    if LIST in site.files:
        path = site.prefix + LIST
        source = project.source(Place(path, LIST))
        message = "this is the live preview's list of problems"
        if source:
            path, hint = source.path, "Rename the page."
            message = f"the live preview needs the address {OVERVIEW}/ for its list of problems"
        yield LEFT.problem(message, path, hint=hint)


CHECK = Check((LEFT,), site=check_preview, note=note_panel)
