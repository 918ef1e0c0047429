"""`kapguide build`: build beside the last good site, and swap only when all is well.

A build that fails, or that is interrupted, leaves the old site as it was: what
is published is always a whole site that has passed its checks.
"""

from __future__ import annotations

import contextlib
import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from kapguide.commandline.checking import load_project, paint, run_checks
from kapguide.commandline.settings import CannotRun, read_settings
from kapguide.page_checks.reading import read_site
from kapguide.reporting import Report, format_text

INTERRUPTED = 130
"""The exit status that shells give a command stopped by Ctrl+C."""


@click.command()
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where the site goes; as mkdocs.yml says if not given.",
)
@click.option(
    "--strict/--no-strict", default=True, show_default=True, help="Whether warnings stop the build."
)
@click.option(
    "--project",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=".",
    help="The folder of mkdocs.yml and docs/; this folder if not given.",
)
def build(site_dir: Path | None, strict: bool, project: Path) -> None:
    """Build the site and check it; replace the last good site only if all is well."""
    root = project.absolute()
    settings = read_settings(root)
    if not (root / "mkdocs.yml").is_file():
        raise CannotRun(f"there is no mkdocs.yml in {project}. Name its folder with --project.")
    site = site_dir.absolute() if site_dir else settings.site
    _refuse_dangerous(site, root, settings.docs)
    fresh, old = site.with_name(f".{site.name}-new"), site.with_name(f".{site.name}-old")
    _tidy(site, fresh, old)
    try:
        with _stoppable():
            status = _run_mkdocs(root, fresh, strict) or _check(root, fresh, site)
            if status == 0:
                _swap(site, fresh, old)
    except KeyboardInterrupt:
        status = INTERRUPTED
    finally:
        _tidy(site, fresh, old)
    _say(site, status)
    sys.exit(status)


def _refuse_dangerous(site: Path, root: Path, docs: Path) -> None:
    """Never replace a folder that is not a built site's own."""
    holds = [path for path in (root, docs, root / "overrides") if path.is_relative_to(site)]
    if holds or docs in site.parents:
        raise CannotRun(f"{site} cannot be the site's folder: it holds or lies in the sources.")
    if site.exists() and any(site.iterdir()) and not (site / "404.html").exists():
        raise CannotRun(f"{site} is no built site; it will not be replaced. Name another folder.")


def _run_mkdocs(root: Path, folder: Path, strict: bool) -> int:
    """Build into a folder, MkDocs's own output passing through."""
    command = [sys.executable, "-m", "mkdocs", "build", "--clean", "--site-dir", str(folder)]
    command.append("--strict" if strict else "--no-strict")
    # The theme's notice about another project's version 2 is nothing that staff can act on.
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    with subprocess.Popen(command, cwd=root, env=environment) as process:
        try:
            return 1 if process.wait() else 0
        except KeyboardInterrupt:
            process.terminate()
            raise


def _check(root: Path, folder: Path, site: Path) -> int:
    """Check once more, from outside: a hook that was taken out of mkdocs.yml checks nothing."""
    project = load_project(read_settings(root))
    outcome = run_checks(read_site(folder, f"{site.name}/"), project)
    errors = [problem for problem in outcome.problems if problem.severity == "error"]
    if errors:
        click.echo(format_text(Report(errors, (), outcome.pages), paint), err=True)
    return 1 if errors else 0


def _swap(site: Path, fresh: Path, old: Path) -> None:
    """Put the new site in the old one's place; two renames, so there is no half-copied state."""
    if site.exists():
        site.rename(old)
    fresh.rename(site)


def _tidy(site: Path, fresh: Path, old: Path) -> None:
    """Undo half a swap, of this run or of one that was killed, and drop what is left over."""
    if old.exists() and not site.exists():
        old.rename(site)
    for folder in (fresh, old):
        shutil.rmtree(folder, ignore_errors=True)


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


def _say(site: Path, status: int) -> None:
    shown = _shorten(site)
    if status == 0:
        click.echo(paint(f"The site is in {shown / 'index.html'}.", "good"))
        python, folder = _shorten(Path(sys.executable)), shlex.quote(str(shown))
        click.echo(f"To look at it: {python} -m http.server --directory {folder}")
        click.echo("then open http://localhost:8000/ in a browser.")
        return
    what = "The build was stopped." if status == INTERRUPTED else "The site was not built."
    kept = (
        f"The last good site is still in {shown}." if site.exists() else "There is no earlier site."
    )
    click.echo(paint(f"{what} {kept}", "error"), err=True)
