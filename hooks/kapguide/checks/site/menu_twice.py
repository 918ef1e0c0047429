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
    menu = project.menu
    if menu is None or not site.complete:
        return
    lines: dict[str, int] = {}
    for item in menu.items:
        target = menu_target(item, menu)
        if target in lines and target in project.sources:
            message = f'the menu names "{target}" twice, first on line {lines[target]}'
            hint = "Keep one of the two lines."
            yield TWICE.problem(message, menu.path, item.line, hint)
        lines.setdefault(target, item.line)


CHECK = Check((TWICE,), site=check_repeated)
