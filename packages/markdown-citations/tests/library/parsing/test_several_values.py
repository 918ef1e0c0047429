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
def test_a_volume_with_a_number(read, volume, parts):
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
        *("12", "12-13", "12/13", "12:3", "12A", "IV", "{12}", "E98.D", "abs/1706.3"),
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
        ("300", "300"),
        ("12--15 p.", ""),
        ("0", ""),
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


def test_pages_of_a_book_in_its_note(read):
    """Zotero has there what has no place in its entries."""
    library, problems = read("@book{a, note = {Pages: 300}}")
    assert (dict(library["a"].fields), problems) == ({"pagetotal": "300"}, [])


@pytest.mark.parametrize(
    ("entry_type", "more"),
    [
        ("inbook", ""),
        ("book", "chapter = {2}"),
        ("book", "booktitle = {B}"),
        ("inproceedings", ""),
        ("misc", ""),
    ],
)
def test_a_number_that_is_a_place(read, entry_type, more):
    """What stands in another work may have one page there."""
    library, _ = read(f"@{entry_type}{{a, title = {{T}}, pages = {{30}}, {more}}}")
    assert library["a"].get("pages") == "30"


@pytest.mark.parametrize(
    ("note", "kept", "found"),
    [
        ("Publisher: Routledge\n\\_eprint: https://a.org", "", {"publisher": "Routledge"}),
        ("Type: dataset", "", {}),
        ("bibtex: roe1984", "", {}),
        ("Type: pilot, open label", "Type: pilot, open label", {}),
        ("Section: Opinion", "Section: Opinion", {}),
        ("Accepted: after two rounds", "Accepted: after two rounds", {}),
        ("Accepted: 2020-05-05", "", {}),
        ("ID: 123", "", {}),
        ("Language: en-US", "", {}),
        ("Language: English and Spanish", "Language: English and Spanish", {}),
        ("ID: my own", "ID: my own", {}),
        ("Artwork Size: 12 KB\nPages: 12 KB\nVersion Number: 3", "", {"version": "3"}),
        ("Number: 12\nPublisher: Nature", "", {"number": "12", "publisher": "Nature"}),
        ("PMID: 30917760", "", {"pmid": "30917760"}),
        ("PMID: 30917760; PMCID: PMC64", "", {"pmid": "30917760", "pmcid": "PMC64"}),
        ("tex.pmcid: PMC64\ntex.ids= roe2, roe3", "", {"pmcid": "PMC64"}),
        ("Place: US\nFirst published 1999", "First published 1999", {"address": "US"}),
        ("OCLC: 225871309", "", {}),
        ("Series Title: Notes on X\nPages: 21-44", "", {"series": "Notes on X", "pages": "21-44"}),
        ("Pages: 2022.05.05.22274717", "", {}),
        ("1535-7228 Roe, Ann Journal Article United States J. 2021;178(2):1-2.", "", {}),
        ("2159-9777\nRoe, Ann\nReview\nUnited States\nJ. 2021;178(2):1-2.", "", {}),
        ("Roe, Ann\nJournal Article\nEngland\nJ. 2024 May 20.", "", {}),
        ("JID: 0370512; 0 (Anesthetics); ppublish", "", {}),
        ("LSD: what it was", "LSD: what it was", {}),
        ("Cited by: 12; All Open Access, Green Open Access", "", {}),
        ("Copyright - Database copyright ProQuest LLC; Last updated - 2023-03-04", "", {}),
        ("Cited By :12", "", {}),
        ("Cited by 2 guidelines; retracted", "Cited by 2 guidelines; retracted", {}),
        ("R package version 1.39", "R package version 1.39", {}),
        ("Erratum: J 2020;3:4", "Erratum: J 2020;3:4", {}),
        (
            r"[DOI:\href{https://doi.org/10.1000/a.b}{10.1000/a.b}] [PubMed:\href{a}{30917760}]",
            "",
            {"doi": "10.1000/a.b", "pmid": "30917760"},
        ),
        ("[PubMed Central: PMC64]", "", {"pmcid": "PMC64"}),
        ("[PubMed] and [DOI: none]", "[PubMed] and [DOI: none]", {}),
        *((one, one, {}) for one in ("[DOI:pending]", "[DOI: TBA]", "[DOI: none]")),
        *((one, one, {}) for one in ("[PubMed:x]", "[PubMed: soon] [DOI:10.1000/a]")),
        ("See PMID: 30917760", "See PMID: 30917760", {}),
        ("PMID: 30917760 and others", "PMID: 30917760 and others", {}),
        ("Presented at: a meeting", "Presented at: a meeting", {}),
    ],
)
def test_a_note_that_a_program_has_written(read, note, kept, found):
    """Zotero puts into a note what its own entries have no place for, EndNote all of PubMed's."""
    library, problems = read(
        f"@article{{a, note = {{{note}}}}}@article{{b, number = {{9}}, note = {{{note}}}}}"
    )
    expected = {**({"note": kept} if kept else {}), **found}
    assert (library["a"].fields, problems) == (expected, [])
    assert library["b"].get("number") == "9"


@pytest.mark.parametrize(
    ("note", "kept"),
    [
        ("[DOI:10.1000/a] [PubMed:12]", "[DOI:10.1000/a] [PubMed:12]"),
        ("DOI: 10.1000/a", "DOI: 10.1000/a"),
        ("[DOI:10.1000/b]", "[DOI:10.1000/b]"),
        ("[DOI:10.1000/BC]", ""),
    ],
)
def test_a_note_with_another_number(read, note, kept):
    """Where a note and a field name two works, none of them is lost."""
    library, _ = read(f"@article{{a, note = {{{note}}}, doi = {{10.1000/bc}}}}")
    assert (library["a"].get("note"), library["a"].get("doi")) == (kept, "10.1000/bc")


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ("pubmedid = {123}", []),
        ("pmid = {123}, pubmedid = {123}", []),
        ("pubmedid = {123}, pmid = {123}", []),
        ("pmid = {123}, pubmedid = {124}", ["field-duplicate"]),
    ],
)
def test_a_number_by_another_name(read, fields, codes):
    """Programs write one number under two names; one alone may be right where they differ."""
    library, problems = read(f"@article{{a, {fields}}}")
    assert library["a"].fields == {"pmid": "123"}
    assert [problem.code for problem in problems] == codes
