"""The files that a site offers beside its pages.

The library for reference managers, robots.txt for crawlers, and the JSON Schema of
pages' front matter for editors.
"""

from __future__ import annotations

import json

from markdown_citations.exports import make_downloads

from kapguide.evidence.study_fields import FIELD_NAMES
from kapguide.front_matter.schema import front_matter_schema
from kapguide.machine_data.robots import make_robots
from kapguide.project.build_context import BuildContext

FOLDER = "downloads"
SCHEMA = f"{FOLDER}/front-matter.schema.json"


def make_site_files(build: BuildContext, site_url: str) -> dict[str, str]:
    """Return the files' texts, by path in the site."""
    return {
        **make_downloads(build.library, FOLDER, FIELD_NAMES, build.configuration.cache),
        "robots.txt": make_robots(site_url),
        SCHEMA: json.dumps(front_matter_schema(), indent=2) + "\n",
    }
