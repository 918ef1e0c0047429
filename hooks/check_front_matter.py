"""Check the front matter of every page, before anything can stumble over it.

on_files  say what is wrong in the front matter of pages, and hide what cannot be read
"""

from __future__ import annotations

from kapguide.checks.files.file_stray import is_draft
from kapguide.front_matter.checking import check_front_matter
from kapguide.front_matter.parsing import hide_settings
from kapguide.front_matter.saved_text import UTF_8, decode
from kapguide.pages.source_lines import make_source, name_file
from kapguide.project.build_context import current_build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files


@event_priority(90)  # after check_files, which leaves out what cannot be read
def on_files(files: Files, config: MkDocsConfig) -> None:
    build = current_build()
    for file in files.documentation_pages():
        if is_draft(file.src_uri):
            continue  # a draft or a copy, which a check names
        saved = decode(file.content_bytes)
        if saved.encoding != UTF_8:  # MkDocs would break on it; a page check says what to do
            file.content_string = saved.text
        source = make_source(name_file(build.docs / file.src_uri, build.root), saved)
        for problem in check_front_matter(source.front_matter, source.path):
            build.report(problem)
        if not source.front_matter.readable:  # MkDocs would break on some, or print them
            file.content_string = hide_settings(saved.text, source.front_matter)
