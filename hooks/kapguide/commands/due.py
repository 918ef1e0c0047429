"""`kapguide due`: list the days by which somebody must look at a page again."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click
from markdown_citations.problems import Problem

from kapguide.checks.folder import load_project
from kapguide.checks.review import fact_expired, review_overdue
from kapguide.commands.output import add_to_summary, choose_project, escape_markdown, wrap
from kapguide.front_matter.deadlines import WARN_AHEAD, Deadline, read_deadlines
from kapguide.problems.handbook import format_table
from kapguide.problems.reports import format_annotation
from kapguide.project.editions.editions import read_editions
from kapguide.project.project import Project
from kapguide.project.settings import read_settings

_HELP = 'CONTRIBUTING.md says what to do, under "What falls due".'


@dataclass(frozen=True, slots=True)
class Agenda:
    """What is due on a day, or soon after it."""

    today: date
    days: int
    items: Sequence[tuple[Deadline, Problem]]
    """The earliest first."""

    @property
    def overdue(self) -> list[Problem]:
        """What should have been done before."""
        return [problem for deadline, problem in self.items if deadline.is_past(self.today)]

    @property
    def coming(self) -> list[Problem]:
        """What is still in time."""
        return [problem for deadline, problem in self.items if not deadline.is_past(self.today)]

    def summarise(self) -> str:
        """Sum it up in one line."""
        counts = f"{len(self.overdue)} overdue, {len(self.coming)} due within {self.days} days"
        return f"As of {self.today}: {counts}."


@click.command()
@click.option(
    "--days",
    type=click.IntRange(0, 36500),
    default=WARN_AHEAD,
    show_default=True,
    metavar="N",
    help="How far to look ahead.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "markdown", "json"]),
    default="text",
    show_default=True,
    help="How to write it down: github makes notes on the files, markdown the text of an issue.",
)
@choose_project
def due(days: int, form: str, project: Path) -> None:
    """List what falls due: checks of pages, and facts that end.

    The status is 1 where something is overdue, else 0.

    \b
    What comes in the next year, for example:
      kapguide due --days 365
    """  # noqa: D301 - click reads the sign that \b stands for
    editions = read_editions(read_settings(project))
    projects = [load_project(edition.settings, editions) for edition in editions.all]
    agenda = make_agenda(projects, days)
    click.echo(_FORMATS[form](agenda))
    if form == "github":
        add_to_summary(f"{format_issue(agenda)}\n")
    sys.exit(1 if agenda.overdue else 0)


def make_agenda(projects: Sequence[Project], days: int) -> Agenda:
    """Read the deadlines of all pages, in each language; keep those that are near or past."""
    today = projects[0].today
    items = (item for project in projects for item in _read_all(project))
    found = [item for item in items if item[0].is_near(today, days)]
    found.sort(key=lambda item: (item[0].day, item[1].path, item[1].line or 0))
    return Agenda(today, days, found)


def _read_all(project: Project) -> Iterator[tuple[Deadline, Problem]]:
    for source in project.sources.values():
        for deadline in read_deadlines(source.front_matter.values):
            rules = fact_expired if deadline.fact else review_overdue
            rule = rules.EXPIRED if deadline.is_past(project.today) else rules.DUE
            message = deadline.describe(project.today, project.words)
            line = source.front_matter.find_line(*deadline.setting)
            yield deadline, rule.problem(message, source.path, line, deadline.hint)


def format_lines(agenda: Agenda) -> str:
    """Format for a terminal, at most 80 columns wide but for long names of files."""
    parts = [agenda.summarise()]
    coming = f"Due within {agenda.days} days"
    for title, problems in (("Overdue", agenda.overdue), (coming, agenda.coming)):
        if problems:
            parts.append("\n".join([f"{title}:", *map(_format_item, problems)]))
    return "\n\n".join([*parts, *([_HELP] if agenda.items else [])])


def _format_item(problem: Problem) -> str:
    text = wrap(f"    {problem.message}", "")
    return f"  {problem.path}:{problem.line}\n{text}"


def format_issue(agenda: Agenda) -> str:
    """Format as Markdown, for the text of an issue."""
    parts = [agenda.summarise()]
    if agenda.items:
        rows = (
            (
                str(deadline.day),
                "overdue" if deadline.is_past(agenda.today) else "",
                f"`{problem.path}:{problem.line}`",
                escape_markdown(problem.message),
            )
            for deadline, problem in agenda.items
        )
        parts += [format_table(("by", "", "where", "what"), rows), _HELP]
    return "\n\n".join(parts)


def format_notes(agenda: Agenda) -> str:
    """Format as workflow commands, which GitHub shows beside the files."""
    notes = (format_annotation(problem) for _, problem in agenda.items)
    return "\n".join([*notes, agenda.summarise()])


def format_data(agenda: Agenda) -> str:
    """Format for other programs."""
    items = [
        {
            "day": deadline.day.isoformat(),
            "overdue": deadline.is_past(agenda.today),
            "code": problem.code,
            "path": problem.path,
            "line": problem.line,
            "message": problem.message,
            "hint": problem.hint,
        }
        for deadline, problem in agenda.items
    ]
    head = {"version": 1, "today": agenda.today.isoformat(), "days": agenda.days}
    counts = {"overdue": len(agenda.overdue), "coming": len(agenda.coming)}
    return json.dumps({**head, **counts, "items": items}, indent=2, ensure_ascii=False)


_FORMATS = {
    "text": format_lines,
    "github": format_notes,
    "markdown": format_issue,
    "json": format_data,
}
