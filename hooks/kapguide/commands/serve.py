"""`kapguide serve`: the live preview, once mkdocs.yml can be read."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click
from markdown_citations.problems import did_you_mean

from kapguide.commands.output import choose_project, read_project_settings
from kapguide.engines.run_engine import engine_environment
from kapguide.preview.shown_language import tell_others
from kapguide.project.config_file import CannotRun
from kapguide.project.config_mistakes.sound_settings import require_sound_site
from kapguide.project.editions.editions import Editions, read_editions


@click.command()
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where it is shown.")
@click.option(
    "--language",
    metavar="CODE",
    help="In which of its languages the site is shown, as in es; in its first if not given.",
)
@choose_project
def serve(address: str, language: str | None, project: Path) -> None:
    """Show the site in a browser, and follow each change of a file.

    \b
    One language at a time. Two side by side, each in a window of its own:
      kapguide serve
      kapguide serve --language es --address 127.0.0.1:8001
    """  # noqa: D301 - click reads the sign that \b stands for
    editions = read_editions(read_project_settings(project))
    require_sound_site(editions)
    if language is not None:
        editions = _choose(editions, language)
    if said := tell_others(editions):
        click.echo(said)
    settings = editions.own.settings
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", address]
    command += ["--config-file", str(settings.file)]
    try:
        done = subprocess.run(command, cwd=settings.root, env=engine_environment(), check=False)
    except KeyboardInterrupt:
        return
    sys.exit(done.returncode)


def _choose(editions: Editions, language: str) -> Editions:
    """Return the editions with that in a language at hand."""
    codes = {edition.language: edition.settings for edition in editions.all}
    if language not in codes:
        hint = did_you_mean(language, codes) or f"Its languages: {', '.join(codes)}."
        raise CannotRun(f'the site is in no language "{language}". {hint}')
    return editions.seen_by(codes[language])
