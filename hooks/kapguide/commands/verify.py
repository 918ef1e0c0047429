"""`kapguide verify`: hold entries against Crossref and PubMed."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click
from markdown_citations.library.entries import Entry
from markdown_citations.library.identifiers import parse_doi, parse_pmcid, parse_pmid
from markdown_citations.library.mistyped_keys import suggest_citekey

from kapguide.commands.output import add_to_summary, choose_project
from kapguide.commands.studies.registry_options import (
    Desk,
    choose_mailto,
    open_desk,
    show_progress,
    tell,
)
from kapguide.commands.studies.verify_formats import FORMATS, Findings, format_issue
from kapguide.evidence.bib_editing import encode
from kapguide.pages.citing import find_citing
from kapguide.project.config_file import CannotRun
from kapguide.registries.asking.client import RegistryError
from kapguide.registries.asking.lookup import Wanted, look_up
from kapguide.registries.verification import Verification, changes
from kapguide.registries.verification import verify as verify_entry
from kapguide.registries.work import Answers


@click.command()
@click.argument("citekeys", nargs=-1, metavar="[CITEKEY]...")
@click.option("--write", is_flag=True, help="Set what the registries know; never a text.")
@click.option("--all", "whole", is_flag=True, help="Show every field, also those that agree.")
@click.option(
    "--format",
    "form",
    type=click.Choice([*FORMATS]),
    default="text",
    show_default=True,
    help="How to write it down: github makes notes on the files, markdown the text of an issue.",
)
@choose_mailto
@choose_project
def verify(  # noqa: PLR0917 - click hands the options in by name
    citekeys: tuple[str, ...],
    write: bool,
    whole: bool,
    form: str,
    mailto: str | None,
    project: Path,
) -> None:
    """Hold studies against Crossref and PubMed: all of them, or those named.

    Each field agrees, differs or is not there. A correction, an expression of
    concern or a retraction is told, with Retraction Watch's among them, and so are
    preprints that have been published, newer versions, and numbers that are not in
    the abstract.

    The status is 0 where nothing differs, 1 where something does, and 2 where a
    registry could not be asked.

    \b
    All, one with all its fields, and all with what is found written down:
      kapguide verify
      kapguide verify dore2019
      kapguide verify --write
    """  # noqa: D301 - click reads the sign that \b stands for
    with open_desk(project, mailto) as desk:
        entries = _choose(desk, citekeys)
        try:
            found = _verify(desk, entries)
        except RegistryError as error:
            raise CannotRun(str(error)) from None
        cited = find_citing(
            desk.settings.docs,
            desk.settings.root,
            [one.entry.citekey for one in found if one.standing.status != "none"],
        )
        written = _write(desk, found) if write else ()
        findings = Findings(found, cited, desk.client.questions, whole or bool(citekeys))
        click.echo(FORMATS[form](findings))
        if form == "github":
            add_to_summary(f"{format_issue(findings)}\n")
        for citekey, names in written:
            tell(f"{desk.name}: {citekey}: set {', '.join(names)}", "good")
    sys.exit(1 if any(one.differs for one in found) else 0)


def _choose(desk: Desk, citekeys: Sequence[str]) -> list[Entry]:
    """Return the entries that were named, or all."""
    for citekey in citekeys:
        if citekey not in desk.library:
            hint = suggest_citekey(citekey, desk.library.entries, f"Look into {desk.name}.")
            raise CannotRun(f'no entry "{citekey}". {hint}')
    return [desk.library[key] for key in dict.fromkeys(citekeys)] or list(desk.library)


def _verify(desk: Desk, entries: Sequence[Entry]) -> list[Verification]:
    wanted = [
        Wanted(
            parse_doi(entry.get("doi")),
            parse_pmid(entry.get("pmid")),
            parse_pmcid(entry.get("pmcid")),
        )
        for entry in entries
    ]
    asked = [one for one in wanted if one.doi or one.pmid or one.pmcid]
    with show_progress(len(asked)) as step:
        answers = iter(look_up(desk.client, desk.registries, asked, step))
    values = desk.settings.words.values("numbers.values")
    return [
        verify_entry(entry, next(answers), desk.library, values)
        if one.doi or one.pmid or one.pmcid
        else Verification(entry, Answers())
        for entry, one in zip(entries, wanted, strict=True)
    ]


def _write(desk: Desk, found: Sequence[Verification]) -> list[tuple[str, list[str]]]:
    """Write what the registries know into the entries; return what was set."""
    today = desk.today.isoformat()
    made = [(one.entry, values) for one in found if (values := _encoded(one, today))]
    desk.set_fields(made)
    return [(entry.citekey, [*values]) for entry, values in made]


def _encoded(found: Verification, today: str) -> dict[str, str]:
    """Return what changes, as a .bib file has it; what is there already stays."""
    return {
        name: value
        for name, text in changes(found, today).items()
        if (value := encode(name, text)) != found.entry.get(name)
    }
