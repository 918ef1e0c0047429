"""Archives that the field `eprint` names, and the identifiers and addresses that it stands for.

biblatex's own are arXiv, JSTOR, PubMed, HDL and Google Books; the others are what
reference managers write.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from markdown_citations.library.identifiers import decode_verbatim, parse_doi, parse_web_address


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
    doi: str = ""
    """How the DOIs of its preprints begin, as an expression; empty where other works' do, too."""


def _of_preprints(name: str, address: str, doi: str = "") -> Archive:
    return Archive(name, address, has_preprints=True, doi=doi)


_PUBMED = Archive("PubMed", field="pmid")
_PMC = Archive("PubMed Central", field="pmcid")
_HANDLE = Archive("Handle", "https://hdl.handle.net/{}")
_OSF = r"31\d{3}/osf\.io/"
# The publisher's journals and books have other numbers: 10.1101/gr.123456.
_COLD_SPRING = r"1101/(?:20\d\d\.\d\d\.\d\d\.\d|\d{6}$)"

ARCHIVES: Mapping[str, Archive] = {
    "arxiv": _of_preprints("arXiv", "https://arxiv.org/abs/{}", "48550/arxiv"),
    **dict.fromkeys(("pubmed", "pmid", "medline"), _PUBMED),
    **dict.fromkeys(("pmc", "pmcid", "pubmedcentral"), _PMC),
    "doi": Archive("DOI", field="doi"),
    **dict.fromkeys(("hdl", "handle"), _HANDLE),
    "jstor": Archive("JSTOR", "https://www.jstor.org/stable/{}"),
    "googlebooks": Archive("Google Books", "https://books.google.com/books?id={}"),
    "biorxiv": _of_preprints("bioRxiv", "https://www.biorxiv.org/content/{}", _COLD_SPRING),
    "medrxiv": _of_preprints("medRxiv", "https://www.medrxiv.org/content/{}", _COLD_SPRING),
    "chemrxiv": _of_preprints("ChemRxiv", "https://doi.org/{}", "26434/chemrxiv"),
    "psyarxiv": _of_preprints("PsyArXiv", "https://osf.io/{}", _OSF),
    "osf": _of_preprints("OSF", "https://osf.io/{}", _OSF),
    "ssrn": _of_preprints("SSRN", "https://ssrn.com/abstract={}", r"2139/ssrn\."),
    "researchsquare": _of_preprints(
        "Research Square", "https://www.researchsquare.com/article/{}", r"21203/rs\."
    ),
    "preprintsorg": _of_preprints(
        "Preprints.org", "https://www.preprints.org/manuscript/{}", "20944/preprints"
    ),
    "hal": Archive("HAL", "https://hal.science/{}"),
    "iacr": _of_preprints("IACR", "https://eprint.iacr.org/{}"),
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

_OF_PREPRINTS = re.compile(
    rf"10\.(?:{'|'.join(filter(None, (archive.doi for archive in ARCHIVES.values())))})", re.I
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
    by_doi = _OF_PREPRINTS.match(parse_doi(fields.get("doi", "")))
    return bool(archive and archive.has_preprints) or bool(by_doi)
