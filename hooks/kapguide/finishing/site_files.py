"""The files that a site offers beside its pages.

The library for reference managers, robots.txt for crawlers, the JSON Schema of pages' front
matter for editors; and what the site in another language shares with the first: docs/assets.
"""

from __future__ import annotations

import json

from markdown_citations.exports import make_downloads

from kapguide.evidence.study_fields import FIELD_NAMES
from kapguide.front_matter.schema import front_matter_schema
from kapguide.machine_data.robots import make_robots
from kapguide.project.build_context import BuildContext

FOLDER, ASSETS = "downloads", "assets"
SCHEMA = f"{FOLDER}/front-matter.schema.json"


def make_site_files(build: BuildContext) -> dict[str, bytes]:
    """Return what the files hold, by path in the site."""
    editions = build.editions
    texts = {
        **make_downloads(build.library, FOLDER, FIELD_NAMES, build.configuration.cache),
        "robots.txt": make_robots(edition.settings.site_url for edition in editions.all),
        SCHEMA: json.dumps(front_matter_schema(), indent=2) + "\n",
    }
    # As bytes: as text, a build on Windows would write other line ends.
    files = {name: text.encode() for name, text in texts.items()}
    if editions.own is not editions.first:
        docs = editions.first.settings.docs
        shared = (path for path in sorted((docs / ASSETS).rglob("*")) if path.is_file())
        files |= {path.relative_to(docs).as_posix(): path.read_bytes() for path in shared}
    return files
