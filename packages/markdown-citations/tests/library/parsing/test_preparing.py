"""What the splitter would misread in a .bib file is written in another way before it reads."""

import pytest

SOUND = "@book{sound2020, title = {Sound}}\n"


def test_what_looks_like_a_head_in_a_value(read):
    """It opens no entry, unless the value before it was not closed."""
    library, problems = read(
        "@misc{a,\n note = {Mail\n@foo{bar} more\\\\},\n year = 2020}\n" + SOUND
    )
    assert problems == []
    assert library["a"].get("note") == "Mail @foo{bar} more\\\\"
    assert library["a"].field_lines["year"] == 4
    assert "sound2020" in library


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        pytest.param(
            "<<<<<<< HEAD\n@misc{a, year = 2020}\n=======\n@misc{b, year = 2020}\n>>>>>>> x\n",
            ["a", "b"],
            id="two entries",
        ),
        pytest.param(
            "@misc{a,\n<<<<<<< HEAD\n year = 2020,\n=======\n year = 2021,\n>>>>>>> x\n}\n",
            ["a"],
            id="two fields",
        ),
        pytest.param(
            "<<<<<<< HEAD\n@misc{a, year = 2020}\n=======\n@misc{a,\n year = 2021}\n"
            "@misc{b, year = 2020}\n>>>>>>> x\n",
            ["a", "b"],
            id="two versions of an entry",
        ),
    ],
)
def test_a_merge_that_nobody_finished(read, text, keys):
    """It is told once; what is written in either version of whole entries can be cited."""
    library, problems = read(text + SOUND)
    assert list(library.entries) == [*keys, "sound2020"]
    assert library["a"].get("year") == "2020"
    assert [problem.code for problem in problems] == ["merge-unfinished"]
    assert library["sound2020"].line == text.count("\n") + 1


def test_an_entry_in_a_value(read):
    """What somebody pasted into a title is told at its own line, and its citekey is no news."""
    library, problems = read(
        "@misc{a,\n  title = {One\n  two @misc{b, title = {Three}, year = 2019}},\n  year = 2020\n}"
    )
    assert [entry.citekey for entry in library] == ["a"]
    assert [(p.code, p.line) for p in problems] == [("entry-broken", 3)]
    assert 'entry "b" stands in a value of "a"' in problems[0].message


@pytest.mark.parametrize(
    "value",
    ["roe@misc{b}", "In @misc{b, c} and d", "mail a@b.org, title = x", "@misc = {b, c = d}"],
)
def test_an_at_sign_in_a_value(read, value):
    assert read(f"@misc{{a, title = {{{value}}}, year = 2020}}")[1] == []


@pytest.mark.parametrize("field", ["title {A}", "title: {A}", 'title -> "A"'])
def test_a_field_without_equals(read, field):
    """The line is that of the field, not of the entry's head."""
    (problem,) = read(f"@misc{{a,\n  year = 2020,\n  {field},\n}}\n{SOUND}")[1]
    assert (problem.code, problem.line) == ("entry-broken", 3)
    assert problem.hint == "Between a field's name and its value comes =: title = {…},"


@pytest.mark.parametrize(
    ("field", "hint"),
    [
        ('"title": "A"', "No quotation marks stand round a name: title = {…},"),
        ("abstract, title = {A}", '"abstract" has no value: write one, or remove the word.'),
    ],
)
def test_what_is_no_field(read, field, hint):
    (problem,) = read(f"@misc{{a,\n  year = 2020,\n  {field},\n}}\n{SOUND}")[1]
    assert (problem.line, problem.hint) == (3, hint)


def test_fields_between_semicolons(read):
    """Each is told at its own line, and none is lost."""
    library, problems = read("@misc{a,\n title = {A};\n note = {B};\n year = 2020\n}")
    assert [(problem.code, problem.line) for problem in problems] == [
        ("comma-missing", 2),
        ("comma-missing", 3),
    ]
    assert library["a"].fields == {"title": "A", "note": "B", "year": "2020"}


@pytest.mark.parametrize(
    ("fields", "line", "hint"),
    [
        pytest.param("title = {A},\n year = {2019}\n", 1, "Close it with }", id="the entry's own"),
        pytest.param("title = {A\n}\n", 2, 'In "title" a brace', id="the last field's"),
        pytest.param("title = {A,\n year = {2019}}\n", 2, 'In "title" a brace', id="another's"),
        pytest.param("title = 'A b, c',\n year = 2019}\n", 2, 'Only braces and straight "', id="'"),
    ],
)
def test_which_brace_is_missing(read, fields, line, hint):
    problem = read(f"@misc{{a,\n {fields}{SOUND}")[1][0]
    assert (problem.code, problem.line) == ("entry-broken", line)
    assert problem.hint.startswith(hint)


@pytest.mark.parametrize("sign", ["//", "#", "--"])
def test_a_comment_of_another_language_in_an_entry(read, sign):
    library, problems = read(f"@misc{{a,\n  {sign} main paper\n  title = {{A}}, year = 2020}}")
    assert [str(problem) for problem in problems] == [
        f'a.bib:2: entry-broken: these words stand before the field "title": {sign} main paper. '
        "Begin a comment with %."
    ]
    assert library["a"].fields == {"title": "A", "year": "2020"}


def test_quotation_marks_in_quotation_marks(read):
    """It is told, and no word is lost."""
    library, problems = read('@misc{a, title = "The "so-called" effect", year = 2020}')
    assert [problem.code for problem in problems] == ["value-broken"]
    assert library["a"].get("title") == 'The "so-called" effect'
