"""Say in a page's head how a link to it looks, and which icons stand for the site.

picture.py draws the picture of each page; tools/draw_pictures.py drew the one for all
others.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from urllib.parse import quote

from kapguide.machine_data.facts import PageFacts, SiteFacts
from kapguide.machine_data.picture import SIZE

PICTURE = "assets/share.png"

ICONS: Mapping[str, str] = {
    # Safari takes no SVG for a tab, and any browser asks for favicon.ico by itself.
    "favicon.ico": 'rel="icon" sizes="32x32"',
    "assets/apple-touch-icon.png": 'rel="apple-touch-icon"',
}
"""The icons beside the theme's own, each with what its link says of it."""


def render_previews(page: PageFacts, site: SiteFacts, *, picture: str) -> str:
    """Make the meta elements; without the site's address some cannot be said.

    `picture` is its path in the site, or empty.
    """
    graph = {
        "og:title": page.title,
        "og:description": page.description,
        "og:type": "website" if page.is_home else "article",
        "og:url": page.address,
        "og:site_name": site.name,
        "og:locale": _locale(site),
    }
    shown = bool(picture and site.address)
    if shown:
        width, height = SIZE
        drawn = site.words.say("sharing.title_picture", title=page.title, site=site.name)
        graph |= {
            "og:image": f"{site.address.rstrip('/')}/{quote(picture)}",
            "og:image:type": "image/png",
            "og:image:width": str(width),
            "og:image:height": str(height),
            "og:image:alt": site.words["topic.picture"] if picture == PICTURE else drawn,
        }
    lines = [
        f'<meta property="{name}" content="{escape(value)}">'
        for name, value in graph.items()
        if value
    ]
    card = "summary_large_image" if shown else "summary"
    return "\n".join([*lines, f'<meta name="twitter:card" content="{card}">'])


def _locale(site: SiteFacts) -> str:
    """Return language and country as Open Graph writes them."""
    own = site.language == site.words.language
    return site.words["sharing.locale"] if own else site.language.replace("-", "_")


def render_icons(addresses: Mapping[str, str]) -> str:
    """Make the links; `addresses` has each icon that exists, relative to the page."""
    return "\n".join(
        f'<link {said} href="{escape(addresses[name])}">'
        for name, said in ICONS.items()
        if name in addresses
    )
