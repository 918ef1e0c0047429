"""The pictures that stand for the pages of a site where their addresses are shared.

Drawn while pages are built, and written once the site's folder is complete.
"""

from __future__ import annotations

from pathlib import Path

from kapguide.machine_data.picture import draw_picture


class PagePictures:
    """The pictures of one build."""

    def __init__(self, site_name: str) -> None:
        self._site_name = site_name
        self._drawn: dict[str, bytes] = {}

    def draw(self, url: str, title: str) -> str:
        """Draw the picture of the page at an address relative to the site's.

        Returns its path in the site, or an empty text where the title cannot be drawn.
        """
        path = f"assets/share/{url.removesuffix('.html').strip('/') or 'index'}.png"
        picture = draw_picture(title, self._site_name)
        if picture is None:
            return ""
        self._drawn[path] = picture
        return path

    def write(self, folder: Path) -> None:
        """Write the pictures into a built folder; a file that is there is somebody's own."""
        for path, picture in self._drawn.items():
            file = folder / path
            if not file.exists():
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(picture)
