"""Format entries as the Council of Science Editors does: the style `author-year`.

Names and sources are those of `vancouver`; the year stands behind the names,
with the letter that tells two works of one year apart.
"""

from __future__ import annotations

from pybtex.database import Entry
from pybtex.richtext import Text
from pybtex.style.labels.alpha import LabelStyle as AlphaLabels
from pybtex.style.sorting.author_year_title import SortingStyle as ByAuthorYearTitle

from markdown_citations.printing.identifier_links import addresses
from markdown_citations.printing.responsibility import others, responsible
from markdown_citations.printing.sources import source
from markdown_citations.printing.titles import title
from markdown_citations.printing.works import get, year_of
from markdown_citations.styles.vancouver import Vancouver, join_sentences


class AuthorYear(Vancouver):
    """References sorted by author and year."""

    kind = "author-year"
    default_label_style = AlphaLabels
    default_sorting_style = ByAuthorYearTitle

    def format_work(self, entry: Entry) -> Text:
        """Put the sentences of one reference together."""
        year = year_of(entry, self.texts)
        texts = self.texts
        dated = year + get(entry, "extrayear") if year else f"[{texts.date_unknown}]"
        who, what = responsible(entry, texts), title(entry, texts)
        start = [who, dated, what] if who else [what, dated]
        start += others(entry, texts)
        return join_sentences([*start, *source(entry, "", texts), *addresses(entry, texts)])


STYLE = AuthorYear
