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
    form: str = ""
    """What its numbers look like, as an expression; empty where nobody says."""
    example: str = ""
    """One of them, where they have a form."""

    def has(self, number: str) -> bool:
        """Tell whether a number may be one of its own."""
        return not self.form or re.fullmatch(self.form, number, re.ASCII) is not None


def _of_preprints(name: str, address: str, doi: str = "") -> Archive:
    return Archive(name, address, has_preprints=True, doi=doi)


# https://info.arxiv.org/help/arxiv_identifier.html
_ARXIV = Archive(
    "arXiv",
    "https://arxiv.org/abs/{}",
    has_preprints=True,
    doi="48550/arxiv",
    form=r"(?:\d{4}\.\d{4,5}|[A-Za-z-]+(?:\.[A-Za-z-]+)?/\d{7})(?:v\d+)?",
    example="1706.03762",
)
_PUBMED = Archive("PubMed", field="pmid", form=r"[1-9]\d{0,7}", example="30917760")
_PMC = Archive(
    "PubMed Central", field="pmcid", form=r"PMC[1-9]\d{0,8}(?:\.\d+)?", example="PMC9207256"
)
_DOI = Archive("DOI", field="doi", form=r"10[./]\S+", example="10.1234/abc.56")
_HANDLE = Archive("Handle", "https://hdl.handle.net/{}")
_OSF = r"31\d{3}/osf\.io/"
# The publisher's journals and books have other numbers: 10.1101/gr.123456.
_COLD_SPRING = r"1101/(?:20\d\d\.\d\d\.\d\d\.\d|\d{6}$)"

ARCHIVES: Mapping[str, Archive] = {
    **dict.fromkeys(("arxiv", "arxivorg"), _ARXIV),
    **dict.fromkeys(("pubmed", "pmid", "pubmedid", "medline"), _PUBMED),
    **dict.fromkeys(("pmc", "pmcid", "pubmedcentral"), _PMC),
    "doi": _DOI,
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

_PREFIX = re.compile(r"(?P<name>arxiv|pmid|jstor|hdl|ssrn|osf)\s*:\s*", re.I)
# What arXiv itself writes behind its number: 1706.03762v2 [cs.CL].
_CLASS = re.compile(r"\s*\[([\w.-]+)\]$")
# What people copy behind a number: 30917760?dopt=Abstract, 1706.03762v2.pdf, a full stop.
_BEHIND = r"(?:\.pdf)?[./]?(?:[?#].*)?"
_AT_ARXIV = re.compile(
    r"(?:(?:https?://)?(?:www\.|export\.)?arxiv\.org/)?(?:(?:abs|pdf|html)/)?(?:10\.48550/)?"
    r"(?:arxiv(?:\s*[:.]|\s+preprint\b|\s)\s*){0,2}"
    # Numbers since 2007 stand without a class; that of an older one may stand beside it.
    r"(?:(?:[a-z.-]+/)?(?P<new>\d{4}\.\d{4,5}(?:v\d+)?)|(?P<old>(?:[a-z.-]+/)?\d{7}(?:v\d+)?))"
    + _BEHIND,
    re.I | re.S,
)
# PubMed Central's own says what the number is: PMC 9207256 is no PMID.
_AT_PUBMED = re.compile(
    r"(?P<place>\D[^\s?#]*/)?(?:(?P<pmc>PMC(?:ID)?[\s:]*(?:PMC\s?)?)|(?P<pmid>PMID[\s:]*))?"
    rf"(?P<number>\d+(?:\.\d+)?)(?(pmc)(?:/pdf\b[^?#]*)?){_BEHIND}",
    re.I | re.S,
)
_OF_PMC = re.compile(r"(?:https?://)?(?:[\w.]*\bncbi\.nlm\.nih\.gov|europepmc\.org)/", re.I)

# osf.io/7rpxw, but no handle of a library's: loc.music/tda.1805
_AT_HOST = re.compile(r"(?:[\w-]+\.)+(?:[a-z]{2}|com|edu|gov|info|int|net|org|science)/")
# bioRxiv's own address leads to a version, which has no DOI of its own.
_OF_VERSION = re.compile(r"10\.1101/\S*\dv\d", re.I)

_OF_PREPRINTS = re.compile(
    rf"10\.(?:{'|'.join(filter(None, (archive.doi for archive in ARCHIVES.values())))})", re.I
)


def find_archive(fields: Mapping[str, str]) -> tuple[Archive | None, str]:
    """Return the archive that an entry's fields name, and the work's number there.

    A number whose form tells the archive needs none, and wins over PubMed's name.
    """
    number = _CLASS.sub("", decode_verbatim(fields.get("eprint", "")).strip())
    name = fields.get("eprinttype") or fields.get("archiveprefix") or ""
    key = re.sub(r"[^a-z]", "", name.casefold())
    archive, doi = ARCHIVES.get(key), parse_doi(number)
    at_arxiv, at_pubmed = _AT_ARXIV.fullmatch(doi or number), _AT_PUBMED.fullmatch(number)
    is_said = "arxiv" in number.lower() or (not key and re.match(r"\d{4}\.", number))
    if at_arxiv and (archive is _ARXIV or (archive is None and is_said)):
        number, archive = (at_arxiv["new"] or "").lower() or at_arxiv["old"], _ARXIV
        if number[0].isdigit() and at_arxiv["old"] and (group := archive_class(fields)):
            number = f"{group.partition('.')[0]}/{number}"
    elif archive and (
        (_OF_PREPRINTS.match(doi) and not _OF_VERSION.match(doi))
        or (archive in {_PUBMED, _PMC} and doi[:3] == "10.")
    ):
        number, archive = doi, _DOI
    elif at_pubmed and (archive in {_PUBMED, _PMC} or (not key and _is_of_pubmed(at_pubmed))):
        archive = _PMC if at_pubmed["pmc"] else _PUBMED if at_pubmed["pmid"] else archive
        number = f"{'PMC' if archive is _PMC else ''}{at_pubmed['number']}"
    elif prefix := _PREFIX.match(number):
        number = number[prefix.end() :]
        archive = archive if key else ARCHIVES.get(prefix["name"].lower())
    return (archive if number else None), number


def _is_of_pubmed(found: re.Match[str]) -> bool:
    """Tell whether a number says itself that it is PubMed's or PubMed Central's."""
    is_there = not found["place"] or _OF_PMC.match(found["place"])
    return bool(is_there and (found["pmc"] or found["pmid"]))


def archive_class(fields: Mapping[str, str]) -> str:
    """Return to which of an archive's classes a work belongs: `cs.CL`."""
    inside = _CLASS.search(fields.get("eprint", "").strip())
    beside = fields.get("eprintclass") or fields.get("primaryclass")
    return beside or (inside[1] if inside else "")


def archive_fields(fields: Mapping[str, str]) -> dict[str, str]:
    """Return the fields that `eprint` stands for: `pmid`, `pmcid`, `doi` or `url`."""
    archive, number = find_archive(fields)
    if archive and archive.address and not archive.form and _AT_HOST.match(number):
        number = f"https://{number}"
    if parse_web_address(number) and not (archive and archive.field):
        return {"url": number}
    if archive is _DOI:
        number = parse_doi(number)
    if archive is None or not archive.has(number):
        return {}
    if archive.name in {"bioRxiv", "medRxiv"} and "/" not in number:
        number = f"10.1101/{number}"
    value = archive.address.format(quote(number, safe="/:;()._-~+")) if archive.address else number
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
