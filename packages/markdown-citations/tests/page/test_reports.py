"""What is said of a citation that is wrong, or that stands where none can."""

from __future__ import annotations

from typing import Any

import pytest

MISPLACED = {
    "heading": ("# A\n\n## B [@dore2019]\n", "citation-in-heading", 3),
    "heading with a line below": ("A\n\nB [@dore2019]\n---\n", "citation-in-heading", 3),
    "author in text in a heading": ("## @dore2019 again\n", "citation-in-heading", 1),
    "link": ("a\n\n[see [@dore2019]](x.html)\n", "citation-in-link", 3),
    "citation as a link": ("[@dore2019](x.html)\n", "citation-in-link", 1),
    "reference link": ("[see @dore2019][x]\n\n[x]: y.html\n", "citation-in-link", 1),
    "image": ("![a [@dore2019]](x.png)\n", "citation-in-image", 1),
    "image with an author": ("a\n\n![by @dore2019](x.png)\n", "citation-in-image", 3),
}


@pytest.mark.parametrize(("source", "code", "line"), MISPLACED.values(), ids=MISPLACED.keys())
def test_reports_what_stands_wrong(convert: Any, source: str, code: str, line: int) -> None:
    page = convert(source, extensions=("attr_list",))
    assert [(p.code, p.path, p.line) for p in page.problems] == [(code, "docs/page.md", line)]
    assert "@dore2019" in page.html, "what is wrong stays visible"
    assert page.all("span.citation") == page.all("section.references") == []


def test_a_broken_citation_says_so(convert: Any) -> None:
    page = convert("a\n\nb [@dore2019; see kew2023] c\n")
    assert [str(problem) for problem in page.problems] == [
        'docs/page.md:3: citation-malformed: "[@dore2019; see kew2023]" is no citation. '
        "Give each part between semicolons a citekey, and close the bracket."
    ]


@pytest.mark.parametrize(
    "bracket",
    [
        *("[@dore2019", "[@dore2019; -@kew2023", "[@dore2019 p. 3", "[@dore2019, pp. 3-5"),
        "[@dore2019; see @kew2023",
    ],
)
def test_a_bracket_that_nothing_closes(convert: Any, bracket: str) -> None:
    assert [one.hint for one in convert(f"It is {bracket}.\n\nRest.").problems] == [
        f"Write {bracket}]."
    ]


def test_the_line_of_a_bracket_among_others_of_its_work(convert: Any) -> None:
    """Those that are right come before it, as short ones and as the start of longer ones."""
    right = "It is [@dore2019].\nIt was [@dore2019, p. 3] or [@dore2019,\np. 4].\n\n`[@dore2019`\n"
    (problem,) = convert(f"{right}\nIt will be [@dore2019.\nAs ever.\n").problems
    assert (problem.code, problem.line) == ("citation-malformed", 7)
    (problem,) = convert(f"{right}\nIt will be [@dore2019; kew2023].\n").problems
    assert (problem.code, problem.line) == ("citation-malformed", 7)


def test_a_broken_citation_of_known_works(convert: Any) -> None:
    """What was meant is plain where each part is a citekey."""
    (problem,) = convert("b [@dore2019; kew2023]\n").problems
    assert problem.hint == "Write [@dore2019; @kew2023]."


@pytest.mark.parametrize(
    ("citation", "meant"),
    [
        ("[@dore2019,@kew2023]", "[@dore2019; @kew2023]"),
        ("[@dore2019, -@kew2023]", "[@dore2019; @kew2023]"),
        ("[@dore2019 @kew2023]", "[@dore2019; @kew2023]"),
        ("[@dore2019 @{kew2023}]", "[@dore2019; @kew2023]"),
        ("[@dore2019, @kew2023, @dore2019]", "[@dore2019; @kew2023; @dore2019]"),
        ("[@dore2019, @nobody2020]", "[@dore2019; @nobody2020]"),
        ("[@dore2019 and @kew2023]", "[@dore2019; @kew2023]"),
        ("[@dore2019 & @kew2023]", "[@dore2019; @kew2023]"),
        ("[@dore2019/@kew2023]", "[@dore2019; @kew2023]"),
        ("[@dore2019, kew2023]", "[@dore2019; @kew2023]"),
        ("[dore2019, @kew2023]", "[@kew2023; @dore2019]"),
    ],
)
def test_citekeys_without_a_semicolon_between_them(convert: Any, citation: str, meant: str) -> None:
    """Pandoc prints the second as a citation of its own inside of the first."""
    (problem,) = convert(f"a\n\nb {citation} c\n").problems
    assert (problem.code, problem.line) == ("citation-malformed", 3)
    assert problem.hint == f"Write {meant}."


@pytest.mark.parametrize(
    "citation",
    [
        *("[@dore2019, but @kew2023 differs]", "[@dore2019, @home]", "[@dore2019, @5pm]"),
        "[@dore2019, not kew2099]",
    ],
)
def test_text_that_cites_within_a_citation(convert: Any, citation: str) -> None:
    assert convert(citation).problems == []


def test_a_repetition_is_a_warning(convert: Any) -> None:
    page = convert(
        "[@dore2019] x\n\n[@dore2019; @dore2019]\n\n[@dore2019, p. 1; @dore2019, p. 2]\n"
    )
    assert [(p.code, p.line, p.severity) for p in page.problems] == [
        ("citation-repeated", 3, "warning")
    ]


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ('a\n\n*b*{title="as in [@dore2019]"} c\n', 3),
        ('a\n{: title="[@dore2019]"}\n', 2),
        ('# a {title="-@dore2019 or @dore2019"}\n', 1),
    ],
)
def test_reports_what_stands_in_an_attribute(convert: Any, source: str, line: int) -> None:
    """HTML in an attribute would end it; what the author wrote stays."""
    page = convert(source, extensions=("attr_list",))
    assert {(p.code, p.line) for p in page.problems} <= {
        ("citation-in-attribute", line),
        ("citation-in-heading", line),
    }
    assert page.problems
    (title,) = [node.attributes["title"] for node in page.all("[title]")]
    assert title in source
    assert "@dore2019" in title


def test_an_attribute_without_a_value_stands_beside_a_citation(convert: Any) -> None:
    page = convert(
        "[The picture](a.png){download} with you [@dore2019].\n", extensions=("attr_list",)
    )
    assert page.one("a[download]").text() == "The picture"
    assert page.markers == ["[1]"]
    assert page.problems == []


def test_all_that_a_heading_cites_is_written_out(convert: Any) -> None:
    """Each citation has its message, and none of the heading's words is lost."""
    page = convert("# A [@dore2019] b [see @kew2023, *p*. 3] c @fda2023 d\n")
    assert page.codes == ["citation-in-heading"] * 3
    assert page.one("h1").text() == "A [@dore2019] b [see @kew2023, *p*. 3] c @fda2023 d"
    assert page.one("h1").html.count("<") == 2


@pytest.mark.parametrize(
    "citation",
    [
        "[@dore2019, kew2023]",
        '[@dore2019, kew2023"]',
        "[@dore2019 kew2023]",
        "[@dore2019, *kew2023*, p. 3]",
        "[@dore2019 and @kew2023]",
        "[@dore2019 / @kew2023]",
    ],
)
def test_a_citekey_that_stands_as_text(convert: Any, citation: str) -> None:
    """What is the citekey of another entry was meant to cite it."""
    (problem,) = convert(f"a {citation}\n").problems
    assert (problem.code, problem.line) == ("citation-malformed", 1)
    assert problem.hint == "Write [@dore2019; @kew2023]."


def test_words_of_a_citation_that_are_no_citekeys(convert: Any) -> None:
    assert convert("a [see @dore2019, p. 3 and fig. 2, for H2O and 5mg in x/kew2023]\n").codes == []


@pytest.mark.parametrize(
    ("citation", "hint"),
    [
        ('[@dore2019"]', 'Take the " out.'),
        ('["@dore2019]', 'Take the " out.'),
        ("[@dore2019,]", "Take the , out."),
        ("[(@dore2019]", "Take the ( out."),
        ("[(@dore2019)]", "Take the ( and ) out."),
        ("[‑@dore2019]", "Write [-@dore2019], with a hyphen, or [@dore2019]."),
        ("[–@dore2019]", "Write [-@dore2019], with a hyphen, or [@dore2019]."),
    ],
)
def test_a_sign_that_says_nothing(convert: Any, citation: str, hint: str) -> None:
    """It would be printed beside the number."""
    (problem,) = convert(f"a\n\nb {citation} c\n").problems
    assert (problem.code, problem.line, problem.hint) == ("citation-malformed", 3, hint)


@pytest.mark.parametrize("citation", ["[@dore2019 …]", "[@dore2019, `x`]"])
def test_what_says_something(convert: Any, citation: str) -> None:
    assert convert(citation).problems == []


@pytest.mark.parametrize(
    ("citation", "marker"),
    [
        ("[@dore2019, p. 3 &amp; 4]", "[1, p. 3 & 4]"),
        ("[Dore &amp; Turnipseed: @dore2019; @kew2023]", "[Dore & Turnipseed: 1; 2]"),
        ("[@dore2019, {p. 3 &amp; 4}]", "[1, pp. 3 & 4]"),
        ("[@dore2019, p.&nbsp;3]", "[1, p. 3]"),
        ("[@dore2019, &#167; 3]", "[1, § 3]"),
    ],
)
def test_a_character_by_its_name(convert: Any, citation: str, marker: str) -> None:
    """Its semicolon parts no citekeys."""
    page = convert(citation)
    assert page.problems == []
    assert [" ".join(text.split()) for text in page.markers] == [marker]


def test_a_citation_that_is_read_as_the_address_of_a_link(convert: Any) -> None:
    """Markdown takes the whole line out of the page."""
    page = convert("---\ntitle: x\n---\n\na\n\n[@dore2019]: small\n", extensions=("meta",))
    assert [str(problem) for problem in page.problems] == [
        'docs/page.md:7: citation-malformed: "[@dore2019]:" at the start of a line is read as a '
        "link's address, and not shown. Put words before the citation, or take the colon out."
    ]


@pytest.mark.parametrize(
    "source",
    [
        "[@dore2019]: it was a small study",
        "[@clinic]: https://clinic.example/",
        "[@clinic] is open.\n\n[@clinic]: https://clinic.example/",
        "`[@dore2019]: small`",
        "[the risks]\n\n[the risks]: risks.md",
    ],
)
def test_what_is_no_address_of_a_link_by_mistake(convert: Any, source: str) -> None:
    assert convert(source).problems == []


def test_a_sign_that_cannot_be_seen(convert: Any) -> None:
    (problem,) = convert("[@dore2019\u00ad]").problems
    assert problem.message.startswith("a sign that cannot be seen in")
    assert problem.hint == "Write [@dore2019] anew."
    for behind in ("2019", "2019, p. 4"):
        (problem,) = convert(f"[@dore\u200b{behind}]").problems
        assert problem.message == 'a sign that nobody sees stands in a citekey, behind "dore"'
        assert problem.hint == "Take it out, or type the citekey anew: [@dore2019]"
    (problem,) = convert("[@do\u200bre2019]").problems
    assert problem.message == 'a sign that nobody sees stands in a citekey, behind "do"'
