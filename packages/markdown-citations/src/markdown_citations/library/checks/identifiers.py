"""Check DOI, PubMed numbers, ISSN, ISBN and addresses.

Takes a field's value. Gives findings.
Must stay free of the network: whether a DOI exists is another question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from markdown_citations.library.checks.findings import Finding, ValueCheck
from markdown_citations.library.latex import decode_verbatim

_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S*[^\s.,;]")
_PMID = re.compile(r"[1-9]\d{0,7}")
_PMCID = re.compile(r"PMC[1-9]\d{0,8}")
_ISSN = re.compile(r"(\d{4})-?(\d{3}[\dXx])")
_URL = re.compile(
    r"(?:https?|ftp)://[^\s/?#.]+(?:\.[^\s/?#.]+)*(?::\d+)?(?:[/?#][^\s<>\"]*)?|mailto:\S+@\S+"
)
_SEPARATOR = re.compile(r"[,;\s]+")


def check_doi(value: str) -> Iterator[Finding]:
    """Hold that a DOI starts with 10., a registrant and a slash (ISO 26324)."""
    yield from _check_form(value, _DOI, "doi-malformed", "DOI", "10.1234/abc.56")


def check_pmid(value: str) -> Iterator[Finding]:
    """Hold that a PubMed number has up to eight digits and no leading zero."""
    yield from _check_form(value, _PMID, "pmid-malformed", "PubMed number", "30917760")


def check_pmcid(value: str) -> Iterator[Finding]:
    """Hold that a PubMed Central number is PMC and digits."""
    yield from _check_form(value, _PMCID, "pmcid-malformed", "PubMed Central number", "PMC9207256")


def check_issn(value: str) -> Iterator[Finding]:
    """Hold that an ISSN ends in the right check digit; there may be one for print, one online."""
    for text in _parts(value):
        match = _ISSN.fullmatch(text)
        if not match:
            message = f'the ISSN is not well formed: "{text}"'
            yield Finding("issn-malformed", message, "Write it as 1234-5679.")
        elif not _is_issn(match[1] + match[2]):
            message = f'the check digit of the ISSN is wrong: "{text}"'
            yield Finding("issn-malformed", message, "Copy it from the journal once more.")


def check_isbn(value: str) -> Iterator[Finding]:
    """Hold that an ISBN has ten or thirteen digits, the last a check digit."""
    for text in _parts(re.sub(r"(?<=[\dXx])[\s-]+(?=[\dXx])", "", value)):
        digits = text.replace("-", "")
        if not re.fullmatch(r"\d{9}[\dXx]|97[89]\d{10}", digits):
            message = f'the ISBN is not well formed: "{text}"'
            yield Finding("isbn-malformed", message, "An ISBN has 10 or 13 digits.")
        elif not _is_isbn(digits):
            message = f'the check digit of the ISBN is wrong: "{text}"'
            yield Finding("isbn-malformed", message, "Copy it from the book once more.")


def check_url(value: str) -> Iterator[Finding]:
    """Hold that an address has a protocol, one that a reader may safely follow."""
    text = decode_verbatim(value)
    if _URL.fullmatch(text):
        return
    if re.match(r"(?:www\.|[\w-]+(?:\.[\w-]+)+(?:/|$))", text):
        hint = f"Write it as https://{text}"
    else:
        hint = "An address starts with https:// and holds no space."
    yield Finding("url-malformed", f'the address is not well formed: "{text[:80]}"', hint)


def _check_form(
    value: str, form: re.Pattern[str], code: str, what: str, example: str
) -> Iterator[Finding]:
    text = decode_verbatim(value)
    if form.fullmatch(text):
        return
    inside = form.search(text)
    hint = f"Write it as {inside[0]}" if inside else f"It looks like {example}"
    yield Finding(code, f'the {what} is not well formed: "{text[:80]}"', hint)


def _parts(value: str) -> list[str]:
    return [part for part in _SEPARATOR.split(decode_verbatim(value)) if part]


def _digit(character: str) -> int:
    return 10 if character in "Xx" else int(character)


def _is_issn(digits: str) -> bool:
    return (
        sum(_digit(c) * weight for c, weight in zip(digits, range(8, 0, -1), strict=True)) % 11 == 0
    )


def _is_isbn(digits: str) -> bool:
    if len(digits) == 10:
        return sum(_digit(c) * (10 - at) for at, c in enumerate(digits)) % 11 == 0
    return sum(int(c) * (3 if at % 2 else 1) for at, c in enumerate(digits)) % 10 == 0


CHECKS: Mapping[str, ValueCheck] = MappingProxyType(
    {
        "doi": check_doi,
        "pmid": check_pmid,
        "pubmed": check_pmid,
        "pmcid": check_pmcid,
        "issn": check_issn,
        "isbn": check_isbn,
        "url": check_url,
    }
)
"""By field."""
