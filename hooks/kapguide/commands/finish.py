"""`kapguide finish`: finish a folder that an engine without our hooks has built."""

from __future__ import annotations

from pathlib import Path

import click
from markdown_citations.problems import sort_problems

from kapguide.commands.output import choose_project, read_project_settings, write_report
from kapguide.finishing.finish_folder import finish as finish_folder
from kapguide.finishing.site_files import SCHEMA
from kapguide.problems.reports import Report
from kapguide.project.engine_pages.page_at_hand import begin_without_hooks
from kapguide.project.settings import CannotRun


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@choose_project
def finish(folder: Path, project: Path) -> None:
    """Put into the pages of FOLDER what no engine does: notices, data, policies and more.

    For a folder that was built by hand. `kapguide build` does it by itself, whichever
    --engine it is told of, and so do our hooks. Then check it: kapguide check FOLDER.
    """
    settings = read_project_settings(project)
    if not (folder / "index.html").is_file():
        raise CannotRun(f"{folder} is no built site: it has no index.html. Build it first.")
    if (folder / SCHEMA).is_file() and not (settings.docs / SCHEMA).is_file():
        raise CannotRun(f"{folder} is finished already. Build it anew to finish it again.")
    build = begin_without_hooks(settings)
    finish_folder(folder, build)
    if build.reported:
        write_report(Report(sort_problems(build.reported)), "text", err=True)
    click.echo(f"Finished. To check it: kapguide check {folder}")
