"""Check DOI, PubMed numbers, ISSN, ISBN and addresses.

Whether a DOI exists is another question, which needs the network.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from urllib.parse import unquote

from markdown_citations.library.archives import archive_fields, find_archive
from markdown_citations.library.fields import ValueCheck
from markdown_citations.library.identifiers import (
    ISBN,
    ISSN,
    decode_verbatim,
    parse_doi,
    without_words,
)
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
EPRINT_MALFORMED = Rule(
    "eprint-malformed",
    "warning",
    "A work's number in an archive has the form of that archive's numbers.",
    "arXiv",
    "eprint = {NIHMS150003}, eprinttype = {arxiv}",
    "eprint = {1706.03762}, eprinttype = {arxiv}",
)
URL_MALFORMED = Rule(
    "url-malformed",
    "error",
    "An address starts with https:// and holds no space.",
    "JabRef",
    "url = {www.nice.org.uk}",
    "url = {https://www.nice.org.uk}",
)

_URL = re.compile(
    r"(?:https?|ftp)://(?:[^\s/?#@]+@)?[^\s/?#.:]+(?:\.[^\s/?#.:]+)*(?::\d+)?(?:[/?#][^\s<>\"\\]*)?"
    r"|mailto:\S+@\S+",
    re.I,
)
# A file's name is no address: 240.html
_BARE = re.compile(
    r"(?://)?(?:www\.|(?![^/]*\.(?:html?|pdf|php|aspx?|docx?)$)[\w-]+(?:\.[\w-]+)+(?=/|$))\S*"
)
_WRAPPED = re.compile(r"^[(<\[\"'“”„]+(.*?)[)>\]\"'“”]+$")
_ADDRESS = re.compile(r"https?://(?!https?:)[^\s<>\",;]*[^\s<>\",;.)']", re.I)


def check_url(value: str) -> Iterator[Fault]:
    """Check that an address has a protocol, one that a reader may safely follow."""
    text = decode_verbatim(value)
    if _URL.fullmatch(text):
        return
    if doi := parse_doi(text):
        hint = f"It is a DOI: doi = {{{doi}}}"
    elif _BARE.fullmatch(text):
        hint = f"Write it as https://{text.removeprefix('//')}"
    elif "\\" in text:
        hint = "Write the address itself, without commands of LaTeX."
    elif len(inside := _ADDRESS.findall(text)) > 1:
        hint = "An entry has one: put the others into note."
    elif inside and re.fullmatch(r"\W*(?:\s\([^()]*\)?)?\W*", text.partition(inside[0])[2]):
        hint = f"Write it as {inside[0]}"
    else:
        hint = "An address starts with https:// and holds no space."
    yield URL_MALFORMED, f'the address is not well formed: "{text[:80]}"', hint


def check_eprint(fields: Mapping[str, str]) -> Iterator[Fault]:
    """Check that an entry's number is one of the archive that it names."""
    archive, number = find_archive(fields)
    if archive and number and not archive_fields(fields):
        hint = f"It looks like {archive.example}: look it up, or leave it out."
        yield EPRINT_MALFORMED, f'this is no number of {archive.name}: "{number[:60]}"', hint


def check_published(value: str) -> Iterator[Fault]:
    r"""Check the addresses in how something was published: in a \url, or its first word."""
    for address in re.findall(r"\\url\s*\{([^{}]*)\}", value) or decode_verbatim(value).split()[:1]:
        if r"\url" in value or re.match(r"www\.|\w+://", address):
            yield from check_url(address.rstrip(",;."))


# Behind an identifier, what is no part of it: [doi], (2019), ?ref=x, and another's name with it.
_BEHIND = re.compile(
    r"\[[^\[\]]*\]|\s\([^()]*\)|^\?\S*|\s*\b(?:PMC?ID|PMC|ISSN|ISBN|Epub|PubMed)\b:?.*", re.S
)


def _form(pattern: str, rule: Rule, what: str, example: str) -> ValueCheck:
    """Make the check that a value has a form."""
    form, apart = re.compile(pattern), re.compile(rf"(?<!\w){pattern}(?!\w)")

    def check(value: str) -> Iterator[Fault]:
        text = decode_verbatim(value)
        if form.fullmatch(text) and form.fullmatch(unquote(text)):
            return
        whole = re.sub(r"(?i)\bPMC[\s:]+(?=\d)", "PMC", _WRAPPED.sub(r"\1", unquote(text)))
        if rule is PMCID_MALFORMED and whole.isdecimal():
            whole = f"PMC{whole}"
        inside = [*apart.finditer(whole)] or [*apart.finditer(whole.upper())]
        if len({one[0].lower() for one in inside}) == 1:
            inside = inside[-1:]  # twice the same
        # What follows may be the rest of it, which a space or a line end has torn off.
        after = _BEHIND.sub("", inside[0].string[inside[0].end() :]) if inside else ""
        is_whole = len(inside) == 1 and not re.search(r"\w", after)
        hint = f"It looks like {example}"
        if rule is DOI_MALFORMED and (doi := parse_doi(text)):
            hint = f"Write it as {doi}"
        elif len(inside) > 1:
            hint = "An entry has one, of the work itself: remove the others."
        elif inside:
            hint = (
                f"Write it as {inside[0][0]}" if is_whole else "Copy it once more, without spaces."
            )
        yield rule, f'the {what} is not well formed: "{text[:80]}"', hint

    return check


def _number(what: str, form: str, rule: Rule, hint: str) -> ValueCheck:
    """Make the check that numbers are as a standard has them, to their check digits.

    A field may hold several, for print and online, and words beside them, as catalogues
    write: `0-306-40615-2 (pbk. : alk. paper)`.
    """
    number = re.compile(form, re.I)

    def check(value: str) -> Iterator[Fault]:
        # Here, because it loads ssl for what we do not use, and most libraries have no
        # such number.
        from stdnum.exceptions import InvalidChecksum, ValidationError  # noqa: PLC0415

        standard = import_module(f"stdnum.{what.lower()}")
        text = without_words(value)
        found = number.findall(text)
        for one in found or [text.strip(" .,;:")]:
            try:
                standard.validate(one)
            except ValidationError as error:
                # Nine digits are an old ISBN's, or one of today's that lacks its last.
                if found and isinstance(error, InvalidChecksum):
                    message = f'the check digit of the {what} is wrong: "{one}"'
                    yield rule, message, "Copy it once more."
                    continue
                place = _place_of(one, rule)
                yield rule, f'the {what} is not well formed: "{one[:60]}"', place or hint
        rest = number.sub(" ", text) if found else ""
        if left := re.search(r"\d(?:[\s-]?\d){5,}[Xx]?", rest):
            yield rule, f'the {what} is not well formed: "{left[0][:60]}"', hint

    return check


def _place_of(text: str, rule: Rule) -> str:
    """Say where a number belongs that is none of a rule's own."""
    if rule is ISBN_MALFORMED and _ISSN_ALONE.fullmatch(text):
        return 'It is an ISSN: put it into "issn", if it is not there.'
    if rule is ISSN_MALFORMED and re.fullmatch(ISBN, text):
        return 'It is an ISBN: put it into "isbn", if it is not there.'
    doi = parse_doi(text)
    return f"It is a DOI: doi = {{{doi}}}" if doi else ""


_ISSN_ALONE = re.compile(rf"(?:{ISSN}[\s,;/]*)+", re.I)

CHECKS: Mapping[str, ValueCheck] = {
    # ISO 26324, and the short form of shortdoi.org; PubMed's numbers have up to eight digits.
    "doi": _form(
        r"(?:10\.\d{4,9}(?:\.\d+)*/(?:(?!\?\w+=|\$\S*\$)[^\s\\])*[^\s.,;$\\]"
        r"|10/[a-z][a-z0-9]+)",
        DOI_MALFORMED,
        "DOI",
        "10.1234/abc.56",
    ),
    "pmid": _form(r"[1-9]\d{0,7}", PMID_MALFORMED, "PubMed number", "30917760"),
    "pmcid": _form(
        r"PMC[1-9]\d{0,8}(?:\.\d+)?", PMCID_MALFORMED, "PubMed Central number", "PMC9207256"
    ),
    # There may be one for print, and one online.
    "issn": _number("ISSN", ISSN, ISSN_MALFORMED, "Look it up: it has the form 1234-5679."),
    "isbn": _number(
        "ISBN", ISBN, ISBN_MALFORMED, "An ISBN has 10 digits, or 13 that begin with 978 or 979."
    ),
    "url": check_url,
    "published": check_published,
}
"""By the kind of a field."""
