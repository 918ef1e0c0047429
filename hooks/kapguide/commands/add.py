"""`kapguide add`: add studies to the bibliography by their DOI, PMID, PMCID, or from a file."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click
from markdown_citations.library.entries import Entry

from kapguide.commands.output import choose_project
from kapguide.commands.studies.add_report import tell_added, tell_known, tell_refused, tell_rest
from kapguide.commands.studies.registry_options import (
    Desk,
    choose_mailto,
    open_desk,
    show_progress,
    tell,
)
from kapguide.evidence.bib_editing import insert_entries
from kapguide.project.config_file import CannotRun
from kapguide.project.editing.writing import FileChange, write_files
from kapguide.registries.asking.client import RegistryError
from kapguide.registries.asking.lookup import Wanted, look_up
from kapguide.registries.drafting import Draft, draft_entry
from kapguide.registries.identity import identify, identify_entry
from kapguide.registries.pasted import Identifier, find_identifiers
from kapguide.registries.reference_files import READERS, UnreadableFileError, read_works
from kapguide.registries.standing import TAKEN_BACK
from kapguide.registries.verification import ELSEWHERE
from kapguide.registries.work import Answers


@click.command()
@click.argument("what", nargs=-1, required=True, metavar="WHAT...")
@click.option("--print", "only_print", is_flag=True, help="Show the entry; write nothing.")
@click.option("--offline", is_flag=True, help="Ask nobody: take a file as it is.")
@click.option("--background", is_flag=True, help="Add also a retracted work, which no page cites.")
@choose_mailto
@choose_project
def add(  # noqa: PLR0917 - click hands the options in by name
    what: tuple[str, ...],
    only_print: bool,
    offline: bool,
    background: bool,
    mailto: str | None,
    project: Path,
) -> None:
    """Add a study to references.bib, with what Crossref and PubMed say of it.

    WHAT is a DOI, a PMID, a PMCID, an address or a citation that holds one (put a
    citation into quotes), or a file that PubMed, Zotero, EndNote or Mendeley made:
    .nbib, .ris, .bib, or .json for CSL-JSON.

    The status is 0 where all were added, 1 where one is there already or was
    refused, and 2 where nothing could be asked or read.

    \b
    By a DOI, by a PubMed number, from a file without a network:
      kapguide add 10.1080/02791072.2019.1587556
      kapguide add "PMID: 30917760"
      kapguide add --offline from-zotero.ris
    """  # noqa: D301 - click reads the sign that \b stands for
    with open_desk(project, mailto) as desk:
        wanted = _read(what, offline=offline)
        run = _Run(desk, background=background)
        for answers in _ask(desk, wanted, offline=offline):
            run.take(answers, offline=offline)
        if run.drafts and not only_print:
            run.write()
        for draft in run.drafts:
            if only_print:
                click.echo(draft.block)
            tell_added(draft, desk, written=not only_print)
        if run.drafts:
            tell_rest(run.drafts, desk)
    sys.exit(1 if run.refused else 0)


@dataclass
class _Run:
    """The works of one call, one after another."""

    desk: Desk
    background: bool
    drafts: list[Draft] = field(default_factory=list)
    refused: int = 0

    def take(self, answers: Answers, *, offline: bool) -> None:
        """Make an entry of a work, or say why there is none."""
        if not answers.works:
            self.refused += 1
            asked = " or ".join(answers.asked) or "Crossref and PubMed"
            name = next(filter(None, answers.by.values()), "this")
            also = ""
            if answers.by.get("doi"):
                also = f" {ELSEWHERE} Then add it from a file of Zotero's: kapguide add FILE"
            tell_refused(f"{asked} has no work {name}. Is it typed as it is printed?{also}")
            return
        known = self._find(answers)
        if known is not None:
            self.refused += 1
            tell_known(known, answers)
            return
        draft = draft_entry(
            answers,
            taken=[*self.desk.library.entries, *(draft.citekey for draft in self.drafts)],
            library=self.desk.library,
            today=self.desk.today,
            offline=offline or not answers.registered,
            background=self.background,
        )
        taken_back = draft.standing.status in TAKEN_BACK
        if draft.is_notice or (taken_back and not self.background):
            self.refused += 1
            tell_refused("", draft)
        else:
            self.drafts.append(draft)

    def write(self) -> None:
        """Put all entries into the file, or none."""
        desk = self.desk
        path, before = next(iter(desk.texts.items()))
        blocks = {draft.citekey: draft.block for draft in self.drafts}
        after = insert_entries(before, desk.library, desk.name, blocks)
        write_files([FileChange(path, before, after)])

    def _find(self, answers: Answers) -> Entry | str | None:
        """Return the entry, or the new citekey, of a work that is there already."""
        identity = identify(answers.works)
        for draft in self.drafts:
            if identity.is_that_of(identify(draft.answers.works)):
                return draft.citekey
        for entry in self.desk.library:
            if identity.is_that_of(identify_entry(entry)):
                return entry
        return None


def _read(what: Sequence[str], *, offline: bool) -> list[Wanted]:
    """Return what was asked for: works of files, identifiers of all other words."""
    wanted: list[Wanted] = []
    words: list[str] = []
    for one in what:
        path = Path(one)
        names_file = path.suffix.lower() in READERS and not find_identifiers(one)
        if names_file or path.is_file():
            wanted += _read_file(path)
        else:
            words.append(one)
    wanted += _read_words(words) if words else []
    if offline and any(one.file is None for one in wanted):
        raise CannotRun("--offline takes a file: .nbib, .ris, .bib or .json.")
    return wanted


def _read_file(path: Path) -> list[Wanted]:
    try:
        works = read_works(path)
    except UnreadableFileError as error:
        raise CannotRun(str(error)) from None
    return [
        Wanted(work.get("doi"), work.get("pmid"), work.get("pmcid"), file=work) for work in works
    ]


def _read_words(words: Sequence[str]) -> list[Wanted]:
    """Return what words name: a work each, or together one citation without its quotes."""
    each = [find_identifiers(word) for word in words]
    names = find_identifiers(" ".join(words))
    if not names:
        said = " ".join(words)[:60]
        example = "A DOI looks like 10.1080/02791072.2019.1587556, a PMID like 30917760."
        raise CannotRun(f'there is no DOI, PMID or PMCID in "{said}". {example}')
    if all(each):
        return [want for found in each for want in _want(found)]
    for word, found in zip(words, each, strict=True):
        stray = "/" in word or (word.isdigit() and len(word) > 5)
        if stray and not {*found} & {*names} and not any(one.value in word for one in names):
            hint = "Put a citation into quotes. Nothing was added."
            raise CannotRun(f'"{word}" is no DOI, PMID or PMCID. {hint}')
    return _want(names)


def _want(names: Sequence[Identifier]) -> list[Wanted]:
    """Return one work where no two names are of one kind, for a citation has several numbers."""
    by_kind = {one.kind: one.value for one in names}
    if len(by_kind) < len(names):
        return [want for one in names for want in _want([one])]
    return [Wanted(by_kind.get("doi", ""), by_kind.get("pmid", ""), by_kind.get("pmcid", ""))]


def _ask(desk: Desk, wanted: Sequence[Wanted], *, offline: bool) -> list[Answers]:
    """Ask the registries for all that have a name there; a file's other works are taken as are."""
    names = [one for one in wanted if one.doi or one.pmid or one.pmcid]
    if offline or not names:
        return [Answers(file=one.file) for one in wanted]
    tell(f"Asking Crossref and PubMed for {_name_all(names)}.")
    try:
        with show_progress(len(names)) as step:
            answers = iter(look_up(desk.client, desk.registries, names, step))
    except RegistryError as error:
        hint = ""
        if all(one.file is not None for one in wanted):
            hint = " With --offline the file is taken as it is."
        raise CannotRun(f"{error}{hint}") from None
    return [next(answers) if one in names else Answers(file=one.file) for one in wanted]


def _name_all(wanted: Sequence[Wanted]) -> str:
    names = [one.doi or (one.pmid and f"PMID {one.pmid}") or one.pmcid for one in wanted]
    return ", ".join(names) if len(names) < 4 else f"{len(names)} works"
