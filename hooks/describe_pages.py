"""Tell programs what each page is: schema.org data, references, previews of links.

on_nav         make anew what all pages need; remember the home page
on_post_page   put it all into the page, whatever template made it
on_post_build  write the pictures that stand for pages where they are shared
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from kapguide.machine_data.catalogue import Catalogue
from kapguide.machine_data.facts import SiteFacts, Step, read_page, read_publisher
from kapguide.machine_data.page_data import PICTURES, describe
from kapguide.machine_data.picture import PagePictures
from kapguide.project.build_context import current_build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

site: SiteFacts
catalogue: Catalogue
drawn: PagePictures
home: Page | None
pictures: list[str]


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    global site, catalogue, drawn, home, pictures  # noqa: PLW0603 - made anew for each build
    language = str(config.theme.get("language") or "en")
    publisher = read_publisher(current_build().clinic)
    address, description = config.site_url or "", config.site_description or ""
    words = current_build().words
    site = SiteFacts(config.site_name, address, description, language, publisher, words)
    catalogue, drawn = Catalogue(current_build().library), PagePictures(config.site_name)
    home = nav.homepage
    pictures = [name for name in PICTURES if files.get_file_from_path(name)]


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    steps = [page] if page.is_homepage or home is None else [home, page]
    trail = tuple(Step(str(step.title), step.canonical_url or "") for step in steps)
    facts = read_page(page.meta, site, trail, is_home=page.is_homepage)
    near = {name: get_relative_url(name, page.url) for name in pictures}
    # Nobody shares the addresses of the live preview.
    draw = None if current_build().preview else partial(drawn.draw, page.url)
    return describe(output, page.content or "", facts, site, catalogue, pictures=near, draw=draw)


def on_post_build(config: MkDocsConfig) -> None:
    drawn.write(Path(config.site_dir))
