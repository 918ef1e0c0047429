"""`kapguide update`: take bibliographic fields from an export into entries that are there."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click
from markdown_citations.library.entries import Entry, split_list

from kapguide.commands.output import WIDTH, choose_project, wrap
from kapguide.commands.studies.registry_options import Desk, open_desk, tell
from kapguide.project.config_file import CannotRun
from kapguide.registries.reference_files import UnreadableFileError, read_works
from kapguide.registries.standing import TAKEN_BACK, judge
from kapguide.registries.updating import FieldUpdate, find_entry, find_updates
from kapguide.registries.work import Answers, RegisteredWork


@click.command()
@click.argument(
    "files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path)
)
@click.option("--yes", is_flag=True, help="Write without asking.")
@choose_project
def update(files: tuple[Path, ...], yes: bool, project: Path) -> None:
    """Take titles, authors, pages and the like from a file into references.bib.

    FILE is what Zotero, PubMed, EndNote or Mendeley exported: .bib, .ris, .nbib, or
    .json for CSL-JSON. Its works are found among ours by DOI or PubMed number, citekey
    or title. Each change is shown, then you are asked once. What the study was and
    found stays as it is, and so does what differs in case, accents, dashes or
    abbreviations only; no field is taken out because the file lacks it.

    The status is 0 where all is as in the file afterwards, 1 where you said no, where
    a work could not be told from another, or where none is ours, and 2 where
    something could not be read or written. Nobody on the network is asked.

    \b
    With a question, and without:
      kapguide update zotero.bib
      kapguide update --yes zotero.bib
    """  # noqa: D301 - click reads the sign that \b stands for
    with open_desk(project, None) as desk:
        found = _match(_read(files), desk)
        for work, doubt in found.doubts:
            _tell(f'Not changed: "{work.get("title") or work.citekey}": {doubt}.', "error")
        for change in found.changes:
            _show(change)
        _tell_same(found)
        changed = [change for change in found.changes if change.updates]
        refused = bool(changed) and not (yes or _ask(changed, desk))
        if changed and not refused:
            desk.set_fields([(one.entry, one.values) for one in changed])
            tell(f"{desk.name}: {_count(changed)} written.", "good")
    sys.exit(1 if refused or found.doubts or not found.changes else 0)


@dataclass(frozen=True)
class _EntryChange:
    """What a file says of one entry."""

    entry: Entry
    work: RegisteredWork
    by: str
    updates: Sequence[FieldUpdate]

    @property
    def values(self) -> dict[str, str]:
        """The encoded values by their fields."""
        return {one.name: one.value for one in self.updates}


@dataclass
class _Found:
    """What became of all works of the files."""

    changes: list[_EntryChange] = field(default_factory=list)
    doubts: list[tuple[RegisteredWork, str]] = field(default_factory=list)
    unknown: list[RegisteredWork] = field(default_factory=list)


def _read(files: Sequence[Path]) -> list[RegisteredWork]:
    """Read all files; all that cannot be read are named at once."""
    works: list[RegisteredWork] = []
    broken: list[str] = []
    for path in files:
        try:
            works += read_works(path)
        except UnreadableFileError as error:
            broken.append(str(error))
    if broken:
        raise CannotRun("\n".join([*broken, "Nothing was changed."]))
    return works


def _match(works: Sequence[RegisteredWork], desk: Desk) -> _Found:
    found = _Found()
    seen: set[str] = set()
    for work in works:
        match = find_entry(work, desk.library)
        if match.entry is None:
            found.doubts += [(work, match.doubt)] if match.doubt else []
            found.unknown += [] if match.doubt else [work]
        elif match.entry.citekey in seen:
            found.doubts.append((work, f"{match.entry.citekey} stands twice in what you gave"))
        else:
            seen.add(match.entry.citekey)
            updates = find_updates(match.entry, work)
            found.changes.append(_EntryChange(match.entry, work, match.by, updates))
    return found


def _show(change: _EntryChange) -> None:
    """Show what changes in one entry, old and new, and what the file warns of."""
    entry, work = change.entry, change.work
    if change.updates:
        click.echo(f"{entry.citekey} ({entry.path}:{entry.line}), found by its {change.by}")
    for one in change.updates:
        old, new = one.old or "(nothing)", one.new or "(taken out)"
        line = f"  {one.name}: {old} → {new}"
        if len(line) <= WIDTH:
            click.echo(line)
        else:
            click.echo(f"  {one.name}:\n{wrap(f'      {old}', '')}\n{wrap(f'    → {new}', '  ')}")
    filled = {*split_list(entry.get("unconfirmed"))} & {*change.values}
    if filled:
        named = ", ".join(sorted(filled))
        _tell(f"  {entry.citekey}: unconfirmed names {named}. If the paper says so, take it out.")
    status = judge(Answers(file=work)).status
    if status in TAKEN_BACK and entry.get("status") != status:
        ask = f"kapguide verify {entry.citekey}"
        _tell(f"  {entry.citekey}: {work.source} says it was {status}. Ask: {ask}", "warning")


def _tell_same(found: _Found) -> None:
    """Count what stays as it is, and name what is not ours."""
    same = sum(not change.updates for change in found.changes)
    if same:
        _tell(f"{same} {'entry is' if same == 1 else 'entries are'} as in the file.")
    if found.unknown:
        names = "; ".join(f'"{work.get("title") or work.citekey}"' for work in found.unknown[:5])
        more = f"; and {len(found.unknown) - 5} more" if len(found.unknown) > 5 else ""
        _tell(f"Not in the bibliography: {names}{more}. `kapguide add FILE` adds works.")


def _ask(changes: Sequence[_EntryChange], desk: Desk) -> bool:
    try:
        if click.confirm(f"Write {_count(changes)} into {desk.name}?", err=True):
            return True
    except click.Abort:
        hint = "With --yes nobody is asked."
        raise CannotRun(f"nobody answered, so nothing was written. {hint}") from None
    tell("Nothing was written.")
    return False


def _count(changes: Sequence[_EntryChange]) -> str:
    fields = sum(len(change.updates) for change in changes)
    entries = "1 entry" if len(changes) == 1 else f"{len(changes)} entries"
    return f"{fields} {'change' if fields == 1 else 'changes'} of {entries}"


def _tell(text: str, style: str = "") -> None:
    tell(wrap(text, "  " if text.startswith(" ") else "    "), style)
