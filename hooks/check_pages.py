"""Prove every page before it is published; MkDocs warns early, so it listens once imported."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kapguide.checks.folder import check_folder, make_report
from kapguide.preview.shown_language import tell_others
from kapguide.preview.site_preview import remove_preview, write_preview
from kapguide.problems.causes import drop_following, tell_causes
from kapguide.problems.handover import end_build, hand_over
from kapguide.problems.log import ProblemLog, engine_log
from kapguide.problems.reports import count, format_remarks
from kapguide.project.build_context import current_build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority

OTHERS, engine, known = ("MARKDOWN", "pymdownx"), engine_log(), tuple(MkDocsConfig())
problems = ProblemLog(engine, OTHERS, f"{engine}.livereload", settings=known)
problems.begin()
handing = hand_over(problems)


def on_serve(server: Any, **others: object) -> None:
    server.builder = problems.forget_before(server.builder)


@event_priority(90)
def on_config(config: MkDocsConfig) -> None:
    build = current_build()
    problems.begin(build.root, build.docs, again=build.preview)


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    build, folder = current_build(), Path(config.site_dir)
    if handing:
        end_build(problems, folder, strict=config.strict)
        return
    if build.preview:
        remove_preview(folder)
    checked = check_folder(folder, Path(config.config_file_path), preview=build.preview)
    for problem in drop_following(checked.outcome.problems, problems.found):
        build.report(problem)
    report = problems.report = make_report(problems.found, checked.outcome)
    for remark in format_remarks(report):
        build.log.info(remark)
    problems.end()
    if build.preview:
        write_preview(folder, checked.site, checked.project, report, tell_others(build.editions))
    found = report.problems if config.strict else checked.outcome.problems
    if not build.preview and (errors := make_report(tell_causes(found), checked.outcome).errors):
        raise Abort(f"Not fit to publish: {count(errors, 'problem')} to mend first.")


def on_build_error(error: Exception) -> None:
    problems.end()
