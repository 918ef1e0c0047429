"""The MkDocs plug-in `citations`; the README explains its options.

on_config        read the library; install the Markdown extension with it; watch its files
on_files         add the downloads, the page of all entries and the stylesheet
on_page_markdown remember the page, so that problems name file and line
on_env           say which pages cite an entry; log problems
on_page_context  hide markers and bibliographies from the search, which reads pages here

MkDocs makes the plug-in anew for each build of the live preview.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_datetime
from mkdocs.utils.templates import TemplateContext

from markdown_citations.configuration import Configuration
from markdown_citations.exports import make_downloads
from markdown_citations.migration import CommandExtension, read_options
from markdown_citations.mkdocs_options import CitationsConfig, option_lines
from markdown_citations.page.cited_by import has_placeholders, remove_cited_by
from markdown_citations.page.search_text import SearchablePage, put_back, set_aside
from markdown_citations.problems import Problem, log_level
from markdown_citations.site import SiteCitations

log = logging.getLogger("mkdocs.plugins.citations")
EXTENSION = "markdown_citations"
STYLESHEET = "assets/citations.css"
_SHARED = ("bibliography", "style", "cache", "language", "texts")
"""Options that the extension has, too."""


class CitationsPlugin(BasePlugin[CitationsConfig]):
    """Citations on each page, and what a site makes of them together."""

    site: SiteCitations
    configuration: Configuration
    searchable: SearchablePage

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the library, and install the extension that uses it."""
        file = Path(config.config_file_path)
        root = file.parent
        lines = option_lines(file.read_text("utf-8-sig")) if file.is_file() else {}
        given = {name: value for name, value in self.config.items() if value is not None}
        read, problems = read_options(given, root, file.name, lines)
        self._log(problems)

        named = (config.mdx_configs or {}).get(EXTENSION, {})
        options = {**named, **read, **given}
        used = {name: options[name] for name in (*named, *_SHARED) if name in options}
        self.configuration = Configuration(used, root)
        always = options.get("page_bibliography", True)
        self.site = SiteCitations(self.configuration, root, always_list=always)
        commands = (options.get(f"{name}_command", "") for name in ("bibliography", "references"))
        names = [name for name in config.markdown_extensions if name != EXTENSION]
        ours: list[Any] = [CommandExtension(*commands), self.site.extension]
        config.markdown_extensions = [*names, *ours]
        watched = [*bibliography_folders(used, root), *map(str, self.configuration.paths)]
        if self.config.stylesheet:
            # First, so that the site's own can change what it says.
            config.extra_css.insert(0, STYLESHEET)
        config.watch += [path for path in watched if Path(path).exists()]
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the files of the options; one of that name in docs/ stays."""
        made: dict[str, str] = {}
        if self.config.downloads:
            ours = self.configuration
            made = make_downloads(ours.library, self.config.downloads, cache=ours.cache)
        if self.config.references_page:
            heading = self.configuration.texts.references
            made[self.config.references_page] = f"# {heading}\n\n::: references\n"
        if self.config.stylesheet:
            made[STYLESHEET] = (Path(__file__).parent / "citations.css").read_text("utf-8")
        for path, text in made.items():
            if files.get_file_from_path(path) is None:
                # As bytes: as text, a build on Windows would write other line ends.
                files.append(File.generated(config, path, content=text.encode()))
        return files

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> None:
        """Say which page the extension converts next."""
        style = page.meta.get("citation_style")
        self.site.start_page(page.file.src_uri, page.file.abs_src_path, style)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Fill in what needs all pages, then log what is wrong."""
        complete_pages(self.site, files, cited_by=self.config.cited_by)
        self._log(self.site.finish(today=get_build_datetime().date()))
        return env

    def _log(self, problems: Iterable[Problem]) -> None:
        for problem in problems:
            if problem.code not in self.config.ignore:
                log.log(log_level(problem), "%s", problem)

    @event_priority(100)
    def _hide(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> None:
        """Take out, before the search reads the page, what it should not find."""
        if not self.config.search:
            self.searchable = set_aside(page.content or "")
            page.content = self.searchable.read

    @event_priority(-100)
    def _show(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> None:
        """Put it back."""
        if not self.config.search:
            page.content = put_back(page.content or "", self.searchable)

    on_page_context = CombinedEvent(_hide, _show)


def complete_pages(site: SiteCitations, files: Files, *, cited_by: bool = True) -> None:
    """Fill in what needs all pages: which cite an entry, and where an entry is listed."""
    pages = {file.src_uri: file.page for file in files.documentation_pages() if file.page}

    def address(of: str, start: str) -> str:
        return pages[of].file.url_relative_to(pages[start].file)

    html = site.link_pages({name: page.content or "" for name, page in pages.items()}, address)
    for name, page in pages.items():
        page.content = html[name]
        if not has_placeholders(html[name]):
            continue
        if cited_by:
            others = [(o, str(other.title), address(o, name)) for o, other in pages.items()]
            page.content = site.fill(html[name], others)
        else:
            page.content = remove_cited_by(html[name])


def bibliography_folders(options: Mapping[str, Any], root: Path) -> list[str]:
    """Return the folders that the option `bibliography` names."""
    named = options.get("bibliography") or []
    names: Sequence[str] = [named] if isinstance(named, str) else named
    return [str(root / name) for name in names if (root / name).is_dir()]
