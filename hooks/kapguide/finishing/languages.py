"""Lead from each page to the same page in other languages, and tell programs of it.

Classes for a stylesheet: `languages` (the line).
"""

from __future__ import annotations

from html import escape
from urllib.parse import urlsplit

from kapguide.front_matter.days import read_day
from kapguide.project.editions.editions import Edition, Editions
from kapguide.project.editions.following import FOLLOWS
from kapguide.project.engine_pages.page_list import SitePage


def render_switch(editions: Editions, page: SitePage | None) -> str:
    """Return the line that leads to the page in other languages, each in its own words.

    `page` is None for what stands at any address, such as 404.html.
    """
    if not editions.others:
        return ""
    said = " ".join(_say(editions, edition, page) for edition in editions.others)
    label = escape(editions.own.settings.words["languages.label"])
    return f'<nav class="languages" aria-label="{label}">{said}</nav>'


def render_alternates(editions: Editions, page: SitePage) -> str:
    """Return the links for the head of a page that there is in other languages, too."""
    found = editions.alternates(page.path)
    if not found:
        return ""
    first = editions.first.language
    rows = {**found, "x-default": found[first]} if first in found else found
    return "\n".join(
        f'<link rel="alternate" hreflang="{code}" href="{escape(address)}">'
        for code, address in rows.items()
    )


def render_followed(editions: Editions, page: SitePage) -> str:
    """Say which page of which day a page follows; nothing where it follows none."""
    followed = editions.first.pages.get(page.path)
    day = read_day(page.front_matter.get(FOLLOWS))
    if editions.own is editions.first or followed is None or day is None:
        return ""
    words, code = editions.own.settings.words, editions.first.language
    address = escape(editions.link(editions.first, page.file, followed.url))
    name = words.say("languages.page", language=words.name_language(code))
    link = f'<a href="{address}" hreflang="{code}">{escape(name)}</a>'
    said = f'<time datetime="{day.isoformat()}">{words.format_day(day)}</time>'
    return f'<p class="follows">{words.say("languages.follows", link=link, day=said)}</p>'


def _say(editions: Editions, edition: Edition, page: SitePage | None) -> str:
    """Lead to a page, or else say that it is missing and lead to the home page."""
    words, code = edition.settings.words, edition.language
    there = edition.pages.get(page.path) if page else None
    if page is None:
        address = _find_home(editions, edition)
    else:
        address = editions.link(edition, page.file, there.url if there else "")
    text = words["languages.here" if there else "languages.home"]
    link = f'<a href="{escape(address)}" hreflang="{code}">{escape(text)}</a>'
    missing = "" if there or page is None else f"{escape(words['languages.missing'])} "
    return f'<span lang="{code}">{missing}{link}</span>'


def _find_home(editions: Editions, edition: Edition) -> str:
    """Return the address of an edition's home page on its host, from wherever it is asked for.

    Without an address of its own it is in its folder of the site, and that is at the top.
    """
    first, own = editions.first.settings.site_url, edition.settings.site_url
    if edition.folder and own in {"", first}:
        return (urlsplit(first).path or "/") + edition.folder
    return urlsplit(own).path or "/"
