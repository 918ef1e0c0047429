"""Draw the figures that pages describe in their front matter.

on_config        offer `::: figure NAME`, with the library as it is now
on_page_content  say which figures were described and not shown
"""

from __future__ import annotations

from kapguide.figures.directive import FigureDirective
from kapguide.project.build_context import current_build
from markdown_citations.directives import DirectiveExtension
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

directive: FigureDirective
"""Made anew in on_config: `mkdocs serve` executes this file once for many builds."""


def on_config(config: MkDocsConfig) -> None:
    global directive  # noqa: PLW0603 - MkDocs hooks have no object to keep state in
    build = current_build()
    directive = FigureDirective(build.library, build.place, build.report, build.words)
    config.markdown_extensions.append(DirectiveExtension({"figure": directive}))  # type: ignore[arg-type]


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    for problem in directive.find_unplaced():
        current_build().report(problem)
