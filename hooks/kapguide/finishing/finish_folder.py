"""The one step from a built folder to a site that is fit to be checked.

Takes a folder that an engine built, and the project behind it.
Gives the same folder: to the byte the same, whichever way it is asked for.
Must stay free of the engine: what it needs of a page is in the page, its Markdown or
mkdocs.yml. To finish a folder twice is wrong: the search and the data would be there twice.

| step | what it does |
| --- | --- |
| files | downloads, robots.txt, the schema, stubs at old addresses: those that are not there |
| pages | review line, notices, other languages into their slots; which pages cite; data, previews |
| switches, icons | mends of the theme |
| notices | and whose site it is, into pages that no template made |
| policy | into each page; and headers for hosts, after all that changes pages |
| search | the words that pages have for it |
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

from markdown_citations.page.search_text import set_aside

from kapguide.directives.clinic import render_clinic
from kapguide.finishing.languages import render_alternates, render_followed, render_switch
from kapguide.finishing.list_citing import CitingPages
from kapguide.finishing.machine_readable import PageDescriber
from kapguide.finishing.moved_pages import make_stubs
from kapguide.finishing.policies import write_hosting, write_policies
from kapguide.finishing.search_words import add_search_words
from kapguide.finishing.site_files import make_site_files
from kapguide.finishing.slots import ALTERNATES, LANGUAGES, NOTICES, REVIEW, fill_slot
from kapguide.front_matter.review import render_review
from kapguide.front_matter.saved_text import decode
from kapguide.notices.links import CarriedNotices
from kapguide.notices.notice import EVERYWHERE, carry_notices, read_notices
from kapguide.project.build_context import BuildContext
from kapguide.project.disk import INCLUDES
from kapguide.project.editions.editions import AS_IT_IS, Editions
from kapguide.project.engine_pages.page_list import SitePage, list_pages
from kapguide.project.served import is_html

_SWITCH = re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="off"')
"""The theme's switches for search and menu: HTML has that on fields to type in alone. So that
no browser opens them after a reload, scripts in docs/assets/ shut them. Nobody but a script
may tick them, so the page itself hides them, and not the stylesheet alone."""
_ICON = re.compile(r'(class="[^"]*(?:md-icon|menu-button|site-name)\b[^>]*>\s*<svg)')
"""Icons in links and buttons: to a screen reader, images without a name beside the words."""


def finish(folder: Path, build: BuildContext) -> None:
    """Finish a built folder; of the live preview no page gets a policy or a picture."""
    settings = build.settings
    listed = [page for page in list_pages(settings) if is_html(folder / page.file)]
    stubs = {name: text.encode() for name, text in make_stubs(listed, build).items()}
    for name, content in (make_site_files(build) | stubs).items():
        _write(folder / name, content)
    pages = {page.file: page for page in listed}
    citing = CitingPages(folder, listed, build.configuration)
    describer = PageDescriber(folder, settings, build)
    carried = _read_carried(build, _find_url(folder, listed, build.editions))
    apart = tuple(build.editions.folders_within(build.editions.own))
    for path in sorted(filter(is_html, folder.rglob("*"))):
        name = path.relative_to(folder).as_posix()
        if name.startswith(apart):
            continue
        text = before = decode(path.read_bytes()).text  # in which encoding it was, a check says
        page = pages.get(name)
        if page is None:
            # A template's own page, such as 404.html, stands at any address.
            text = fill_slot(text, NOTICES, carried.show_below(settings.site_url))
            text = fill_slot(text, LANGUAGES, render_switch(build.editions, None), first=True)
            text = fill_slot(text, ALTERNATES, "", first=True)
        else:
            line = render_review(page.front_matter, build.words, build.today)
            text = fill_slot(text, REVIEW, line + render_followed(build.editions, page))
            text = fill_slot(text, LANGUAGES, render_switch(build.editions, page), first=True)
            text = fill_slot(text, ALTERNATES, render_alternates(build.editions, page), first=True)
            # The marks for an engine's search have done their work.
            text = set_aside(citing.fill(text, page)).whole
            text = fill_slot(text, NOTICES, carried.show_at(page.url))
            text = describer.describe(text, page)
        text = text.replace(f'href="{AS_IT_IS}', 'href="')
        text = _SWITCH.sub(r"\1 hidden", carry_notices(text, carried.show_at(name)))
        text = _ICON.sub(r'\1 aria-hidden="true"', text)
        if text != before:
            path.write_text(text, "utf-8")
    describer.write_pictures()
    if not build.preview:
        write_policies(folder, settings)
        if build.editions.own is build.editions.first:
            write_hosting(folder, settings)
    add_search_words(folder, listed)


def _read_carried(build: BuildContext, find_url: Callable[[str], str | None]) -> CarriedNotices:
    """Read what each page carries: the notices, and below them whose site it is."""
    notices = read_notices(build.docs / INCLUDES, build.root)
    everywhere = (notices[name] for name in EVERYWHERE if name in notices)
    clinic = render_clinic(build.clinic, build.words)
    carried = replace(CarriedNotices.of(everywhere, clinic), find_url=find_url)
    first, own, words = build.editions.first, build.editions.own, build.words
    if first is own:
        return carried
    mark = words.say("languages.mark", language=words.name_language(first.language))
    return carried.mark_languages(first.pages.keys() - own.pages.keys(), first.language, mark)


def _find_url(
    folder: Path, pages: Iterable[SitePage], editions: Editions
) -> Callable[[str], str | None]:
    """Return what gives the address of a file of docs/, or of the first language's."""
    urls = {page.path: page.url for page in pages}
    first = editions.first

    def find(name: str) -> str | None:
        abroad = first.pages.get(name) if first is not editions.own else None
        if name in urls or not abroad:
            return urls.get(name, quote(name) if (folder / name).is_file() else None)
        found = editions.place(first, abroad.url or ".")
        return found if abroad.url.endswith(".html") else f"{found}/"

    return find


def _write(path: Path, content: bytes) -> None:
    """Write a file that is not there: one that is, is somebody's own."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
