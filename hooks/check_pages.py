"""Prove every page before it is published, and say all that is wrong with any.

on import      listen to what is logged: MkDocs warns of its settings before any event
on_startup     remember whether this is the live preview, or something to publish
on_files       check the front matter, before anything can stumble over it
on_post_build  check the built folder: last, for other hooks write into it

A build that must not be published stops once all is logged; the live preview shows it all.
"""

from __future__ import annotations

import logging
import os
from pathlib import Path

from kapguide.checks.folder import check_folder
from kapguide.checks.security.policies import POLICY
from kapguide.front_matter.checking import check_front_matter
from kapguide.pages.source_lines import make_source, name_file
from kapguide.preview.insertion import remove_preview, write_preview
from kapguide.problems.handover import hand_over
from kapguide.problems.log import ProblemLog
from kapguide.problems.reports import Report, count, summarise
from markdown_citations.problems import Problem, log_level, sort_problems
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

log = logging.getLogger("mkdocs.hooks.check_pages")
command = "build"
logged: set[Problem] = set()
problems = ProblemLog("mkdocs", besides=("MARKDOWN", "pymdownx"), silent="mkdocs.livereload")
problems.settings = tuple(MkDocsConfig())
problems.open()
handing = hand_over(problems, os.environ)


def on_startup(*, command: str, dirty: bool) -> None:
    globals()["command"] = command


@event_priority(100)
def on_config(config: MkDocsConfig) -> None:
    problems.open()
    problems.root, problems.docs = Path(config.config_file_path).parent, Path(config.docs_dir)


def on_files(files: Files, config: MkDocsConfig) -> None:
    logged.clear()  # `mkdocs serve` keeps this module from build to build
    for file in files.documentation_pages():
        text = file.content_bytes.decode("utf-8-sig", "replace")
        if "\ufffd" in text:  # MkDocs would break on it; a page check says what to do
            file.content_string = text
        source = make_source(name_file(problems.docs / file.src_uri, problems.root), text)
        _log(*check_front_matter(source.front_matter, source.path))


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    folder = Path(config.site_dir)
    if command == "serve":
        remove_preview(folder)
    checked = check_folder(folder, Path(config.config_file_path))
    outcome = checked.outcome
    # The preview adds a script of its own, so secure_pages.py writes no policy there.
    _log(*(p for p in outcome.problems if command != "serve" or p.code != POLICY.code))
    silenced = [(item.problem, item.reason) for item in outcome.silenced]
    problems.report = Report(sort_problems(problems.found), silenced, outcome.pages)
    if command == "serve":
        write_preview(folder, checked.site, checked.project, problems.report)
    if not handing:
        for problem, reason in silenced:
            log.info("%s (allowed: %s)", problem, reason)
        log.info(summarise(problems.report))
    problems.end(stay=command == "serve")
    if command != "serve" and any(problem.severity == "error" for problem in logged):
        every = count(problems.report.errors, "problem")
        raise Abort(f"Not fit to publish: {every} to mend first.")


def on_build_error(error: Exception) -> None:
    problems.end(stay=command == "serve")


def _log(*found: Problem) -> None:
    for problem in found:
        if problem not in logged:
            logged.add(problem)
            log.log(log_level(problem), "%s", problem)
