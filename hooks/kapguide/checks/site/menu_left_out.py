"""Check that the menu leaves no page out."""

from __future__ import annotations

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, Site
from kapguide.checks.files.file_name import judge_name, name_anew
from kapguide.project.menu_targets import find_astray, find_left_out, meant_source, menu_target

LEFT_OUT = Rule(
    "menu-left-out",
    "error",
    "Each page stands in the menu, or under not_in_nav.",
    "WCAG 2.2, 2.4.5; NHS content guide",
    "nav:\n  - index.md",
    "nav:\n  - index.md\n  - risks.md",
)


def check_left_out(site: Site, project: Project) -> Problems:
    """Find pages that no item of the menu leads to."""
    menu = project.menu
    if menu is None or not site.complete:
        return
    # Of one that the menu has by another name, menu-unknown says so already.
    astray = [menu_target(item, menu) for item in find_astray(site, project)]
    meant = {meant_source(target, site, project) for target in astray}
    left = set(find_left_out(project)) - meant
    names = {source.path: name for name, source in project.sources.items()}
    for path in site.noted(note_source, project):
        name = names.get(path, "")
        if name in left:
            message = f'the page "{name}" is not in the menu'
            # The file is to be called so, which file-name says.
            anew = name_anew(name, project.sources) if judge_name(name) else name
            hint = f'Add "- {anew}" under nav, or name it under not_in_nav.'
            yield LEFT_OUT.problem(message, menu.path, menu.line, hint)


def note_source(page: Page, site: Site, project: Project) -> str:
    """Note what a page was made from; nothing where that is no file of docs/."""
    source = project.source(page)
    return source.path if source else ""


CHECK = Check((LEFT_OUT,), site=check_left_out, note=note_source)
