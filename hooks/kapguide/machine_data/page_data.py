"""Tell programs all there is to tell of a page.

Previews and icons go into the head, and to the end what no reader waits for:
schema.org's data and the references for Zotero. There both are near the list of
references, whose words they repeat, so compression finds them. All stands outside of
`<main>`, where no reader, no search and no other check meets it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from markdown_citations.metadata.coins import hide_coins

from kapguide.machine_data.catalogue import Catalogue
from kapguide.machine_data.content import read_content
from kapguide.machine_data.facts import PageFacts, SiteFacts
from kapguide.machine_data.previews import ICONS, PICTURE, render_icons, render_previews
from kapguide.machine_data.schema_org import describe_page, render_json_ld

PICTURES = (PICTURE, *ICONS)
"""The files that a page can name, by path in the site."""

_HEAD_ENDS = re.compile(r"(?=</head\s*>)", re.I)
_UP_TO_END_OF_BODY = re.compile(r"\A.*(?=</body\s*>)", re.I | re.S)


def describe(
    html: str,
    page: PageFacts,
    site: SiteFacts,
    catalogue: Catalogue,
    *,
    pictures: Mapping[str, str],
    draw: Callable[[str], str] | None = None,
) -> str:
    """Put the data into a page; one without head and body stays as it is.

    `pictures` has those that exist, relative to the page.

    The page's own heading goes before the title that it was given. `draw` makes a
    picture of the title and gives its path in the site, or an empty text: then the
    site's one picture stands for the page, if there is one.
    """
    content = read_content(html)
    page = replace(page, title=content.heading or page.title)
    picture = (draw(page.title) if draw else "") or (PICTURE if PICTURE in pictures else "")
    head = (render_previews(page, site, picture=picture), render_icons(pictures))
    foot = (
        render_json_ld(describe_page(page, site, content, catalogue)),
        hide_coins(catalogue.coin(key) for key in content.citekeys if key in catalogue),
    )
    before, after = ("".join(f"{part}\n" for part in parts if part) for parts in (head, foot))
    html = _HEAD_ENDS.sub(lambda _: before, html, count=1)
    return _UP_TO_END_OF_BODY.sub(lambda start: start[0] + after, html, count=1)
