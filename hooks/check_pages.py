"""Prove every page before it is published, and say all that is wrong with any.

on_startup     remember whether this is a build or the live preview
on_files       check the front matter, before anything can stumble over it
on_post_build  check the built folder: last, for other hooks write into it

A build with problems that block is stopped once all of them are logged; the live
preview only logs them.
"""

from __future__ import annotations

import logging
from pathlib import Path

from kapguide.commandline.checking import load_project
from kapguide.commandline.settings import CannotRun, read_settings
from kapguide.front_matter import check_front_matter
from kapguide.page_checks.reading import read_site
from kapguide.page_checks.running import check_site
from kapguide.problems import Problem, log_level
from kapguide.reporting import Report, count, summarise
from kapguide.sources import make_source
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

log = logging.getLogger("mkdocs.hooks.check_pages")
command = "build"
logged: set[Problem] = set()


def on_startup(*, command: str, dirty: bool) -> None:
    globals()["command"] = command


def on_files(files: Files, config: MkDocsConfig) -> None:
    logged.clear()  # `mkdocs serve` keeps this module from build to build
    for file in files.documentation_pages():
        source = make_source(f"docs/{file.src_uri}", file.content_string)
        _log(*check_front_matter(source.front_matter, source.path))


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    try:
        project = load_project(read_settings(Path(config.config_file_path)))
        outcome = check_site(read_site(Path(config.site_dir)), project)
        _log(*outcome.problems)
        for item in outcome.silenced:
            log.info("%s (allowed: %s)", item.problem, item.reason)
        log.info(summarise(Report(outcome.problems, (), outcome.pages)))
    except CannotRun as error:
        _log(error.problem or Problem("notice-source", error.message))
    errors = sum(problem.severity == "error" for problem in logged)
    if errors and command == "build":
        raise Abort(f"Not fit to publish: {count(errors, 'problem')} to mend first.")


def _log(*problems: Problem) -> None:
    for problem in problems:
        if problem not in logged:
            logged.add(problem)
            log.log(log_level(problem), "%s", problem)
