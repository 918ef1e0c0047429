"""Values put together from parts, and @string that they are put together from."""

from __future__ import annotations

import pytest


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
            "@misc{a, month = enero}",
            'a.bib:1: string-unknown: "enero" in "month" of "a" is no @string. Write jan.',
            id="a month of another language",
        ),
        pytest.param(
            "@misc{a, publisher = abril}",
            'a.bib:1: string-unknown: "abril" in "publisher" of "a" is no @string. '
            "If it is the value itself, put it into braces: {abril}.",
            id="a name that is a month elsewhere",
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
