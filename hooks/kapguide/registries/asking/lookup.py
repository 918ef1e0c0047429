"""Ask both registries about many works, with as few questions as they allow."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from kapguide.registries.asking.client import Client, Registry
from kapguide.registries.asking.crossref_works import ask_crossref
from kapguide.registries.asking.pubmed_records import ask_pubmed, convert_pmcids, find_pmids
from kapguide.registries.work import CROSSREF, PUBMED, Answers, RegisteredWork


@dataclass(frozen=True, slots=True)
class Wanted:
    """A work by its identifiers; those that are not known are empty."""

    doi: str = ""
    pmid: str = ""
    pmcid: str = ""
    file: RegisteredWork | None = None
    """What a file says of it."""


@dataclass(frozen=True, slots=True)
class Registries:
    """Where to ask."""

    crossref: Registry
    pubmed: Registry
    idconv: Registry


def look_up(
    client: Client,
    registries: Registries,
    wanted: Sequence[Wanted],
    step: Callable[[int], None] = lambda count: None,
) -> list[Answers]:
    """Return what the registries say of each work, in the same order.

    PubMed first: it knows the DOI of a work that is asked for by another number. A
    work that has a DOI only is looked for in PubMed by that. Raises RegistryError.
    """
    pmids = _find_numbers(client, registries, wanted)
    records = ask_pubmed(client, registries.pubmed, [*pmids.values()], step)
    by_doi = {work.get("doi").lower(): work for work in records.values() if work.get("doi")}
    found = [
        records.get(pmids.get(_key(one), "")) or by_doi.get(one.doi.lower() or "-")
        for one in wanted
    ]
    dois = [
        one.doi or (work.get("doi") if work else "")
        for one, work in zip(wanted, found, strict=True)
    ]
    works = ask_crossref(client, registries.crossref, filter(None, dois), step)
    return [
        Answers(
            works.get(doi.lower()),
            _as_asked(work, one),
            one.file,
            asked=tuple(name for name, was in ((CROSSREF, doi), (PUBMED, True)) if was),
            by={"doi": one.doi, "pmid": one.pmid, "pmcid": one.pmcid},
        )
        for one, work, doi in zip(wanted, found, dois, strict=True)
    ]


def _key(one: Wanted) -> str:
    return one.pmid or one.pmcid or one.doi.lower()


def _find_numbers(
    client: Client, registries: Registries, wanted: Sequence[Wanted]
) -> dict[str, str]:
    """Return PubMed numbers: known ones, those of PMC numbers, those that DOIs lead to."""
    pmids = {one.pmid: one.pmid for one in wanted if one.pmid}
    pmcids = [one.pmcid for one in wanted if one.pmcid and not one.pmid]
    pmids |= (
        convert_pmcids(client, registries.idconv, list(dict.fromkeys(pmcids))) if pmcids else {}
    )
    dois = [one.doi for one in wanted if one.doi and not (one.pmid or pmids.get(one.pmcid))]
    for pmid in find_pmids(client, registries.pubmed, list(dict.fromkeys(dois))) if dois else ():
        pmids.setdefault(pmid, pmid)
    return pmids


def _as_asked(work: RegisteredWork | None, one: Wanted) -> RegisteredWork | None:
    """Add the PMC number by which a record was asked for, if PubMed leaves it out."""
    if work is None or not one.pmcid or work.get("pmcid") or one.pmid:
        return work
    return replace(work, fields={**work.fields, "pmcid": one.pmcid})
