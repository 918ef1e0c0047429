"""Reading .bib files: what comes out, and what is said of what could not be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown_citations.library import reading
from markdown_citations.library.reading import read_library

SOUND = "@book{sound2020, title = {Sound}}\n"


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        pytest.param("{Plain}", "Plain", id="braces"),
        pytest.param('"Plain"', "Plain", id="quotation marks"),
        pytest.param("2020", "2020", id="a bare number"),
        pytest.param("{{NICE} and {FDA}}", "{NICE} and {FDA}", id="inner braces stay"),
        pytest.param("{{One body}}", "{One body}", id="only the outer pair goes"),
        pytest.param(
            '"a {"}quoted{"} word"', 'a {"}quoted{"} word', id="a quotation mark in braces"
        ),
        pytest.param(r"{M{\"u}ller \& Co}", r"M{\"u}ller \& Co", id="LaTeX stays"),
        pytest.param("{a\n     b\t c}", "a b c", id="white space is folded"),
        pytest.param("{a\u00a0b}", "a\u00a0b", id="a no-break space is not"),
        pytest.param(
            "{ends in \\\n a backslash}", "ends in \\ a backslash", id="backslash at line end"
        ),
        pytest.param("jan", "January", id="month macro"),
        pytest.param('"12~" # feb', "12~February", id="concatenation with a month"),
        pytest.param("{a} # {b} # 3", "ab3", id="concatenation of three"),
        pytest.param("{1, 2 = 3}", "1, 2 = 3", id="comma and equals sign inside"),
        pytest.param("{mail me @home}", "mail me @home", id="at sign inside"),
        pytest.param("", "", id="nothing"),
        pytest.param("{Łukasz 李 Ωμέγα}", "Łukasz 李 Ωμέγα", id="other scripts"),
    ],
)
def test_value(read, raw, value):
    """A value comes out as the file has it, without its delimiters."""
    library, problems = read(f"@misc{{a, note = {raw}, year = {{1}}}}")
    assert problems == []
    assert library["a"].fields == {"note": value, "year": "1"}


def test_places(read):
    """Entries and fields know their lines, though a line ends in a backslash above them."""
    library, problems = read(
        "% a comment\n\n@misc{a,\n  note = {x \\\n  y},\n  YEAR = 2020\n}\n" + SOUND
    )
    assert problems == []
    assert library["a"].line == 3
    assert library["a"].field_lines == {"note": 4, "year": 6}
    assert library["sound2020"].line == 8
    assert library["a"].path == "a.bib"
    assert library.paths == ("a.bib",)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\ufeff@misc{a, year = 2020}".encode(), id="byte order mark"),
        pytest.param(b"@misc{a,\r\n year = 2020\r\n}\r\n", id="Windows line ends"),
        pytest.param(b"@misc{a,\r year = 2020\r}\r", id="old Mac line ends"),
        pytest.param(b"@MISC (a, Year = 2020)", id="parentheses, capitals"),
        pytest.param(b"  @misc{a, year = 2020,}", id="indented, with a last comma"),
        pytest.param(b'@comment{x = {y}} @preamble{"z"} @misc{a, year = 2020}', id="comments"),
        pytest.param(b"% title = {x}\n# year = {y}\n@misc{a, year = 2020}", id="marked comments"),
        pytest.param(
            b"Exported in 2020 by somebody.\n@misc{a, year = 2020}", id="plain text above"
        ),
    ],
)
def test_sound_file(read, text):
    """None of these is a fault."""
    library, problems = read(text)
    assert problems == []
    assert [entry.fields for entry in library] == [{"year": "2020"}]


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        pytest.param(
            "@misc{a,\n title = {Open,\n year = {2020},\n}\n" + SOUND,
            [
                'a.bib:2: entry-broken: entry "a" could not be read, so it is left out. '
                'In "title" a brace or quotation mark is missing, or is one too many.'
            ],
            id="a brace not closed",
        ),
        pytest.param(
            '@misc{a,\n title = {A},\n note = "Open,\n year = {2020},\n}\n' + SOUND,
            [
                'a.bib:3: entry-broken: entry "a" could not be read, so it is left out. '
                'In "note" a brace or quotation mark is missing, or is one too many.'
            ],
            id="a quotation mark not closed",
        ),
        pytest.param(
            "@misc{a,\n title = {A},\n year = {2020},\n\n" + SOUND,
            [
                'a.bib:1: entry-broken: entry "a" could not be read, so it is left out. '
                "Close it with } on a line of its own, before the next entry."
            ],
            id="an entry not closed",
        ),
        pytest.param(
            "@misc{a\n title = {A},\n}\n" + SOUND,
            [
                'a.bib:1: entry-broken: entry "a" could not be read, so it is left out. '
                "After the opening brace comes a citekey and a comma: @article{smith2027,"
            ],
            id="no comma after the citekey",
        ),
        pytest.param(
            "@misc{a,\n title {A},\n year = {2020},\n}\n" + SOUND,
            [
                'a.bib:1: entry-broken: entry "a" could not be read, so it is left out. '
                "Write each field as: name = {value}, with a comma at the end."
            ],
            id="no equals sign",
        ),
        pytest.param(
            "@string{who = {World}\n" + SOUND,
            [
                'a.bib:1: entry-broken: @string "who" could not be read, so it is left out. '
                "Close it with } on a line of its own, before the next entry."
            ],
            id="an @string not closed",
        ),
        pytest.param(
            "@misc{, title = {A}}\n" + SOUND,
            [
                "a.bib:1: citekey-missing: this @misc has no citekey, so it is left out. "
                "Write one after the opening brace, with a comma: @article{smith2027,"
            ],
            id="no citekey",
        ),
        pytest.param(
            "@misc\n" + SOUND,
            [
                "a.bib:1: text-outside: @misc opens no entry, because no brace follows it. "
                "Write @misc{ and a citekey, or begin a comment line with %."
            ],
            id="no brace after the type",
        ),
    ],
)
def test_broken_block(read, text, problems):
    """A block that cannot be read has a place and a mend, and harms no neighbour."""
    library, found = read(text)
    assert [str(problem) for problem in found] == problems
    assert list(library.entries) == ["sound2020"]


def test_brace_too_many(read):
    """A closing brace too many ends the entry; the fields behind it are lost, not in silence."""
    library, problems = read("@misc{a,\n title = {A}},\n year = {2020},\n}\n" + SOUND)
    assert [str(problem) for problem in problems] == [
        'a.bib:3: text-outside: the field "year" stands outside all entries, so it is lost. '
        "Look for a closing brace too many in the entry above."
    ]
    assert list(library.entries) == ["a", "sound2020"]


def test_missing_comma(read):
    """A missing comma merges no two fields, nor three; each is reported."""
    library, problems = read("@misc{a,\n title = {A}\n year = 2020\n note = {B},\n url = {u},\n}")
    assert [str(problem) for problem in problems] == [
        'a.bib:3: comma-missing: a comma is missing between "title" and "year" of "a". '
        'Put a comma at the end of the value of "title".',
        'a.bib:4: comma-missing: a comma is missing between "year" and "note" of "a". '
        'Put a comma at the end of the value of "year".',
    ]
    assert library["a"].fields == {"title": "A", "year": "2020", "note": "B", "url": "u"}
    assert library["a"].field_lines["note"] == 4


def test_value_goes_on(read):
    """What follows a value without being a field is reported; the value stays."""
    library, problems = read("@misc{a,\n note = {A}\n  {B},\n year = 2020}")
    assert [str(problem) for problem in problems] == [
        'a.bib:3: value-broken: the value of "note" of "a" goes on after its end: {B}. '
        "Put the whole value into one pair of braces."
    ]
    assert library["a"].fields == {"note": "A", "year": "2020"}


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


def test_strings_across_files(read):
    """An @string serves all files, whatever their order, and ignores capitals."""
    library, problems = read(
        "@misc{a, journal = JPD # { (} # Where # {)}}",
        '@string{jpd = "J Psychoactive " # drugs}\n@string(where = {US})\n@string{drugs = {Drugs}}',
    )
    assert problems == []
    assert library["a"].get("journal") == "J Psychoactive Drugs (US)"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "@string{jama = {JAMA}}\n@misc{a,\n note = jamma}",
            'a.bib:3: string-unknown: "jamma" in "note" of "a" is no @string. Did you mean "jama"?',
            id="near a known name",
        ),
        pytest.param(
            "@misc{a, note = zzz}",
            'a.bib:1: string-unknown: "zzz" in "note" of "a" is no @string. '
            "If it is the value itself, put it into braces: {zzz}.",
            id="near none",
        ),
        pytest.param(
            "@string{one = {1} # zzz}",
            'a.bib:1: string-unknown: "zzz" in @string "one" is no @string. '
            "If it is the value itself, put it into braces: {zzz}.",
            id="in an @string",
        ),
        pytest.param(
            "@string{one = {1}}\n\n@string{ONE = {2}}",
            'a.bib:3: string-duplicate: @string "one" is defined twice, differently; '
            "the first is used. The first is at a.bib:1. Rename or remove one of them.",
            id="defined twice",
        ),
        pytest.param(
            "@string{one = {1} {2}}",
            'a.bib:1: value-broken: the value of @string "one" goes on after its end: {2}. '
            "Put the whole value into one pair of braces.",
            id="goes on",
        ),
        pytest.param(
            "@string{one = one # {x}}\n@misc{a, note = one}",
            'a.bib:1: string-circular: @string "one" is defined by itself. '
            "Give it a value of its own.",
            id="defined by itself",
        ),
        pytest.param(
            '@misc{a, note = "an open { brace"}',
            'a.bib:1: braces-unbalanced: the braces in "note" of "a" do not balance. '
            "Every { needs its }.",
            id="unbalanced braces in quotation marks",
        ),
    ],
)
def test_string_problem(read, text, expected):
    """Macros that mean nothing, or two things, are reported."""
    _, problems = read(text)
    assert [str(problem) for problem in problems] == [expected]


def test_unknown_string_stays_as_text(read):
    """Nothing is lost: an unknown name stands for itself."""
    library, _ = read("@misc{a, note = {x } # zzz}")
    assert library["a"].get("note") == "x zzz"


def test_equal_string_twice(read):
    """Two files may define the same @string alike."""
    _, problems = read("@string{one = {1}}", "@string{one = {1}}")
    assert problems == []


def test_deep_strings(read):
    """Strings built on each other a thousand deep stop no build."""
    chain = "".join(f"@string{{s{i} = s{i + 1}}}\n" for i in range(1000))
    _, problems = read(chain + "@string{s1000 = {end}}\n@misc{a, note = s0}")
    assert problems == []


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


def test_missing_file(tmp_path: Path):
    """A missing file is a problem, and the others are read."""
    (tmp_path / "a.bib").write_text(SOUND)
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


def test_broken_entries_are_remembered_by_citekey(tmp_path: Path) -> None:
    """Who cites an entry that could not be read need not hear that there is none."""
    path = tmp_path / "a.bib"
    path.write_text("@misc{good, title = {T}}\n@misc{bad, title = {T\n@misc{next, title = {T}}\n")
    library, problems = read_library([path], tmp_path)
    assert [p.code for p in problems] == ["entry-broken"]
    assert set(library.entries) == {"good", "next"}
    assert library.broken == {"bad"}


def test_a_comment_is_found_behind_entries_without_one(read):
    """Entries that hold no % are passed over, those with one in a value are not cut."""
    plain = "@misc{p%d,\n title = {Plain},\n}\n"
    text = (
        "% the first line\n@misc{a, title = {50\\% of\n % them}}\n"
        + "".join(plain % n for n in range(3))
        + "% between\n@misc{b,\n year = {2020},\n % year = {2019},\n title = {T}}\n"
        + "  @misc{c, % two\n}"
    )
    library, problems = read(text)
    assert problems == []
    assert dict(library["a"].fields) == {"title": r"50\% of % them"}
    assert dict(library["b"].fields) == {"year": "2020", "title": "T"}
    assert [entry.citekey for entry in library] == ["a", "p0", "p1", "p2", "b", "c"]
