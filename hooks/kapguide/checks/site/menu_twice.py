"""Check that the menu names each page once.

The page stands in one place of the trail above it and of what search engines are told.
"""

from __future__ import annotations

from kapguide.checks.definition import Check, Problems, Project, Rule, Site
from kapguide.project.menu_targets import menu_target

TWICE = Rule(
    "menu-twice",
    "error",
    "The menu names each page once.",
    "WCAG 2.2, 3.2.4; KAP Guide",
    "nav:\n  - Risks: risks.md\n  - Dangers: risks.md",
    "nav:\n  - Risks: risks.md",
)


def check_repeated(site: Site, project: Project) -> Problems:
    """Find items of the menu whose page stands further up already."""
    lines: dict[str, int] = {}
    for item in project.menu.items if project.menu and site.complete else ():
        target = menu_target(item, project.menu) if project.menu else ""
        if target in lines and target in project.sources and project.menu:
            message = f'the menu names "{target}" twice, first on line {lines[target]}'
            hint = "Keep one of the two lines."
            yield TWICE.problem(message, project.menu.path, item.line, hint)
        lines.setdefault(target, item.line)


CHECK = Check((TWICE,), site=check_repeated)
