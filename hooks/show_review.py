"""Show on each page when it was checked; overrides/main.html prints the line.

on_page_context  page.meta["review_html"], from the page's front matter
"""

from __future__ import annotations

from kapguide.front_matter.review import render_review
from kapguide.project.build_context import current_build
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext


def on_page_context(
    context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
) -> None:
    """Hand the line to the template."""
    page.meta["review_html"] = Markup(render_review(page.meta, current_build().words))
