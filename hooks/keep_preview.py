"""Show in the live preview why a build failed, in place of waiting without a word.

on_serve  stand in for the build: where it fails, every page and the terminal say so, and the
          server goes on
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click
from kapguide.preview.site_preview import show_failure
from kapguide.project.config_file import CannotRun
from kapguide.project.config_mistakes.sound_settings import require_sound
from markdown_citations.problems import show_unseen
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer


def on_serve(
    server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
) -> LiveReloadServer:
    build, folder = server.builder, Path(config.site_dir)

    def build_or_say_why() -> None:
        try:
            require_sound(Path(config.config_file_path))  # says it plainer than MkDocs would
            build()
        except Exception as error:
            message = error.message if isinstance(error, CannotRun) else str(error)
            said = " ".join(message.split()) or type(error).__name__
            click.echo(f"Error: {show_unseen(said)}", err=True)
            show_failure(folder, said)

    server.builder = build_or_say_why
    return server
