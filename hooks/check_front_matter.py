"""Check the front matter of every page, before anything can stumble over it.

on_files  say what is wrong in the front matter of pages, and hide what cannot be read
"""

from __future__ import annotations

from kapguide.front_matter.checking import check_front_matter
from kapguide.front_matter.parsing import hide_settings
from kapguide.pages.source_lines import make_source, name_file
from kapguide.project.build_context import current_build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files


@event_priority(90)  # after check_files, which leaves out what cannot be read
def on_files(files: Files, config: MkDocsConfig) -> None:
    build = current_build()
    for file in files.documentation_pages():
        text = file.content_bytes.decode("utf-8-sig", "replace")
        if "\ufffd" in text:  # MkDocs would break on it; a page check says what to do
            file.content_string = text
        source = make_source(name_file(build.docs / file.src_uri, build.root), text)
        for problem in check_front_matter(source.front_matter, source.path):
            build.report(problem)
        if not source.front_matter.readable:  # MkDocs would break on some, or print them
            file.content_string = hide_settings(text, source.front_matter)
