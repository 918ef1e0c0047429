"""`kapguide schema`: the JSON Schema of front matter."""

from __future__ import annotations

import json

import click

from kapguide.front_matter.schema import front_matter_schema


@click.command()
def schema() -> None:
    """Print the JSON Schema of a page's front matter, for editors that complete it."""
    click.echo(json.dumps(front_matter_schema(), indent=2))
