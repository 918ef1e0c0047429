"""Take what a reference manager knows of a work into the entry that is there.

Only bibliographic fields: what the study was and found, its status and all notes are
people's own work. Differences that mean nothing are left as they are; `comparing`
says which. No field is taken out because a file lacks it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markdown_citations.library.entries import Entry, Library
from markdown_citations.library.entry_types import ENTRY_TYPES, type_of

from kapguide.evidence.bib_editing import encode
from kapguide.registries.comparing import ALIASES, COMPARED, compare, is_same_work
from kapguide.registries.identity import identify, identify_entry
from kapguide.registries.merging import unmarked
from kapguide.registries.work import RegisteredWork

UPDATED = (
    *COMPARED,
    *("editor", "shortjournal", "edition", "publisher", "institution", "school", "howpublished"),
)
_ANY_TYPE = frozenset({"title", "author", "year", "doi", "pmid", "pmcid"})
"""What every kind of work has; all else is added to an entry of the file's own type only."""
_NOT_OF_ARTICLES = frozenset({"booktitle", "publisher", "institution", "school", "howpublished"})


@dataclass(frozen=True, slots=True)
class FieldUpdate:
    """One field that changes."""

    name: str
    old: str
    """As readers see it; empty where the entry lacks it."""
    new: str
    value: str
    """As the .bib file has it; empty where the field goes."""


@dataclass(frozen=True, slots=True)
class Match:
    """The entry of a work, or why there is none."""

    entry: Entry | None
    by: str = ""
    """By what it was found: `its DOI or PubMed number`."""
    doubt: str = ""
    """Why an entry that seems to be the one is not changed."""


def find_entry(work: RegisteredWork, library: Library) -> Match:
    """Find the entry of a work by its numbers, else by its citekey, else by its title."""
    mine = identify([work])
    numbered = [entry for entry in library if mine.shares_number(identify_entry(entry))]
    if len(numbered) > 1:
        keys = " and ".join(entry.citekey for entry in numbered)
        return Match(None, doubt=f"its DOI and its PubMed numbers are those of {keys}")
    named = library.entries.get(work.citekey)
    if numbered:
        match = Match(numbered[0], "DOI or PubMed number")
    elif named and mine.title and is_same_work(named, work):
        match = Match(named, "citekey")
    else:
        titled = [entry for entry in library if mine.is_that_of(identify_entry(entry))]
        match = Match(titled[0] if len(titled) == 1 else None, "title")
        if len(titled) > 1:
            keys = " and ".join(entry.citekey for entry in titled)
            return Match(None, doubt=f"its title is that of {keys}")
    if match.entry is None:
        doubt = f'{named.citekey} is here another work: "{named.title()}"' if named else ""
        return Match(None, doubt=doubt)
    if not is_same_work(match.entry, work):
        title = match.entry.title()
        return Match(None, doubt=f'{match.entry.citekey} has its number, but the title "{title}"')
    return match


def find_updates(entry: Entry, work: RegisteredWork) -> list[FieldUpdate]:
    """Return what changes in an entry, in the order of the fields."""
    found: list[FieldUpdate] = []
    for one in compare(entry, [work], UPDATED):
        if one.verdict == "differs" or (
            one.verdict == "not in the entry" and _fits(one.field, entry, work)
        ):
            found += _set(entry, one.field, one.ours, one.theirs)
    return [update for update in found if update.value != entry.get(update.name)]


def _fits(name: str, entry: Entry, work: RegisteredWork) -> bool:
    """Tell whether a field that an entry lacks may be added to it."""
    kind = type_of(entry)
    if name in _ANY_TYPE:
        return True
    if kind.is_article and name in _NOT_OF_ARTICLES:
        return False
    return kind.csl == ENTRY_TYPES.get(work.entry_type, ENTRY_TYPES["misc"]).csl


def _set(entry: Entry, name: str, old: str, new: str) -> Iterator[FieldUpdate]:
    """Yield the change of a field, under the name that this entry has for it."""
    if name == "title":
        new = unmarked(new)
        if entry.get("subtitle"):
            yield FieldUpdate("subtitle", entry.text("subtitle"), "", "")
    if name == "year" and entry.get("date"):
        yield FieldUpdate("date", entry.get("date"), new, new)
        if not entry.get("year"):
            return
    written = next((one for one in (name, *ALIASES.get(name, ())) if entry.get(one)), name)
    # A file that says nothing but signs of LaTeX takes no field out.
    if value := encode(written, new):
        yield FieldUpdate(written, old, new, value)
