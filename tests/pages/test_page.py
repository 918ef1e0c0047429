"""Reading a page: what is prose, what is apart, and nothing makes it fail."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kapguide.pages.page import CITATION, fold, parse_page
from kapguide.pages.prose import sentences
from kapguide.words import load_words

MARK = '<span class="citation" data-cites="a b"><a href="#ref-a">1</a></span>'


def _prose(html: str) -> list[str]:
    return [block.text for block in parse_page(f"<main>{html}</main>", "x.html").prose]


@pytest.mark.parametrize(
    ("html", "prose"),
    [
        ("<p>One <b>two</b> three.</p>", ["One two three."]),
        ("<p>One</p><p>two</p>", ["One", "two"]),
        ("<ul><li>One<ul><li>two</li></ul></li></ul>", ["One", "two"]),
        ("<div>One<p>two</p>three</div>", ["One", "two", "three"]),
        ("<p>One<br>two</p>", ["One two"]),
        ("<table><tr><td>One</td></tr></table>", []),
        ("<blockquote><p>One</p></blockquote>", []),
        ("<figure><figcaption>One</figcaption></figure>", []),
        ("<nav><p>One</p></nav>", []),
        ('<div class="notice"><p>One</p></div>', []),
        ('<ol class="csl-bib-body"><li class="csl-entry">One</li></ol>', []),
        ("<pre>One</pre>", []),
        ("<dl><dt>One</dt><dd>two</dd></dl>", ["two"]),
        ("<script>One</script><style>two</style>", []),
        ("<p hidden>One</p>", []),
        ('<p style="display:none">One</p>', []),
        ("<details><p>One</p></details>", ["One"]),
        ("<h2>One</h2><p>two</p>", ["two"]),
        (f"<p>One {MARK}.</p>", [f"One {CITATION}."]),
        ("<p>One <!-- two --> three</p>", ["One three"]),
        ("<p>Fish &amp; chips&nbsp;now</p>", ["Fish & chips now"]),
    ],
)
def test_prose(html: str, prose: list[str]) -> None:
    """The page's own sentences, and nothing of what stands beside them."""
    assert _prose(html) == prose


def test_citations_keep_their_place_and_keys() -> None:
    """A check must know which sentence cites what."""
    page = parse_page(f"<main><p>One. {MARK} Two {MARK}. Three.</p></main>", "x.html")
    (block,) = page.prose
    assert [(sentence.text, sentence.cites) for sentence in sentences(page, load_words())] == [
        (f"One {CITATION}.", ("a b",)),
        (f"Two {CITATION}.", ("a b",)),
        ("Three.", ()),
    ]
    assert block.cites == ("a b", "a b")
    assert block.plain == "One. Two. Three."


def test_no_main() -> None:
    """A page without main content has none, and does not fail."""
    page = parse_page("<p>One</p>", "x.html")
    assert (page.main, page.blocks, page.shown) == (None, (), "")


def test_role_main() -> None:
    """Some themes mark their main content by its role."""
    assert parse_page('<div role="main"><p>One</p></div>', "x.html").shown == "One"


def test_deep_nesting() -> None:
    """Thousands of nested elements are odd, and no reason to fail."""
    html = "<div>" * 3000 + "One" + "</div>" * 3000
    assert "One" in parse_page(f"<main>{html}</main>", "x.html").shown


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_any_text_can_be_parsed(text: str) -> None:
    """Whatever a file holds, reading it gives a page."""
    page = parse_page(f"<main>{text}</main>", "x.html")
    assert fold(page.shown) == page.shown


WORDS = st.lists(st.text("abcdefgh", min_size=1, max_size=8), min_size=1, max_size=12)
TAGS = st.sampled_from(["p", "div", "li", "section", "b", "em", "span", "h2", "td", "dd"])


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(TAGS, WORDS), max_size=10))
def test_what_goes_in_comes_out(parts: list[tuple[str, list[str]]]) -> None:
    """Every word between plain elements is shown, in order."""
    html = " ".join(f"<{tag}>{' '.join(words)}</{tag}>" for tag, words in parts)
    words = [word for _, group in parts for word in group]
    page = parse_page(f"<main>{html}</main>", "x.html")
    assert re.findall(r"\w+", page.shown) == words
