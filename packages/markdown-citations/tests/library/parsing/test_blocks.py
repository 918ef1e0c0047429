"""The blocks of a .bib file: where each stands, and what is said of a broken one."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown_citations.library.reading import read_library

SOUND = "@book{sound2020, title = {Sound}}\n"


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
        pytest.param(b"@misc\n\n{a,\n year = 2020}", id="the brace on another line"),
        pytest.param(b"@ misc {a,\n year = 2020}", id="a blank behind the @"),
        pytest.param(
            b"@comment{\n@misc{b, year = 2019}\n}\n@misc{a, year = 2020}", id="a comment of entries"
        ),
        pytest.param("@misc{a,\n\u200byear = 2020}".encode(), id="a sign that nobody sees"),
        pytest.param(b"  @misc{a, year = 2020,}", id="indented, with a last comma"),
        pytest.param(b'@comment{x = {y}} @preamble{"z"} @misc{a, year = 2020}', id="comments"),
        pytest.param(b"% title = {x}\n# year = {y}\n@misc{a, year = 2020}", id="marked comments"),
        pytest.param(
            b"% @misc{b,\n% title = {B}\n% }\n@misc{a, year = 2020}\n% @misc{c, title = {C}}",
            id="entries commented out",
        ),
        pytest.param(b"% @misc{b,\n@misc{a, year = 2020}", id="the head of an entry commented out"),
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
    ("text", "line", "hint"),
    [
        (
            "@misc{a,\n title = {Open,\n year = {2020},\n}\n",
            2,
            'In "title" a brace or quotation mark is missing, or is one too many.',
        ),
        (
            '@misc{a,\n title = {A},\n note = "Open,\n year = {2020},\n}\n',
            3,
            'In "note" a brace or quotation mark is missing, or is one too many.',
        ),
        (
            "@misc{a,\n title = {A},\n year = {2020},\n\n",
            1,
            "Close it with } on a line of its own, before the next entry.",
        ),
        ("@misc{a\n title = {A},\n}\n", 1, "After the citekey comes a comma: @misc{a,"),
        (
            "@misc{a,\n title {A},\n year = {2020},\n}\n",
            2,
            "Between a field's name and its value comes =: title = {…},",
        ),
        ("@misc{a title = {A},\n}\n", 1, "After the citekey comes a comma: @misc{a,"),
        (
            "@misc{a,\n title = {A,, B},,\n year = {2020},\n}\n",
            2,
            "Two commas follow each other: remove one.",
        ),
        (
            "@misc{a,\n title = {A},\n note = “B, C”,\n}\n",
            3,
            'Only braces and straight " open a value: note = {…},',
        ),
    ],
)
def test_entry_that_cannot_be_read(read, text, line, hint):
    """It has a place and a mend, and harms no neighbour."""
    library, problems = read(text + SOUND)
    assert [str(problem) for problem in problems] == [
        f'a.bib:{line}: entry-broken: entry "a" could not be read, so it is left out. {hint}'
    ]
    assert list(library.entries) == ["sound2020"]


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        pytest.param(
            "misc{a,\n title = {A},\n}\n" + SOUND + "misc{b, title = {B}}",
            [
                'a.bib:1: entry-broken: entry "a" has no @ before its type, so it is left out. '
                "Write @misc{a,",
                'a.bib:5: entry-broken: entry "b" has no @ before its type, so it is left out. '
                "Write @misc{b,",
            ],
            id="no @",
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


def test_brace_that_nothing_opens(read):
    """The value is what stands before it; that the fields behind it are lost is no news."""
    library, problems = read("@misc{a,\n title = A title},\n year = {2020},\n}\n" + SOUND)
    assert [(p.line, p.code, p.hint) for p in problems] == [
        (2, "entry-broken", "Write: title = {A title},")
    ]
    assert library["a"].get("title") == "A title"


def test_missing_comma(read):
    """A missing comma merges no two fields, nor three; each is reported."""
    library, problems = read("@misc{a,\n title = {A}\n year = 2020\n note = {B},\n url = {u},\n}")
    assert [str(problem) for problem in problems] == [
        'a.bib:2: comma-missing: a comma is missing between "title" and "year" of "a". '
        'Put a comma at the end of the value of "title".',
        'a.bib:3: comma-missing: a comma is missing between "year" and "note" of "a". '
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


def test_a_head_in_a_value_is_no_comment(read):
    library, problems = read("@misc{a, abstract = {One\n% @misc{b} two}}\n% @misc{c,\n")
    assert problems == []
    assert library["a"].get("abstract") == "One % @misc{b} two"


def test_who_cites_an_entry_without_its_at_sign_hears_of_it_once(read):
    library, _ = read("misc{a,\n title = {A},\n}\n")
    assert (library.broken, library.headless) == ({"a"}, ())


def test_curly_quotation_marks_around_a_word(read):
    """Without a blank in it such a value is read, and its hint shows it without the marks."""
    _, problems = read("@misc{a, title = “A”}")
    assert [problem.hint for problem in problems] == [
        "Only braces and straight double quotation marks open a value: {A}."
    ]


def test_notes_of_jabref_to_itself(check):
    assert check("@booklet{a, title = {T}, __markedentry = {}}") == []


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ("title = Some title here, year = 2020", "value-broken"),
        ("title => {Some title here}, year = 2020", "value-broken"),
        ("title = {Some title here}. year = 2020", "comma-missing"),
    ],
)
def test_a_value_that_is_none(read, field, code):
    """It is told once, and nothing of it is lost."""
    library, problems = read(f"@misc{{a, {field}}}")
    assert library["a"].text("title") == "Some title here"
    assert library["a"].get("year") == "2020"
    assert [problem.code for problem in problems] == [code]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("@string{foo}", "Write it as: @string{name = {value}}"),
        ("@misc{\n author = {A}}", "Write a citekey after the opening brace: @misc{smith2027,"),
        ('@misc{"a", title = {A}}', "A citekey has letters, digits, - and _ only: smith2027"),
        ("@misc{{a}, title = {A}}", "A citekey has letters, digits, - and _ only: smith2027"),
    ],
)
def test_hints_on_a_head(read, text, hint):
    (problem,) = read(f"{text}\n{SOUND}")[1]
    assert problem.hint == hint


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("<!DOCTYPE html><html><body>Not found</body></html>", ["text-outside"]),
        ("% nothing yet\n\n@comment{x\ny}\n", []),
        ("", []),
    ],
)
def test_a_file_without_entries(read, text, codes):
    """A web page that was saved as a .bib is told; who has not begun yet hears nothing."""
    assert [problem.code for problem in read(text)[1]] == codes
