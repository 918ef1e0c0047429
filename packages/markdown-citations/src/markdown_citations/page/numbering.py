"""Number the entries that a page cites, and make its markers.

Knows nothing of Markdown and HTML: the caller decides what "reading order" means,
and what a marker looks like.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from markdown_citations.formatting.formatter import Formatter
from markdown_citations.language.citation import Citation
from markdown_citations.page.markers import CitedEntries, Marker, make_marker


@dataclass(frozen=True, slots=True)
class BibliographyItem:
    """An entry of the page's bibliography."""

    citekey: str
    label: str
    """The citation number or what the style has in its place; may be empty."""
    places: int
    """How many times the page cites it."""


def make_markers(
    citations: Sequence[Citation], formatter: Formatter
) -> tuple[tuple[Marker, ...], tuple[BibliographyItem, ...]]:
    """Make the markers of a page, whose citations are given in reading order.

    Returns a marker for each citation, and the bibliography in the order of the style.
    """
    cited = (item.citekey for citation in citations for item in citation.items)
    counts = Counter(citekey for citekey in cited if citekey in formatter.library)
    arranged = formatter.arrange(list(counts))
    entries = CitedEntries(dict(arranged), formatter)
    return (
        tuple(make_marker(citation, entries) for citation in citations),
        tuple(BibliographyItem(citekey, label, counts[citekey]) for citekey, label in arranged),
    )
