"""Tell programs all there is to tell of a page.

Previews and icons go into the head, and to the end what no reader waits for:
schema.org's data and the references for Zotero. There both are near the list of
references, whose words they repeat, so compression finds them. Any builder, or a walk
over a built folder, can call this.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from markdown_citations.metadata.coins import hide_coins

from kapguide.machine_data.catalogue import Catalogue
from kapguide.machine_data.content import read_content
from kapguide.machine_data.facts import PageFacts, SiteFacts
from kapguide.machine_data.head_and_foot import place
from kapguide.machine_data.previews import ICONS, PICTURE, render_icons, render_previews
from kapguide.machine_data.schema_org import describe_page, render_json_ld

PICTURES = (PICTURE, *ICONS)
"""The files that a page can name, by path in the site."""


def describe(
    html: str,
    content_html: str,
    page: PageFacts,
    site: SiteFacts,
    catalogue: Catalogue,
    *,
    pictures: Mapping[str, str],
    draw: Callable[[str], str] | None = None,
) -> str:
    """Put the data into a page; `pictures` has those that exist, relative to the page.

    The page's own heading goes before the title that it was given. `draw` makes a
    picture of the title and gives its path in the site, or an empty text: then the
    site's one picture stands for the page, if there is one.
    """
    content = read_content(content_html)
    page = replace(page, title=content.heading or page.title)
    picture = (draw(page.title) if draw else "") or (PICTURE if PICTURE in pictures else "")
    head = (
        render_previews(page, site, picture=picture),
        render_icons(pictures),
    )
    foot = (
        render_json_ld(describe_page(page, site, content, catalogue)),
        hide_coins(catalogue.coin(key) for key in content.citekeys if key in catalogue),
    )
    return place(html, *("\n".join(filter(None, part)) for part in (head, foot)))
