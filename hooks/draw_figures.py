"""Draw the figures that pages describe in their front matter.

on_config         read references.bib; offer `::: figure NAME`
on_page_markdown  remember which page the directive stands in
on_page_content   say which figures were described and not shown

What is wrong with references.bib itself is for `cite_sources.py` to say.
"""

from __future__ import annotations

import logging
from pathlib import Path

from kapguide.figures.directive import FigureDirective
from kapguide.pages.source_lines import name_file
from markdown_citations.configuration import bibliography_paths
from markdown_citations.directives import DirectiveExtension
from markdown_citations.library.reading import read_library
from markdown_citations.problems import Problem, log_level
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

log = logging.getLogger("mkdocs.hooks.draw_figures")

directive: FigureDirective
here = ("", "")
"""Path and source of the page that is being rendered."""


def report(problem: Problem) -> None:
    """Log a problem of the page that is being rendered."""
    log.log(log_level(problem), "%s", problem)


def find_bibliographies(config: MkDocsConfig) -> tuple[list[Path], Path]:
    """Return the .bib files that mkdocs.yml names for citations, and the project's folder."""
    root = Path(config.config_file_path).parent
    options = (config.mdx_configs or {}).get("kapguide.citations", {})
    return bibliography_paths(options, root), root


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Offer the directive, with the library as it is now."""
    global directive  # noqa: PLW0603 - MkDocs hooks have no object to keep state in
    library, _ = read_library(*find_bibliographies(config))
    directive = FigureDirective(library, lambda: here, report)
    config.markdown_extensions.append(DirectiveExtension({"figure": directive}))  # type: ignore[arg-type]
    return config


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Remember which page the directive stands in."""
    global here  # noqa: PLW0603 - MkDocs hooks have no object to keep state in
    path = name_file(Path(config.docs_dir, page.file.src_uri), Path(config.config_file_path).parent)
    here = (path, page.file.content_string)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Report what was described in vain."""
    for problem in directive.find_unplaced():
        report(problem)
