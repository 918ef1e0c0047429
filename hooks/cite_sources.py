"""Cite the studies of references.bib.

on_config         put the citation extension, with the library, in the place of its name
on_page_markdown  name the page, so that problems name file and line
on_env            say what is wrong
"""

from __future__ import annotations

from jinja2 import Environment
from kapguide.notices.cited_in_notices import place_in_texts
from kapguide.project.build_context import current_build
from kapguide.project.clock import latest_day
from kapguide.project.settings import CITATIONS
from markdown_citations.site import SiteCitations
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

site: SiteCitations
"""Made anew in on_config: `mkdocs serve` executes this file once for many builds."""


def on_config(config: MkDocsConfig) -> None:
    global site  # noqa: PLW0603 - MkDocs hooks have no object to keep state in
    build = current_build()
    site = SiteCitations(build.configuration, build.root)
    names = [name for name in config.markdown_extensions if name != CITATIONS]
    config.markdown_extensions = [*names, site.extension]  # type: ignore[list-item]


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    site.start_page(page.file.src_uri, page.file.abs_src_path, page.meta.get("citation_style"))


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    build = current_build()
    for problem in site.finish(today=latest_day()):
        build.report(place_in_texts(problem, build.shown_texts))
