"""Check the files of docs and the front matter of pages, before anything can stumble over them.

on_files  leave out what cannot be read, and what belongs on no website (a page of such a
          name stays, so that no link breaks); say what is wrong in the front matter of pages
"""

from __future__ import annotations

from pathlib import Path

from kapguide.checks.site.file_stray import report_stray
from kapguide.front_matter.checking import check_front_matter
from kapguide.front_matter.file_limits import check_file
from kapguide.front_matter.parsing import hide_settings
from kapguide.pages.source_lines import make_source, name_file
from kapguide.project.build_context import current_build
from kapguide.project.disk import INCLUDES
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files


@event_priority(90)  # after check_files, which leaves out links to files elsewhere
def on_files(files: Files, config: MkDocsConfig) -> None:
    build = current_build()
    for file in list(files):
        name = name_file(build.docs / file.src_uri, build.root)
        shown = not file.inclusion.is_excluded() or file.src_uri.startswith(f"{INCLUDES}/")
        ours = shown and file.src_dir == config.docs_dir
        problem = check_file(Path(file.abs_src_path or ""), name) if ours else None
        if ours and not file.is_documentation_page():
            problem = problem or report_stray(file.src_uri, build.docs, build.root)
        if problem:
            build.report(problem)
            files.remove(file)
            if file.is_documentation_page():  # the menu and others' links may name it
                files.append(File.generated(config, file.src_uri, content=""))
    for file in files.documentation_pages():
        text = file.content_bytes.decode("utf-8-sig", "replace")
        if "\ufffd" in text:  # MkDocs would break on it; a page check says what to do
            file.content_string = text
        source = make_source(name_file(build.docs / file.src_uri, build.root), text)
        for problem in check_front_matter(source.front_matter, source.path):
            build.report(problem)
        if not source.front_matter.readable:  # MkDocs would break on some, or print them
            file.content_string = hide_settings(text, source.front_matter)
