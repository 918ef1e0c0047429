"""Tell programs what each page is: schema.org data, references, previews of links.

on_startup     remember whether this is the live preview: nobody shares its addresses
on_config      read references.bib; all state is made anew, for `mkdocs serve` keeps modules
on_nav         remember the home page, and which pictures there are
on_post_page   put it all into the page, whatever template made it
on_post_build  write the pictures that stand for pages where they are shared
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from kapguide.machine_data.catalogue import Catalogue
from kapguide.machine_data.describing import PICTURES, describe
from kapguide.machine_data.facts import Site, Step, read_page, read_publisher
from kapguide.machine_data.picture import draw_picture
from markdown_citations.configuration import bibliography_paths
from markdown_citations.library.reading import read_library
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url


class _State:
    def __init__(self, config: MkDocsConfig) -> None:
        root = Path(config.config_file_path).parent
        options = (config.mdx_configs or {}).get("kapguide.citations", {})
        library, _ = read_library(bibliography_paths(options, root), root)
        self.catalogue = Catalogue(library)
        self.site = Site(
            name=config.site_name,
            address=config.site_url or "",
            description=config.site_description or "",
            language=str(config.theme.get("language") or "en"),
            publisher=read_publisher(config.extra.get("clinic")),
        )
        self.home: Page | None = None
        self.pictures: tuple[str, ...] = ()
        self.drawn: dict[str, bytes] = {}

    def draw(self, page: Page, title: str) -> str:
        """Draw the picture of a page; give its path in the site, or an empty text."""
        path = f"assets/share/{page.url.removesuffix('.html').strip('/') or 'index'}.png"
        picture = None if preview else draw_picture(title, self.site.name)
        if picture is None:
            return ""
        self.drawn[path] = picture
        return path


state: _State
preview = False


def on_startup(*, command: str, dirty: bool) -> None:
    globals()["preview"] = command == "serve"


def on_config(config: MkDocsConfig) -> None:
    global state  # noqa: PLW0603 - MkDocs hooks have no object to keep state in
    state = _State(config)


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    state.home = nav.homepage
    state.pictures = tuple(name for name in PICTURES if files.get_file_from_path(name))


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    steps = [page] if page.is_homepage or state.home is None else [state.home, page]
    trail = tuple(Step(str(step.title), step.canonical_url or "") for step in steps)
    facts = read_page(page.meta, state.site, trail, is_home=page.is_homepage)
    near = {name: get_relative_url(name, page.url) for name in state.pictures}
    draw = partial(state.draw, page)
    content = page.content or ""
    return describe(output, content, facts, state.site, state.catalogue, pictures=near, draw=draw)


def on_post_build(config: MkDocsConfig) -> None:
    for path, picture in state.drawn.items():
        file = Path(config.site_dir) / path
        if not file.exists():  # one of that name in docs/ is somebody's own
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(picture)
