"""Publish nothing from outside of the project; `finish_site.py` gives pages their policies.

on_files  leave out links to files elsewhere, before other hooks read them
"""

from __future__ import annotations

from pathlib import Path

from kapguide.project.build_context import current_build
from kapguide.project.disk import INCLUDES
from kapguide.security.outside import find_outside
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files


@event_priority(100)
def on_files(files: Files, config: MkDocsConfig) -> None:
    build = current_build()
    for file in [*files]:
        # Editors keep links of their own among what is left out; the theme's lie elsewhere.
        shown = not file.inclusion.is_excluded() or file.src_uri.startswith(f"{INCLUDES}/")
        if shown and file.src_dir == config.docs_dir:
            for problem in find_outside(Path(file.abs_src_path or ""), build.docs, build.root):
                build.report(problem)
                files.remove(file)
