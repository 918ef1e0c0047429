"""What the hooks of one build share: the project's places, its library, the page at hand.

hooks/begin_build.py makes a context when a build begins and drops it when the build
ends; every other hook asks for it with `current_build`. It is kept here because
MkDocs executes a hook once for a whole process and hooks cannot import each other,
while this module is the same one for all of them.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import click
import yaml
from markdown_citations.configuration import Configuration
from markdown_citations.library.entries import Library
from markdown_citations.problems import Problem, find_line, log_level
from markdown_citations.texts import find_language

from kapguide.evidence.customization import make_customization
from kapguide.front_matter.parsing import find_lines
from kapguide.notices.notice import read_notices
from kapguide.pages.source_lines import name_file
from kapguide.problems.failures import report_failure
from kapguide.project.clinic_facts import Clinic
from kapguide.project.clock import current_day
from kapguide.project.config_file import CannotRun, Loader, read_config
from kapguide.project.disk import INCLUDES
from kapguide.project.editions.editions import Editions, read_editions
from kapguide.project.settings import CITATIONS, Settings, read_settings
from kapguide.project.time_limit import end_limit, start_limit
from kapguide.words import Words

OPTION = "citations-option"
"""The code of what is wrong with the options of the citation extension."""
STYLE = "style-unknown"
"""The code of a style that nobody has installed, the site's or a page's own."""
_LOG = logging.getLogger("mkdocs.hooks.kapguide")


@dataclass(eq=False)
class BuildContext:
    """One build, from the reading of its settings to its last check."""

    config_file: Path
    """The settings, in the project's root."""
    docs: Path
    preview: bool
    """Whether this is the live preview, which nobody publishes."""
    citations: Mapping[str, Any]
    """The options of the citation extension."""
    words: Words
    """Those of the pages' language and topic."""
    site_url: str | None = None
    """The site's address, where it is not that of the settings: the live preview has its own."""
    today: date = field(default_factory=current_day)
    """The one day of all that this build writes."""
    log: logging.Logger = _LOG
    """Where problems go: only below "mkdocs" does a strict build count."""
    _place: tuple[str, str] = field(default=("", ""), init=False)
    _reported: dict[Problem, None] = field(default_factory=dict, init=False)

    @property
    def root(self) -> Path:
        """The project's folder."""
        return self.config_file.parent

    @cached_property
    def settings(self) -> Settings:
        """What mkdocs.yml says, read once a build."""
        settings = read_settings(self.config_file)
        return settings if self.site_url is None else replace(settings, site_url=self.site_url)

    @cached_property
    def editions(self) -> Editions:
        """The site in each of its languages."""
        return read_editions(self.settings)

    @property
    def clinic(self) -> Clinic:
        """Whose site it is."""
        return self.settings.clinic

    @cached_property
    def configuration(self) -> Configuration:
        """The library and what formats its entries, read once a build."""
        options = {"language": find_language(self.words.asked) or "en", **self.citations}
        customization = make_customization(self.words)
        if self.editions.others:
            # Pages in one language cite what those in another leave out: `kapguide build` knows.
            customization = replace(customization, may_be_unused=lambda entry: True)
        return Configuration(options, self.root, customization)

    @property
    def library(self) -> Library:
        """The entries of the .bib files."""
        return self.configuration.library

    @cached_property
    def shown_texts(self) -> Mapping[str, str]:
        """What pages show beside their own Markdown, by path: notices, and the clinic's facts."""
        notices = read_notices(self.docs / INCLUDES, self.root).values()
        files = read_config(self.config_file)
        return {
            **{notice.path: notice.source for notice in notices},
            **{name_file(file.path, self.root): file.text for file in files},
        }

    @property
    def reported(self) -> tuple[Problem, ...]:
        """What this build has logged."""
        return tuple(self._reported)

    def start_page(self, name: str, text: str) -> None:
        """Say which page is converted next, by its path in the folder of pages, and its text."""
        self._place = name_file(self.docs / name, self.root), text
        start_limit(self._place[0])

    def end_page(self) -> None:
        """Say that the page is done, so that nothing later is said of it."""
        end_limit()
        self._place = "", ""

    def place(self) -> tuple[str, str]:
        """Return the page that is converted: its path in the project, and its whole text."""
        return self._place

    def report(self, problem: Problem) -> None:
        """Log a problem, unless this build has logged it before."""
        if not problem.path:
            problem = self._place_option(problem)
        if problem not in self._reported:
            self._reported[problem] = None
            level = log_level(problem)
            if problem.severity == "error" and not self.log.isEnabledFor(level):
                level = logging.ERROR  # of a quiet build (-q) all else is neither said nor counted
            self.log.log(level, "%s", problem)

    def _place_option(self, problem: Problem) -> Problem:
        """Say where an option of the citations stands: here, or in a file inherited from."""
        style = str(self.citations.get("style"))
        of_style = problem.code == STYLE and f'"{style}"' in problem.message  # not a page's own
        if not (of_style or problem.code == OPTION):
            return problem
        named = {"style"} if of_style else {*re.findall(r"\w+", problem.message)}
        for file in read_config(self.config_file):
            places = find_lines(yaml.compose(file.text, Loader))
            own = (line for path, line in places if CITATIONS in path and path[-1] in named)
            if line := next(own, None) or find_line(file.text, CITATIONS):
                return replace(problem, path=file.path.name, line=line)
        return replace(problem, path=self.config_file.name)


_current: BuildContext | None = None


def begin_build(context: BuildContext) -> None:
    """Make a context the one that `current_build` gives."""
    global _current  # noqa: PLW0603 - hooks have no object in common to keep it in
    _current = context


def end_build(error: Exception | None = None) -> str:
    """Forget the context, so that no later build in this process takes it for its own.

    What ended the build is logged where nobody foresaw it; returns what to say last.
    """
    global _current
    ended, _current = _current, None
    end_limit()
    if error is None or isinstance(error, click.ClickException):
        return error.format_message() if error else ""
    if ended:
        problem = report_failure(error, ended.place()[0])
        ended.report(problem)
        # The live preview shows on its pages what is said last.
        return str(problem) if ended.preview else "The site was not built."
    return str(report_failure(error))


def running_build() -> BuildContext | None:
    """Return the context that a hook has made; None where no hook runs."""
    return _current


def current_build() -> BuildContext:
    """Return the context of the build that is running."""
    if _current is None:
        raise CannotRun("mkdocs.yml lacks hooks/begin_build.py. Name it first under hooks.")
    return _current
