"""Show on each page when it was checked, and what of it has ended since.

on_config        say where a page states a fact that the fact has ended
on_page_context  page.meta["review_html"], from the page's front matter, for
                 overrides/main.html to print
"""

from __future__ import annotations

from kapguide.front_matter.review import render_review
from kapguide.notices.ended_facts import EndedFacts
from kapguide.project.build_context import current_build
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext


def on_config(config: MkDocsConfig) -> None:
    build = current_build()
    config.markdown_extensions.append(EndedFacts(build.place, build.today, build.words))  # type: ignore[arg-type]


def on_page_context(
    context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
) -> None:
    """Hand the line to the template."""
    build = current_build()
    page.meta["review_html"] = Markup(render_review(page.meta, build.words, build.today))
