"""Let the search find a page by words that are not on it.

on_config        add a field to the index, before the search reads its settings
on_page_context  give the page's entry its words, after the search has made it

The theme's search (Material for MkDocs 9.8.1) indexes each field that its settings
name, and shows readers only those that it knows itself.
"""

from __future__ import annotations

from typing import Any

from kapguide.front_matter.search_terms import BOOST, FIELD, list_search_terms
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

SEARCH = "material/search"


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Add the field."""
    search: Any = config.plugins.get(SEARCH)
    if search is not None:
        search.config["fields"] = {FIELD: {"boost": BOOST}, **search.config["fields"]}
    return config


@event_priority(-50)
def on_page_context(
    context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
) -> None:
    """Give the page's entry its words."""
    search: Any = config.plugins.get(SEARCH)
    terms = list_search_terms(page.meta)
    if search is None or not terms or not search.config["enabled"]:
        return
    for entry in search.search_index.entries:
        if entry["location"] == page.url:
            entry[FIELD] = terms
