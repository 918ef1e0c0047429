"""Check the files of docs/ themselves, whichever engine makes pages of them.

Where hooks run, they leave out what this finds before MkDocs reads it, and say the same.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from markdown_citations.problems import Problem
from pathspec import GitIgnoreSpec

from kapguide.checks.files.file_stray import report_stray
from kapguide.front_matter.checking import check_front_matter
from kapguide.front_matter.file_limits import check_file
from kapguide.pages.source_lines import PAGES, name_file
from kapguide.project.disk import INCLUDES
from kapguide.project.project import Project
from kapguide.project.settings import Settings
from kapguide.security.links_out_of_docs import find_outside


def list_published(settings: Settings) -> Iterator[Path]:
    """List the files of docs/ that a site gets, fit for it or not."""
    excluded = GitIgnoreSpec.from_lines(settings.excluded)
    for path in _list_files(settings.docs):
        if not excluded.match_file(path.relative_to(settings.docs).as_posix()):
            yield path


def find_unfit(path: Path, docs: Path, root: Path) -> Problem | None:
    """Say why a file of docs/ may not be published, if it may not."""
    unfit = next(find_outside(path, docs, root), None) or check_file(path, name_file(path, root))
    if unfit or path.suffix in PAGES:  # a page of a draft's name stays, so that no link breaks
        return unfit
    return report_stray(path.relative_to(docs).as_posix(), docs, root)


def check_published(settings: Settings) -> list[Problem]:
    """Find the files of docs/ that may not be published, and notices that cannot be read."""
    files = (*list_published(settings), *_list_files(settings.docs / INCLUDES))
    unfit = (find_unfit(path, settings.docs, settings.root) for path in files)
    return list(filter(None, unfit))


def check_sources(settings: Settings, project: Project) -> list[Problem]:
    """Check the same, and the settings of the pages that are made of them."""
    found = check_published(settings)
    unfit = {problem.path for problem in found}
    for path in list_published(settings):
        source = project.sources.get(path.relative_to(settings.docs).as_posix())
        if path.suffix == ".md" and source and source.path not in unfit:
            found += check_front_matter(source.front_matter, source.path)
    return found


def _list_files(folder: Path) -> Iterator[Path]:
    for parent, names, files in os.walk(folder, followlinks=True):
        names.sort()
        yield from (Path(parent, name) for name in sorted(files))
