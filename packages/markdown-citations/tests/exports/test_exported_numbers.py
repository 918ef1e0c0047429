"""What exports have for ISSN, ISBN, pages and months that other programs take in one form."""

from __future__ import annotations

import json

import pytest
import rispy
from markdown_citations.exports import to_bibtex, to_csl_json, to_ris


@pytest.mark.parametrize(
    ("field", "value", "numbers"),
    [
        ("isbn", "ISBN-13: 978-0-89042-575-6", "978-0-89042-575-6"),
        ("isbn", "0-684-84328-5 (pbk.), 978–0–684–84328–5", "0-684-84328-5, 978-0-684-84328-5"),
        ("isbn", "080442957x", "080442957x"),
        ("isbn", "979-8-88557-123", "979-8-88557-123"),
        ("issn", "ISSN: 0028-0836 (Print) 0028-0836 (Linking)", "0028-0836"),
        ("issn", "0140-6736; 1474-547X", "0140-6736, 1474-547X"),
        ("issn", "0140-6736, 1474-547X", "0140-6736, 1474-547X"),
    ],
)
def test_numbers_without_words_beside_them(read, field, value, numbers):
    """What is none stays as it is, and so does what Zotero writes for several ISSN."""
    library, _ = read(f"@book{{a, {field} = {{{value}}}}}")
    assert json.loads(to_csl_json(library))[0][field.upper()] == numbers
    assert rispy.loads(to_ris(library))[0]["issn"] == numbers


@pytest.mark.parametrize(
    ("kind", "number"), [("book", "978-84-206-6358-6"), ("article", "0213-9111")]
)
def test_ris_has_one_number(read, kind, number):
    """A book in a series has both; a journal's ISBN is another's."""
    library, _ = read(f"@{kind}{{a, issn = {{0213-9111}}, isbn = {{978-84-206-6358-6}}}}")
    assert rispy.loads(to_ris(library))[0]["issn"] == number


def test_ris_of_pages_that_go_on(read):
    library, _ = read("@article{a, pages = {9--}}")
    (record,) = rispy.loads(to_ris(library))
    assert (record["start_page"], "end_page" in record) == ("9", False)


@pytest.mark.parametrize(
    ("month", "exported"),
    [
        ('oct # "~31"', 'oct # "~31"'),
        ('jul # "/" # aug', 'jul # "/" # aug'),
        ("{5 March}", '"5 " # mar'),
        ("{Sept.-Oct.}", 'sep # "-" # oct'),
        ("{Spring}", "{Spring}"),
        ("{July and August}", "{July and August}"),
    ],
)
def test_months_beside_others(read, month, exported):
    """What stands beside a month joins its macro."""
    library, _ = read(f"@article{{a, year = 2020, month = {month}}}")
    assert f"month = {exported}," in " ".join(to_bibtex(library).split())
