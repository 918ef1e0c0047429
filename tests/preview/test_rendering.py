"""The panel and the overview, as HTML."""

from __future__ import annotations

import re

import pytest
from kapguide.preview.overview import render_overview
from kapguide.preview.panel import render_panel
from kapguide.preview.panel_marks import MARK
from kapguide.preview.site_preview import insert_panel
from kapguide.problems.reports import Report
from markdown_citations.problems import Problem, Rule
from selectolax.lexbor import LexborHTMLParser

ERROR = Problem("citekey-unknown", 'no entry "x"', "docs/a.md", 3, 'Did you mean "y"?')
WARNING = Problem("list-length", "8 items", "docs/a.md", None, "", "warning")
EVIL = Problem(
    "<b>", "<script>alert(1)</script>", 'docs/"><i>.md', 1, "<!-- end of the problems -->"
)
RULE = Rule("citekey-unknown", "error", "Is <there>.", "KAP & Guide", "[@<x>]", "[@y]")


def _text(html: str) -> str:
    tree = LexborHTMLParser(html)
    tree.strip_tags(["style"])
    return " ".join((tree.body or tree.root).text().split())  # type: ignore[union-attr]


def test_no_problems() -> None:
    """A page without problems says so in words, and links what stands elsewhere."""
    panel = render_panel([], 3, "/_problems/")
    assert _text(panel) == "✓ No problems on this page. 3 problems elsewhere."
    tree = LexborHTMLParser(panel)
    assert tree.css_first("section a").attributes["href"] == "/_problems/"
    assert tree.css_first("section").attributes["aria-label"] == "Problems of this page"


def test_nothing_anywhere() -> None:
    """The list can be reached from a site without problems, too: it explains the codes."""
    assert _text(render_panel([], 0, "/_problems/")).endswith("page. No problems elsewhere.")


def test_several() -> None:
    """Each with its level in words, message, hint, file, line and code."""
    tree = LexborHTMLParser(render_panel([ERROR, WARNING], 1, "/g/_problems/", {ERROR.code}))
    heading = tree.css_first("h2")
    assert heading.text() == "2 problems on this page"
    labelled = tree.css_first("section").attributes["aria-labelledby"]
    assert labelled == heading.attributes["id"]
    assert [item.text() for item in tree.css("li")] == [
        'Error, blocks publishing: no entry "x". Did you mean "y"? '
        "(docs/a.md, line 3; citekey-unknown)",
        "Warning: 8 items. (docs/a.md; list-length)",
    ]
    links = [(link.text(), link.attributes["href"]) for link in tree.css("a")]
    assert links == [
        ("citekey-unknown", "/g/_problems/#citekey-unknown"),
        ("1 problem elsewhere.", "/g/_problems/"),
    ]


@pytest.mark.parametrize(
    "html",
    [
        render_panel([EVIL], 0, "/_problems/", {"<b>"}),
        render_overview(Report([EVIL], [(EVIL, "<script>")], 1), {EVIL.path: '"><script>'}, {}),
    ],
    ids=["panel", "overview"],
)
def test_everything_is_escaped(html: str) -> None:
    """A message quotes what somebody typed: it is shown, never run."""
    tree = LexborHTMLParser(html)
    assert tree.css("script, b, i") == []
    assert "<script>alert(1)</script>" in _text(html)
    assert html.count("<!-- end") <= 1


def test_overview() -> None:
    """Grouped by file, each file linked to its page; each code explained at its anchor."""
    rules = {"aaa": Rule("aaa", "warning", "A.", "S", "w", "r"), RULE.code: RULE}
    elsewhere = Problem("field-empty", "empty", "references.bib", 9)
    report = Report([ERROR, WARNING, elsewhere], [(WARNING, "the label's own list")], 2)
    tree = LexborHTMLParser(render_overview(report, {"docs/a.md": "/a/"}, rules))
    assert [heading.text() for heading in tree.css("h2")] == [
        "docs/a.md",
        "references.bib",
        "Allowed by their pages",
        "What the codes mean",
    ]
    assert [a.attributes["href"] for a in tree.css("h2 a")] == ["/a/"]
    assert tree.css_first("li a").attributes["href"] == "#citekey-unknown"
    # What the site has comes before what it has not.
    assert [node.attributes["id"] for node in tree.css("h3")] == ["citekey-unknown", "aaa"]
    assert tree.css_first("dl").text() == (
        "LevelError, blocks publishingSourceKAP & GuideWrong[@<x>]Right[@y]"
    )
    assert "2 pages checked: 2 errors and 1 warning in 2 files." in tree.body.text()  # type: ignore[union-attr]
    assert MARK in tree.html  # type: ignore[operator]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            "<main a='>'><nav></nav><article\nclass=b><h1>",
            "<main a='>'><nav></nav><article\nclass=b>P",
        ),
        ("<main><h1>One</h1></main>", "<main>P"),
        ("<body class=x><p>One", "<body class=x>P"),
        ("<p>One", "P<p>One"),
    ],
    ids=["the theme", "no article", "no main", "no body"],
)
def test_place(html: str, expected: str) -> None:
    """At the top of the main content, as far as a page has any."""
    assert insert_panel(html, "P").startswith(expected)


def test_styles_are_the_panels_own() -> None:
    """Its rules touch nothing else of the page, and paper never shows it."""
    style = re.search(r"<style>(.*)</style>", render_panel([], 0, "x"), re.S)
    assert style
    selectors = [
        selector.strip()
        for rule in re.sub(r"@media print\{(.*)\}", r"\1", style[1].strip()).split("}")
        for selector in rule.partition("{")[0].split(",")
        if selector.strip()
    ]
    assert len(selectors) > 8
    assert [selector for selector in selectors if ".problems" not in selector] == []
    assert "@media print{.problems.problems{display:none}}" in style[1]
