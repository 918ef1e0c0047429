"""What an entry inherits by crossref."""

from __future__ import annotations

from datetime import date

import pytest
from markdown_citations.library.checks import check_library

BOOK = (
    "@book{book, author = {Writer, W.}, editor = {Editor, E.}, title = {The Book}, "
    "subtitle = {Whole}, publisher = {House}, year = {2020}, isbn = {9783161484100}, "
    "doi = {10.1234/book}, pages = {500}, status = {none}, keywords = {x}}\n"
)


def test_chapter_takes_names_and_titles(read):
    """A chapter takes its book's names; the book's title becomes its booktitle."""
    library, problems = read("@inbook{ch, title = {Mine}, crossref = {book}}\n" + BOOK)
    assert problems == []
    assert library["ch"].fields == {
        "title": "Mine",
        "crossref": "book",
        "author": "Writer, W.",
        "bookauthor": "Writer, W.",
        "editor": "Editor, E.",
        "booktitle": "The Book",
        "booksubtitle": "Whole",
        "publisher": "House",
        "year": "2020",
    }


def test_other_citekeys_name_the_same_entry(read):
    """biblatex's `ids`: whoever names an entry by an old citekey gets it."""
    chapter = "@inbook{ch, title = {Mine}, crossref = {old}}\n"
    library, problems = read(chapter + "@book{new, title = {The Book}, ids = {old, older}}\n")
    assert problems == []
    assert library["ch"].get("booktitle") == "The Book"
    assert "older" in library
    assert library["older"].citekey == "new"
    assert [entry.citekey for entry in library] == ["ch", "new"]


def test_an_other_citekey_belongs_to_one_entry(read):
    """One that two entries have leads to an entry of that name, else to the first."""
    text = "@misc{a,\n ids = {b}}\n@misc{b,\n ids = {c}}\n@misc{d,\n ids = {c}}"
    library, problems = read(text)
    assert [(p.code, p.line) for p in problems] == [
        ("citekey-duplicate", 2),
        ("citekey-duplicate", 6),
    ]
    assert (library["b"].citekey, library["c"].citekey) == ("b", "b")


def test_chapter_of_several_volumes(read):
    """A chapter has the author of the whole twice: as its own, and as the book's."""
    text = "@inbook{c, crossref = {p}}@mvbook{p, title = {Whole}, author = {Writer, W.}}"
    library, _ = read(text)
    names = ("author", "bookauthor", "maintitle")
    assert [library["c"].get(name) for name in names] == ["Writer, W.", "Writer, W.", "Whole"]


def test_own_fields_win(read):
    """What a chapter has itself is not overwritten, and has the only line."""
    chapter = "@inbook{ch,\n author = {Own, O.}, year = {2021},\n crossref = {book}}\n"
    library, _ = read(chapter + BOOK)
    assert library["ch"].get("author") == "Own, O."
    assert library["ch"].get("bookauthor") == "Writer, W."
    assert library["ch"].get("year") == "2021"
    assert library["ch"].field_lines == {"author": 2, "year": 2, "crossref": 3}


@pytest.mark.parametrize(("own", "month"), [("year = {2020}", "June"), ("date = {2020-05}", "")])
def test_a_month_alone_is_inherited(read, own, month):
    """Of a source that has no year, it belongs to the entry's own, if that has no date."""
    library, _ = read(f"@misc{{c, {own}, xdata = {{b}}}}@xdata{{b, month = jun}}")
    assert library["c"].get("month") == month


@pytest.mark.parametrize(
    ("own", "inherited"),
    [
        ("year = {2021}", "date = {2020-06}, location = {York}"),
        ("date = {2021}", "year = {2020}, month = jun, day = {4}, location = {York}"),
        ("year = {2021}", "year = {2020}, month = jun, address = {York}, location = {York}"),
    ],
)
@pytest.mark.parametrize(("link", "above"), [("crossref", "@book"), ("xdata", "@xdata")])
def test_nothing_is_inherited_under_another_name(read, link, above, own, inherited):
    """Who names a year inherits no date, nor a month; and the same of a place."""
    text = f"@inbook{{c, {link} = {{p}}, address = {{Leeds}}, {own}}}{above}{{p, {inherited}}}"
    library, problems = read(text)
    own_names = {"address", own.partition(" ")[0]}
    assert (problems, {*library["c"].fields} - {link}) == ([], own_names)


@pytest.mark.parametrize(
    ("child", "parent", "name"),
    [
        ("incollection", "collection", "booktitle"),
        ("incollection", "book", "booktitle"),
        ("inproceedings", "proceedings", "booktitle"),
        ("inreference", "reference", "booktitle"),
        ("article", "periodical", "journaltitle"),
        ("incollection", "mvcollection", "maintitle"),
        ("book", "mvbook", "maintitle"),
    ],
)
def test_title_changes_its_name(read, child, parent, name):
    """biblatex's table of which title becomes which."""
    library, _ = read(f"@{child}{{c, crossref = {{p}}}}@{parent}{{p, title = {{Whole}}}}")
    assert library["c"].get(name) == "Whole"
    assert library["c"].get("title") == ""


def test_other_types_take_titles_as_they_are(read):
    """BibTeX's old rule: what has no rule of its own keeps its name."""
    library, _ = read("@misc{c, crossref = {p}}@misc{p, title = {Whole}}")
    assert library["c"].get("title") == "Whole"


def test_booktitle_of_the_parent_wins(read):
    """BibTeX users give a book a booktitle for its chapters."""
    text = "@incollection{c, crossref = {p}}@book{p, title = {T}, booktitle = {For chapters}}"
    library, _ = read(text)
    assert library["c"].get("booktitle") == "For chapters"


def test_chain(read):
    """An entry inherits from its parent's parent, over files, in any order."""
    library, problems = read(
        "@inbook{c, crossref = {p}}",
        "@book{p, title = {Volume}, crossref = {g}}\n@mvbook{g, title = {Set}, publisher = {H}}",
    )
    assert problems == []
    assert library["c"].get("publisher") == "H"
    assert library["c"].get("booktitle") == "Volume"
    assert library["c"].get("maintitle") == "Set"


def test_dangling(read):
    """A crossref to nothing has its line and a guess."""
    library, problems = read("@book{boook}\n@inbook{c,\n title = {T},\n crossref = {book}}")
    assert [str(problem) for problem in problems] == [
        'a.bib:4: crossref-unknown: "c" has crossref to "book", which is no entry. '
        'Did you mean "boook"?'
    ]
    assert library["c"].get("title") == "T"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("@misc{a, crossref = {a}}", ['"a" inherits from itself: a → a'], id="itself"),
        pytest.param(
            "@misc{a, crossref = {b}}@misc{b, crossref = {a}}",
            ['"a" inherits from itself: a → b → a'],
            id="two",
        ),
        pytest.param(
            "@misc{x, crossref = {a}}@misc{a, crossref = {b}, note = {n}}@misc{b, crossref = {a}}",
            ['"a" inherits from itself: a → b → a'],
            id="one outside points into the circle",
        ),
    ],
)
def test_circle(read, text, expected):
    """A circle is reported once, at its first member, which names the others."""
    library, problems = read(text)
    assert [problem.message for problem in problems] == expected
    assert {problem.code for problem in problems} == {"crossref-circular"}
    assert all(entry.get("crossref") for entry in library)


def test_inherited_fields_are_checked_once(check):
    """A fault in the parent is the parent's alone."""
    problems = check(
        "@inbook{c,\n title = {T}, pages = {1},\n crossref = {p}}\n"
        "@book{p, title = {Book}, author = {A, B.}, publisher = {H}, year = {20}}\n"
    )
    assert [(problem.line, problem.code) for problem in problems] == [(4, "year-malformed")]


PRESS = "@xdata{press, publisher = {Big Press}, location = {York}}\n"


def test_xdata(read):
    """Its fields stand in each entry that names it; it is no work itself."""
    library, problems = read(PRESS + "@book{b, title = {T}, location = {Leeds}, xdata = {press}}")
    assert problems == []
    assert dict(library["b"].fields) == {
        "title": "T",
        "location": "Leeds",
        "publisher": "Big Press",
    }
    assert list(library.entries) == ["b"]


def test_one_field_of_xdata(read):
    library, problems = read(PRESS + "@book{b, title = {T}, location = {xdata=press-location}}")
    assert problems == []
    assert library["b"].get("location") == "York"


def test_xdata_of_xdata_and_of_a_parent(read):
    """An @xdata may name another; a child takes what its parent got that way."""
    library, problems = read(
        PRESS + "@xdata{series, series = {S}, xdata = {press}}"
        "@collection{p, title = {P}, xdata = {series}}@incollection{c, crossref = {p}}"
    )
    assert problems == []
    assert [library["c"].get(name) for name in ("series", "publisher")] == ["S", "Big Press"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "@book{b,\n xdata = {pres}}" + PRESS,
            'a.bib:2: crossref-unknown: "b" has xdata to "pres", which is no entry. '
            'Did you mean "press"?',
        ),
        (
            "@xdata{a, xdata = {a}}",
            'a.bib:1: crossref-circular: "a" inherits from itself: a → a. '
            "Remove one of these xdata fields.",
        ),
        (
            "@xdata{c, xdata = {a}}@xdata{a,\n xdata = {b}}@xdata{b, xdata = {a}}",
            'a.bib:2: crossref-circular: "a" inherits from itself: a → b → a. '
            "Remove one of these xdata fields.",
        ),
        (
            "@misc{night}@set{s,\n entryset = {night, nights}}",
            'a.bib:2: crossref-unknown: "s" has entryset to "nights", which is no entry. '
            "Add that entry, or remove the entryset.",
        ),
        (
            "@set{s,\n entryset = {nobody}}",
            'a.bib:2: crossref-unknown: "s" has entryset to "nobody", which is no entry. '
            "Add that entry, or remove the entryset.",
        ),
    ],
    ids=["unknown", "itself", "circle", "named already", "no member"],
)
def test_what_leads_nowhere(read, text, expected):
    assert [str(problem) for problem in read(text)[1]] == [expected]


def test_set(read, check):
    """A set is known by its first member; who cites it uses them all."""
    text = (
        "@set{s, entryset = {a, b}}"
        "@book{a, author = {Roe, A.}, title = {One}, publisher = {P}, year = {2010}}"
        "@book{b, author = {Doe, J.}, title = {Two}, publisher = {P}, year = {2011}}"
    )
    library, problems = read(text)
    assert problems == []
    assert (library["s"].get("author"), library["s"].get("year")) == ("Roe, A.", "2010")
    assert check(text, cited=["s"]) == []


def test_names_of_an_xdata_in_a_list(read, check):
    """biblatex: `xdata=key-field-2` is the second name of a list, without a number all."""
    text = (
        "@xdata{x, author = {Roe, A. and Doe, J.}, editor = {xdata=y-editor}}"
        "@xdata{y, editor = {Poe, K.}}"
        "@book{b, author = {xdata=x-author-2 and Own, O.}, editor = {xdata=x-editor},"
        " title = {T}, publisher = {P}, year = {2020}}"
    )
    library, problems = read(text)
    assert problems == []
    assert library["b"].get("author") == "Doe, J. and Own, O."
    assert library["b"].get("editor") == "Poe, K."
    assert check(text) == []


def test_what_an_xdata_lacks_is_told_once(read):
    """The field of the entry is there, so nobody asks to add it."""
    library, problems = read(
        "@xdata{people, author = {Roe, Ada}}\n"
        "@misc{a, title = {A}, year = {2020},\n editor = {xdata=people-editor}}\n"
    )
    problems += check_library(library, today=date(2026, 11, 22))
    assert [(problem.line, problem.code) for problem in problems] == [(3, "crossref-unknown")]


def test_a_field_of_what_is_no_xdata(read):
    _, problems = read("@misc{a, title = {A}}\n@book{b, publisher = {xdata=a-title}}")
    assert [problem.message for problem in problems] == [
        '"b" takes publisher from "a", which is no @xdata'
    ]


@pytest.mark.parametrize("fields", ["", "entryset = {a}"])
def test_a_set_of_nothing(read, fields):
    library, problems = read(f"@set{{a, {fields}}}")
    problems += check_library(library, today=date(2026, 11, 22))
    assert [problem.code for problem in problems] == ["field-missing"]
