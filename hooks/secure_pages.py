"""Tell browsers what pages may run and load, and hosts which headers to send.

on_files       leave out links to files elsewhere, before other hooks read them, and
               remember which of our files docs/ has: those are somebody's own, and stand
on_post_build  put its policy into each page, and write the files for hosts: after all
               that changes pages, and not in the live preview, which adds a script
"""

from __future__ import annotations

from pathlib import Path

from kapguide.project.build_context import current_build
from kapguide.project.disk import INCLUDES
from kapguide.project.page_templates import read_page_templates
from kapguide.project.served import is_html
from kapguide.security.hosting import make_hosting
from kapguide.security.inline import Inline
from kapguide.security.outside import find_outside
from kapguide.security.page_policy import secure
from kapguide.security.template_code import read_template_code
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

own: frozenset[str] = frozenset()


@event_priority(100)
def on_files(files: Files, config: MkDocsConfig) -> None:
    global own  # noqa: PLW0603 - MkDocs hooks have no object to keep state in
    build = current_build()
    for file in [*files]:
        # Editors keep links of their own among what is left out; the theme's lie elsewhere.
        shown = not file.inclusion.is_excluded() or file.src_uri.startswith(f"{INCLUDES}/")
        if shown and file.src_dir == config.docs_dir:
            for problem in find_outside(Path(file.abs_src_path or ""), build.docs, build.root):
                build.report(problem)
                files.remove(file)
    own = frozenset(file.dest_uri for file in files)


@event_priority(-50)
def on_post_build(config: MkDocsConfig) -> None:
    if current_build().preview:
        return
    folder = Path(config.site_dir)
    code = read_template_code(read_page_templates([*map(Path, config.theme.dirs)]))
    inline = Inline()
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    for path in filter(is_html, paths):
        text = path.read_text("utf-8", "replace")  # what is lost, check_pages.py finds
        inline |= (found := code.read_inline(text))
        path.write_text(secure(text, found), "utf-8")
    names = [path.relative_to(folder).as_posix() for path in paths]
    for name, content in make_hosting(inline, names).items():
        if name not in own:
            (folder / name).parent.mkdir(exist_ok=True)
            # As bytes: as text, a build on Windows would write other line ends.
            (folder / name).write_bytes(content.encode())
