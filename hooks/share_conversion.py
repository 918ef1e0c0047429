"""Convert the pages of a large site in several processes.

on_startup      remember whether this is a build: a live preview has threads, which do not fork
on_nav          begin to convert pages elsewhere, ahead of MkDocs's own loop
on_pre_page     have MkDocs take what was made of a page elsewhere, if there is something
on_build_error  leave nobody at work

All pages go through that loop and all events; only what Markdown makes of them may
come from elsewhere, with what hooks noted (`take_notes`, `add_notes`).
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Hashable
from functools import partial
from pathlib import Path
from typing import Any

from kapguide.sharing import SharedPages, count_processes, share
from kapguide.strangers import find_strangers
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

CONVERTED = ("content", "toc", "_title_from_render", "present_anchor_ids")
"""What `Page.render` sets, besides the links (MkDocs 1.6.1)."""
HOOKS = Path(__file__).parent
log = logging.getLogger("mkdocs.hooks.share_conversion")
is_build = False
shared: SharedPages | None = None


def on_startup(*, command: str, dirty: bool) -> None:
    globals()["is_build"] = command != "serve" and not dirty


@event_priority(-100)
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    global shared  # noqa: PLW0603 - MkDocs hooks have no object to keep state in
    shared, pages = None, files.documentation_pages()

    def prepare(number: int) -> tuple[Hashable, Callable[[], object]]:
        """Read a page as MkDocs does."""
        file = pages[number]
        page = config._current_page = file.page or Page(None, file, config)
        page = config.plugins.on_pre_page(page, config=config, files=files)
        page.read_source(config)
        page.markdown = config.plugins.on_page_markdown(
            page.markdown or "", page=page, config=config, files=files
        )
        return (page.markdown, repr(page.meta)), partial(convert, page, config, files)

    if is_build and count_processes(len(pages)) > 1:
        strange = find_strangers(config, HOOKS)
        shared = None if strange else share([file.src_uri for file in pages], prepare)
        if strange:
            log.info("Building in one process: who knows what %s notes?", ", ".join(strange))


def convert(page: Page, config: MkDocsConfig, files: Files) -> object:
    page.render(config, files)
    links = {to.src_uri: names for to, names in (page.links_to_anchors or {}).items()}
    notes = {name: h.take_notes() for name, h in config.plugins.items() if hasattr(h, "take_notes")}
    return [getattr(page, name) for name in CONVERTED], links, notes


def on_pre_page(page: Page, config: MkDocsConfig, files: Files) -> None:
    if shared:
        page.render = partial(render, page)  # type: ignore[method-assign]


def render(page: Page, config: MkDocsConfig, files: Files) -> None:
    made: Any = shared and shared.take(page.file.src_uri, (page.markdown, repr(page.meta)))
    if not made:
        type(page).render(page, config, files)
        return
    values, links, notes = made
    for name, value in zip(CONVERTED, values, strict=True):
        setattr(page, name, value)
    page.links_to_anchors = {files.src_uris[to]: names for to, names in links.items()}
    for name, noted in notes.items():
        config.plugins[name].add_notes(noted)


def on_build_error(error: Exception) -> None:
    if shared:
        shared.close()
