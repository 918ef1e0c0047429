"""What is wrong with an entry as a whole: its type, its citekey, its fields, its use."""

from __future__ import annotations

from datetime import date

import pytest
from markdown_citations.library.checks import check_library


@pytest.mark.parametrize(
    "field", ["author+an", "title+an:default", "urlyear", "origyear", "eventendmonth", "endyear"]
)
def test_fields_of_biblatex_that_are_made_of_others(check_fields, field):
    """A note on another field, and the parts of a date."""
    assert check_fields(f"{field} = {{1}}", "booklet") == []
    assert check_fields(f"no{field} = {{1}}", "booklet") == ["2 field-unknown"]


@pytest.mark.parametrize(
    "field",
    [
        "references = {A <i>b</i>, D�}",
        "bdsk-file-2 = {x}",
        "correspondence_address1 = {x}",
        "web-of-science-index = {Arts &amp; Humanities}",
        "nlmuniqueid = {7}",
        "abbr = {J}",
        "html = {https://a.org/b}, doi = {10.1000/a}",
        "website = {ours}",
    ],
)
def test_fields_of_programs(check_fields, field):
    """Nobody reads them, so that any text will do; of some there are several."""
    assert check_fields(field) == []


def test_fields_that_emacs_has_switched_off(check):
    """Its template has OPT before a field, and ALT before each of two, until somebody needs it."""
    off = "OPTnote = {}, OPTnote = {a & b}, ALTeditor = {}, OPTpages = pp, OPTDOI = {?}"
    assert check(f"@misc{{a, title = {{T}}, year = {{2020}}, {off}}}") == []
    assert check("@misc{a, title = {T}, year = {2020}, ALTtitle = {U}}") != []


@pytest.mark.parametrize(
    ("field", "hint"),
    [
        ("pages2 = {1}", 'Did you mean "pages"?'),
        ("vol = {1}", 'Did you mean "volume"?'),
        ("refid = {1}", "Nothing reads it: remove the line."),
        ("quality = {1}", "Nothing reads it: remove the line."),
        ("citedby = {1}", "Nothing reads it: remove the line."),
        *((f"{slip} = {{3}}", 'Did you mean "isbn"?') for slip in ("isbm", "isnb", "isb")),
        ("note 2 = {1}", "A name has no blanks: note."),
        ("website = {https://a.org}", "Write: url = {https://a.org}"),
        ("weblink = {https://a.org}", "Write: url = {https://a.org}"),
        ("weblink = {a page}", "Nothing reads it: remove the line."),
        ("titlle = {https://a.org}", 'Did you mean "title"?'),
        ("html = {https://a.org}, website = {https://b.org}", "Write: url = {https://a.org}"),
        (r"html = {\url{https://a.org/b}}", "Write: url = {https://a.org/b}"),
        ("funding_text 2 = {a &amp; b}", "A name has no blanks: funding_text_2."),
    ],
)
def test_programs_fields_are_no_proposals(check, field, hint):
    """Who types a name has not meant what a program adds."""
    found = check(f"@misc{{a, title = {{T}}, year = {{2020}}, {field}}}")
    assert [(p.code, p.hint) for p in found] == [("field-unknown", hint)]


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("@article{a, title = {T}}", ["author", "journal", "year"]),
        ("@article{a, title = {T}, author = {A, B.}, journaltitle = {J}, date = {2020}}", []),
        ("@book{a, editor = {A, B.}, title = {T}, publisher = {P}, year = {2020}}", []),
        ("@incollection{a, author = {A, B.}, title = {T}, year = {2020}}", ["booktitle"]),
        ("@techreport{a, title = {T}, year = {2020}}", ["author", "institution"]),
        ("@misc{a, title = {T}}", ["year"]),
        ("@online{a, title = {T}, year = {2020}}", ["url"]),
        ("@phdthesis{a, title = {T}, author = {A, B.}, year = {2020}}", ["school"]),
        ("@dataset{a, title = {T}, year = {2020}}", ["author"]),
        ("@legislation{a, title = {T}, year = {2020}}", []),
    ],
)
def test_required_fields(check, text, lacking):
    """Each type needs its fields."""
    problems = check(text)
    assert {problem.code for problem in problems} <= {"field-missing"}
    assert sorted(problem.message.split('"')[1] for problem in problems) == sorted(lacking)


@pytest.mark.parametrize(
    ("entry_type", "hint"),
    [
        ("articel", 'Did you mean "article"?'),
        ("webpage", 'Did you mean "online"?'),
        ("chapter", 'Did you mean "incollection"?'),
        ("preprint", "Use article, book, techreport, online or misc."),
        ("journal_article", 'Did you mean "article"?'),
        ("conferencepaper", 'Did you mean "conference"?'),
        ("website", 'Did you mean "online"?'),
        ("workingpaper", 'Did you mean "techreport"?'),
        ("parasite", "Use article, book, techreport, online or misc."),
        ("blogpost", 'Did you mean "online"?'),
        ("phd", 'Did you mean "phdthesis"?'),
        ("doctoral_dissertation", 'Did you mean "phdthesis"?'),
        ("clinicalguideline", 'Did you mean "techreport"?'),
        ("journal_article, journal = {J}", 'Did you mean "article"?'),
        ("book_section, booktitle = {B}, url = {https://a.b}", 'Did you mean "incollection"?'),
        ("inproceeding, journal = {J}", 'Did you mean "inproceedings"?'),
        ("preprint, journal = {J}, doi = {10.31234/osf.io/abcde}", 'Did you mean "article"?'),
        ("chapters, url = {https://a.b}", 'Did you mean "incollection"?'),
        ("tweet, url = {https://a.b}", "Use article, book, techreport, online or misc."),
    ],
)
def test_unknown_type(check, entry_type, hint):
    """A type that nobody knows is reported with one that is near, and nothing more.

    A journal or a book tells where no name is near.
    """
    entry_type, _, fields = entry_type.partition(", ")
    text = f"\n@{entry_type}{{a, title = {{T}}, {fields}}}"
    assert [str(problem) for problem in check(text)] == [
        f"a.bib:2: type-unknown: a: @{entry_type} is no entry type. {hint}"
    ]


@pytest.mark.parametrize(
    "citekey",
    [
        *("dore2019", "_x", "DBLP:conf/x/y", "a.b-c_d", "李2020", "2020a"),
        *("2015Rest..12..345V", "smith(27)", "smith.", ":a", "smith's"),
    ],
)
def test_valid_citekey(check, citekey):
    """Some of them pages cite in braces."""
    assert check(f"@misc{{{citekey}, title = {{T}}, year = {{2020}}}}") == []


@pytest.mark.parametrize(
    ("citekey", "said"),
    [
        ("`roe2019`", "pages cannot cite this citekey, in which a backquote stands"),
        ("roe 2019", "pages cannot cite this citekey, in which a space stands"),
        (r"roe\_19", "pages cannot cite this citekey, in which a backslash stands"),
    ],
)
def test_invalid_citekey(check, citekey, said):
    problems = check(f"@misc{{{citekey}, title = {{T}}, year = {{2020}}}}")
    assert [p.message.removeprefix(f"{citekey}: ") for p in problems] == [said]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        pytest.param(
            "@article{a, author = {Roe, A.}, title = {A} b},\n journal = {J},\n year = 2020\n}",
            ["value-broken", "text-outside"],
            id="a brace too many",
        ),
        pytest.param(
            "@incollection{a, author = {Roe, A.}, title = {A}, crossref = {b}}",
            ["crossref-unknown"],
            id="no such parent",
        ),
        pytest.param(
            "@incollection{a, author = {Roe, A.}, title = {A}, crossref = {a}}",
            ["crossref-circular"],
            id="its own parent",
        ),
        pytest.param("@article{a, xdata = {b}}", ["crossref-unknown"], id="no such @xdata"),
        pytest.param(
            r"@misc{a, title = {T}, year = {\today}}", ["year-malformed"], id="a command for a year"
        ),
        pytest.param(
            "@misc{a, yaer = {2020}, Article Title = {A}}",
            ["field-unknown"] * 2,
            id="misspelt names",
        ),
        pytest.param("@misc{a, title = {A}, pubstate = {inpress}}", [], id="no year as yet"),
        *(
            pytest.param(
                f"@misc{{a, title = {{A}}, pubstate = {{{state}}}}}", ["field-missing"], id=state
            )
            for state in ("retracted", "prepublished", "aheadofprint")
        ),
        pytest.param("@book{a, title = {A}}", ["field-missing"] * 3, id="fields that nobody wrote"),
    ],
)
def test_what_is_missing_for_another_reason_is_told_once(read, text, codes):
    library, problems = read(text)
    problems = [*problems, *check_library(library, today=date(2026, 1, 1))]
    assert [problem.code for problem in problems] == codes


def test_unused(check):
    """An entry that no page cites is a warning, but for parents of others."""
    text = (
        "@misc{a, title = {A}, year = {1999}, crossref = {d}}\n"
        "@misc{b, title = {B}, year = {1999}}\n"
        "@misc{d, title = {D}, year = {1999}}\n"
    )
    assert [str(problem) for problem in check(text, cited={"a", "no-entry"})] == [
        "a.bib:2: entry-unused: b: no page cites this entry. Cite it, or remove it."
    ]


def test_today_decides(read):
    """The caller says what day it is, so that a build gives the same tomorrow."""
    library, _ = read("@misc{a, title = {T}, year = {2030}}")
    assert check_library(library, today=date(2029, 1, 1)) == []
    assert [p.code for p in check_library(library, today=date(2028, 12, 31))] == ["year-future"]
