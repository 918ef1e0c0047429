"""Offer the library to reference managers, robots.txt to crawlers, a schema to editors.

on_files  add downloads/references.bib, .ris and .json, robots.txt and the JSON Schema
          of pages' front matter, as if they stood in docs/: pages can link to them

A file of that name in docs/ stands: it is somebody's own.
"""

from __future__ import annotations

import json

from kapguide.evidence.study_fields import FIELD_NAMES
from kapguide.front_matter.schema import front_matter_schema
from kapguide.machine_data.robots import make_robots
from kapguide.project.build_context import current_build
from markdown_citations.exports import make_downloads
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

FOLDER = "downloads"
SCHEMA = f"{FOLDER}/front-matter.schema.json"


def on_files(files: Files, config: MkDocsConfig) -> None:
    build = current_build()
    made = {
        **make_downloads(build.library, FOLDER, FIELD_NAMES, build.configuration.cache),
        "robots.txt": make_robots(config.site_url or ""),
        SCHEMA: json.dumps(front_matter_schema(), indent=2) + "\n",
    }
    for path, text in made.items():
        if files.get_file_from_path(path) is None:
            # As bytes: as text, a build on Windows would write other line ends.
            files.append(File.generated(config, path, content=text.encode()))
