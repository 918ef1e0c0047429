"""What stands in one field and belongs in several."""

from __future__ import annotations

import json

import pytest
from markdown_citations import to_csl_json


@pytest.mark.parametrize(
    ("volume", "parts"),
    [
        ("12(3)", {"volume": "12", "number": "3"}),
        ("12 (3-4)", {"volume": "12", "number": "3-4"}),
        ("XII (3)", {"volume": "XII", "number": "3"}),
        ("12 (Suppl 1)", {"volume": "12", "number": "Suppl 1"}),
        ("12(3 Pt 2)", {"volume": "12", "number": "3 Pt 2"}),
        ("119 ( Pt 5)", {"volume": "119", "number": "Pt 5"}),
        ("10(4-B)", {"volume": "10", "number": "4-B"}),
        ("12, no. 3", {"volume": "12", "number": "3"}),
        ("Vol. 12, Issue 3", {"volume": "12", "number": "3"}),
        ("Vol 12 (No 3)", {"volume": "12", "number": "3"}),
        ("12(3):45--50", {"volume": "12", "number": "3", "pages": "45--50"}),
        ("12(3), pp. e45", {"volume": "12", "number": "3", "pages": "e45"}),
    ],
)
def test_a_volume_with_a_number(read, check, volume, parts):
    """Readers and exports get each in its place, and the line is told as it should be."""
    text = f"@article{{a, title = {{T}}, year = 2020,\n volume = {{{volume}}}}}"
    library, (problem,) = read(text)
    assert {name: library["a"].get(name) for name in parts} == parts
    assert (problem.line, problem.code) == (2, "number-crowded")
    written = ", ".join(f"{name} = {{{value}}}" for name, value in parts.items())
    assert problem.hint == f"Write {written}"
    assert read(f"@article{{a, {written}}}")[1] == []


def test_a_number_that_has_its_own_field_already(read):
    """Where both say the same, it is meant once; else nobody knows."""
    library, problems = read(
        "@article{a, volume = {12(3)}, number = {3}}@article{b, volume = {12(3)}, number = {4}}"
        "@article{c, volume = {12(3)}, issue = {3}}"
    )
    assert [library[key].get("volume") for key in "abc"] == ["12", "12(3)", "12"]
    assert problems[2].hint == "Write volume = {12}, issue = {3}"
    assert "number" not in library["c"].fields


@pytest.mark.parametrize(
    "volume",
    [
        *("12", "12-13", "12/13", "12:3", "12A", "IV", "{12}", "E98.D", "n/a", "abs/1706.3"),
        *("51 Suppl 1", "5 (1998)", "2 (2nd series)", "19 Spec No"),
    ],
)
def test_a_volume_alone(read, volume):
    library, problems = read(f"@article{{a, volume = {{{volume}}}}}")
    assert (library["a"].get("volume"), problems) == (volume, [])


@pytest.mark.parametrize(
    ("pages", "total"),
    [
        ("300 p.", "300"),
        ("300pp", "300"),
        ("xii, 300 pages", "xii, 300"),
        ("XV + 300 S.", "XV + 300"),
        ("p. 300", ""),
        ("300", ""),
        ("12--15 p.", ""),
    ],
)
def test_how_many_pages_a_book_has(read, pages, total):
    """It is no place in the book; an article's number of pages is all there is of its place."""
    library, problems = read(
        f"@book{{a, pages = {{{pages}}}}}@article{{b, pages = {{{pages}}}}}"
        f"@book{{c, pagetotal = {{{pages}}}}}"
    )
    book, article, _ = json.loads(to_csl_json(library))
    assert (book.get("number-of-pages", ""), "page" in book) == (total, not total)
    assert "page" in article
    assert problems == []
    if total:
        assert library["c"].text("pagetotal") == total
