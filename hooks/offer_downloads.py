"""Offer the library to reference managers, robots.txt to crawlers, a schema to editors.

on_files  add them as if they stood in docs/: MkDocs leads links only to files it knows

A file of that name in docs/ stands: it is somebody's own.
"""

from __future__ import annotations

from kapguide.finishing.site_files import make_site_files
from kapguide.project.build_context import current_build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files


def on_files(files: Files, config: MkDocsConfig) -> None:
    for path, content in make_site_files(current_build()).items():
        if files.get_file_from_path(path) is None:
            files.append(File.generated(config, path, content=content))
