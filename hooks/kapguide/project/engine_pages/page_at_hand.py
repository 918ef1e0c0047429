"""Make the build that a page belongs to, under an engine that runs no hooks.

Which page it is, the engine leaves on the Markdown object; whose site it is, stands in
mkdocs.yml of the folder that the engine works in, or in the file that the environment names.
"""

from __future__ import annotations

import logging
import os
from functools import lru_cache
from pathlib import Path

from markdown import Markdown
from markdown_citations.page.engine_page import find_page

from kapguide.front_matter.saved_text import read_text
from kapguide.problems.handover import hand_over
from kapguide.problems.log import ProblemLog
from kapguide.project.build_context import BuildContext, running_build
from kapguide.project.settings import Settings, read_settings

VARIABLE = "KAPGUIDE_CONFIG"
"""The environment's variable that names the file of settings."""
LOG = "kapguide"
_SILENT = logging.Logger("kapguide")
_SILENT.addHandler(logging.NullHandler())


def find_build(md: Markdown) -> BuildContext | None:
    """Return the build that a page belongs to, the page named in it.

    A hook's own, or else one made from the project's settings; None where there are none.
    """
    build = running_build()
    if build is None and (settings := find_settings()):
        build = _make_build(settings, tuple(map(_stamp, settings.bibliographies)))
        page = find_page(md)
        name = page.name if page else ""
        path = settings.docs / name
        build.start_page(name, read_text(path) if path.is_file() else "")
    return build


def find_settings() -> Settings | None:
    """Return the settings of the project that an engine builds; None where there are none."""
    path = Path(os.environ.get(VARIABLE) or "mkdocs.yml").absolute()
    return _read_settings(path, _stamp(path)) if path.is_file() else None


@lru_cache(maxsize=1)
def _read_settings(path: Path, stamp: float) -> Settings:
    return read_settings(path)


@lru_cache(maxsize=1)
def _make_build(settings: Settings, stamps: tuple[float, ...]) -> BuildContext:
    """Make the build of a project in this state; what is wrong is logged and handed over."""
    _listen(settings)
    return begin_without_hooks(settings, logging.getLogger(LOG))


def begin_without_hooks(settings: Settings, log: logging.Logger = _SILENT) -> BuildContext:
    """Make the context of a build that no hook begins; what it reports, it keeps."""
    return BuildContext(
        settings.file,
        settings.docs,
        preview=False,
        citations=settings.citations,
        words=settings.words,
        log=log,
    )


def _listen(settings: Settings) -> None:
    """Gather what this process logs, for `kapguide build` to read."""
    problems = ProblemLog("")
    problems.begin(settings.root, settings.docs)
    hand_over(problems, os.environ)


def _stamp(path: Path) -> float:
    return path.stat().st_mtime if path.is_file() else 0
