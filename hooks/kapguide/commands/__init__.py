"""The command `kapguide`: check, build, and what explains them.

`checking` runs the page checks over a built folder, `building` builds beside
the last good site and swaps, `locking` lets one build at a time do so, `listing`
prints tables; `config_file` is the one module that reads mkdocs.yml, `settings`
says where things are, and `handing_over` brings what MkDocs's process found.
Exit status: 0 nothing to mend, 1 problems, 2 it could not run.
"""

from __future__ import annotations

import click

from kapguide.commands.build import build
from kapguide.commands.check import check
from kapguide.commands.tables import codes, schema


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Build and check the pages of KAP Guide."""


main.add_command(build)
main.add_command(check)
main.add_command(codes)
main.add_command(schema)
