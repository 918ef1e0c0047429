"""Show the clinic's own facts where pages ask for them.

on_config  take extra.clinic from mkdocs.yml; offer `::: clinic NAME`
"""

from __future__ import annotations

from kapguide.directives.clinic import clinic_handler
from kapguide.project.build_context import current_build
from markdown_citations.directives import DirectiveExtension
from mkdocs.config.defaults import MkDocsConfig


def on_config(config: MkDocsConfig) -> None:
    build = current_build()
    facts = config.extra.get("clinic")
    handler = clinic_handler(facts, build.place, build.report, build.words)
    config.markdown_extensions.append(DirectiveExtension({"clinic": handler}))  # type: ignore[arg-type]
