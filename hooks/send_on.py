"""Send readers on from the addresses that pages had before.

on_files  write a stub at each address that a page names under `redirects`
"""

from __future__ import annotations

from kapguide.pages.source_lines import make_source, name_file
from kapguide.project.build_context import current_build
from kapguide.project.moved.redirects import check_redirects, read_redirects, render_stub
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.utils import get_relative_url


def on_files(files: Files, config: MkDocsConfig) -> None:
    build = current_build()
    sources = {
        file.src_uri: make_source(
            name_file(build.docs / file.src_uri, build.root), file.content_string
        )
        for file in files.documentation_pages()
    }
    wrong = [*check_redirects(sources)]
    for problem in wrong:
        build.report(problem)
    for page in () if wrong else files.documentation_pages():
        source, name = sources[page.src_uri], page.src_uri
        title = str(source.front_matter.get("title") or name)
        for old in read_redirects(source):
            was = File(old, None, config.site_dir, config.use_directory_urls)
            address = get_relative_url(page.url, was.url)
            canonical = f"{config.site_url}{page.url}" if config.site_url else ""
            stub = render_stub(address, title, build.words, canonical)
            files.append(File.generated(config, was.dest_uri, content=stub))
