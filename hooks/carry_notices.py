"""Put the notices on every page.

on_config      read docs/_includes; offer `::: notice NAME`
on_env         hand the notices to the templates, 404 included
on_post_build  put them into HTML that no template made (hand-written pages)

The proof that they arrived is `check_pages.py`'s, which looks at the built
folder and knows nothing of this file.
"""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment
from kapguide.notices.notice import (
    EVERYWHERE,
    carry_notices,
    notice_handler,
    read_notices,
    render_notice,
)
from kapguide.project.build_context import current_build
from kapguide.project.disk import INCLUDES
from kapguide.project.served import is_html
from markdown_citations.directives import DirectiveExtension
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

everywhere = ""
"""The HTML of the notices that every page carries; made anew in on_config."""


def on_config(config: MkDocsConfig) -> None:
    global everywhere  # noqa: PLW0603 - MkDocs hooks have no object to keep state in
    build = current_build()
    notices = read_notices(build.docs / INCLUDES, build.root)
    shown = (render_notice(notices[name]) for name in EVERYWHERE if name in notices)
    everywhere = "\n".join(shown)
    handler = notice_handler(notices, build.place, build.report)
    config.markdown_extensions.append(DirectiveExtension({"notice": handler}))  # type: ignore[arg-type]


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    env.globals["notices_html"] = Markup(everywhere)


@event_priority(50)
def on_post_build(config: MkDocsConfig) -> None:
    for path in sorted(filter(is_html, Path(config.site_dir).rglob("*"))):
        text = path.read_text("utf-8", "replace")  # what is lost, check_pages.py finds
        carried = carry_notices(text, everywhere)
        if carried != text:
            path.write_text(carried, "utf-8")
