"""Offer the library to reference managers, robots.txt to crawlers, a schema to editors.

on_files  add downloads/references.bib, .ris and .json, robots.txt and the JSON Schema
          of pages' front matter, as if they stood in docs/: pages can link to them

A file of that name in docs/ stands: it is somebody's own. What is wrong with
references.bib itself is for `cite_sources.py` to say.
"""

from __future__ import annotations

import json
from pathlib import Path

from kapguide.front_matter.schema import front_matter_schema
from kapguide.machine_data.downloads import FOLDER, make_robots
from markdown_citations.configuration import bibliography_paths, cache_folder
from markdown_citations.exports.downloads import make_downloads
from markdown_citations.library.reading import read_library
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

SCHEMA = f"{FOLDER}/front-matter.schema.json"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the files."""
    root = Path(config.config_file_path).parent
    options = (config.mdx_configs or {}).get("kapguide.citations", {})
    library, _ = read_library(bibliography_paths(options, root), root)
    made = {
        **make_downloads(library, FOLDER, cache_folder(options, root)),
        "robots.txt": make_robots(config.site_url or ""),
    }
    made[SCHEMA] = json.dumps(front_matter_schema(), indent=2) + "\n"
    for path, text in made.items():
        if files.get_file_from_path(path) is None:
            # As bytes: as text, a build on Windows would write other line ends.
            files.append(File.generated(config, path, content=text.encode()))
    return files
