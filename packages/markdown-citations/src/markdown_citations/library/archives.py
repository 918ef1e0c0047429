"""Archives that the field `eprint` names, and the identifiers and addresses that it stands for.

biblatex's own are arXiv, JSTOR, PubMed, HDL and Google Books; the others are what
reference managers write.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from markdown_citations.library.identifiers import decode_verbatim, parse_web_address


@dataclass(frozen=True, slots=True)
class Archive:
    """Where works are kept under numbers."""

    name: str
    """What readers call it."""
    address: str = ""
    """`{}` stands for the number; empty where `field` leads there."""
    field: str = ""
    """The field that holds its numbers, where there is one."""
    has_preprints: bool = False
    """Whether what it keeps has not been reviewed."""


_PUBMED = Archive("PubMed", field="pmid")
_PMC = Archive("PubMed Central", field="pmcid")
_HANDLE = Archive("Handle", "https://hdl.handle.net/{}")

ARCHIVES: Mapping[str, Archive] = {
    "arxiv": Archive("arXiv", "https://arxiv.org/abs/{}", has_preprints=True),
    **dict.fromkeys(("pubmed", "pmid", "medline"), _PUBMED),
    **dict.fromkeys(("pmc", "pmcid", "pubmedcentral"), _PMC),
    "doi": Archive("DOI", field="doi"),
    **dict.fromkeys(("hdl", "handle"), _HANDLE),
    "jstor": Archive("JSTOR", "https://www.jstor.org/stable/{}"),
    "googlebooks": Archive("Google Books", "https://books.google.com/books?id={}"),
    "biorxiv": Archive("bioRxiv", "https://www.biorxiv.org/content/{}", has_preprints=True),
    "medrxiv": Archive("medRxiv", "https://www.medrxiv.org/content/{}", has_preprints=True),
    "chemrxiv": Archive("ChemRxiv", "https://doi.org/{}", has_preprints=True),
    "psyarxiv": Archive("PsyArXiv", "https://osf.io/{}", has_preprints=True),
    "osf": Archive("OSF", "https://osf.io/{}", has_preprints=True),
    "ssrn": Archive("SSRN", "https://ssrn.com/abstract={}", has_preprints=True),
    "researchsquare": Archive(
        "Research Square", "https://www.researchsquare.com/article/{}", has_preprints=True
    ),
    "hal": Archive("HAL", "https://hal.science/{}"),
    "iacr": Archive("IACR", "https://eprint.iacr.org/{}", has_preprints=True),
    "urn": Archive("URN", "https://nbn-resolving.org/{}"),
    "zbl": Archive("zbMATH", "https://zbmath.org/?q=an:{}"),
    "mr": Archive("MathSciNet", "https://mathscinet.ams.org/mathscinet-getitem?mr={}"),
}
"""By their names in small letters."""

_PREFIX = re.compile(r"\s*(?:arxiv|pmid|pmcid|jstor|hdl|ssrn|osf)\s*:\s*", re.I)
# What arXiv itself writes behind its number: 1706.03762v2 [cs.CL].
_CLASS = re.compile(r"\s*\[[\w.-]+\]$")
_ADDRESS_OF_ARXIV = re.compile(
    r"(?:https?://)?(?:www\.|export\.)?arxiv\.org/(?:abs|pdf)/(.+?)(?:\.pdf)?/?", re.I
)
_OF_ARXIV = re.compile(r"arxiv:\S+|\d{4}\.\d{4,5}(?:v\d+)?", re.I | re.ASCII)

# Of arXiv, PsyArXiv and OSF's others, Research Square, SSRN, Preprints.org.
_OF_PREPRINTS = re.compile(
    r"(?:https?://(?:dx\.)?doi\.org/)?10\.(?:48550/arxiv|31\d{3}/osf\.io/|21203/rs\.|2139/ssrn\."
    r"|20944/preprints)",
    re.I,
)


def find_archive(fields: Mapping[str, str]) -> tuple[Archive | None, str]:
    """Return the archive that an entry's fields name, and the work's number there."""
    number = decode_verbatim(fields.get("eprint", "")).strip()
    number = _CLASS.sub("", number)
    name = fields.get("eprinttype") or fields.get("archiveprefix") or ""
    key = re.sub(r"[^a-z]", "", name.casefold())
    if match := _ADDRESS_OF_ARXIV.fullmatch(number):
        number, key = match[1], key or "arxiv"
    if not key and _OF_ARXIV.fullmatch(number):
        key = "arxiv"
    archive = ARCHIVES.get(key) if number else None
    return archive, _PREFIX.sub("", number, count=1)


def archive_fields(fields: Mapping[str, str]) -> dict[str, str]:
    """Return the fields that `eprint` stands for: `pmid`, `pmcid`, `doi` or `url`."""
    archive, number = find_archive(fields)
    if parse_web_address(number) and not (archive and archive.field):
        return {"url": number}
    if archive is None:
        return {}
    if archive.field in {"pmid", "pmcid"}:
        number = number.rstrip("/").rpartition("/")[2]  # of an address
    if archive.name in {"bioRxiv", "medRxiv"} and "/" not in number:
        number = f"10.1101/{number}"
    value = archive.address.format(quote(number, safe="/:;()._-~+")) if archive.address else number
    if archive.field == "pmcid" and number.isdigit():
        value = f"PMC{number}"
    return {archive.field or "url": value}


def is_preprint(fields: Mapping[str, str]) -> bool:
    """Tell whether an entry's archive keeps works before their review.

    Zotero and registries have its name as the publisher's.
    """
    names = (fields.get(name, "") for name in ("eprinttype", "archiveprefix", "publisher"))
    name = next(filter(None, names), "")
    archive = ARCHIVES.get(re.sub(r"[^a-z]", "", name.casefold()))
    by_doi = _OF_PREPRINTS.match(decode_verbatim(fields.get("doi", "")))
    return bool(archive and archive.has_preprints) or bool(by_doi)
