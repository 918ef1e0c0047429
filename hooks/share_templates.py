"""Fill the templates of a large site in several processes.

on_startup      remember whether this is a build: a live preview has threads, which do not fork
on_nav          remember the menu
on_env          begin to fill templates elsewhere, ahead of MkDocs's own loop
on_build_error  leave nobody at work

All pages go through that loop and all events; only what a template makes of them
may come from elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, Template
from kapguide.sharing import SharedPages, share
from kapguide.strangers import PLUGINS, find_strangers
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

HOOKS = Path(__file__).parent
is_build = False
menu: Navigation
shared: SharedPages | None = None


def on_startup(*, command: str, dirty: bool) -> None:
    globals()["is_build"] = command != "serve" and not dirty


@event_priority(-100)
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    global menu, shared
    menu, shared = nav, None


@event_priority(-100)
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    global shared  # noqa: PLW0603
    pages = files.documentation_pages()

    def prepare(number: int) -> tuple[Hashable, Callable[[], object]]:
        """Gather what a page's template needs, as MkDocs does."""
        for search in (config.plugins[name] for name in PLUGINS if name in config.plugins):
            search.search_index.add_entry_from_context = lambda page: None  # would be lost here
        if config._current_page:
            config._current_page.active = False
        page = config._current_page = pages[number].page
        assert page is not None
        page.active = True
        context = get_context(menu, pages, config, page)
        template = env.get_template(page.meta.get("template", "main.html"))
        context = config.plugins.on_page_context(context, page=page, config=config, nav=menu)
        return describe(page, template), partial(template.render, context)

    if is_build and not find_strangers(config, HOOKS):
        shared = share([file.src_uri for file in pages], prepare)
    if shared:
        env.template_class = SharedTemplate
    return env


def describe(page: Page, template: Template) -> Hashable:
    return template.name, page.content, repr(page.meta)


class SharedTemplate(Template):
    """A template that may have been filled elsewhere."""

    def render(self, *args: Any, **kwargs: Any) -> str:
        page = args[0].get("page") if args else None
        made: Any = shared and page and shared.take(page.file.src_uri, describe(page, self))
        return made or super().render(*args, **kwargs)


def on_build_error(error: Exception) -> None:
    if shared:
        shared.close()
