"""Check the Markdown of a notice as that of a page: its lists, its tables, its citations."""

from __future__ import annotations

from dataclasses import replace

from kapguide.checks.definition import Check, Problems, Project, Site
from kapguide.checks.markdown import (
    citation_escaped,
    heading_underlined,
    link_unused,
    list_broken,
    list_flat,
    table_broken,
)
from kapguide.pages.page import parse_page

_SAME = (
    citation_escaped.CHECK,
    heading_underlined.CHECK,
    link_unused.CHECK,
    list_broken.CHECK,
    list_flat.CHECK,
    table_broken.CHECK,
)
"""Checks that hold what was typed against what readers see of it."""
_RULES = tuple(rule for check in _SAME for rule in check.rules)


def check_notices(site: Site, project: Project) -> Problems:
    """Find what these checks find, once and at the notice's own lines."""
    sources = {source.path: source for source in project.templates}
    for notice in project.notices.values():
        if source := sources.get(notice.path):
            page = parse_page(f"<main>{notice.html}</main>", notice.path, f"{notice.name}.html")
            alone = replace(project, sources={f"{notice.name}.md": source})
            for look in (check.page for check in _SAME if check.page):
                yield from look(page, alone)


CHECK = Check(_RULES, site=check_notices)
