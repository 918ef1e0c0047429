"""Format entries as NLM and the ICMJE do: the style `vancouver`.

A pybtex style plug-in. What an entry has not is left out together with the
punctuation around it, so that no field is required. Differs from NLM in three
things, each for readers of a website: no `[Internet]` behind a title that is a
link anyway, an en dash in ranges, and a DOI as the address that it is, because
an address can be followed on paper.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from pybtex.database import Entry
from pybtex.richtext import Text
from pybtex.style.formatting import BaseStyle, FormattedEntry
from pybtex.style.labels.number import LabelStyle as NumberLabels
from pybtex.style.names.lastfirst import NameStyle as LastFirst
from pybtex.style.sorting.none import SortingStyle as Unsorted

from markdown_citations.printing.identifier_links import addresses
from markdown_citations.printing.responsibility import others, responsible
from markdown_citations.printing.sources import source, when
from markdown_citations.printing.titles import title
from markdown_citations.styles import Kind
from markdown_citations.texts import Texts, read_texts


class Vancouver(BaseStyle):  # type: ignore[misc]
    """Numbered references in the order of their first mention."""

    kind: ClassVar[Kind] = "numeric"
    # Classes, not names: pybtex would look each name up among all installed plug-ins.
    default_label_style = NumberLabels
    default_sorting_style = Unsorted
    default_name_style = LastFirst

    def __init__(self, texts: Texts | None = None, **options: Any) -> None:
        """Make the style; other programs on pybtex give no texts and get English."""
        super().__init__(**options)
        self.texts = texts or read_texts()

    def format_entry(
        self, label: str, entry: Entry, bib_data: object = None
    ) -> FormattedEntry:  # pybtex calls one template method per type: ours need no types
        return FormattedEntry(entry.key, self.format_work(entry), label)

    def format_work(self, entry: Entry) -> Text:
        """Put the sentences of one reference together."""
        return join_sentences(
            [
                responsible(entry, self.texts),
                title(entry, self.texts),
                *others(entry, self.texts),
                *source(entry, when(entry, self.texts), self.texts),
                *addresses(entry, self.texts),
            ]
        )


def join_sentences(parts: Iterable[object]) -> Text:
    """End each part with a full stop, unless it has an end, and join them."""
    # A full stop behind an address would be taken for a part of it.
    done = [_end(part) if isinstance(part, str) else part for part in parts if part]
    return Text(" ").join(done)


def _end(part: str) -> Text:
    closed = part.rstrip("”’\"')]")
    return Text(part) if closed.endswith((".", "?", "!")) else Text(part, ".")


STYLE = Vancouver
