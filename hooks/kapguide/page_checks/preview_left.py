"""Hold that nothing of the live preview is published: neither panels nor overview."""

from __future__ import annotations

from collections.abc import Iterator

from kapguide.page_checks.project import Project, Site
from kapguide.problems import Problem, Rule

MARK = 'data-preview="problems"'
"""What the preview's panel and its overview carry, and nothing else."""
OVERVIEW = "_problems"
"""The folder of the preview's overview."""

LEFT = Rule(
    "preview-left",
    "error",
    "What the live preview says to editors is on no published page.",
    "KAP Guide",
    '<section data-preview="problems">1 problem on this page</section>',
    "The page as `make site` builds it.",
)
RULES = (LEFT,)


def check_preview(site: Site, project: Project) -> Iterator[Problem]:
    """Find the preview's panel and its overview."""
    hint = "Publish what make site builds, never a folder of the live preview."
    for page in site.pages:
        if MARK not in page.html or page.url.startswith(f"{OVERVIEW}/"):
            continue
        source = project.source(page)
        line = source.find_literal(MARK) if source else None
        path = source.path if source and line else page.path
        message = "the live preview's panel of problems is in the page"
        yield Problem(LEFT.code, message, path, line, hint, LEFT.severity)
    for name in sorted(site.files):
        if name.startswith(f"{OVERVIEW}/"):
            message = "this is the live preview's list of problems"
            yield Problem(LEFT.code, message, site.prefix + name, None, hint, LEFT.severity)
