"""Write entries as BibTeX."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable

from markdown_citations.exports import ExportFormat, works
from markdown_citations.library.entries import Entry
from markdown_citations.library.fields import is_private
from markdown_citations.library.parsing.values import is_balanced
from markdown_citations.library.written_dates import MONTH_MACROS, parse_month


def to_bibtex(entries: Iterable[Entry]) -> str:
    """Write a .bib file; what an entry inherits stands in it, so it needs no other.

    Remarks and paths of those who keep the library stay with them.
    """
    blocks = []
    for entry in works(entries):
        fields = {
            name: value
            for name, value in entry.fields.items()
            if name != "crossref" and not is_private(name)
        }
        width = max(map(len, fields), default=0)
        lines = [f"  {name:<{width}} = {_write(name, value)}," for name, value in fields.items()]
        blocks.append("\n".join([f"@{entry.entry_type}{{{entry.citekey},", *lines, "}\n"]))
    return "\n".join(blocks)


def _write(name: str, value: str) -> str:
    """Put a value into braces; a month is a macro, by which every program knows it."""
    months = _write_months(value.strip(" -./")) if name == "month" else ""
    return months or f"{{{_balance(value)}}}"


def _write_months(value: str) -> str:
    """Write a month as jun, and with what stands beside it as `jun # "~31"`; nothing for others."""
    found = re.fullmatch(r"0?[1-9]|1[0-2]", value) or re.search(r"[^\W\d_]", value)
    if not found or re.search(r'[{}"\\$]', value):
        return ""
    beside = iter(re.split(r"([^\W\d_]+\.?|^\d+$)", value))
    parts = []
    for text, month in itertools.zip_longest(beside, beside, fillvalue=""):
        number = parse_month(month.rstrip("."))
        if month and not number:
            return ""
        parts += [f'"{text}"'] * bool(text) + [[*MONTH_MACROS][number - 1]] * bool(month)
    return " # ".join(parts)


def _balance(value: str) -> str:
    """Drop braces that do not balance: inside braces they would swallow what follows."""
    return value if is_balanced(value) else re.sub(r"(?<!\\)[{}]", "", value)


FORMAT = ExportFormat("references.bib", lambda entries, _: to_bibtex(entries))
