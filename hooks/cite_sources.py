"""Cite the studies of references.bib.

on_config        read references.bib; put the citation extension in the place of its name
on_page_markdown remember the page, so that problems name file and line
on_env           fill the References page with the pages that cite each entry; log problems
on_page_context  hide markers and bibliographies from the search, which reads pages here

Everything mutable is made anew in on_config, for `mkdocs serve` keeps modules.
"""

from __future__ import annotations

import logging
from datetime import date
from pathlib import Path

from jinja2 import Environment
from kapguide.evidence.customization import GUIDE
from markdown_citations.configuration import Configuration
from markdown_citations.page.search_text import SearchablePage, put_back, set_aside
from markdown_citations.problems import log_level
from markdown_citations.site import SiteCitations
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

log = logging.getLogger("mkdocs.hooks.cite_sources")
NAME = "kapguide.citations"

site: SiteCitations
aside: SearchablePage


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the library and install the extension that uses it."""
    global site  # noqa: PLW0603 - MkDocs hooks have no object to keep state in
    root = Path(config.config_file_path).parent
    options = (config.mdx_configs or {}).get(NAME, {})
    site = SiteCitations(Configuration(options, root, GUIDE), root)
    names = [name for name in config.markdown_extensions if name != NAME]
    config.markdown_extensions = [*names, site.extension]  # type: ignore[list-item]
    return config


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Remember which page the extension converts next."""
    site.start_page(page.file.src_uri, page.file.abs_src_path, page.meta.get("citation_style"))


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Fill in which pages cite an entry, then log what is wrong."""
    pages = [file.page for file in files.documentation_pages() if file.page]
    for page in pages:
        if site.has_lists(page.content or ""):
            others = [
                (p.file.src_uri, str(p.title), p.file.url_relative_to(page.file)) for p in pages
            ]
            page.content = site.fill(page.content or "", others)
    for problem in site.finish(today=date.today()):
        log.log(log_level(problem), "%s", problem)
    return env


@event_priority(100)
def _hide(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    """Run before the search."""
    global aside  # noqa: PLW0603
    aside = set_aside(page.content or "")
    page.content = aside.read


@event_priority(-100)
def _show(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    """Run after the search."""
    page.content = put_back(page.content or "", aside)


on_page_context = CombinedEvent(_hide, _show)
