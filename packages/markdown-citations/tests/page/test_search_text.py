"""What the search does not read is taken out before it, and put back as it was."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_citations.page.search_text import put_back, set_aside

PAGE = (
    "# A\n\nIt may help [see @dore2019, p. 3, and `x`; @kew2023]. As @fda2023 says.\n\n"
    "::: references group=keyword as=links\n\n## All\n\n::: references\n"
)


def test_markers_bibliography_and_links_are_set_aside(convert: Any) -> None:
    html = set_aside(convert(PAGE).html).read
    for gone in ("doc-biblioref", "doc-backlink", "csl-bib-body numeric", "entry-links"):
        assert gone in convert(PAGE).html, gone
        assert gone not in html, gone
    assert "It may help" in html
    assert "US Food and Drug Administration" in html


def test_entries_of_a_list_stay(convert: Any) -> None:
    """Who searches for an author should find the page that lists all entries."""
    html = set_aside(convert("Text.\n\n::: references\n").html).read
    assert re.search(r"^Dore J, Turnipseed B[^<\n]*$", html, re.M)
    assert "Limits" not in html


def test_all_comes_back(convert: Any) -> None:
    """The page is what it was, but for the pieces' marks for the search."""
    before = convert(PAGE).html
    aside = set_aside(before)
    after = put_back(aside.read, aside)
    mark = ' data-search-exclude="true"'
    assert after.count(mark) == before.count(mark + ' id="keyword-') == 3
    assert after.replace(mark, "") == before.replace(mark, "")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", "<p>New</p>"),
        ("<p>One", "<p>Another"),
        ("two", "two and a half"),
        ("three.", "three, "),
        ("<em>four</em>", "4"),
        (" two", ""),
        ("<p>Not", "<hr>\n<p>Not"),
    ],
)
def test_what_others_change_in_between_stays(convert: Any, old: str, new: str) -> None:
    """And each marker stays behind its word."""
    page = convert("One [@dore2019] two three.\n\nNot *four* five [@kew2023]. Six.\n")
    aside = set_aside(page.html)
    after = put_back(aside.read.replace(old, new) if old else aside.read + new, aside)
    whole = put_back(aside.read, aside)
    assert after == (whole.replace(old, new) if old else whole + new)


def test_nothing_is_lost_where_others_change_everything(convert: Any) -> None:
    aside = set_aside(convert("One [@dore2019] two.\n").html)
    after = put_back("<p>Uno due.</p>", aside)
    assert after.count('id="ref-dore2019"') == after.count('class="citation"') == 1
    assert re.sub(r'\s*<span class="citation".*?</span>', "", after).startswith("<p>Uno due.")


@pytest.mark.parametrize(
    "inner", ["<span>see</span>", '<span class="citation">[<a>2</a>]</span>', "<span>a</span> <i>b"]
)
def test_a_marker_goes_with_what_it_holds(inner: str) -> None:
    """The first end tag is not its own, and no word of a citation in it stays."""
    html = f'<p>So <span class="citation">[{inner} <a>1</a>]</span>.</p>'
    aside = set_aside(html)
    assert aside.read == "<p>So.</p>"
    assert put_back(aside.read, aside) == html


@pytest.mark.parametrize("blank", ["", " ", "\N{NO-BREAK SPACE}", "\n"])
def test_no_blank_is_left_before_a_full_stop(blank: str) -> None:
    """What the search shows of a page reads as a sentence; the page keeps its blank."""
    html = f'<p>It helped{blank}<span class="citation">[<a>1</a>]</span>. Then not.</p>'
    aside = set_aside(html)
    assert aside.read == "<p>It helped. Then not.</p>"
    assert put_back(aside.read, aside) == html
    assert put_back(aside.read.replace("not", "so"), aside) == html.replace("not", "so")


PARTS = st.lists(st.sampled_from(
    ['<span class="citation">', "</span>", "<span>", "text", " word ", "<", "\n",
     '<li class="csl-entry"><p class="csl-entry-text">', "</li>",
     '<section role="doc-bibliography">', "</section>", '<p class="cited-by">', "</p>"]
)).map("".join)  # fmt: skip


@given(PARTS, PARTS)
def test_any_page_comes_back(html: str, other: str) -> None:
    aside = set_aside(html)
    assert put_back(aside.read, aside) == aside.whole == html
    changed = put_back(other, aside)
    for _, _, piece in aside.pieces:
        assert piece in changed
