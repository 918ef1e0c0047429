"""The command `kapguide`: check, build, studies, what falls due, and what explains them.

One module for each command; `schema` stands in `codes`. `lock` lets one
build at a time make a site, `handouts` prints what `build --handouts` asks for,
`targets` finds the site that `check` was told of, `output` prints. `add` and
`verify` ask registries; what they share stands in `studies`.
Exit status: 0 nothing to mend, 1 problems, 2 it could not run.
"""

from __future__ import annotations

import click

from kapguide.commands.add import add
from kapguide.commands.build import build
from kapguide.commands.check import check
from kapguide.commands.codes import codes, schema
from kapguide.commands.due import due
from kapguide.commands.verify import verify


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Build and check the pages of KAP Guide."""


for command in (build, check, add, verify, codes, due, schema):
    main.add_command(command)
