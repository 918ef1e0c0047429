"""Keep markers, bibliographies and lists of links out of what a site's search reads.

The search of the theme parses each page again, and would leave out what is
marked for it; but on a page with many studies that parsing takes longer than
the page's own conversion. So they are taken out before it and put back after.

Takes a page's HTML. Gives it without them, and the pieces for `put_back`.
Must stay free of MkDocs. A marker that holds an element like itself stays. Of the
entries in lists of `::: references` the reference stays, without what the study
was and found: who searches for an author finds it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kapguide.citations.elements import NO_SEARCH

# One literal first sign for all, so that the search for it is fast.
_PIECE = re.compile(
    r'<(?:span class="citation"[^>]*>[^<]*(?:<(?!/?span\b)[^<]*)*</span>'
    r'|section\b[^>]*\brole="doc-bibliography"[^>]*>.*?</section>'
    r'|p class="cited-by"[^>]*>.*?</p>|div class="citing-pages"[^>]*>.*?</div>'
    r'|ul class="entry-links"[^>]*>.*?</ul>'
    r'|p class="csl-entry-text">(?P<reference>.*?)</p>.*?(?=</li>)'
    r"|!--(?:citation|end) \d+-->)",  # an author's own comment, by whatever accident
    re.S,
)
_TAG = re.compile(r"<[^>]*>")
_PLACE = re.compile(r"<!--citation (\d+)-->(?:[^<]*<!--end \1-->)?")
_MARK = f' {NO_SEARCH}="true"'


def set_aside(html: str) -> tuple[str, list[str]]:
    """Replace what search should not read by comments, and entries of a list by their text."""
    pieces: list[str] = []

    def keep(match: re.Match[str]) -> str:
        number = len(pieces)
        pieces.append(match[0].replace(_MARK, ""))
        reference = match["reference"]
        if reference is None:
            return f"<!--citation {number}-->"
        return f"<!--citation {number}-->{_TAG.sub('', reference)}<!--end {number}-->"

    return _PIECE.sub(keep, html), pieces


def put_back(html: str, pieces: Sequence[str]) -> str:
    """Put the pieces in the place of their comments."""
    return _PLACE.sub(lambda match: pieces[int(match[1])], html) if pieces else html
