"""Find the terms that the glossary page explains."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kapguide.pages.source_lines import Source

GLOSSARY = "glossary.md"
_TERM = re.compile(
    r"^(?:\#{3,6}[ ]+(?P<heading>.+)$"  # ### Dissociation
    r"|(?P<listed>[^\s:>#|\-*].*?)(?=\n(?:\n)?:[ ]*[^\s:])"  # a definition list
    r"|[-*][ ]+\*\*(?P<bold>[^*]+?)[.:]?\*\*)",  # - **Dissociation.** …
    re.M | re.X,
)
_DEFINITION = re.compile(r"^:[ ]+\S", re.M)
_MARKUP = re.compile(r"\{[^}]*\}|\[[^\]]*@[^\]]*\]|[*_`#]")


def name_glossary(sources: Mapping[str, Source]) -> str:
    """Name the page that explains terms: under another name, the one that defines most."""
    others = {} if GLOSSARY in sources else sources
    defined = {name: len(_DEFINITION.findall(source.text)) for name, source in others.items()}
    most = max(defined, key=lambda name: defined[name], default=GLOSSARY)
    return most if defined.get(most) else GLOSSARY


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
