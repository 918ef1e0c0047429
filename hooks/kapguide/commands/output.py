"""What the commands have in common: options, progress, reports in each format, colours."""

from __future__ import annotations

import html
import os
import sys
import textwrap
from dataclasses import replace
from pathlib import Path

import click

from kapguide.checks.running import Outcome, check_site
from kapguide.problems.catalog import find_rules
from kapguide.problems.causes import tell_causes
from kapguide.problems.reports import (
    Report,
    format_github,
    format_json,
    format_markdown,
    format_sarif,
    format_text,
)
from kapguide.project.config_file import CannotRun
from kapguide.project.project import Project, Site
from kapguide.project.settings import Settings, read_settings

_COLOURS = {"error": "red", "warning": "yellow", "good": "green"}
WIDTH = 80
"""Of the lines that commands print."""
_LONG = 100
"""From so many pages on, a run shows its progress."""
choose_format = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "json", "sarif"]),
    default="text",
    show_default=True,
    help="How to write the problems down.",
)
choose_project = click.option(
    "--project",
    type=click.Path(path_type=Path, exists=True),
    default=".",
    help="The folder of mkdocs.yml, or its file for one language: mkdocs.es.yml; this folder "
    "if not given.",
)


def read_project_settings(project: Path) -> Settings:
    """Read the settings that `--project` names; raise CannotRun where there are none.

    For commands that would take any folder for a project: they build, show or write.
    """
    settings = read_settings(project.absolute())
    if not settings.file.is_file():
        where = "this folder" if project == Path() else project
        raise CannotRun(f"there is no mkdocs.yml in {where}. Name its folder with --project.")
    return settings


def run_checks(site: Site, project: Project) -> Outcome:
    """Run all checks, with a progress bar on a terminal where there are many pages."""
    if len(site.pages) < _LONG or not sys.stderr.isatty():
        return check_site(site, project)
    with click.progressbar(length=len(site.pages), label="Checking", file=sys.stderr) as bar:
        return check_site(site, project, lambda page: bar.update(1))


def write_report(report: Report, form: str, *, err: bool = False) -> None:
    """Print a report; for GitHub, add it to the job's summary as well."""
    report = replace(report, problems=tell_causes(report.problems))
    click.echo(_format(report, form), err=err)
    if form == "github":
        add_to_summary(format_markdown(report))


def add_to_summary(text: str) -> None:
    """Add Markdown to the summary of the GitHub job that runs, if one does."""
    if summary := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(text)


def escape_markdown(text: str) -> str:
    """Escape for Markdown; an @ would call somebody of that name."""
    return html.escape(text, quote=False).replace("@", "&#64;")


def paint(text: str, style: str) -> str:
    """Colour a text, unless NO_COLOR forbids it (no-color.org).

    click takes colours out again where the output is no terminal.
    """
    if os.environ.get("NO_COLOR"):
        return text
    return click.style(text, fg=_COLOURS[style])


def wrap(text: str, more: str = "    ") -> str:
    """Wrap a text; what is indented stays so, and its further lines by so much `more`."""
    blank = " " * (len(text) - len(text.lstrip()))
    return textwrap.fill(
        text.strip(),
        WIDTH,
        initial_indent=blank,
        subsequent_indent=blank + more,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _format(report: Report, form: str) -> str:
    if form == "github":
        return format_github(report)
    if form == "json":
        return format_json(report)
    if form == "sarif":
        return format_sarif(report, find_rules())
    return format_text(report, paint)
