"""Put its policy into each page of a folder, and write the files for hosts.

Hosts read theirs at the root of a site alone, and those name the code of all pages, in
whatever language: they are written anew once every edition is in the folder.
"""

from __future__ import annotations

from pathlib import Path

from kapguide.project.page_templates import read_all_templates
from kapguide.project.served import is_html
from kapguide.project.settings import Settings
from kapguide.security.hosting import make_hosting
from kapguide.security.inline import Inline
from kapguide.security.page_policy import secure
from kapguide.security.template_code import TemplateCode, read_template_code


def write_policies(folder: Path, settings: Settings) -> None:
    """Name in each page's policy the code that its templates gave it."""
    code = _read_code(settings)
    for path in filter(is_html, sorted(folder.rglob("*"))):
        text = path.read_text("utf-8", "replace")  # what is lost, the checks find
        path.write_text(secure(text, code.read_inline(text)), "utf-8")


def write_hosting(folder: Path, settings: Settings) -> None:
    """Write the files for hosts, with the code of all pages that are in the folder."""
    code, inline = _read_code(settings), Inline()
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    for path in filter(is_html, paths):
        inline |= code.read_inline(path.read_text("utf-8", "replace"))
    names = [path.relative_to(folder).as_posix() for path in paths]
    for name, content in make_hosting(inline, names).items():
        if not (settings.docs / name).is_file():  # one of docs/ is somebody's own
            (folder / name).parent.mkdir(exist_ok=True)
            # As bytes: as text, a build on Windows would write other line ends.
            (folder / name).write_bytes(content.encode())


def _read_code(settings: Settings) -> TemplateCode:
    return read_template_code(read_all_templates(settings.templates, settings.themes))
