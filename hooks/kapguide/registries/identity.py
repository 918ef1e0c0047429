"""Tell whether two records are of one work: by their numbers, or else by their titles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markdown_citations.library.entries import Entry, Library
from markdown_citations.library.identifiers import parse_doi, parse_pmcid

from kapguide.registries.merging import best_value
from kapguide.registries.plain_text import fold
from kapguide.registries.work import RegisteredWork


@dataclass(frozen=True, slots=True)
class WorkIdentity:
    """What tells a work from all others."""

    dois: frozenset[str]
    """In lower case."""
    numbers: frozenset[str]
    """Of PubMed and PubMed Central."""
    title: str
    """Folded."""

    def shares_number(self, other: WorkIdentity) -> bool:
        """Tell whether a DOI, or a number of PubMed or PubMed Central, is that of both."""
        return bool(self.dois & other.dois or self.numbers & other.numbers)

    def is_that_of(self, other: WorkIdentity) -> bool:
        """Compare; a title tells where a DOI is missing, for preprints have their article's."""
        told_apart = self.dois and other.dois
        same_title = bool(self.title) and self.title == other.title
        return self.shares_number(other) or (same_title and not told_apart)


def identify(works: Sequence[RegisteredWork]) -> WorkIdentity:
    """Return the identity of a work of which there are several records."""
    return WorkIdentity(
        frozenset(work.get("doi").lower() for work in works) - {""},
        frozenset(work.get(name) for work in works for name in ("pmid", "pmcid")) - {""},
        fold(best_value(works, "title")),
    )


def identify_entry(entry: Entry) -> WorkIdentity:
    """Return the identity of the work of an entry."""
    pmcid = parse_pmcid(entry.get("pmcid"))
    return WorkIdentity(
        frozenset({parse_doi(entry.get("doi")).lower()}) - {""},
        frozenset({entry.get("pmid"), pmcid}) - {""},
        fold(entry.title()),
    )


def find_citekey(library: Library, names: Sequence[str]) -> str:
    """Return the citekey of a work by its DOI or `PMID 123`."""
    wanted = {name.lower() for name in names if name}
    for entry in library:
        doi, pmid = parse_doi(entry.get("doi")).lower(), entry.get("pmid")
        if doi in wanted or (pmid and f"pmid {pmid}" in wanted):
            return entry.citekey
    return ""
