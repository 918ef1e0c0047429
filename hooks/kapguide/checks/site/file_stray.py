"""Check that nothing is published that was only lying in docs/."""

from __future__ import annotations

from pathlib import Path

from kapguide.checks.definition import Check, Place, Problem, Problems, Project, Rule, Site
from kapguide.pages.source_lines import name_file
from kapguide.project.stray_files import find_stray

STRAY = Rule(
    "file-stray",
    "error",
    "The site holds no office file, backup, draft or copy.",
    "KAP Guide",
    "docs/assets/Leaflet final.docx",
    "docs/assets/leaflet.pdf",
)

_PAGE = "/index.html"
_HINT = "Take it out of docs/, or give it the name of what it is."


def check_files(site: Site, project: Project) -> Problems:
    """Find files that have no place on a website."""
    for name in site.files:
        stray = find_stray(name.removesuffix(_PAGE))
        if stray:
            source = project.source(Place(site.prefix + name, name))
            path = source.path if source else site.prefix + name
            yield STRAY.problem(f"the file {stray}", path, hint=_HINT)


def report_stray(name: str, docs: Path, root: Path) -> Problem | None:
    """Report a file of docs/ that has no place on a website, before it is built."""
    stray = find_stray(name)
    if not stray:
        return None
    message = f"the file {stray}, and is not published"
    return STRAY.problem(message, name_file(docs / name, root), hint=_HINT)


CHECK = Check((STRAY,), site=check_files)
