"""Finish the built folder: notices, review lines, data, policies, what the search learns.

on_post_build  after all that builds, before check_pages.py proves what came of it

All of it is `kapguide.finishing`'s, which `kapguide finish` calls for every other engine.
"""

from __future__ import annotations

from pathlib import Path

from kapguide.finishing.finish_folder import finish
from kapguide.project.build_context import current_build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority


@event_priority(-50)
def on_post_build(config: MkDocsConfig) -> None:
    finish(Path(config.site_dir), current_build())
