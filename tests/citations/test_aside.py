"""What the search does not read is taken out before it, and put back as it was."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from kapguide.citations.aside import put_back, set_aside

PAGE = (
    "# A\n\nIt may help [see @dore2019, p. 3, and `x`; @kew2023]. As @fda2023 says.\n\n"
    "::: references group=keyword as=links\n\n## All\n\n::: references\n"
)


def test_markers_bibliography_and_links_are_set_aside(convert: Any) -> None:
    html, _ = set_aside(convert(PAGE).html)
    for gone in ("doc-biblioref", "doc-backlink", "csl-bib-body numeric", "entry-links"):
        assert gone in convert(PAGE).html, gone
        assert gone not in html, gone
    assert "It may help" in html
    assert "US Food and Drug Administration" in html


def test_entries_of_a_list_stay(convert: Any) -> None:
    """Who searches for an author should find the page that lists all entries."""
    html, _ = set_aside(convert("Text.\n\n::: references\n").html)
    assert "Dore J, Turnipseed B" in html
    (text,) = re.findall(
        r'id="ref-dore2019">\s*<!--citation \d+-->([^<]*)<!--end \d+-->\s*</li>', html
    )
    assert text.startswith("Dore J, ")


def test_all_comes_back(convert: Any) -> None:
    """The page is what it was, but for the pieces' marks for the search."""
    before = convert(PAGE).html
    after = put_back(*set_aside(before))
    mark = ' data-search-exclude="true"'
    assert after.count(mark) == before.count(mark + ' id="keyword-') == 3
    assert after.replace(mark, "") == before.replace(mark, "")


def test_what_others_change_in_between_stays(convert: Any) -> None:
    html, pieces = set_aside(convert("Word [@dore2019].\n").html)
    after = put_back(html.replace("Word", "Another") + "<p>New</p>", pieces)
    assert after.startswith("<p>Another <span")
    assert after.endswith("<p>New</p>")
    assert after.count('id="ref-dore2019"') == 1


def test_a_marker_that_holds_its_like_stays_whole(convert: Any) -> None:
    """The first end tag would not be its own."""
    html = '<p><span class="citation">[<span>see</span> <a>1</a>]</span></p>'
    assert set_aside(html) == (html, [])


@given(st.lists(st.sampled_from(
    ['<span class="citation">', "</span>", "<span>", "text", "<!--citation 0-->", "\n",
     "<!--end 0-->",
     '<li><p class="csl-entry-text">', "</li>",
     '<section role="doc-bibliography">', "</section>", '<p class="cited-by">', "</p>"]
)))  # fmt: skip
def test_any_page_comes_back(parts: list[str]) -> None:
    """Also one that holds, by whatever accident, a comment like ours."""
    html = "".join(parts)
    assert put_back(*set_aside(html)) == html
