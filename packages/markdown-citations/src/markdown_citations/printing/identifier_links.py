"""The links at a reference's end: DOI, PubMed, PubMed Central, an archive, the web."""

from __future__ import annotations

import re

from pybtex.database import Entry
from pybtex.richtext import HRef, Text

from markdown_citations.library.fields import ACCESSED
from markdown_citations.library.identifiers import (
    doi_address,
    parse_doi,
    parse_pmcid,
    parse_pmid,
    pmc_address,
    pubmed_address,
)
from markdown_citations.printing.works import get
from markdown_citations.texts import Texts


def addresses(entry: Entry, texts: Texts) -> list[object]:
    """Return the links that an entry has; a web address only where there is no DOI."""
    doi, url = parse_doi(get(entry, "doi")), get(entry, "url")
    pmid, pmcid = parse_pmid(get(entry, "pmid", "pubmed")), parse_pmcid(get(entry, "pmcid"))
    links: list[object] = []
    if doi:
        links.append(HRef(doi_address(doi), f"https://doi.org/{doi}"))
    elif url:
        accessed = get(entry, *ACCESSED)
        links.append(Text(f"{texts.available_from} ", HRef(url, url)))
        if accessed:
            accessed = re.sub(r"(?<=-\d\d)T[^/]*", "", accessed)  # the time of day
            links.append(texts.accessed.format(date=accessed))
    archived, place = get(entry, "archived"), get(entry, "archived_at")
    if doi or not place or place.rpartition("/")[2] not in url:
        links.append(HRef(place, archived) if place else archived)
    if pmid:
        links.append(HRef(pubmed_address(pmid), f"PMID: {pmid}"))
    if pmcid:
        links.append(HRef(pmc_address(pmcid), f"PMCID: {pmcid}"))
    return links
