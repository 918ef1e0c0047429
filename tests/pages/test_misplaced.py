"""Elements in places that are not theirs, and what ends a paragraph."""

from __future__ import annotations

import pytest
from kapguide.pages.page import parse_page
from kapguide.pages.tags.misplaced import find_misplaced, find_paragraph_end


def told(html: str) -> list[str]:
    page = parse_page(f"<!doctype html><main>{html}</main>", "site/x.html")
    return [found.message for found in find_misplaced(page)]


@pytest.mark.parametrize(
    ("html", "message"),
    [
        ("<div><li>Rest</li></div>", "<li> stands outside of a list"),
        ("<dt>Rest</dt>", "<dt> stands outside of a <dl>"),
        ("<div><dt>Rest</dt><dd>Now</dd></div>", "<dt> stands outside of a <dl>"),
        ("<figcaption>Rest</figcaption>", "<figcaption> stands outside of a <figure>"),
        ("<summary>Rest</summary>", "<summary> stands outside of a <details>"),
        ("<ul><p>Rest</p></ul>", "<p> stands inside <ul>, which holds <li> alone"),
        ("<ol>Rest</ol>", "text stands inside <ol>, which holds <li> alone"),
        ("<dl><p>Rest</p></dl>", "<p> stands inside <dl>, which holds <dt> and <dd> alone"),
        ("<h2>Rest <p>well</p></h2>", "<p> stands inside <h2>"),
        ("<span>Rest <div>well</div></span>", "<div> stands inside <span>"),
        ("<button>Rest <a href=#a>well</a></button>", "<a> stands inside <button>"),
        ("<a href=#a>Rest <button>well</button></a>", "<button> stands inside <a>"),
        ("<label>Rest <label>well</label></label>", "<label> stands inside <label>"),
    ],
)
def test_misplaced(html: str, message: str) -> None:
    assert told(html) == [message]


@pytest.mark.parametrize(
    "html",
    [
        "<ul><li>Rest <p>well</p><ul><li>b</li></ul></li><!-- c --></ul>",
        "<dl><div><dt>Rest</dt><dd><p>well</p></dd></div></dl>",
        "<figure><img src=a.jpg alt=b><figcaption>Rest <em>well</em></figcaption></figure>",
        "<details><summary>Rest <b>well</b></summary><p>a</p></details>",
        "<a href=#a><div>Rest</div></a>",
        "<label>Rest <input><button>well</button></label>",
        "<select><optgroup label=a><option>b</option></optgroup></select>",
        "<div><p>Rest</p><pre><code>a</code></pre></div>",
    ],
)
def test_in_its_place(html: str) -> None:
    assert told(html) == []


@pytest.mark.parametrize(
    ("html", "ender"),
    [
        ("<p>a<p>b</p>", "p"),
        ("<p>a<div>b</div>", "div"),
        ("<p>a<ul><li>b</li></ul>", "ul"),
        ("<p>a</p>", ""),
        ("a", ""),
        ("<p>a<hr>", "hr"),
        ("<p>a<p>b</p></p>", ""),
        ("<p>a</p><p>b <span>c</span><h2>d</h2>", "h2"),
    ],
)
def test_what_ended_a_paragraph(html: str, ender: str) -> None:
    """An end tag of a paragraph follows each of these."""
    assert find_paragraph_end(html) == ender
