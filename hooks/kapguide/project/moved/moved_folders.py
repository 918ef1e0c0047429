"""Tell that the links of a folder's pages start from another one: a page was moved there.

Each of them leads nowhere then, and each needs the same new beginning.
"""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Iterable, Mapping
from urllib.parse import unquote

from kapguide.project.project import Project, Site

_FEWEST = 2
"""One link alone may be mistyped."""


def find_moved_links(
    broken: Iterable[tuple[str, str]], site: Site, project: Project
) -> Mapping[tuple[str, str], str]:
    """Return what to write for links that would lead somewhere from another folder.

    A link is the folder of the pages that have it, and its address, which leads nowhere.
    """
    docs, _, notices = project.includes.rpartition("/")
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for folder, address in dict.fromkeys(broken):
        path = unquote(address.partition("#")[0])
        if path and not path.startswith("/") and ":" not in path:
            groups[folder].append(address)
    folders = {posixpath.dirname(name) for name in project.sources}
    meant: dict[tuple[str, str], str] = {}
    for path, addresses in groups.items():
        folder = posixpath.relpath(path or ".", docs or ".").removeprefix(".")
        if folder == notices or folder.startswith("."):
            continue  # the links of notices start at docs, those of templates at the site
        # What is in a folder within was moved there itself; that which a page left may be gone.
        within = f"{folder}/" if folder else ""
        apart = {old for old in folders if not old.startswith(within)} | {""}
        olds = sorted({*apart, posixpath.join(folder, "gone")} - {folder})
        found = [_lead(addresses, old, folder, site, project) for old in olds]
        best = max(found, key=len, default={})
        if len(best) >= _FEWEST:
            meant.update({(path, address): best[address] for address in best})
    return meant


def _lead(
    addresses: Iterable[str], old: str, folder: str, site: Site, project: Project
) -> dict[str, str]:
    """Return the addresses that lead somewhere from an old folder, as they start from a new one."""
    led: dict[str, str] = {}
    for address in addresses:
        path, mark, part = address.partition("#")
        target = posixpath.normpath(posixpath.join(old, unquote(path)))
        abroad = target.removeprefix("../") in (project.languages.followed or {})
        if target in project.sources or target in site.files or (target[:3] == "../" and abroad):
            led[address] = posixpath.relpath(target, folder or ".") + mark + part
    return led
