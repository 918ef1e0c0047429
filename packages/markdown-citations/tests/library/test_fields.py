"""A bibliographic field is one row of a table, which the rest of the package goes by."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
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
    PAGE_FIELDS,
    ROWS,
    VERBATIM_FIELDS,
)
from markdown_citations.metadata.coins import describe_context
from markdown_citations.styles import style_names
from markdown_citations.texts import read_texts

WRONG = {
    "journal": ("JOURNAL OF SLEEP", "title-capitals"),
    "accessed": ("2026-13", "date-malformed"),
    "date": ("2026-13", "date-malformed"),
    "doi": ("10", "doi-malformed"),
    "isbn": ("1", "isbn-malformed"),
    "issn": ("1", "issn-malformed"),
    "month": ("13", "date-malformed"),
    "names": ("and Kew, B.", "name-malformed"),
    "pages": ("none", "pages-malformed"),
    "pmcid": ("9207256", "pmcid-malformed"),
    "pmid": ("PMID 1", "pmid-malformed"),
    "read": ("2062", "year-future"),
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


@pytest.mark.parametrize(
    ("name", "value", "number"),
    [
        ("volume", "Vol. 12", "12"),
        ("volume", "Volume 12(3)", "12(3)"),
        ("volume", "Volta 2", "Volta 2"),
        ("volume", "Volume 11 - 2020", "11"),
        ("number", "No. 3", "3"),
        ("issue", "Issue 3", "3"),
        ("number", "1, SI", "1"),
        ("number", "SI", "SI"),
        ("pages", "155-+", "155"),
        ("pages", "155--+", "155"),
        ("pages", "42+", "42+"),
        ("number", "Suppl 1", "Suppl 1"),
        ("pages", "pp. 5--9", "5–9"),
        ("pages", "P5", "P5"),
        ("pages", "pp. xi", "xi"),
    ],
)
def test_a_number_is_without_what_styles_print_before_it(
    name: str, value: str, number: str
) -> None:
    assert Entry("a", "article", {name: value}, "a.bib", 1).text(name) == number


@pytest.mark.parametrize("name", [name for name, field in FIELDS.items() if field.ris])
def test_a_field_that_ris_knows_is_written(name: str) -> None:
    (record,) = rispy.loads(to_ris(only(name, "value")))
    assert record[FIELDS[name].ris] == "value"


@pytest.mark.parametrize("name", [name for name, field in FIELDS.items() if field.csl])
def test_a_field_that_csl_knows_is_written(name: str) -> None:
    (item,) = json.loads(to_csl_json(only(name, "value")))
    # An issue is a journal's; other works have a number.
    target = FIELDS[name].csl.replace("issue", "number")
    assert item[target] == "value"


def test_a_row_wins_over_the_lists() -> None:
    """And stands where it is written, for the order of rows is that of what is printed."""
    assert {name: FIELDS[name] for name in ROWS} == ROWS
    assert [*FIELDS][: len(ROWS)] == [*ROWS]


@pytest.mark.parametrize("name", PAGE_FIELDS)
@pytest.mark.parametrize("style", style_names())
def test_a_place_in_a_journal_is_the_same_everywhere(style: str, name: str) -> None:
    fields = {"title": "Title", "journal": "Journal", "year": "2001", name: "e12"}
    work = Entry("a", "article", fields, "a.bib", 1)
    library = Library({"a": work})
    assert "e12." in Formatter(library, style).format("a").html
    assert rispy.loads(to_ris(library))[0]["start_page"] == "e12"
    assert json.loads(to_csl_json(library))[0]["page"] == "e12"
    assert ("rft.pages", "e12") in describe_context(work)


@pytest.mark.parametrize(
    "words", [{}, dict.fromkeys(CLOSING_FIELDS, "Also: {value}")], ids=["bare", "with a word"]
)
@pytest.mark.parametrize("style", style_names())
@pytest.mark.parametrize("entry_type", ["article", "book"])
def test_closing_fields_end_a_reference(style: str, entry_type: str, words: dict[str, str]) -> None:
    """In the order of the table, each as a sentence, and with its word where it has one."""
    texts = replace(read_texts(), closing=words)
    fields = {name: f"Said by {name}" for name in reversed(CLOSING_FIELDS)}
    work = Entry("a", entry_type, {"title": "Title", "year": "2001", **fields}, "a.bib", 1)
    html = Formatter(Library({"a": work}), style, texts=texts).format("a").html
    said = [words.get(name, "{value}").format(value=fields[name]) for name in CLOSING_FIELDS]
    assert html.endswith(" ".join(f"{sentence}." for sentence in said))
    assert {"addendum", "note"} <= {*CLOSING_FIELDS}


def test_each_text_of_a_closing_field_is_of_one() -> None:
    assert {*read_texts().closing} <= {*CLOSING_FIELDS}


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
