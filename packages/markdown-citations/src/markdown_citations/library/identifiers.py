"""DOI, PubMed and PubMed Central numbers, web addresses: what they are, where they lead.

Each `parse_` returns an empty text for what is not well formed, so that what
comes from a file makes no link to anywhere else.
"""

from __future__ import annotations

import html
import re
from urllib.parse import quote, unquote, urlsplit

_DOI = re.compile(
    # A library's proxy puts its own name behind: doi-org.ezproxy.example.edu, or before it.
    r"(?:https?://[\w.-]+/login\?q?url=)?"
    r"(?:(?:https?://)?(?:dx\.|dx-|www\.)?doi[.-]org(?:\.[\w.-]+)?/|doi:\s*)*"
    r"(10\.\d{4,}(?:\.\d+)*/(?:(?!\?\w+=)\S)*[^\s.,;]|10/[a-z][a-z0-9]+)(?:\?\w+=\S*)?[.,;]?",
    re.I,
)
# The page of a work at its publisher's, https://www.example.com/doi/full/10.1000/182?src=x, where
# nothing but what is shown of it follows: of a longer path nobody can tell how far the DOI goes.
_SHOWN = r"(?:full|abstract|e?pdf|epub|full-?text|figures|references|html?|meta)"
_PAGE_OF_DOI = re.compile(
    rf"https?://[^\s?#]+?/(10\.\d{{4,}}(?:\.\d+)*/(?!{_SHOWN}\b)[^\s?#;/]*?[^\s?#.,;/])"
    rf"(?:(?:v\d+)?\.(?:full(?:\.pdf|-text)?|abstract|e?pdf|html?)|/{_SHOWN})?/?(?:[?#;]\S*)?[.,;]?",
    re.I,
)
_ADDRESS_SIGNS = {
    "textasciitilde": "~",
    "sim": "~",
    "~": "~",
    "^": "^",
    "textless": "<",
    "less": "<",
    "lt": "<",
    "langle": "<",
    "textgreater": ">",
    "greater": ">",
    "gt": ">",
    "rangle": ">",
    "textunderscore": "_",
    "textbar": "|",
    "textasciicircum": "^",
    "textbackslash": "\\",
    "textquotesingle": "'",
    "textendash": "–",
    "textdollar": "$",
    "slash": "/",
    "allowbreak": "",
    "string": "",
    "-": "",
    "/": "",
}
_ADDRESS_COMMAND = re.compile(
    r"(?:\\?\$)?\{?\\"
    r"(?P<name>(?:textasciitilde|textasciicircum|textbackslash|textquotesingle|textunderscore"
    r"|textgreater|textless|textendash|textdollar|textbar|allowbreak|greater|langle|rangle|slash"
    r"|string|less|sim|lt|gt)(?![A-Za-z])|[~^/-])"
    r"(?:\s*\{\s*\}|\s*(?=[}$]|\\\$)|[ \t]+)?(?:\}?\\?\$|\})?"
)
_ADDRESS_MATH = re.compile(r"\$([<>_~^|]|\\_)\$")
# What some programs make of an underscore: 978-3-540-74565-5$_2$.
_ADDRESS_INDEX = re.compile(r"\$(?:\\?_|\\textunderscore\s*)\{?(\w+)\}?\$")
_ADDRESS_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|#\d{2,6}|#[xX][0-9A-Fa-f]{2,6});")


# Catalogues and keyboards write other dashes than the standards.
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")
# Words in brackets, the name of the number itself, and line ends that Mendeley has escaped.
_BESIDE = re.compile(
    r"\$?\\backslash\$?[rn](?=\d)|\([^()]*\)|\[[^\[\]]*\]|\b(?:e|p|l)?-?issn\b(?:-l)?|\be?-?i?sbn(?:[\s-]*1[03])?\b(?!\d)",
    re.I,
)
ISSN = r"(?<![\dX-])\d{4}[\s-]?\d{3}[\dX](?![\dX-])"
ISBN = r"(?<![\dX-])(?:97[89][\s-]?(?:\d[\s-]?){9}\d|(?:\d[\s-]?){9}[\dX])(?![\dX-])"
"""Expressions, in letters of either case."""

_ADDRESSES = re.compile(r"(https?://\S+?)[,;]?(?:\s+https?://\S+)+")


def decode_verbatim(value: str) -> str:
    r"""Undo `\_`, `$\sim$`, `\url{…}`, `&lt;` and braces; `~`, `%` and `--` stay as they are."""
    if "&" in value:
        value = _ADDRESS_ENTITY.sub(lambda match: html.unescape(match[0]), value)
    if "\\" not in value and "{" not in value and "$" not in value:
        return value
    value = re.sub(r"\\(?:url|path|nolinkurl)\s*\{(.*)\}", r"\1", value)
    value = re.sub(r"\\href\s*\{([^{}]*)\}\s*\{.*\}", r"\1", value)
    value = re.sub(r"\\(?:texttt|mbox|textrm|emph)\s*\{([^{}]*)\}", r"\1", value)
    value = re.sub(r"\$?\{?\\tilde\s*\{[^{}]*\}\}?\$?|\\verb(\W)~\1", "~", value)
    value = _ADDRESS_INDEX.sub(r"_\1", value)
    value = _ADDRESS_COMMAND.sub(lambda match: _ADDRESS_SIGNS[match["name"]], value)
    value = _ADDRESS_MATH.sub(r"\1", value).replace(r"\{\_\}", "_")
    return re.sub(r"\\([&%$#_{}])|[{}]", r"\1", value)


def parse_doi(value: str) -> str:
    """Return a bare DOI, also from an address, where `%3C` stands for `<`."""
    text = unquote(decode_verbatim(value).strip())
    match = _DOI.fullmatch(text) or _PAGE_OF_DOI.fullmatch(text)
    return match[1] if match else ""


def parse_pmid(value: str) -> str:
    """Return PubMed's number."""
    return value if re.fullmatch(r"\d{1,9}", value, re.ASCII) else ""


def parse_pmcid(value: str) -> str:
    """Return `PMC9207256`, also where the letters are left out; `.1` is a version."""
    match = re.fullmatch(r"(?:PMC)?(\d+)(?:\.\d+)?", value, re.I | re.ASCII)
    return f"PMC{match[1]}" if match else ""


def without_words(value: str) -> str:
    """Return numbers without what catalogues write beside them: `ISBN 0-306-40615-2 (pbk.)`."""
    return _BESIDE.sub(" ", decode_verbatim(value).translate(_DASHES))


def parse_numbers(form: str, value: str) -> str:
    """Return the ISSN or the ISBN of a field, a comma between several, none twice."""
    return ", ".join(dict.fromkeys(re.findall(form, without_words(value), re.I)))


def first_address(value: str) -> str:
    """Return the address in a field, of several the first: Mendeley has all of a work in one."""
    text = decode_verbatim(value)
    several = _ADDRESSES.fullmatch(text)
    return several[1] if several else text


def parse_web_address(value: str) -> str:
    """Return an address of the web."""
    address = first_address(value).strip()
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
