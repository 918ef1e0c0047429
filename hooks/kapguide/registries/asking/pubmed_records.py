"""PubMed's E-utilities: `efetch` for records, `esearch` for DOIs; PMC's ID converter.

https://www.ncbi.nlm.nih.gov/books/NBK25499/, https://dtd.nlm.nih.gov/ncbi/pubmed/out/
and https://pmc.ncbi.nlm.nih.gov/tools/id-converter-api/
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any
from xml.etree import ElementTree as etree

from markdown_citations.library.identifiers import parse_doi, parse_pmcid, parse_pmid

from kapguide.registries.asking.client import (
    WEB_PAGE,
    Client,
    Registry,
    UnreadableAnswerError,
    read_json,
)
from kapguide.registries.asking.pubmed_xml import parse_article
from kapguide.registries.work import RegisteredWork

EUTILS = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils"
IDCONV = "https://pmc.ncbi.nlm.nih.gov/tools/idconv/api/v1/articles"
PAUSE = 0.4
"""NCBI asks for at most three questions a second."""
BATCH = 200
SEARCH_BATCH = 40
"""So many DOIs keep an address below 4,000 signs."""


def ask_pubmed(
    client: Client,
    registry: Registry,
    pmids: Iterable[str],
    step: Callable[[int], None] = lambda count: None,
) -> dict[str, RegisteredWork]:
    """Return the records that PubMed has, by their numbers."""
    wanted = list(dict.fromkeys(pmids))
    found: dict[str, RegisteredWork] = {}
    for start in range(0, len(wanted), BATCH):
        batch = wanted[start : start + BATCH]
        asked = {"db": "pubmed", "id": ",".join(batch), "retmode": "xml", **_who(client)}
        articles = client.ask(registry, "/efetch.fcgi", asked, _read_articles) or []
        found |= {work.get("pmid"): work for work in map(parse_article, articles)}
        step(len(batch))
    return found


def find_pmids(client: Client, registry: Registry, dois: Sequence[str]) -> list[str]:
    """Return the PubMed numbers of works with these DOIs, in no order; some may have none."""
    found: list[str] = []
    for start in range(0, len(dois), SEARCH_BATCH):
        batch = dois[start : start + SEARCH_BATCH]
        term = " OR ".join(f'"{doi}"[aid]' for doi in batch)
        asked = {"db": "pubmed", "term": term, "retmode": "json", "retmax": "500", **_who(client)}
        found += client.ask(registry, "/esearch.fcgi", asked, _read_ids) or []
    return found


def convert_pmcids(
    client: Client, registry: Registry, pmcids: Sequence[str]
) -> dict[str, tuple[str, str]]:
    """Return PubMed number and DOI of articles in PubMed Central, by their PMC numbers.

    Either may be empty: some of what PubMed Central has is not in PubMed.
    """
    found: dict[str, tuple[str, str]] = {}
    for start in range(0, len(pmcids), BATCH):
        asked = {"ids": ",".join(pmcids[start : start + BATCH]), "format": "json", **_who(client)}
        for record in client.ask(registry, "/", asked, _read_conversion) or []:
            pmid, doi = str(record.get("pmid") or ""), str(record.get("doi") or "")
            pmcid = parse_pmcid(str(record.get("pmcid") or ""))
            if pmcid and "errmsg" not in record:
                found[pmcid] = (parse_pmid(pmid), parse_doi(doi))
    return found


def _who(client: Client) -> dict[str, str]:
    return {"tool": "kapguide", **({"email": client.mailto} if client.mailto else {})}


def _read_articles(answer: bytes) -> list[etree.Element]:
    # No record declares entities of its own; one that does is an attack.
    if b"<!ENTITY" in answer:
        raise UnreadableAnswerError("is no record of PubMed's")
    try:
        root = etree.fromstring(answer)
    except etree.ParseError:
        if re.match(rb"\s*(?:<!doctype\s+html|<html)", answer, re.I):
            raise UnreadableAnswerError(WEB_PAGE) from None
        raise UnreadableAnswerError from None
    if root.tag != "PubmedArticleSet":
        raise UnreadableAnswerError
    return [one for one in root if one.tag in {"PubmedArticle", "PubmedBookArticle"}]


def _read_ids(answer: bytes) -> list[str]:
    result = read_json(answer).get("esearchresult")
    ids = result.get("idlist") if isinstance(result, dict) else None
    if not isinstance(ids, list):
        raise UnreadableAnswerError
    return [pmid for pmid in map(parse_pmid, map(str, ids)) if pmid]


def _read_conversion(answer: bytes) -> list[dict[str, Any]]:
    records = read_json(answer).get("records")
    if not isinstance(records, list):
        raise UnreadableAnswerError
    return [record for record in records if isinstance(record, dict)]
