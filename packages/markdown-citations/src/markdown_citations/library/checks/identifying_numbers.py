"""Check DOI, PubMed numbers, ISSN, ISBN and addresses.

Whether a DOI exists is another question, which needs the network.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from markdown_citations.library.fields import ValueCheck
from markdown_citations.library.latex import decode_verbatim
from markdown_citations.problems import Fault, Rule

DOI_MALFORMED = Rule(
    "doi-malformed",
    "error",
    "A DOI starts with 10. and stands without an address before it.",
    "DOI Handbook",
    "doi = {https://doi.org/10.1192/bjo.2023.53}",
    "doi = {10.1192/bjo.2023.53}",
)
PMID_MALFORMED = Rule(
    "pmid-malformed",
    "error",
    "A PubMed number is digits only.",
    "PubMed",
    "pmid = {PMID: 30917760}",
    "pmid = {30917760}",
)
PMCID_MALFORMED = Rule(
    "pmcid-malformed",
    "error",
    "A PubMed Central number is PMC and digits.",
    "PubMed Central",
    "pmcid = {9207256}",
    "pmcid = {PMC9207256}",
)
ISSN_MALFORMED = Rule(
    "issn-malformed",
    "error",
    "An ISSN has eight characters and the right check digit.",
    "ISO 3297",
    "issn = {2056-4725}",
    "issn = {2056-4724}",
)
ISBN_MALFORMED = Rule(
    "isbn-malformed",
    "error",
    "An ISBN has ten or thirteen digits and the right check digit.",
    "ISO 2108",
    "isbn = {978-3-16-148410-1}",
    "isbn = {978-3-16-148410-0}",
)
URL_MALFORMED = Rule(
    "url-malformed",
    "error",
    "An address starts with https:// and holds no space.",
    "JabRef",
    "url = {www.nice.org.uk}",
    "url = {https://www.nice.org.uk}",
)

_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S*[^\s.,;]")
_PMID = re.compile(r"[1-9]\d{0,7}")
_PMCID = re.compile(r"PMC[1-9]\d{0,8}")
_URL = re.compile(
    r"(?:https?|ftp)://[^\s/?#.]+(?:\.[^\s/?#.]+)*(?::\d+)?(?:[/?#][^\s<>\"]*)?|mailto:\S+@\S+"
)
_SEPARATOR = re.compile(r"[,;\s]+")


def check_doi(value: str) -> Iterator[Fault]:
    """Check that a DOI starts with 10., a registrant and a slash (ISO 26324)."""
    yield from _check_form(value, _DOI, DOI_MALFORMED, "DOI", "10.1234/abc.56")


def check_pmid(value: str) -> Iterator[Fault]:
    """Check that a PubMed number has up to eight digits and no leading zero."""
    yield from _check_form(value, _PMID, PMID_MALFORMED, "PubMed number", "30917760")


def check_pmcid(value: str) -> Iterator[Fault]:
    """Check that a PubMed Central number is PMC and digits."""
    yield from _check_form(value, _PMCID, PMCID_MALFORMED, "PubMed Central number", "PMC9207256")


def check_issn(value: str) -> Iterator[Fault]:
    """Check that an ISSN ends in the right check digit; there may be one for print, one online."""
    yield from _check_number(value, ISSN_MALFORMED, "ISSN", "Write it as 1234-5679.")


def check_isbn(value: str) -> Iterator[Fault]:
    """Check that an ISBN has ten or thirteen digits, the last a check digit."""
    value = re.sub(r"(?<=[\dXx])[\s-]+(?=[\dXx])", "", value)
    yield from _check_number(value, ISBN_MALFORMED, "ISBN", "An ISBN has 10 or 13 digits.")


def check_url(value: str) -> Iterator[Fault]:
    """Check that an address has a protocol, one that a reader may safely follow."""
    text = decode_verbatim(value)
    if _URL.fullmatch(text):
        return
    if re.match(r"(?:www\.|[\w-]+(?:\.[\w-]+)+(?:/|$))", text):
        hint = f"Write it as https://{text}"
    else:
        hint = "An address starts with https:// and holds no space."
    yield URL_MALFORMED, f'the address is not well formed: "{text[:80]}"', hint


def _check_form(
    value: str, form: re.Pattern[str], rule: Rule, what: str, example: str
) -> Iterator[Fault]:
    text = decode_verbatim(value)
    if form.fullmatch(text):
        return
    inside = form.search(text)
    hint = f"Write it as {inside[0]}" if inside else f"It looks like {example}"
    yield rule, f'the {what} is not well formed: "{text[:80]}"', hint


def _check_number(value: str, rule: Rule, what: str, form: str) -> Iterator[Fault]:
    # Here, because it loads ssl for what we do not use, and most libraries have no such number.
    from stdnum import isbn, issn  # noqa: PLC0415
    from stdnum.exceptions import InvalidChecksum, ValidationError  # noqa: PLC0415

    standard = isbn if what == "ISBN" else issn
    for text in filter(None, _SEPARATOR.split(decode_verbatim(value))):
        try:
            standard.validate(text)
        except InvalidChecksum:
            yield rule, f'the check digit of the {what} is wrong: "{text}"', "Copy it once more."
        except ValidationError:
            yield rule, f'the {what} is not well formed: "{text}"', form


CHECKS: Mapping[str, ValueCheck] = MappingProxyType(
    {
        "doi": check_doi,
        "pmid": check_pmid,
        "pmcid": check_pmcid,
        "issn": check_issn,
        "isbn": check_isbn,
        "url": check_url,
    }
)
"""By the kind of a field."""
