"""Show the clinic's own facts where pages ask for them.

on_config  offer `::: clinic NAME`; who the clinic is, stands below each page with the notices
"""

from __future__ import annotations

from kapguide.directives.clinic import clinic_handler
from kapguide.directives.nesting import report_nested
from kapguide.project.build_context import current_build
from markdown_citations.directives import DirectiveExtension
from mkdocs.config.defaults import MkDocsConfig


def on_config(config: MkDocsConfig) -> None:
    build = current_build()
    handler = clinic_handler(build.clinic, build.place, build.report, build.words)
    refuse = report_nested(build.place, build.report)
    config.markdown_extensions.append(DirectiveExtension({"clinic": handler}, refuse))  # type: ignore[arg-type]
