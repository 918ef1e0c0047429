"""`kapguide build`: build beside the last good site, and swap only when all is well.

A build that fails, or that is interrupted, leaves the old site as it was: what
is published is always a whole site that has passed its checks.
"""

from __future__ import annotations

import contextlib
import os
import shlex
import signal
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import click
from markdown_citations.library.checks.entry import ENTRY_UNUSED
from markdown_citations.problems import Problem, sort_problems

from kapguide.checks.fitness import check_sources
from kapguide.checks.folder import (
    check_bibliography,
    find_missing_notice,
    load_project,
    make_report,
)
from kapguide.checks.running import Outcome
from kapguide.commands.handouts import print_handouts, read_guide
from kapguide.commands.output import (
    choose_format,
    choose_project,
    paint,
    read_project_settings,
    run_checks,
    write_report,
)
from kapguide.commands.placing.lock import hold_lock
from kapguide.commands.placing.swap import find_site, publish, refuse_dangerous, tidy
from kapguide.engines.run_engine import ENGINES, WITHOUT_HOOKS, require_engine, run_engine
from kapguide.engines.without_hooks import MISSING
from kapguide.finishing.policies import write_hosting
from kapguide.handouts.booklet import Guide
from kapguide.handouts.pdf_printing import PAPERS
from kapguide.problems.causes import drop_following
from kapguide.problems.reports import Report, join_reports
from kapguide.project.clock import current_day
from kapguide.project.config_mistakes.sound_settings import require_sound_site
from kapguide.project.disk import read_site
from kapguide.project.editions.editions import Edition, Editions, read_editions
from kapguide.project.project import Project
from kapguide.project.settings import CannotRun

INTERRUPTED = 130
"""The exit status that shells give a command stopped by Ctrl+C."""


@click.command()
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where the site goes; as mkdocs.yml says if not given.",
)
@click.option(
    "--engine",
    type=click.Choice(ENGINES),
    default=ENGINES[0],
    show_default=True,
    help="What makes pages of Markdown.",
)
@click.option(
    "--strict/--no-strict", default=True, show_default=True, help="Whether warnings stop the build."
)
@click.option(
    "--handouts", is_flag=True, help="Print each page and the whole guide as PDFs, and link them."
)
@click.option(
    "--paper",
    type=click.Choice([*PAPERS], case_sensitive=False),
    default="letter",
    show_default=True,
    help="What the handouts are printed on.",
)
@choose_format
@choose_project
def build(  # noqa: PLR0917 - click hands the options in by name
    site_dir: Path | None,
    engine: str,
    strict: bool,
    handouts: bool,
    paper: str,
    form: str,
    project: Path,
) -> None:
    """Build the site and check it; replace the last good site only if all is well.

    A site in several languages is built, checked and replaced as a whole.
    `kapguide site` is the same: what `make site` does, where there is no make.
    """
    settings = read_project_settings(project)
    current_day()  # a clock that is set wrongly is told before anything else, and once
    require_engine(engine)
    editions = read_editions(settings)
    require_sound_site(editions)
    first = editions.first.settings
    named = site_dir.absolute() if site_dir else first.site
    site = find_site(named)
    docs = [edition.settings.docs for edition in editions.all]
    templates = [edition.settings.templates or first.root for edition in editions.all]
    refuse_dangerous(site, docs, (first.root, *templates))
    guides = {edition: read_guide(edition.settings) for edition in editions.all if handouts}
    fresh, old = site.with_name(f".{site.name}-new"), site.with_name(f".{site.name}-old")
    try:
        with _stoppable(), hold_lock(site) as lock, contextlib.ExitStack() as stack:
            tidy(site, fresh, old)
            stack.callback(tidy, site, fresh, old)
            run = _Run(engine, editions, fresh, named)
            run.build(strict=strict, lock=lock)
            run.check()
            if guides and run.status == 0:
                run.print(guides, paper)
                run.check()
            status = run.status
            report = run.report
            # Some of MkDocs's own failures leave nothing but what it printed.
            if report.pages or report.problems or form != "text":
                write_report(report, form, err=form == "text")
            if status == 0:
                publish(fresh, site, old)
    except KeyboardInterrupt:
        status = INTERRUPTED
    if engine in WITHOUT_HOOKS:
        click.echo(MISSING, err=True)
    _say(named, status, aside=form != "text")
    sys.exit(status)


class _Run:
    """One build, of the site in each of its languages."""

    def __init__(self, engine: str, editions: Editions, fresh: Path, site: Path) -> None:
        self.engine, self.editions = engine, editions
        self.fresh, self.site = fresh, site
        self.reports: dict[Edition, Report] = {}
        self.status = 0
        """The worst that came of any edition."""
        self._unbuilt: set[Edition] = set()

    def build(self, *, strict: bool, lock: int) -> None:
        """Build one edition after another, the first one first: an engine empties its folder.

        All are built, whatever comes of one: all that is wrong is told in one run.
        """
        for edition in self.editions.all:
            folder, settings = self.fresh / edition.folder, edition.settings
            self._require_free(edition)
            status, report = run_engine(self.engine, folder, settings, strict=strict, lock=lock)
            self.reports[edition] = report
            self.status = max(self.status, status)
            is_first = edition is self.editions.first
            if status and is_first and not (report.problems or folder.exists()):
                self._unbuilt.add(edition)
                return  # it refused the settings and has said why; the others inherit them
            # What came to its end can be checked, whatever was found on the way.
            whole = folder.is_dir() if self.engine in WITHOUT_HOOKS else report.pages
            if status and not whole:
                self._unbuilt.add(edition)
        if len(self.editions.all) > 1 and self.status == 0:
            write_hosting(self.fresh, self.editions.first.settings)

    def print(self, guides: Mapping[Edition, Guide], paper: str) -> None:
        """Put handouts into what was built."""
        for edition, guide in guides.items():
            print_handouts(self.fresh / edition.folder, edition.settings, guide, paper)

    def _require_free(self, edition: Edition) -> None:
        """Raise CannotRun where an edition before has built something in another's folder."""
        folder, first = self.fresh / edition.folder, self.editions.first
        if edition is first or not folder.exists():
            return
        pages = {page.file: page.source.path for page in first.pages.values()}
        files = (path for path in folder.rglob("*") if path.is_file())
        built = min((path.relative_to(self.fresh).as_posix() for path in files), default="A folder")
        raise CannotRun(
            f"{pages.get(built, built)} would be published in {edition.folder}, which is for the "
            f"pages in the language {edition.language}. Give it another name."
        )

    def check(self) -> None:
        """Check what was built, from outside: a hook that was taken out checks nothing."""
        found: dict[Edition, tuple[Project, Outcome]] = {}
        for edition in self.reports:
            if edition not in self._unbuilt:
                self._check(edition, found)
        outcomes = [outcome for _, outcome in found.values()]
        whole = outcomes if len(found) == len(self.editions.all) else ()
        for edition, (project, _) in found.items():
            site = () if edition.folder else whole
            problems = check_bibliography(edition.settings, project, site)
            if self.engine not in WITHOUT_HOOKS:  # hooks of one language know of its pages alone
                problems = [problem for problem in problems if problem.code == ENTRY_UNUSED.code]
            self._add(edition, problems)

    def _check(self, edition: Edition, found: dict[Edition, tuple[Project, Outcome]]) -> None:
        settings = edition.settings
        project = load_project(settings, self.editions)
        missing = find_missing_notice(project)
        if missing:  # then it is all that can be said
            self._add(edition, [missing])
            return
        folder, prefix = self.fresh / edition.folder, f"{self.site.name}/{edition.folder}"
        apart = self.editions.folders_within(edition)
        outcome = run_checks(read_site(folder, prefix, without=apart), project)
        found[edition] = project, outcome
        report = self.reports[edition]
        problems = drop_following(outcome.problems, report.problems)
        if self.engine in WITHOUT_HOOKS:  # then nobody else has looked
            problems += check_sources(settings, project)
        self.reports[edition] = make_report(report.problems, outcome)
        self._add(edition, problems)

    def _add(self, edition: Edition, problems: Sequence[Problem]) -> None:
        """Add to what was found in an edition; an error stops the whole."""
        found = self.reports[edition]
        told = sort_problems(dict.fromkeys([*found.problems, *problems]))
        self.reports[edition] = replace(found, problems=told)
        if any(problem.severity == "error" for problem in problems):
            self.status = 1

    @property
    def report(self) -> Report:
        """What was found in all editions."""
        return join_reports([*self.reports.values()])


@contextlib.contextmanager
def _stoppable() -> Iterator[None]:
    """Treat a request to end like Ctrl+C, so that cleaning up happens."""

    def stop(number: int, frame: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _shorten(path: Path) -> Path:
    """Give a path as it is typed from here, where it lies below."""
    return Path(os.path.relpath(path)) if path.is_relative_to(Path.cwd()) else path


def _say(site: Path, status: int, *, aside: bool) -> None:
    """Say what came of it; `aside` of a report that another program reads."""
    shown = _shorten(site)
    if status == 0:
        click.echo(paint(f"The site is in {shown / 'index.html'}.", "good"), err=aside)
        python, folder = _shorten(Path(sys.executable)), shlex.quote(str(shown))
        click.echo(f"To look at it: {python} -m http.server --directory {folder}", err=aside)
        click.echo("then open http://localhost:8000/ in a browser.", err=aside)
        return
    what = "The build was stopped." if status == INTERRUPTED else "The site was not built."
    kept = (
        f"The last good site is still in {shown}." if site.exists() else "There is no earlier site."
    )
    click.echo(paint(f"{what} {kept}", "error"), err=True)
