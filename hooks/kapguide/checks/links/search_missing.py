"""Check that the search which pages show is there, whichever engine and theme built them.

A theme of another name does not load its search, and pages then show a field that finds
nothing, or none at all; no engine says so.
"""

from __future__ import annotations

import json
import re
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from kapguide.checks.definition import Check, Page, Place, Problem, Problems, Project, Rule, Site
from kapguide.finishing.search_words import INDEX
from kapguide.pages.visibility import with_above
from kapguide.project.addresses import find_file

MISSING = Rule(
    "search-missing",
    "error",
    "A search that pages show has an index and a script, and an index is shown a search for.",
    "KAP Guide; NHS content guide",
    '<form role="search"><input type="search"></form> on a site without search_index.json',
    '<form role="search"><input type="search"></form> on a site with it and a script',
)

_FIELDS = "[role=search] input, input[type=search], form[name=search] input"
_INDEX = re.compile(r"(?:^|/)(?:search(?:[_-]?index)?\.json|pagefind/[^/]+)$", re.I)
_SCRIPT = re.compile(r"search|pagefind|lunr", re.I)


class _Search(NamedTuple):
    """What a page has of a search."""

    place: Place
    shown: bool
    scripts: tuple[str, ...]
    """Files of the site, by the names of which they may be the search's."""


def note_search(page: Page, site: Site, project: Project) -> _Search:
    """Note whether a page shows a search that it answers itself, and by which scripts."""
    shown = any(_is_ours(node) for node in page.select(_FIELDS))
    sources = [node.attributes.get("src") or "" for node in page.select("script[src]")]
    configured = page.select("script#__config")
    workers = [_find_worker(node.text()) for node in configured] if shown else []
    # A theme that names its worker does nothing without it, whatever other scripts there are.
    named = [worker for worker in workers if worker] or list(filter(_SCRIPT.search, sources))
    scripts = (find_file(address, page.url, project) for address in named)
    return _Search(Place(page.path, page.url), shown, tuple(scripts) if shown else ())


def check_search(site: Site, project: Project) -> Problems:
    """Find a search without an index or a script, and an index that no page has a use for."""
    if not site.complete:
        return
    noted = site.noted(note_search, project)
    indexed = any(_INDEX.search(name) for name in site.files)
    showing = [page for page in noted if page.shown]
    for page in showing[:1]:
        if not indexed:
            yield _report("pages show a search, and the site has no index for it", page, project)
    for page in showing:
        if not any(script in site.files for script in page.scripts):
            named = f": {page.scripts[0]} is not there" if page.scripts else ""
            yield _report(f"pages show a search, and no script answers it{named}", page, project)
            break
    # Engines make it whose search is a part of their pages, and not of their theme's script.
    if INDEX in site.files and noted and not showing:
        message = "the build made an index for a search, and no page shows one"
        yield _report(message, noted[0], project)


def _is_ours(node: LexborNode) -> bool:
    """Whether a field's form is sent to nobody else."""
    form = next((one for one in with_above(node) if one.tag == "form"), None)
    return form is None or not form.attributes.get("action")


def _find_worker(text: str) -> str:
    try:
        values = json.loads(text)
    except ValueError:
        return ""
    worker = values.get("search") if isinstance(values, dict) else None
    return worker if isinstance(worker, str) else ""


def _report(message: str, page: _Search, project: Project) -> Problem:
    config = project.config
    hint = (
        "See that mkdocs.yml names the search under plugins as the theme knows it, and "
        "overrides/partials/header.html shows it; or take both out."
    )
    if config is None:
        return MISSING.problem(message, page.place.path, hint=hint)
    return MISSING.problem(message, config.path, config.find_literal("plugins:"), hint)


CHECK = Check((MISSING,), site=check_search, note=note_search)
