"""Keep markers, bibliographies and lists of links out of what a site's search reads.

The search of the theme parses each page again, and would leave out what is
marked for it; but on a page with many citations that parsing takes longer than
the page's own conversion. So they are taken out before it and put back after.

The blank before a marker goes with it, or a full stop would stand apart; so do
spans and markers inside of it. Of the entries in lists of `::: references` the
reference stays, without what stands beside it: who searches for an author finds it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate

from markdown_citations.page.elements import NO_SEARCH


def _until(end: str) -> str:
    """Match all that stands before an end tag, by runs and not sign by sign."""
    return rf"[^<]*(?:<(?!{end})[^<]*)*"


_SPAN = r"/?span\b"
# One literal first sign for all, so that the search for it is fast. The spans in a
# marker hold none in turn; in one of any other make only those inside are found.
_PIECE = re.compile(
    rf'<(?:span class="citation"[^>]*>'
    rf"{_until(_SPAN)}(?:<span\b[^>]*>{_until(_SPAN)}</span>{_until(_SPAN)})*</span>"
    rf'|section\b[^>]*\brole="doc-bibliography"[^>]*>{_until("/section>")}</section>'
    rf'|p class="cited-by"[^>]*>{_until("/p>")}</p>'
    rf'|div class="citing-pages"[^>]*>{_until("/div>")}</div>'
    rf'|ul class="entry-links"[^>]*>{_until("/ul>")}</ul>'
    rf'|li class="csl-entry"[^>]*>\s*<p class="csl-entry-text">(?P<reference>{_until("/p>")})</p>'
    rf"{_until('/li>')}</li>)"
)
_CITATION = '<span class="citation"'
_BLANKS = " \N{NO-BREAK SPACE}\n"
_TAG = re.compile(r"<[^>]*>")
_TOKEN = re.compile(r"<[^>]*>|[^<\s]+|\s+|<")
_MARK = f' {NO_SEARCH}="true"'


@dataclass(frozen=True, slots=True)
class SearchablePage:
    """A page's HTML, and what was taken out of it."""

    whole: str
    """Without the marks for the search, which readers do not need."""
    read: str
    """What the search reads."""
    pieces: tuple[tuple[int, int, str], ...]
    """Where in `read` each began and ended, and what stood there."""


def set_aside(html: str) -> SearchablePage:
    """Take out what search should not read; of the entries of a list their text stays."""
    read: list[str] = []
    whole: list[str] = []
    pieces: list[tuple[int, int, str]] = []
    end = length = 0
    for match in _PIECE.finditer(html):
        before, piece = html[end : match.start()], match[0].replace(_MARK, "")
        between = before.rstrip(_BLANKS) if piece.startswith(_CITATION) else before
        piece = before[len(between) :] + piece
        text = _TAG.sub("", reference) if (reference := match["reference"]) else ""
        length += len(between)
        pieces.append((length, length + len(text), piece))
        length += len(text)
        read += (between, text)
        whole += (between, piece)
        end = match.end()
    return SearchablePage(
        "".join((*whole, html[end:])), "".join((*read, html[end:])), tuple(pieces)
    )


def put_back(html: str, page: SearchablePage) -> str:
    """Put the pieces back where they were, whatever has been changed around them."""
    if html == page.read:
        return page.whole
    find = _follow(page.read, html)
    result: list[str] = []
    end = 0
    for start, stop, piece in page.pieces:
        place = max(end, find(start))
        result += (html[end:place], piece)
        end = max(place, find(stop))
    return "".join((*result, html[end:]))


def _follow(before: str, after: str) -> Callable[[int], int]:
    """Return a function that finds a place of one text in the other.

    A place where words were replaced or deleted is behind what took their place.
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    olds, news = ([0, *accumulate(map(len, tokens))] for tokens in (old, new))
    changes = SequenceMatcher(None, old, new).get_opcodes()

    def find(place: int) -> int:
        for kind, start, stop, new_start, new_stop in changes:
            if kind == "equal" and place <= olds[stop]:
                return news[new_start] + max(0, place - olds[start])
            if place < olds[stop]:
                return news[new_stop]
        return news[-1]

    return find
