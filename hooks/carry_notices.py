"""Put the notices on every page.

on_config     read docs/_includes; offer `::: notice NAME`
on_env        hand the notices to the templates, 404 included
on_post_build put them into HTML that no template made (hand-written pages)

The proof that they arrived is `check_pages.py`'s, which looks at the built
folder and knows nothing of this file.
"""

from __future__ import annotations

import logging
from pathlib import Path

from jinja2 import Environment
from kapguide.notices.texts import (
    EVERYWHERE,
    carry_notices,
    notice_handler,
    read_notices,
    render_notice,
)
from kapguide.pages.source_lines import name_file
from markdown_citations.directives import DirectiveExtension
from markdown_citations.problems import Problem, log_level
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

log = logging.getLogger("mkdocs.hooks.carry_notices")


class _State:
    """What one build knows; made anew in on_config, for `mkdocs serve` keeps modules."""

    def __init__(self, config: MkDocsConfig) -> None:
        folder = Path(config.docs_dir, "_includes")
        self.notices = read_notices(folder, Path(config.config_file_path).parent)
        self.page = ""
        self.source = ""

    def everywhere(self) -> str:
        """Give the HTML of the notices that every page carries."""
        return "\n".join(render_notice(self.notices[n]) for n in EVERYWHERE if n in self.notices)

    def report(self, problem: Problem) -> None:
        """Log a problem of the page that is being rendered."""
        log.log(log_level(problem), "%s", problem)


state: _State


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the notices and offer them as a directive."""
    global state  # noqa: PLW0603 - MkDocs hooks have no object to keep state in
    state = _State(config)
    handler = notice_handler(state.notices, lambda: (state.page, state.source), state.report)
    config.markdown_extensions.append(DirectiveExtension({"notice": handler}))  # type: ignore[arg-type]
    return config


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Remember which page the directive stands in."""
    root = Path(config.config_file_path).parent
    state.page = name_file(Path(config.docs_dir, page.file.src_uri), root)
    state.source = page.file.content_string


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Give every template, 404.html too, the notices."""
    env.globals["notices_html"] = Markup(state.everywhere())
    return env


@event_priority(50)
def on_post_build(config: MkDocsConfig) -> None:
    """Put the notices into HTML that no template made; before the checks look."""
    notices = state.everywhere()
    for path in sorted(Path(config.site_dir).rglob("*.html")):
        text = path.read_text("utf-8", "replace")  # what is lost, check_pages.py finds
        carried = carry_notices(text, notices)
        if carried != text:
            path.write_text(carried, "utf-8")
