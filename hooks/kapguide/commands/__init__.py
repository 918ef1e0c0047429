"""The command `kapguide`: pages, studies, the site, and what explains them.

One module for each command; `schema` stands in `codes`. `placing` puts a site in its
place, `handouts` prints what `build --handouts` asks for, `targets` finds the site that
`check` was told of, `output` prints. `add` and `verify` ask registries; what they share
with `update` stands in `studies`. What a clinic begins with stands in `starting`, what
keepers of another language need in `translating`.
Exit status: 0 nothing to mend, 1 problems, 2 it could not run.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Mapping, Sequence
from typing import Any

import click

from kapguide.commands.add import add
from kapguide.commands.build import build
from kapguide.commands.check import check
from kapguide.commands.codes import codes, schema
from kapguide.commands.due import due
from kapguide.commands.finish import finish
from kapguide.commands.new_page import new
from kapguide.commands.record_review import review
from kapguide.commands.serve import serve
from kapguide.commands.starting.editor_files import editor_files
from kapguide.commands.starting.new_site import new_site
from kapguide.commands.translating.translated import translated
from kapguide.commands.update import update
from kapguide.commands.verify import verify
from kapguide.problems.failures import report_failure
from kapguide.project.config_file import CannotRun

SECTIONS: Mapping[str, Sequence[click.Command]] = {
    "The site": (build, serve, check, finish),
    "Pages": (new, review, due, translated),
    "Studies": (add, update, verify),
    "A site or an editor of your own": (new_site, editor_files),
    "For looking up": (codes, schema),
}
"""The commands in the order in which `--help` lists them."""


class _Group(click.Group):
    """Lists its commands by what they are for, and lets each end by a message."""

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        width = max(len(name) for name in self.commands)
        for title, commands in SECTIONS.items():
            rows = [
                (f"{command.name:<{width}}", command.get_short_help_str(200))
                for command in commands
            ]
            with formatter.section(title):
                formatter.write_dl(rows)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; make one message of a failure that nothing foresaw."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except Exception as error:
            raise CannotRun(str(report_failure(error))) from None


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Build, check and keep up to date the pages of KAP Guide.

    `kapguide COMMAND --help` explains a command, with an example.
    """
    # Windows gives a file or a pipe an alphabet that lacks signs of our messages.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


for commands in SECTIONS.values():
    for command in commands:
        main.add_command(command)

main.add_command(build, "site")  # as `make site` says, where there is no make
