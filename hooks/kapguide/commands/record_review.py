"""`kapguide review`: write into pages who reviewed them, and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import click
from markdown_citations.library.dates import is_future, parse_day

from kapguide.commands.output import choose_project, paint, wrap
from kapguide.front_matter.days import guess_day
from kapguide.front_matter.parsing import read_front_matter
from kapguide.front_matter.review import Review, is_placeholder, read_review
from kapguide.front_matter.rewriting import CannotRewriteError, set_value
from kapguide.front_matter.schema import DAY
from kapguide.front_matter.validation import find_mistakes
from kapguide.pages.source_lines import name_file
from kapguide.project.clock import current_day, latest_day
from kapguide.project.config_file import CannotRun
from kapguide.project.editing.page_files import UnknownPageError, find_page
from kapguide.project.editing.writing import FileChange, read_text, write_files
from kapguide.project.settings import Settings, read_settings


@click.command()
@click.argument("pages", nargs=-1, required=True, metavar="PAGE...")
@click.option("--reviewer", required=True, metavar="NAME", help="Who read the pages.")
@click.option(
    "--credentials", required=True, metavar="TEXT", help='What they are: "MD, psychiatry".'
)
@click.option("--date", "day", metavar="DAY", help="When, as 2026-01-31; today if not given.")
@choose_project
def review(
    pages: tuple[str, ...], reviewer: str, credentials: str, day: str | None, project: Path
) -> None:
    """Write into pages that a clinician has read and reviewed them.

    PAGE is the page's file or the last part of its address: risks.md, docs/risks.md or
    risks. Readers see name, credentials and day at the page's end. All pages are
    written, or none; nothing else in them changes.

    The status is 0 where it was written, and 2 where something is wrong.

    \b
    For two pages, read today:
      kapguide review risks cost --reviewer "NAME OF THE CLINICIAN" \\
        --credentials "MD, psychiatry"
    """  # noqa: D301 - click reads the sign that \b stands for
    settings = read_settings(project)
    run = _Run(settings)
    wanted = run.check(reviewer, credentials, day)
    changes = [change for path in run.find(pages) if (change := run.change(path, wanted))]
    if run.mistakes:
        told = (wrap(f"  {mistake}") for mistake in run.mistakes)
        raise CannotRun("\n".join(["nothing was written.", *told]))
    write_files([change for change in changes if change.after != change.before])
    for change in changes:
        _tell(change, settings)


@dataclass
class _Run:
    """One call; what is wrong is gathered, so that all of it is told at once."""

    settings: Settings
    mistakes: list[str] = field(default_factory=list)

    def check(self, reviewer: str, credentials: str, day: str | None) -> Review:
        """Look whether these can be the parts of a review."""
        given = {"--reviewer": reviewer, "--credentials": credentials}
        said = {option: " ".join(text.split()) for option, text in given.items()}
        examples = {
            "--reviewer": "Give the name of the person who has read the pages, as readers see it.",
            "--credentials": 'Say what the reviewer is, such as "MD, psychiatry".',
        }
        for option, text in said.items():
            if is_placeholder(option.removeprefix("--"), text, self.settings.words):
                what = f'"{text}" stands for nobody' if text else "it is empty"
                what = what if option == "--reviewer" or not text else f'"{text}" says nothing'
                self.mistakes.append(f"{option}: {what}. {examples[option]}")
        return Review(said["--reviewer"], said["--credentials"], self._read_day(day))

    def _read_day(self, written: str | None) -> date:
        day = current_day() if written is None else parse_day(written.strip())
        if day is None:
            meant = guess_day(written or "")
            hint = "Write year, month and day with hyphens, as in 2026-01-31."
            hint = f"Write {meant}." if meant and not is_future(meant, latest_day()) else hint
            self.mistakes.append(f"--date: {written} is no day. {hint}")
        elif is_future(day, latest_day()):
            hint = "Write the day on which the pages were read."
            self.mistakes.append(f"--date: {day} is in the future. {hint}")
        else:
            for mistake in find_mistakes(day, DAY, ("--date",)):
                self.mistakes.append(f"{mistake.message}. {mistake.hint}")
        return day or date.min

    def find(self, pages: Sequence[str]) -> list[Path]:
        """Find the pages that were named, each once."""
        found = []
        for page in pages:
            try:
                found.append(find_page(page, self.settings))
            except UnknownPageError as error:
                self.mistakes.append(str(error))
        return [*dict.fromkeys(found)]

    def change(self, path: Path, wanted: Review) -> FileChange | None:
        """Write the review into a page's text."""
        before = read_text(path)
        values = {"reviewer": wanted.reviewer, "credentials": wanted.credentials}
        try:
            after = set_value(before, "review", {**values, "date": wanted.day})
        except CannotRewriteError as error:
            self.mistakes.append(f"{name_file(path, self.settings.root)}: {error}")
            return None
        return FileChange(path, before, after)


def _tell(change: FileChange, settings: Settings) -> None:
    """Say what a page says now, and what it said before."""
    front = read_front_matter(change.after)
    place = f"{name_file(change.path, settings.root)}:{front.find_line('review')}"
    click.echo(paint(wrap(f"{place}: {_say(read_review(front.get('review')))}"), "good"))
    was = read_review(read_front_matter(change.before or "").get("review"))
    if was and change.before != change.after:
        click.echo(wrap(f"  before: {_say(was)}"))


def _say(found: Review | None) -> str:
    if found is None:
        return "pending"
    return f"reviewed by {found.reviewer}, {found.credentials}, on {found.day}"
