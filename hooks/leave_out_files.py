"""Leave out what only lies in docs/: office files, backups, drafts.

on_files  take each out of what is published, and name it

A page of such a name is left in, so that no link breaks; its page check stops the site.
"""

from __future__ import annotations

from kapguide.checks.site.file_stray import report_stray
from kapguide.project.build_context import current_build
from mkdocs.structure.files import Files


def on_files(files: Files, **_: object) -> None:
    build = current_build()
    for file in [file for file in files if not file.is_documentation_page()]:
        problem = report_stray(file.src_uri, build.docs, build.root)
        if problem and file.abs_src_path:
            files.remove(file)
            build.report(problem)
