"""Keep markers and bibliographies out of the search.

on_page_context  take them out before the search reads the page here, put them back after
"""

from __future__ import annotations

from markdown_citations.page.search_text import SearchablePage, put_back, set_aside
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

aside: SearchablePage


@event_priority(100)
def _hide(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    """Run before the search."""
    global aside  # noqa: PLW0603 - MkDocs hooks have no object to keep state in
    aside = set_aside(page.content or "")
    page.content = aside.read


@event_priority(-100)
def _show(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    """Run after the search."""
    page.content = put_back(page.content or "", aside)


on_page_context = CombinedEvent(_hide, _show)
