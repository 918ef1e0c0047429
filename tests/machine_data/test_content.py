"""What a page's content says to programs."""

from __future__ import annotations

import pytest
from kapguide.machine_data.content import Passage, read_content
from kapguide.machine_data.schema_org import Statement, find_statements
from kapguide.words import load_words

SERIOUS = load_words().tables("topic.harms")
CONTRAINDICATIONS = load_words().tables("topic.contraindications")
MARK = '<span class="citation" data-cites="{0}"><a href="#ref-x">1</a></span>'


def test_reading_order_then_what_is_only_listed() -> None:
    """A citekey counts once, at its first mention; an id's escapes are undone."""
    html = (
        "<h1>Risks  &amp; <em>more</em></h1>"
        f"<p>One {MARK.format('b a')}, two {MARK.format('a')}.</p>"
        '<ol><li class="csl-entry" id="ref-a">A</li><li class="csl-entry" id="ref-b">B</li></ol>'
        '<ul><li class="csl-entry" id="ref-x~2f~y~2b~">C</li><li id="ref-no">no entry</li></ul>'
    )
    content = read_content(html)
    assert content.heading == "Risks & more"
    assert content.citekeys == ("b", "a", "x/y+")
    assert content.anchors == {"a": "ref-a", "b": "ref-b", "x/y+": "ref-x~2f~y~2b~"}


def test_a_list_is_vouched_for_by_its_introduction() -> None:
    """The line that ends in a colon, and no other paragraph, speaks for the items."""
    html = (
        f"<p>The label names {MARK.format('label')}:</p>\n<ul><li>an aneurysm</li></ul>"
        f"<p>No colon {MARK.format('label')}.</p><ul><li>rest</li></ul>"
        f"<table><tr><td>cell {MARK.format('other')}</td></tr></table>"
    )
    assert [(p.text, set(p.citekeys)) for p in read_content(html).passages] == [
        ("The label names 1:", {"label"}),
        ("an aneurysm", {"label"}),
        ("No colon 1.", {"label"}),
        ("cell 1", {"other"}),
    ]


def test_nothing_of_nothing() -> None:
    """An empty page, and one without any citation, are no reason to fail."""
    assert read_content("") == read_content("<!-- -->")
    assert read_content("<p>Text</p>").citekeys == ()


@pytest.mark.parametrize(
    ("passage", "found"),
    [
        (Passage("Slowed breathing can happen.", frozenset({"fda2023compounded"})), True),
        (Passage("Slowed breathing can happen.", frozenset({"dore2019"})), False),
        (Passage("Breathing exercises help.", frozenset({"fda2023compounded"})), False),
    ],
    ids=["said and vouched for", "no source", "not said"],
)
def test_a_harm_needs_words_and_source_together(passage, found) -> None:
    """Programs are told of a harm only where a passage tells of it and cites who says so."""
    assert bool(find_statements(SERIOUS, [passage])) is found
    assert find_statements(SERIOUS, []) == []


@pytest.mark.parametrize("statement", [*SERIOUS, *CONTRAINDICATIONS], ids=lambda s: s["name"])
def test_every_statement_names_its_source(statement: Statement, real_library) -> None:
    """A statement without an entry in references.bib could never be vouched for."""
    assert set(statement["sources"]) <= set(real_library.entries)
    assert statement["authority"].endswith(".")
