"""Take apart what stands in one field and belongs in several: `volume = {12(3)}`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from markdown_citations.library.entry_types import ENTRY_TYPES, OTHER
from markdown_citations.library.fields import ISSUE_LABEL, VOLUME_LABEL
from markdown_citations.problems import Rule

NUMBER_CROWDED = Rule(
    "number-crowded",
    "warning",
    "A volume and a number of an issue are that alone: all else has fields of its own.",
    "markdown-citations",
    "volume = {12(3)}",
    "volume = {12}, number = {3}",
)

_PART = r"(?:pt|part|suppl(?:ement)?)\b\.?(?:\s*\w{1,3})?"
_ISSUE = rf"\d{{1,3}}(?:-?[A-Z]|\s*(?:--?|–|/)\s*\d{{1,3}})?(?:\s+{_PART})?|{_PART}"
_VOLUME = re.compile(
    rf"(?:(?:{VOLUME_LABEL})[.:]?\s*)?(?P<volume>\d+|[IVXLCDM]+)\s*"
    rf"(?:\(\s*(?:(?:{ISSUE_LABEL})\b[.:]?\s*)?(?P<number>{_ISSUE})\s*\)"
    rf"|[,;:]?\s*(?:{ISSUE_LABEL})\b[.:]?\s*(?P<named>{_ISSUE}))"
    r"(?:\s*[,:]\s*(?:pp?\.?\s*)?(?P<pages>\w*\d(?:\s*(?:---?|[-–])\s*\w*\d)?))?",
    re.I,
)
_PAGE_TOTAL = re.compile(
    r"(?P<total>(?:[ivxlc]+[\s,+]+)*\d+)\s*(?:pp?|pages?|s|seiten|págs?|páginas|blz)\b\.?", re.I
)


def split_volume(fields: Mapping[str, str]) -> dict[str, str]:
    """Return the volume, number and pages that the field `volume` holds; nothing for a volume."""
    match = _VOLUME.fullmatch(fields.get("volume", ""))
    if match is None:
        return {}
    number = "issue" if "issue" in fields else "number"
    parts = {
        "volume": match["volume"],
        number: match["number"] or match["named"],
        "pages": match["pages"],
    }
    return {name: value for name, value in parts.items() if value}


def find_page_total(entry_type: str, fields: Mapping[str, str]) -> str:
    """Return how many pages a book has whose `pages` are `300 p.`, for that is no place in it."""
    match = _PAGE_TOTAL.fullmatch(fields.get("pages", ""))
    is_article = ENTRY_TYPES.get(entry_type, OTHER).is_article
    return match["total"] if match and not is_article else ""
