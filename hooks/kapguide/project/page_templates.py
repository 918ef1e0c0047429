"""Read the templates that pages are made with: the project's own, and its theme's.

Takes folders, first the one whose files stand in for those of the next.
Gives the texts of all templates that a page may come by, each once.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError, meta

_STARTS = ("main.html", "404.html")
"""MkDocs makes every page with the first, unless a page names another, and 404.html with
the second."""


_ZENSICAL = ("material", "zensical")
"""The themes in whose place Zensical uses its own."""


def find_themes(name: str) -> tuple[Path, ...]:
    """Return the folders of a theme: MkDocs's, and what Zensical has in its place.

    Those that are installed. Which of the engines built a folder, no page says.
    """
    modules = [entry.value for entry in entry_points(group="mkdocs.themes", name=name)]
    found = [Path(folder) for module in modules for folder in _folders(module)][:1]
    if name in _ZENSICAL:
        found += [Path(folder, "templates") for folder in _folders("zensical")]
    return tuple(found)


def _folders(module: str) -> Sequence[str]:
    spec = find_spec(module)
    return (spec.submodule_search_locations or ()) if spec else ()


def read_all_templates(own: Path | None, themes: Sequence[Path]) -> tuple[str, ...]:
    """Read what pages come by under each of some themes, each text once."""
    chains = ([own, theme] if own else [theme] for theme in themes)
    return tuple(dict.fromkeys(text for chain in chains for text in read_page_templates(chain)))


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


# The templates of a theme are the same in every language, and for all that read them.
@functools.lru_cache(maxsize=1024)
def _named(text: str) -> Sequence[str]:
    """Return the names of the templates that a template extends, includes or imports."""
    try:
        return [name for name in meta.find_referenced_templates(Environment().parse(text)) if name]
    except TemplateSyntaxError:  # MkDocs says so
        return []
