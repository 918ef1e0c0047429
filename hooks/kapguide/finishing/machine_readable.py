"""Put into each page what programs are told of it, with what all pages have in common."""

from __future__ import annotations

import posixpath
from functools import partial
from pathlib import Path
from urllib.parse import urljoin

from kapguide.machine_data.catalogue import Catalogue
from kapguide.machine_data.facts import SiteFacts, Step, read_page, read_publisher
from kapguide.machine_data.page_data import PICTURES, describe
from kapguide.machine_data.picture import PagePictures
from kapguide.project.build_context import BuildContext
from kapguide.project.engine_pages.page_list import SitePage, list_pages
from kapguide.project.settings import Settings

_HOME = "index.html"


class PageDescriber:
    """Describes the pages of one site."""

    def __init__(self, folder: Path, settings: Settings, build: BuildContext) -> None:
        self._folder, self._preview = folder, build.preview
        self._site = SiteFacts(
            settings.site_name,
            settings.site_url,
            settings.site_description,
            settings.language,
            read_publisher(build.clinic),
            build.words,
        )
        self._catalogue = Catalogue(build.library)
        self._drawn = PagePictures(settings.site_name)
        self._pictures = [name for name in PICTURES if (folder / name).is_file()]
        self._home = next((p for p in list_pages(settings) if p.file == _HOME), None)

    def describe(self, html: str, page: SitePage) -> str:
        """Put the data into a page."""
        is_home = page.file == _HOME
        steps = [page] if is_home or self._home is None else [self._home, page]
        trail = tuple(Step(step.title, self._address(step)) for step in steps)
        facts = read_page(page.front_matter, self._site, trail, is_home=is_home)
        folder = posixpath.dirname(page.file) or "."
        near = {name: posixpath.relpath(name, folder) for name in self._pictures}
        # Nobody shares the addresses of the live preview.
        draw = None if self._preview else partial(self._drawn.draw, page.url)
        return describe(html, facts, self._site, self._catalogue, pictures=near, draw=draw)

    def write_pictures(self) -> None:
        """Write the pictures of the pages that were described."""
        self._drawn.write(self._folder)

    def _address(self, page: SitePage) -> str:
        site = self._site.address
        return urljoin(f"{site.rstrip('/')}/", page.url) if site else ""
