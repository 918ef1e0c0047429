"""Where the items of the menu lead: to files of docs/, and to what is built of them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from markdown_citations.problems import is_slip, nearest
from pathspec import GitIgnoreSpec

from kapguide.pages.source_lines import PAGES
from kapguide.project.addresses import SCHEME
from kapguide.project.menu import Menu, MenuItem
from kapguide.project.moved.redirects import find_redirects
from kapguide.project.project import Place, Project, Site

_HOST = re.compile(
    r"(?:[\w-]+\.)+(?!(?:md|markdown|mdown|mkdn?|html?|pdf|png|jpe?g|svg|docx?)\b)[a-z]{2,}(?:/\S*)?",
    re.I,
)


def is_website(target: str) -> bool:
    """Whether an item names a website, without the https:// that makes an address of it."""
    return bool(_HOST.fullmatch(target))


def find_astray(site: Site, project: Project) -> Iterator[MenuItem]:
    """Find the items that lead to no page, or not as MkDocs wants them written."""
    menu = project.menu
    # A page that has moved left a stub, which is built and is no page.
    moved = find_redirects(project.sources).keys() - project.sources.keys()
    for item in menu.items if menu and site.complete else ():
        if SCHEME.match(item.target):
            continue
        target = menu_target(item, menu) if menu else ""
        built = target not in moved and any(name in site.files for name in built_names(target))
        if target.startswith("/") or not built or page_at(target, project):
            yield item


def menu_target(item: MenuItem, menu: Menu) -> str:
    """Name a file of docs as MkDocs looks it up: `./risks.md` is `risks.md`."""
    target = item.target.lstrip("/") if menu.from_docs else item.target
    return PurePosixPath(target).as_posix() if target else ""


def page_at(target: str, project: Project) -> str | None:
    """Name the page that an address (`risks/`, `risks/index.html`) is that of, if any."""
    if not target or target in project.sources:
        return None
    url = target if target.endswith(".html") else f"{target.removesuffix('.md')}/index.html"
    source = project.source(Place("", url))
    return next((name for name, other in project.sources.items() if other is source), None)


def built_names(target: str) -> Iterator[str]:
    """Name the files of the site that an item of the menu may lead to."""
    yield target
    stem, ending = posixpath.splitext(target)
    if ending in PAGES:
        folder, name = posixpath.split(stem)
        yield f"{stem}.html"
        yield posixpath.join(folder if name in {"index", "README"} else stem, "index.html")


def find_listed(project: Project) -> frozenset[str]:
    """Return the files of docs that the menu leads to, or whose address it names."""
    menu = project.menu
    targets = {menu_target(item, menu) for item in menu.items} if menu else set()
    # Of a page whose address stands there, menu-unknown says so already.
    return frozenset(targets | {page_at(target, project) or target for target in targets})


def find_left_out(project: Project) -> tuple[str, ...]:
    """Return the pages of docs that the menu leads to from nowhere, and that it should."""
    menu = project.menu
    if menu is None:
        return ()
    listed, free = find_listed(project), GitIgnoreSpec.from_lines(menu.unlisted)
    return tuple(
        name
        for name in project.sources
        if name.endswith(".md") and name not in listed and not free.match_file(name)
    )


def meant_source(target: str, site: Site, project: Project) -> str | None:
    """Return the page that an item of the menu was meant for: one that the menu leaves out.

    Where one is left out and one item leads nowhere, the page was renamed.
    """
    if is_website(target):
        return None
    left = find_left_out(project)
    astray = [item.target for item in find_astray(site, project)]
    astray = [name for name in astray if not (name.startswith("/") or is_website(name))]
    if len(left) == 1 and len(astray) == 1:
        return left[0]
    wanted = posixpath.basename(target.partition("#")[0].rstrip("/"))
    names = {posixpath.basename(name): name for name in sorted(left, reverse=True)}
    match = nearest(wanted, names)
    if found := nearest(target, left) or (names[match] if match else None):
        return found
    # One that stands there already was moved, or mistyped by a letter.
    near = [
        name
        for name in project.sources
        if posixpath.basename(name) == wanted or is_slip(wanted, posixpath.basename(name))
    ]
    return near[0] if len(near) == 1 else None
