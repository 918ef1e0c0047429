"""`kapguide codes` and `kapguide schema`: what explains the checks, for people and editors."""

from __future__ import annotations

import json
from pathlib import Path

import click

from kapguide.evidence.study_fields import KEYWORDS, make_fields
from kapguide.front_matter.schema import front_matter_schema
from kapguide.problems.catalog import find_rules
from kapguide.problems.handbook import format_rules, format_table, write_tables
from kapguide.project.settings import CannotRun
from kapguide.words import load_words


def handbook_tables() -> dict[str, str]:
    """Make the tables of CONTRIBUTING.md, by the names of their marks."""
    fields = (
        (f"`{name}`", field.meaning, f"`{field.example}`", ", ".join(field.values))
        for name, field in {"keywords": KEYWORDS, **make_fields(load_words())}.items()
    )
    return {
        "codes": format_rules(find_rules().values()),
        "fields": format_table(("field", "what it says", "example", "only these values"), fields),
    }


@click.command()
@click.option(
    "--write",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="Write the tables of codes and fields into this file, between their marks.",
)
def codes(write: Path | None) -> None:
    """Print the table of all codes, or write it into CONTRIBUTING.md."""
    tables = handbook_tables()
    if write is None:
        click.echo(tables["codes"])
        return
    try:
        write.write_text(write_tables(write.read_text("utf-8"), tables), "utf-8")
    except KeyError as mark:
        name = mark.args[0]
        raise CannotRun(
            f"{write} has no marks <!-- {name} --> and <!-- /{name} -->. Put them back."
        ) from None


@click.command()
def schema() -> None:
    """Print the JSON Schema of a page's front matter, for editors that complete it."""
    click.echo(json.dumps(front_matter_schema(), indent=2))
