"""Write entries as BibTeX."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markdown_citations.exports import ExportFormat
from markdown_citations.library.entries import Entry
from markdown_citations.library.values import is_balanced


def to_bibtex(entries: Iterable[Entry]) -> str:
    """Write a .bib file; what an entry inherits stands in it, so it needs no other."""
    blocks = []
    for entry in entries:
        fields = {name: value for name, value in entry.fields.items() if name != "crossref"}
        width = max(map(len, fields), default=0)
        lines = [f"  {name:<{width}} = {{{_balance(value)}}}," for name, value in fields.items()]
        blocks.append("\n".join([f"@{entry.entry_type}{{{entry.citekey},", *lines, "}\n"]))
    return "\n".join(blocks)


def _balance(value: str) -> str:
    """Drop braces that do not balance: inside braces they would swallow what follows."""
    return value if is_balanced(value) else re.sub(r"(?<!\\)[{}]", "", value)


FORMAT = ExportFormat("references.bib", lambda entries, _: to_bibtex(entries))
