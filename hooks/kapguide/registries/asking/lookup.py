"""Ask both registries about many works, with as few questions as they allow."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
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
    names = [{"doi": one.doi, "pmid": one.pmid, "pmcid": one.pmcid} for one in wanted]
    wanted = _complete(client, registries, wanted)
    dois = list(dict.fromkeys(one.doi for one in wanted if one.doi and not one.pmid))
    pmids = [one.pmid for one in wanted if one.pmid]
    pmids += find_pmids(client, registries.pubmed, dois) if dois else []
    records = ask_pubmed(client, registries.pubmed, pmids, step)
    by_doi = {work.get("doi").lower(): work for work in records.values() if work.get("doi")}
    found = [records.get(one.pmid) or by_doi.get(one.doi.lower() or "-") for one in wanted]
    dois = [
        one.doi or (work.get("doi") if work else "")
        for one, work in zip(wanted, found, strict=True)
    ]
    works = ask_crossref(client, registries.crossref, filter(None, dois), step)
    return [
        Answers(
            works.get(doi.lower()),
            _as_asked(work, asked_by),
            one.file,
            asked=tuple(name for name, was in ((CROSSREF, doi), (PUBMED, True)) if was),
            by=asked_by,
        )
        for one, work, doi, asked_by in zip(wanted, found, dois, names, strict=True)
    ]


def _complete(client: Client, registries: Registries, wanted: Sequence[Wanted]) -> list[Wanted]:
    """Add what PubMed Central knows of works that are named by its number alone."""
    pmcids = [one.pmcid for one in wanted if one.pmcid and not one.pmid]
    if not pmcids:
        return list(wanted)
    known = convert_pmcids(client, registries.idconv, list(dict.fromkeys(pmcids)))
    made = []
    for one in wanted:
        pmid, doi = known.get(one.pmcid, ("", "")) if not one.pmid else ("", "")
        made.append(replace(one, pmid=one.pmid or pmid, doi=one.doi or doi))
    return made


def _as_asked(work: RegisteredWork | None, by: Mapping[str, str]) -> RegisteredWork | None:
    """Add the PMC number that led to a record, if PubMed leaves it out."""
    if work is None or not by["pmcid"] or by["pmid"] or work.get("pmcid"):
        return work
    return replace(work, fields={**work.fields, "pmcid": by["pmcid"]})
