"""Read the templates that pages are made with: the project's own, and its theme's.

Takes folders, first the one whose files stand in for those of the next.
Gives the texts of all templates that a page may come by, each once.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError, meta

_STARTS = ("main.html", "404.html")
"""MkDocs makes every page with the first, unless a page names another, and 404.html with
the second."""


def find_theme(name: str) -> Path | None:
    """Return the folder of an installed theme of MkDocs, or None."""
    for entry in entry_points(group="mkdocs.themes", name=name):
        spec = find_spec(entry.value)
        for folder in (spec.submodule_search_locations or ()) if spec else ():
            return Path(folder)
    return None


def read_page_templates(folders: Sequence[Path]) -> tuple[str, ...]:
    """Read the templates that the project has itself, and all that they and the theme's name.

    A name that is put together while a page is made (the file of an icon) is passed over.
    """
    own = sorted(path.name for path in folders[0].glob("*.html")) if folders else []
    waiting = [*_STARTS, *own]
    texts: dict[str, str] = {}
    while waiting:
        name = waiting.pop()
        if name in texts:
            continue
        files = [folder / name for folder in folders if (folder / name).is_file()]
        if files:
            texts[name] = files[0].read_text("utf-8-sig", "replace")
            waiting += _named(texts[name])
    return tuple(texts.values())


def _named(text: str) -> list[str]:
    """Return the names of the templates that a template extends, includes or imports."""
    try:
        return [name for name in meta.find_referenced_templates(Environment().parse(text)) if name]
    except TemplateSyntaxError:  # MkDocs says so
        return []
