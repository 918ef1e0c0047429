"""Find the terms that the glossary page explains."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kapguide.pages.source_lines import Source
from kapguide.project.moved.redirects import find_redirects

_TERM = re.compile(
    r"^(?:\#{3,6}[ ]+(?P<heading>.+)$"  # ### Dissociation
    r"|(?P<listed>[^\s:>#|\-*].*?)(?=\n(?:\n)?:[ ]*[^\s:])"  # a definition list
    r"|[-*][ ]+\*\*(?P<bold>[^*]+?)[.:]?\*\*)",  # - **Dissociation.** …
    re.M | re.X,
)
_MARKUP = re.compile(r"\{[^}]*\}|\[[^\]]*@[^\]]*\]|[*_`#]")


def find_glossary(sources: Mapping[str, Source]) -> Source | None:
    """Return the page that explains terms, under the name that it has now."""
    return sources.get("glossary.md") or sources.get(find_redirects(sources).get("glossary.md", ""))


def read_terms(markdown: str) -> frozenset[str]:
    """Read the terms of headings below the second level, definition lists and bold items.

    A term may have several names: "KAP (ketamine-assisted psychotherapy)",
    "Adverse event, side effect".
    """
    terms: set[str] = set()
    for match in _TERM.finditer(markdown):
        name = next(group for group in match.groups() if group)
        for part in re.split(r"[(),;/]| or ", _MARKUP.sub("", name)):
            if part.strip():
                terms.add(part.strip().lower())
    return frozenset(terms)
