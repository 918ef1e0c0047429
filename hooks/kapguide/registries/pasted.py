"""Find DOIs, PubMed and PubMed Central numbers in what people paste.

Addresses, `doi:`, `PMID: 123`, or a whole citation that holds one.
"""

from __future__ import annotations

import html
import re
from typing import NamedTuple
from urllib.parse import unquote

_DOI = re.compile(r"(?<![\w.])10\.\d{4,9}(?:\.\d+)*/[^\s\"“”]+", re.I)
_PMID = re.compile(
    r"(?:\bPMID\s*:?\s*|\bpubmed\s*:\s*|pubmed\.ncbi\.nlm\.nih\.gov/(?:\?term=)?"
    r"|ncbi\.nlm\.nih\.gov/pubmed/(?:\?term=)?|europepmc\.org/(?:article|abstract)/med/)"
    r"(\d{1,9})\b",
    re.I,
)
_PMCID = re.compile(r"\bPMC\s?(\d{3,9})\b", re.I)
_ALONE = re.compile(r"\s*(\d{4,9})\s*")
# What publishers put behind the DOI in the addresses of their pages.
_TAIL = re.compile(
    r"(?:/(?:full|fulltext|full-text|abstract|abs|pdf|epdf|pdfft|html|meta|summary|references|v\d+\.full)"
    r"|\.(?:pdf|full|abstract|html))+/?$",
    re.I,
)
_ENDS = ".,;:'’*_`|"
_PAIRS = {")": "(", "]": "[", "}": "{", ">": "<"}


class Identifier(NamedTuple):
    """A name that a registry has for a work."""

    kind: str
    """`doi`, `pmid` or `pmcid`, as the field of an entry."""
    value: str

    def __str__(self) -> str:
        """`DOI 10.1136/bmj.a295`, `PMID 30917760`, `PMC9207256`."""
        return self.value if self.kind == "pmcid" else f"{self.kind.upper()} {self.value}"


def find_identifiers(text: str) -> list[Identifier]:
    """Return all identifiers of a text, in their order, each once."""
    text = html.unescape(text)
    if "%2f" in text.lower():
        text = unquote(text)
    alone = _ALONE.fullmatch(text)
    if alone:
        return [Identifier("pmid", alone[1])]
    found = [
        (match.start(), Identifier("doi", _trim(match[0], _before(text, match))))
        for match in _DOI.finditer(text)
    ]
    found += [(match.start(), Identifier("pmid", match[1])) for match in _PMID.finditer(text)]
    found += [(m.start(), Identifier("pmcid", f"PMC{m[1]}")) for m in _PMCID.finditer(text)]
    inside = [one.value for _, one in found if one.kind == "doi"]
    found = [
        (at, one)
        for at, one in found
        if one.kind != "pmcid" or not any(one.value.lower() in doi.lower() for doi in inside)
    ]
    return list(dict.fromkeys(one for _, one in sorted(found)))


def _before(text: str, match: re.Match[str]) -> str:
    """Return the part of an address that stands before the DOI in it."""
    return text[: match.start()].rsplit(maxsplit=1)[-1] if match.start() else ""


def _trim(doi: str, before: str) -> str:
    """Drop what is no part of a DOI: the end of a sentence or a bracket, the rest of an address."""
    is_address = "://" in before or before.lower().startswith("www.")
    if is_address:
        doi = unquote(doi)
        if "doi.org" not in before.lower():
            doi = re.split(r"[?#]", doi, maxsplit=1)[0]
            doi = _TAIL.sub("", doi)
            # Preprint servers put the version behind it.
            doi = re.sub(r"v\d+$", "", doi) if "rxiv.org" in before.lower() else doi
        doi = doi.rstrip("/")
    while (last := doi[-1]) in _ENDS or doi.count(last) > doi.count(_PAIRS.get(last, last)):
        doi = doi[:-1]
    return doi
