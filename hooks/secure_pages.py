"""Tell browsers what pages may run and load, and hosts which headers to send.

on_files       remember which of our files docs/ has: those are somebody's own, and stand
on_post_build  put its policy into each page, and write the files for hosts; after
               all that changes pages, before the checks look

Not in the live preview, which adds a script of its own.
"""

from __future__ import annotations

from pathlib import Path

from kapguide.project.build_context import current_build
from kapguide.project.page_templates import read_page_templates
from kapguide.security.hosting import make_hosting
from kapguide.security.inline import Inline
from kapguide.security.page_policy import secure
from kapguide.security.template_code import read_template_code
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

own: frozenset[str] = frozenset()


def on_files(files: Files, config: MkDocsConfig) -> None:
    global own  # noqa: PLW0603 - MkDocs hooks have no object to keep state in
    own = frozenset(file.dest_uri for file in files)


@event_priority(-50)
def on_post_build(config: MkDocsConfig) -> None:
    if current_build().preview:
        return
    folder = Path(config.site_dir)
    code = read_template_code(read_page_templates([Path(name) for name in config.theme.dirs]))
    inline = Inline()
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    for path in (path for path in paths if path.suffix in {".html", ".htm"}):
        text = path.read_text("utf-8", "replace")  # what is lost, check_pages.py finds
        own_code = code.read_inline(text)
        inline |= own_code
        path.write_text(secure(text, own_code), "utf-8")
    names = [path.relative_to(folder).as_posix() for path in paths]
    for name, content in make_hosting(inline, names).items():
        if name not in own:
            path = folder / name
            path.parent.mkdir(exist_ok=True)
            # As bytes: as text, a build on Windows would write other line ends.
            path.write_bytes(content.encode())
