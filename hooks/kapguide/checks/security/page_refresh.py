"""Check that no page sends its reader on by itself."""

from __future__ import annotations

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report_meta

REFRESH = Rule(
    "page-refresh",
    "error",
    "No page sends its reader on by itself; only a stub does, which has nothing to read and leads "
    "to a page of the site at once.",
    "WCAG 2.2, 2.2.1 Timing Adjustable; W3C technique F41",
    '<meta http-equiv="refresh" content="3;url=https://clinic.example/">',
    "[Our clinic](https://clinic.example/)",
)


def check_refresh(page: Page, project: Project) -> Problems:
    """Find elements that make a browser leave the page."""
    for node in page.select("meta[http-equiv]"):
        meta = node.attributes
        if (meta.get("http-equiv") or "").strip().lower() == "refresh":
            content = meta.get("content") or ""
            message = f'the page sends its reader on by itself: "{content}"'
            hint = "Write a link instead."
            if content.strip().isdecimal():
                message = f"the page loads itself anew every {content.strip()} seconds"
                hint = "Take it out: whoever reads loses the place."
            yield report_meta(REFRESH, message, page, project, meta=meta, hint=hint)


CHECK = Check((REFRESH,), page=check_refresh)
