"""Check that the menu leads to pages that exist.

MkDocs says as much while it builds, without the line; this looks at the built
folder, so that a page which a plug-in made counts as one that exists.
"""

from __future__ import annotations

from markdown_citations.problems import ask_meant

from kapguide.checks.definition import Check, Problem, Problems, Project, Rule, Site
from kapguide.checks.links.link_broken import RENAMED, find_broken
from kapguide.project.editions.following import find_renamed, lead_to_first
from kapguide.project.menu import Menu, MenuItem, say_nameless
from kapguide.project.menu_targets import (
    find_astray,
    is_website,
    meant_source,
    menu_target,
    page_at,
)
from kapguide.project.moved.meant_files import advise_ending
from kapguide.project.moved.redirects import cause_page, find_redirects

UNKNOWN = Rule(
    "menu-unknown",
    "error",
    "Each item of the menu names a page of docs that is built.",
    "WCAG 2.2; NHS content guide",
    "nav:\n  - What are the risks?: riks.md",
    "nav:\n  - What are the risks?: risks.md",
)
ABSOLUTE = Rule(
    "menu-absolute",
    "error",
    "The menu names pages as docs has them, without a slash in front.",
    "KAP Guide",
    "nav:\n  - What are the risks?: /risks.md",
    "nav:\n  - What are the risks?: risks.md",
)


def check_menu(site: Site, project: Project) -> Problems:
    """Find items of the menu that lead nowhere."""
    if project.menu:
        for item in find_astray(site, project):
            if item.target == "index.md" and "index.html" not in site.files:
                continue  # home-missing says so
            yield _report(item, project.menu, site, project)


def _report(item: MenuItem, menu: Menu, site: Site, project: Project) -> Problem:
    target = menu_target(item, menu)
    saved = advise_ending(target, site, project)
    rule = ABSOLUTE if target.startswith("/") else UNKNOWN
    if rule is ABSOLUTE:
        message = f'the menu names "{item.target}" with a slash in front'
        bare = target.lstrip("/")
        match = bare if bare in project.sources else meant_source(bare, site, project)
        hint = f'Write "{match}".' if match else "Write the path that the file has in docs."
    elif not target:
        message, hint = say_nameless(item.title)
    elif is_website(target):
        message = f'the menu names "{item.target}", which is no page and no whole address'
        hint = f'Write "https://{item.target}".'
    elif not saved and (page := page_at(target, project)):
        message = f'the menu names "{item.target}", the address of a page and not its file'
        hint = f'Write "{page}".'
    elif target in project.sources:
        message = f'the menu names "{item.target}", which is not built'
        hint = "See whether exclude_docs or draft_docs leaves it out."
    else:
        message = f'the menu names "{item.target}", which is not in docs'
        linked = find_broken(site, project).get(target)
        match = "" if saved else meant_source(target, site, project)
        moved = find_redirects(project.sources).get(target)
        if renamed := find_renamed(target, project.sources, project.languages.followed or {}):
            hint = f"Rename {renamed} back to {target}: a page has one name in all languages."
        elif moved:
            hint = f'Write "{moved}": the page has moved there.'
        elif target in (project.languages.followed or {}) and not match:
            way = lead_to_first(target)
            hint = f"Put the page back, or take the line out and write {way} in the links."
        elif linked and not match:
            gone = f"{RENAMED.format(target)} Was it removed? Take the line out, and the links."
            hint = saved or gone
        else:
            hint = ask_meant(item.target, match) if match else saved
            hint = hint or "See whether it was renamed or removed."
        if linked and match and not (moved or renamed):
            hint += f" If the page was renamed, write redirects: [{target}] at its top as well."
    return rule.problem(message, menu.path, item.line, hint, cause_page(target))


CHECK = Check((UNKNOWN, ABSOLUTE), site=check_menu)
