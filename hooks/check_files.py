"""Leave out what may not be published, before other hooks read it.

on_files  links to files elsewhere, what cannot be read, and what belongs on no website
"""

from __future__ import annotations

from pathlib import Path

from kapguide.checks.fitness import find_unfit
from kapguide.project.build_context import current_build
from kapguide.project.disk import INCLUDES
from kapguide.security.links_out_of_docs import OUTSIDE
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files


@event_priority(100)
def on_files(files: Files, config: MkDocsConfig) -> None:
    build = current_build()
    for file in list(files):
        # Editors keep links of their own among what is left out; the theme's lie elsewhere.
        shown = not file.inclusion.is_excluded() or file.src_uri.startswith(f"{INCLUDES}/")
        if not shown or file.src_dir != config.docs_dir:
            continue
        if problem := find_unfit(Path(file.abs_src_path or ""), build.docs, build.root):
            build.report(problem)
            files.remove(file)
            # The menu and others' links may name a page that cannot be read.
            if file.is_documentation_page() and problem.code != OUTSIDE.code:
                files.append(File.generated(config, file.src_uri, content=""))
