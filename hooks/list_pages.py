"""Fill the A to Z with all pages of the site, and send readers on from their old addresses.

on_config  offer `::: a-to-z`
on_files   write a stub at each address that a page names under `redirects`
on_nav     read every page's title and index terms, before any is rendered
"""

from __future__ import annotations

from kapguide.directives.a_to_z import IndexedPage, list_handler
from kapguide.front_matter.parsing import read_front_matter
from kapguide.front_matter.search_terms import read_texts
from kapguide.pages.source_lines import make_source, name_file
from kapguide.project.build_context import current_build
from kapguide.project.moved.redirects import check_redirects, read_redirects, render_stub
from markdown_citations.directives import DirectiveExtension
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.utils import get_relative_url

pages: list[IndexedPage] = []


def on_config(config: MkDocsConfig) -> None:
    build = current_build()
    docs = name_file(build.docs, build.root)
    handler = list_handler(lambda: pages, build.place, build.report, build.words, docs)
    config.markdown_extensions.append(DirectiveExtension({"a-to-z": handler}))  # type: ignore[arg-type]


def on_files(files: Files, config: MkDocsConfig) -> None:
    build, found = current_build(), [*files.documentation_pages()]
    named = [name_file(build.docs / file.src_uri, build.root) for file in found]
    sources = {
        file.src_uri: make_source(name, file.content_string)
        for file, name in zip(found, named, strict=True)
    }
    for problem in (wrong := [*check_redirects(sources)]):
        build.report(problem)
    for page in () if wrong else found:
        title = str(sources[page.src_uri].front_matter.get("title") or page.name)
        for old in read_redirects(sources[page.src_uri]):
            was = File(old, None, config.site_dir, config.use_directory_urls)
            address = get_relative_url(page.url, was.url)
            canonical = f"{config.site_url}{page.url}" if config.site_url else ""
            stub = render_stub(address, title, build.words, canonical)
            files.append(File.generated(config, was.dest_uri, content=stub))


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    pages.clear()  # `mkdocs serve` keeps this module from build to build
    for file in files.documentation_pages():
        front = read_front_matter(file.content_string)
        # One without a title of its own is listed as the menu names it.
        named = front.get("title") or (file.page.title if file.page else None) or file.name
        terms = read_texts(front.get("index_terms"))
        pages.append(IndexedPage(file.src_uri, str(named), terms))
