"""A bibliographic field is one row of a table, which the rest of the package goes by."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

import pytest
import rispy
from markdown_citations import check_library, to_csl_json, to_ris
from markdown_citations.formatting.formatter import Formatter
from markdown_citations.library.entries import Entry, Library
from markdown_citations.library.fields import (
    CLOSING_FIELDS,
    FIELDS,
    INHERITED_FIELDS,
    NAME_FIELDS,
    VERBATIM_FIELDS,
)
from markdown_citations.styles import style_names

WRONG = {
    "date": ("2026-13", "date-malformed"),
    "doi": ("10", "doi-malformed"),
    "isbn": ("1", "isbn-malformed"),
    "issn": ("1", "issn-malformed"),
    "names": ("and Kew, B.", "name-malformed"),
    "pages": ("none", "pages-malformed"),
    "pmcid": ("9207256", "pmcid-malformed"),
    "pmid": ("PMID 1", "pmid-malformed"),
    "title": ("From www.example.org", "title-address"),
    "url": ("www.example.org", "url-malformed"),
    "year": ("soon", "year-malformed"),
}
"""For each kind of field that has checks a value, and the problem that it is."""


def only(name: str, value: str) -> Library:
    return Library({"a": Entry("a", "booklet", {name: value}, "a.bib", 1, {name: 1})})


@pytest.mark.parametrize(("name", "field"), FIELDS.items(), ids=FIELDS)
def test_a_field_is_checked_by_its_kind(name: str, field: object) -> None:
    value, code = WRONG.get(FIELDS[name].kind, ("{value}", ""))
    problems = check_library(only(name, value), today=date(2026, 1, 1))
    assert [p.code for p in problems if p.code != "field-missing"] == ([code] if code else [])


@pytest.mark.parametrize("name", [name for name, field in FIELDS.items() if field.ris])
def test_a_field_that_ris_knows_is_written(name: str) -> None:
    (record,) = rispy.loads(to_ris(only(name, "value")))
    assert record[FIELDS[name].ris] == "value"


@pytest.mark.parametrize("name", [name for name, field in FIELDS.items() if field.csl])
def test_a_field_that_csl_knows_is_written(name: str) -> None:
    (item,) = json.loads(to_csl_json(only(name, "value")))
    assert item[FIELDS[name].csl] == "value"


@pytest.mark.parametrize("style", style_names())
@pytest.mark.parametrize("entry_type", ["article", "book"])
def test_closing_fields_end_a_reference(style: str, entry_type: str) -> None:
    """In the order of the table, each as a sentence."""
    fields = {name: f"Said by {name}" for name in reversed(CLOSING_FIELDS)}
    work = Entry("a", entry_type, {"title": "Title", "year": "2001", **fields}, "a.bib", 1)
    html = Formatter(Library({"a": work}), style).format("a").html
    assert html.endswith(" ".join(f"Said by {name}." for name in CLOSING_FIELDS))
    assert {"addendum", "note"} <= {*CLOSING_FIELDS}


@pytest.mark.parametrize("name", FIELDS)
def test_a_field_is_inherited_as_its_row_says(
    name: str, read: Callable[..., tuple[Library, list[object]]]
) -> None:
    """What identifies a work never is."""
    library, _ = read(f"@misc{{c, crossref = {{p}}}}@misc{{p, {name} = {{1}}}}")
    inherited = FIELDS[name].inherited and name not in VERBATIM_FIELDS
    assert (library["c"].get(name) == "1") is inherited is (name in INHERITED_FIELDS)


def test_the_kinds_of_some_fields() -> None:
    assert NAME_FIELDS[:4] == ("author", "editor", "translator", "bookauthor")
    assert {"editora", "holder", "annotator"} <= {*NAME_FIELDS}
    assert {"url", "doi", "crossref", "issn-online"} <= VERBATIM_FIELDS
