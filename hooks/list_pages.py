"""Fill the A to Z with all pages of the site.

on_config  offer `::: a-to-z`
on_nav     read every page's title and index terms, before any is rendered
"""

from __future__ import annotations

from kapguide.directives.a_to_z import IndexedPage, list_handler
from kapguide.front_matter.parsing import read_front_matter
from kapguide.front_matter.search_terms import read_texts
from kapguide.pages.source_lines import name_file
from kapguide.project.build_context import current_build
from markdown_citations.directives import DirectiveExtension
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

pages: list[IndexedPage] = []


def on_config(config: MkDocsConfig) -> None:
    build = current_build()
    docs = name_file(build.docs, build.root)
    handler = list_handler(lambda: pages, build.place, build.report, build.words, docs)
    config.markdown_extensions.append(DirectiveExtension({"a-to-z": handler}))  # type: ignore[arg-type]


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    pages.clear()  # `mkdocs serve` keeps this module from build to build
    for file in files.documentation_pages():
        front = read_front_matter(file.content_string)
        # One without a title of its own is listed as the menu names it.
        named = front.get("title") or (file.page.title if file.page else None) or file.name
        terms = read_texts(front.get("index_terms"))
        pages.append(IndexedPage(file.src_uri, str(named), terms))
