"""DOI, PubMed and PubMed Central numbers, web addresses: what they are, where they lead.

Each `parse_` returns an empty text for what is not well formed, so that what
comes from a file makes no link to anywhere else.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from markdown_citations.library.latex import decode_verbatim

_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\.\d{4,}(?:\.\d+)*/\S+)", re.I)


def parse_doi(value: str) -> str:
    """Return a bare DOI, also from an address."""
    match = _DOI.fullmatch(decode_verbatim(value).strip())
    return match[1] if match else ""


def parse_pmid(value: str) -> str:
    """Return PubMed's number."""
    return value if re.fullmatch(r"\d{1,9}", value, re.ASCII) else ""


def parse_pmcid(value: str) -> str:
    """Return `PMC9207256`, also where the letters are left out."""
    match = re.fullmatch(r"(?:PMC)?(\d+)", value, re.I | re.ASCII)
    return f"PMC{match[1]}" if match else ""


def parse_web_address(value: str) -> str:
    """Return an address of the web."""
    address = decode_verbatim(value).strip()
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in {"http", "https"} and parts.netloc else ""


def doi_address(doi: str) -> str:
    """Return where a DOI leads."""
    return f"https://doi.org/{quote(doi, safe='/:;()._-~+')}" if doi else ""


def pubmed_address(pmid: str) -> str:
    """Return where PubMed has a work."""
    return f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/" if pmid else ""


def pmc_address(pmcid: str) -> str:
    """Return where PubMed Central has a work's full text."""
    return f"https://pmc.ncbi.nlm.nih.gov/articles/{pmcid}/" if pmcid else ""
