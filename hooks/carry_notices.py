"""Put the notices, and whose site it is, on every page, with links that lead on from there.

on_config        read docs/_includes; offer `::: notice NAME`
on_post_build    put them into hand-written HTML
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from jinja2 import Environment
from kapguide.directives.clinic import render_clinic
from kapguide.directives.nesting import report_nested
from kapguide.notices.links import CarriedNotices, NoticeLinks
from kapguide.notices.notice import EVERYWHERE, carry_notices, notice_handler, read_notices
from kapguide.project.build_context import current_build
from kapguide.project.disk import INCLUDES
from kapguide.project.served import is_html
from markdown_citations.directives import DirectiveExtension
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

carried: CarriedNotices  # made anew in on_config


def on_config(config: MkDocsConfig) -> None:
    global carried  # noqa: PLW0603 - MkDocs hooks have no object to keep state in
    build = current_build()
    notices = read_notices(build.docs / INCLUDES, build.root)
    everywhere = (notices[name] for name in EVERYWHERE if name in notices)
    carried = CarriedNotices.of(everywhere, render_clinic(build.clinic, build.words))
    handler = notice_handler(notices, build.place, build.report)
    notice = DirectiveExtension({"notice": handler}, report_nested(build.place, build.report))
    config.markdown_extensions += [notice, NoticeLinks(build.place, build.docs, build.root)]  # type: ignore[list-item]


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    global carried  # noqa: PLW0603 - see on_config
    urls = {file.src_uri: file.url for file in files}
    carried = replace(carried, find_url=urls.get)
    env.globals["notices_html"] = Markup(carried.show_below(config.site_url or ""))


def on_page_context(context: Any, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    context["notices_html"] = Markup(carried.show_at(page.url))


@event_priority(50)
def on_post_build(config: MkDocsConfig) -> None:
    for path in sorted(filter(is_html, Path(config.site_dir).rglob("*"))):
        text = path.read_text("utf-8", "replace")  # what is lost, check_pages.py finds
        url = path.relative_to(config.site_dir).as_posix()
        if (page := carry_notices(text, carried.show_at(url))) != text:
            path.write_text(page, "utf-8")
