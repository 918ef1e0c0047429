"""Put its policy into each page of a folder, and write the files for hosts."""

from __future__ import annotations

from pathlib import Path

from kapguide.project.page_templates import read_all_templates
from kapguide.project.served import is_html
from kapguide.project.settings import Settings
from kapguide.security.hosting import make_hosting
from kapguide.security.inline import Inline
from kapguide.security.page_policy import secure
from kapguide.security.template_code import read_template_code


def write_policies(folder: Path, settings: Settings) -> None:
    """Name in each page's policy the code that its templates gave it."""
    code = read_template_code(read_all_templates(settings.templates, settings.themes))
    inline = Inline()
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    for path in filter(is_html, paths):
        text = path.read_text("utf-8", "replace")  # what is lost, the checks find
        inline |= (found := code.read_inline(text))
        path.write_text(secure(text, found), "utf-8")
    names = [path.relative_to(folder).as_posix() for path in paths]
    for name, content in make_hosting(inline, names).items():
        if not (settings.docs / name).is_file():  # one of docs/ is somebody's own
            (folder / name).parent.mkdir(exist_ok=True)
            # As bytes: as text, a build on Windows would write other line ends.
            (folder / name).write_bytes(content.encode())
