"""Fill the A to Z with all pages of the site.

on_config         offer `::: a-to-z`
on_nav            read every page's title and index terms, before any is rendered
on_page_markdown  remember which page the directive stands in
"""

from __future__ import annotations

import logging
from pathlib import Path

from kapguide.directives.a_to_z import IndexedPage, list_handler
from kapguide.front_matter.parsing import read_front_matter
from kapguide.front_matter.search_terms import read_texts
from kapguide.pages.source_lines import name_file
from markdown_citations.directives import DirectiveExtension
from markdown_citations.problems import Problem, log_level
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

log = logging.getLogger("mkdocs.hooks.list_pages")


class _State:
    """What one build knows; made anew in on_config."""

    def __init__(self) -> None:
        self.pages: list[IndexedPage] = []
        self.page = ""
        self.source = ""


state: _State


def report(problem: Problem) -> None:
    """Log a problem of the page that is being rendered."""
    log.log(log_level(problem), "%s", problem)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Offer the directive."""
    global state  # noqa: PLW0603 - MkDocs hooks have no object to keep state in
    state = _State()
    docs = name_file(Path(config.docs_dir), Path(config.config_file_path).parent)
    handler = list_handler(lambda: state.pages, lambda: (state.page, state.source), report, docs)
    config.markdown_extensions.append(DirectiveExtension({"a-to-z": handler}))  # type: ignore[arg-type]
    return config


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Read the pages; one without a title of its own is listed as the menu names it."""
    for file in files.documentation_pages():
        front = read_front_matter(file.content_string)
        named = front.get("title") or (file.page.title if file.page else None) or file.name
        terms = read_texts(front.get("index_terms"))
        state.pages.append(IndexedPage(file.src_uri, str(named), terms))


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Remember which page the directive stands in."""
    root = Path(config.config_file_path).parent
    state.page = name_file(Path(config.docs_dir, page.file.src_uri), root)
    state.source = page.file.content_string
