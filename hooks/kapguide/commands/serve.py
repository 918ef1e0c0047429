"""`kapguide serve`: the live preview, once mkdocs.yml can be read."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click

from kapguide.commands.output import choose_project, read_project_settings
from kapguide.engines.run_engine import engine_environment


@click.command()
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where it is shown.")
@choose_project
def serve(address: str, project: Path) -> None:
    """Show the site in a browser, and follow each change of a file.

    One language at a time: kapguide serve --project mkdocs.es.yml
    """
    settings = read_project_settings(
        project
    )  # MkDocs says what is wrong in mkdocs.yml in a parser's words
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", address]
    command += ["--config-file", str(settings.file.absolute())]
    try:
        done = subprocess.run(command, cwd=settings.root, env=engine_environment(), check=False)
    except KeyboardInterrupt:
        return
    sys.exit(done.returncode)
