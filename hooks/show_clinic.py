"""Show the clinic's own facts where pages ask for them.

on_config         take extra.clinic from mkdocs.yml; offer `::: clinic NAME`
on_page_markdown  remember which page the directive stands in
"""

from __future__ import annotations

import logging
from pathlib import Path

from kapguide.directives.clinic import clinic_handler
from kapguide.pages.source_lines import name_file
from markdown_citations.directives import DirectiveExtension
from markdown_citations.problems import Problem, log_level
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

log = logging.getLogger("mkdocs.hooks.show_clinic")


class _State:
    """The page that is being rendered; made anew in on_config."""

    page = ""
    source = ""


state: _State


def report(problem: Problem) -> None:
    """Log a problem of the page that is being rendered."""
    log.log(log_level(problem), "%s", problem)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Offer the facts as a directive."""
    global state  # noqa: PLW0603 - MkDocs hooks have no object to keep state in
    state = _State()
    handler = clinic_handler(config.extra.get("clinic"), lambda: (state.page, state.source), report)
    config.markdown_extensions.append(DirectiveExtension({"clinic": handler}))  # type: ignore[arg-type]
    return config


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Remember which page the directive stands in."""
    root = Path(config.config_file_path).parent
    state.page = name_file(Path(config.docs_dir, page.file.src_uri), root)
    state.source = page.file.content_string
