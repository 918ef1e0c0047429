"""Begin a build: make what all hooks share, and say which page is worked on.

Each build has a context of its own, made before all other hooks ask for it and dropped
after them: `mkdocs serve` keeps modules.
"""

from __future__ import annotations

from pathlib import Path

from kapguide.project.build_context import BuildContext, begin_build, current_build, end_build
from kapguide.project.settings import CITATIONS
from kapguide.words import choose_words, template_words
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page

preview = False


def on_startup(*, command: str, dirty: bool) -> None:
    global preview  # noqa: PLW0603 - MkDocs hooks have no object to keep state in
    preview = command == "serve"


@event_priority(100)
def on_config(config: MkDocsConfig) -> None:
    file, docs = Path(config.config_file_path), Path(config.docs_dir)
    options = (config.mdx_configs or {}).get(CITATIONS, {})
    words = choose_words(config.theme, config.extra, file.parent)
    build = BuildContext(file, docs, preview=preview, citations=options, words=words)
    build.site_url = config.site_url or ""
    begin_build(build)
    config.extra["words"] = template_words(words)


@event_priority(100)
def on_page_markdown(text: object, page: Page, **others: object) -> None:
    current_build().start_page(page.file.src_uri, page.file.content_string)


@event_priority(-200)
def on_page_content(html: str, **others: object) -> None:
    current_build().end_page()


on_page_context, on_post_page = on_page_markdown, on_page_content


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    end_build()


@event_priority(-200)
def on_build_error(error: Exception) -> None:
    raise Abort(end_build(error))
