"""Hold that the menu leads to pages that exist, and leaves none out.

MkDocs says as much while it builds, without the line; this looks at the built
folder, so that a page which a plug-in made counts as one that exists.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from markdown_citations.problems import Problem, Rule, nearest
from pathspec import GitIgnoreSpec

from kapguide.pages.page import Page
from kapguide.project.menu import Menu, MenuItem
from kapguide.project.project import Place, Project, Site

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
LEFT_OUT = Rule(
    "menu-left-out",
    "error",
    "Each page stands in the menu, or under not_in_nav.",
    "WCAG 2.2, 2.4.5; NHS content guide",
    "nav:\n  - index.md",
    "nav:\n  - index.md\n  - risks.md",
)
RULES = (UNKNOWN, ABSOLUTE, LEFT_OUT)

_ELSEWHERE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//)", re.I)


def check_menu(site: Site, project: Project) -> Iterator[Problem]:
    """Find items that lead nowhere, and pages that no item leads to."""
    menu = project.menu
    if menu is None or not site.complete:
        return
    for item in find_astray(site, project):
        yield _report(item, menu, project)
    targets = {_target(item, menu) for item in menu.items}
    # Of a page whose address stands there, that is said already.
    listed = targets | {_page_at(target, project) for target in targets}
    free = GitIgnoreSpec.from_lines(menu.unlisted)
    names = {source.path: name for name, source in project.sources.items()}
    for path in site.noted(note_source, project):
        name = names.get(path, "")
        if name.endswith(".md") and name not in listed and not free.match_file(name):
            message = f'the page "{name}" is not in the menu'
            hint = f'Add "- {name}" under nav, or name it under not_in_nav.'
            yield Problem(LEFT_OUT.code, message, menu.path, menu.line, hint, LEFT_OUT.severity)


def note_source(page: Page, site: Site, project: Project) -> str:
    """Note what a page was made from; nothing where that is no file of docs/."""
    source = project.source(page)
    return source.path if source else ""


def find_astray(site: Site, project: Project) -> Iterator[MenuItem]:
    """Find the items that `check_menu` reports: other checks need not."""
    menu = project.menu
    for item in menu.items if menu and site.complete else ():
        if _ELSEWHERE.match(item.target):
            continue
        target = _target(item, menu) if menu else ""
        built = any(name in site.files for name in _built_names(target))
        if target.startswith("/") or not built or _page_at(target, project):
            yield item


def _target(item: MenuItem, menu: Menu) -> str:
    """Name a file of docs as MkDocs looks it up: `./risks.md` is `risks.md`."""
    target = item.target.lstrip("/") if menu.from_docs else item.target
    return PurePosixPath(target).as_posix() if target else ""


def _page_at(target: str, project: Project) -> str | None:
    """Name the page that an address (`risks/`, `risks/index.html`) is that of, if any."""
    if not target or target in project.sources:
        return None
    url = target if target.endswith(".html") else f"{target}/index.html"
    source = project.source(Place("", url))
    return next((name for name, other in project.sources.items() if other is source), None)


def _built_names(target: str) -> Iterator[str]:
    """Name the files of the site that an item may lead to."""
    yield target
    stem, ending = posixpath.splitext(target)
    if ending == ".md":
        folder, name = posixpath.split(stem)
        yield f"{stem}.html"
        yield posixpath.join(folder if name in {"index", "README"} else stem, "index.html")


def _report(item: MenuItem, menu: Menu, project: Project) -> Problem:
    target = _target(item, menu)
    rule = ABSOLUTE if target.startswith("/") else UNKNOWN
    if rule is ABSOLUTE:
        message = f'the menu names "{item.target}" with a slash in front'
        bare = target.lstrip("/")
        match = bare if bare in project.sources else _nearest(bare, project)
        hint = f'Write "{match}".' if match else "Write the path that the file has in docs."
    elif not target:
        entry = f'the entry "{item.title}"' if item.title else "an entry"
        message = f"{entry} of the menu names no page"
        place = "colon" if item.title else "dash"
        hint = f"Write the page's file behind the {place}, or take the entry out."
    elif page := _page_at(target, project):
        message = f'the menu names "{item.target}", the address of a page and not its file'
        hint = f'Write "{page}".'
    elif target in project.sources:
        message = f'the menu names "{item.target}", which is not built'
        hint = "See whether exclude_docs or draft_docs leaves it out."
    else:
        message = f'the menu names "{item.target}", which is not in docs'
        match = _nearest(target, project)
        hint = f'Did you mean "{match}"?' if match else "See whether it was renamed or removed."
    return Problem(rule.code, message, menu.path, item.line, hint, rule.severity)


def _nearest(target: str, project: Project) -> str | None:
    """Look for the nearest page, wherever it was moved to."""
    wanted = posixpath.basename(target.partition("#")[0].rstrip("/"))
    names = {posixpath.basename(name): name for name in sorted(project.sources, reverse=True)}
    match = nearest(wanted, names)
    return nearest(target, project.sources) or (names[match] if match else None)
