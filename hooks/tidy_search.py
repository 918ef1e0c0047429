"""Keep markers and bibliographies out of the search, and mend its switch.

on_page_context   take them out before the search reads the page here, put them back after
on_post_page      take autocomplete off the theme's two switches, for search and menu:
on_post_template  HTML has it on fields to type in alone. So that no browser opens them
                  after a reload, scripts in docs/assets/ shut them. The same on 404.html
"""

from __future__ import annotations

import re

from markdown_citations.page.search_text import SearchablePage, put_back, set_aside
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

aside: SearchablePage
switch = re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="off"')


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


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    return switch.sub(r"\1", output)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    return switch.sub(r"\1", output_content)
