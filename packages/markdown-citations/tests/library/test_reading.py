"""Reading .bib files: entries and fields that stand twice, files that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from counting import measure_growth
from markdown_citations.library import reading
from markdown_citations.library.reading import read_library


def test_field_twice(read):
    """Of a field given twice the first is used, whatever its capitals, and the entry stays."""
    library, problems = read("@misc{a,\n note = {A},\n Note = {B},\n year = 1,\n year = 2,\n}")
    assert [(p.line, p.code) for p in problems] == [(3, "field-duplicate"), (5, "field-duplicate")]
    assert problems[0].hint == "The first is on line 2. Remove one of them."
    assert library["a"].fields == {"note": "A", "year": "1"}


def test_citekey_twice(read):
    """A citekey is unique over all files; the first entry with it is used."""
    library, problems = read("@misc{a, year = 1}\n@misc{a, year = 2}", "\n@misc{a, year = 3}")
    assert [str(problem) for problem in problems] == [
        'a.bib:2: citekey-duplicate: "a" is the citekey of two entries; only the first is used. '
        "The first is at a.bib:1. Rename or remove one of them.",
        'b.bib:2: citekey-duplicate: "a" is the citekey of two entries; only the first is used. '
        "The first is at a.bib:1. Rename or remove one of them.",
    ]
    assert library["a"].get("year") == "1"


def test_citekey_differs_in_capitals(read):
    """BibTeX takes Dore2019 and dore2019 for one; so nobody may use both."""
    library, problems = read("@misc{dore2019, year = 1}", "@misc{Dore2019, year = 2}")
    assert [str(problem) for problem in problems] == [
        'b.bib:1: citekey-case: "Dore2019" differs from "dore2019" in capitals only. '
        "The other is at a.bib:1. Rename one of them."
    ]
    assert list(library.entries) == ["dore2019", "Dore2019"]


@pytest.mark.parametrize(
    ("data", "line", "message"),
    [
        pytest.param(
            "@misc{a,\n note = {Müller}}".encode("cp1252"),
            2,
            "this line is not UTF-8",
            id="Windows-1252",
        ),
        pytest.param(
            "@misc{a,\n note = {Müller}}".encode("utf-16"),
            1,
            "this file is in UTF-16, not UTF-8",
            id="UTF-16",
        ),
    ],
)
def test_not_utf8(read, data, line, message):
    """A file in another encoding is reported once and read as far as possible."""
    library, problems = read(data)
    assert [(p.line, p.code, p.message) for p in problems] == [
        (line, "bibliography-encoding", message)
    ]
    assert library["a"].get("note") == "Müller"


def test_a_line_in_another_encoding(read):
    """What two programs wrote into one file is read as each meant it."""
    first = "@misc{a, note = {Müller}}\n".encode()
    second = "@misc{b, note = {Café}}\n".encode("cp1252")
    library, problems = read(first + second)
    assert [entry.get("note") for entry in library] == ["Müller", "Café"]
    assert [(p.line, p.hint) for p in problems] == [
        (2, "Type its letters again: other lines of the file are UTF-8.")
    ]


def test_missing_file(tmp_path: Path):
    """A missing file is a problem, and the others are read."""
    (tmp_path / "a.bib").write_text("@book{sound2020, title = {Sound}}\n")
    library, problems = read_library([tmp_path / "b.bib", tmp_path / "a.bib"], tmp_path)
    assert [str(problem) for problem in problems] == [
        "b.bib: bibliography-missing: this bibliography cannot be read: No such file or directory. "
        "Check the name of the file in mkdocs.yml."
    ]
    assert list(library.entries) == ["sound2020"]


def test_unchanged_contents_are_not_parsed_again(tmp_path: Path, monkeypatch):
    """An unchanged file set costs a comparison; a changed one is always read anew."""
    calls = []
    split = reading.split_blocks
    monkeypatch.setattr(reading, "split_blocks", lambda *a: calls.append(a) or split(*a))
    path = tmp_path / "a.bib"
    path.write_text("@misc{unchanged1, year = 1}\n@misc{unchanged1, year = 2}")
    first, problems = read_library([path], tmp_path)
    problems.clear()
    path.touch()
    again, problems_again = read_library([path], tmp_path)
    assert again is first
    assert [problem.code for problem in problems_again] == ["citekey-duplicate"]
    assert len(calls) == 1
    path.write_text("@misc{unchanged1, year = 3}\n@misc{unchanged2, year = 2}")
    changed, _ = read_library([path], tmp_path)
    assert changed["unchanged1"].get("year") == "3"
    assert len(calls) == 2


def test_bibtexparser_prints_nothing(read, capfd):
    """The library's own log would show each broken block a second time, without a path."""
    read("@misc{a, title = {open")
    assert capfd.readouterr() == ("", "")


def test_what_nobody_sees_is_dropped(read) -> None:
    """Word processors leave zero-width spaces, soft hyphens and byte order marks."""
    library, problems = read("@misc{a, title = {Ke\u00adta\u200bmine}, doi = {\ufeff10.1/x\u200e}}")
    assert dict(library["a"].fields) == {"title": "Ketamine", "doi": "10.1/x"}
    assert problems == []


@pytest.mark.parametrize(
    ("value", "text"), [("IRMÃ\u00adS", "IRMÃS"), ("DÃ\u00adaz", "DÃ\u00adaz")]
)
def test_a_soft_hyphen_behind_a_letter_of_its_own(read, value, text):
    """Between capitals it is one, else half of an í that a program misread."""
    library, _ = read(f"@misc{{a, title = {{{value}}}}}")
    assert library["a"].get("title") == text


def test_one_sign_for_two_letters(read):
    """PDFs hand on how a page was set; no search finds such a word."""
    library, _ = read("@misc{a, title = {The ef\ufb01cacy of \ufb02ow}, pubmedid = {12}}")
    assert library["a"].fields == {"title": "The efficacy of flow", "pmid": "12"}


def test_a_long_chain_of_crossrefs_is_followed_once(read):
    """What each entry leads to is known from the one before; a circle at its end is as well."""

    def read_chain(length):
        texts = [f"@misc{{a{n}, title = {{T}}, crossref = {{a{n + 1}}}}}\n" for n in range(length)]
        circle = f"@misc{{a{length}, crossref = {{a{length - 1}}}}}\n"
        return read("".join(texts) + circle + "@misc{b, title = {T}}")[0]

    assert measure_growth(read_chain, 100) < 8
    library = read_chain(500)
    assert {"a0", "a499", "a500"} <= library.cut
    assert "b" not in library.cut


def test_entry_that_has_lost_its_type(read):
    """The brace that opens it is there; its fields belong to no entry."""
    _, problems = read("@misc{a, title = {A}, year = {2020}}\n{roe2002,\n  title = {B},\n}\n")
    assert [(p.code, p.line, p.hint) for p in problems] == [
        ("text-outside", 3, "Write @ and the type of the entry before the brace that opens it.")
    ]
