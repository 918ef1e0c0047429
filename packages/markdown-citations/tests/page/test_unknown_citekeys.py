"""What is said of a citekey that no entry has."""

from __future__ import annotations

from typing import Any

import pytest


def test_an_unknown_key_is_shown_and_the_page_goes_on(convert: Any) -> None:
    page = convert("a [@dore2091; @kew2023] b [@zzz]\n")
    assert page.markers == ["[?dore2091, 1]", "[?zzz]"]
    assert len(page.all("span.citation > strong.citation-missing")) == 2
    assert [str(problem) for problem in page.problems] == [
        'docs/page.md:1: citekey-unknown: no entry "dore2091" in library.bib. '
        'Did you mean "dore2019"?',
        'docs/page.md:1: citekey-unknown: no entry "zzz" in library.bib. '
        "Add the entry, or take the citation out.",
    ]


@pytest.mark.parametrize(
    ("citation", "hint"),
    [
        ("[@2015Rest..12]", "Write @{2015Rest..12}."),
        ("[see @2015Rest..12..3, p. 4; @kew2023]", "Write @{2015Rest..12..3}."),
        ("[@roe(19)]", "Write @{roe(19)}."),
        ("[@roe(20)]", "Add the entry, or take the citation out."),
        ("[@smith.]", "Write @{smith.}."),
        (
            "As @2015Rest..12 says.",
            r"Write @{2015Rest..12}. If it is no citation, write \@2015Rest.",
        ),
    ],
)
def test_a_key_that_stands_in_braces(convert: Any, citation: str, hint: str) -> None:
    """Pandoc reads only its first letters."""
    keys = ("2015Rest..12", "2015Rest..12..3", "roe(19)", "kew2023", "smith.")
    page = convert(citation, bib="".join(f"@misc{{{key}, title = {{A}}}}\n" for key in keys))
    assert [p.hint for p in page.problems] == [hint]


def test_a_word_that_begins_as_a_key_in_braces(convert: Any) -> None:
    page = convert("Ask @roe, as [@{roe(19)}] did.", bib="@misc{roe(19), title = {A}}\n")
    assert page.problems == []


def test_each_mention_of_an_unknown_key_has_its_line(convert: Any) -> None:
    """Code is no mention, and lines count from the top of the file, front matter included."""
    source = "---\ntitle: x\n---\n\na [@nope]\n\n```\n[@nope]\n```\n\n- b `[@nope]`\n- c [@nope]\n"
    page = convert(source, extensions=("fenced_code", "meta"))
    assert [problem.line for problem in page.problems] == [5, 12]


def test_a_misspelt_bare_key_is_reported_once(convert: Any) -> None:
    page = convert("- *by @dore209*\n- and @dore209, thanks to @somebody\n")
    (problem,) = page.problems
    assert (problem.code, problem.line) == ("citekey-misspelt", 1)
    assert problem.hint == r'Did you mean "dore2019"? If it is no citation, write \@dore209.'
    assert page.markers == []


def test_escaping_ends_it(convert: Any) -> None:
    page = convert(r"\@dore209 and \@dore2019 and [\@dore2019]")
    assert page.text == "@dore209 and @dore2019 and [@dore2019]"
    assert page.problems == []


@pytest.mark.parametrize(
    "citation",
    [
        "[@dore 2019]",
        "[@doi:10.1080/02791072.2019.1587556]",
        "[@https://doi.org/10.1080/02791072.2019.1587556]",
    ],
)
def test_a_citekey_in_another_form(convert: Any, citation: str) -> None:
    """Its year behind a blank, or the DOI of its work."""
    (problem,) = convert(citation).problems
    assert problem.code == "citekey-unknown"
    assert "Did you mean" in problem.hint


def test_what_is_no_work_cannot_be_cited(convert: Any) -> None:
    page = convert("a [@press] b", bib="@xdata{press, publisher = {Big Press}}\n")
    assert [str(problem) for problem in page.problems] == [
        'docs/page.md:1: citekey-unknown: "press" is an @xdata, which is no work. '
        "Cite an entry that names it."
    ]
