"""What is wrong with fields and entries, each with its line."""

from __future__ import annotations

from datetime import date

import pytest
from markdown_citations.library.checks.library_checks import check_library

VALID = {
    "doi": [
        "10.1192/bjo.2023.53",
        "10.1016/S0006-3223(99)00230-9",
        "10.1002/14651858.CD011612.pub3",
        "10.4088/JCP.17m11634",
        "10.1000.10/abc",
        r"10.1007/978-3_4\_5",
    ],
    "pmid": ["1", "30917760"],
    "pmcid": ["PMC9207256"],
    "issn": ["2056-4724", "20564724", "0000-006X", "2056-4724, 0000-006X"],
    "isbn": ["978-3-16-148410-0", "3-16-148410-X", "978 3 16 148410 0", "9783161484100"],
    "url": [
        "https://www.nice.org.uk/guidance/ta854",
        "http://localhost:8000/a?b=c#d",
        r"https://a.b/c\_d%20e~f",
        "https://988lifeline.org",
        "mailto:a@b.example",
        "https://例え.jp/ä",
    ],
    "year": ["2026", "2027", "{2026}"],
    "date": ["2026", "2026-11", "2026-11-22", "2026-01-01/2026-12-31", "2026/.."],
    "pages": [
        "165--183",
        "165-183",
        "165–183",
        "165-83",
        "e79",
        "1141988",
        "CD011612",
        "17m11634",
        "S12--S15",
        "iv--ix",
        "1--3, 7, 9--10",
        "43+",
        "61301--61306",
        "e1.5",
    ],
    "people": ["7", "1285"],
    "author": [
        "Dore, J. and Kew, B. M.",
        "{US Food and Drug Administration}",
        "{{NICE}}",
        "Ng, W.",
        "LI, M.",
        "Jelovac, A. and others",
        "Zarate, Jr, C. A.",
        "Anders And, C.",
    ],
    "title": [
        "{KAP} and {PTSD}",
        "{Ketamine for PTSD and KAP}",
        "[Supplied title]",
        "Vitamin C and I",
        "A title by McIntyre and O'Brien",
        r"{\'E}tude \textbf{x}",
        "{FDA}",
    ],
    "note": [
        "50% of them",
        r"Taylor \& Francis",
        "a < b > c",
        "López-Roca",
        "Ångström Ã",
        r"R\&amp",
    ],
    "studytype": ["randomized trial", "label"],
    "psychotherapy": ["yes", "not-applicable"],
    "background": ["yes"],
}


@pytest.mark.parametrize(
    ("field", "value"), [(field, value) for field, values in VALID.items() for value in values]
)
def test_valid(check_fields, field, value):
    """None of these is a fault."""
    assert check_fields(f"{field} = {{{value}}}") == []


INVALID = {
    "doi-malformed": [
        "doi = {https://doi.org/10.1192/bjo.2023.53}",
        "doi = {doi:10.1192/bjo.2023.53}",
        "doi = {10.1192/bjo.2023.53.}",
        "doi = {10.1192}",
        "doi = {11.1192/x}",
        "doi = {10.1192/a b}",
    ],
    "pmid-malformed": [
        "pmid = {0123}",
        "pmid = {PMC9207256}",
        "pmid = {123456789}",
        "pubmed = {x}",
    ],
    "pmcid-malformed": ["pmcid = {9207256}", "pmcid = {PMC}", "pmcid = {pmc9207256}"],
    "issn-malformed": ["issn = {2056-4725}", "issn = {2056}", "issn = {2056-4724, 2056-4725}"],
    "isbn-malformed": [
        "isbn = {978-3-16-148410-1}",
        "isbn = {3161484101}",
        "isbn = {12345}",
        "isbn = {977-3-16-148410-0}",
    ],
    "url-malformed": [
        "url = {www.nice.org.uk}",
        "url = {nice.org.uk/guidance}",
        "url = {javascript:alert(1)}",
        "url = {data:text/html,x}",
        "url = {https://a b}",
        "url = {https://}",
    ],
    "year-malformed": ["year = {in press}", "year = {20}", "year = {c. 2020}", "year = {２０２０}"],
    "year-future": ["year = {2028}", "year = {9999}"],
    "date-malformed": ["date = {2026-02-30}", "date = {22 Nov 2026}", "date = {2026-13}"],
    "date-disagrees": ["date = {2025-12-31}"],
    "pages-malformed": ["pages = {165 to 183}", "pages = {1-2-3}", "pages = {?}", "pages = {12, }"],
    "pages-backwards": ["pages = {183--165}", "pages = {165-64}", "pages = {S15-S12}"],
    "people-malformed": [
        "people = {about 40}",
        "people = {1,285}",
        "people = {0}",
        "people = {４}",
    ],
    "name-malformed": [
        "author = {A, B. and and C, D.}",
        "author = {A, B. and}",
        "author = {and A, B.}",
        "author = {A, B.; C, D.}",
        "author = {A, B., C, D., E, F.}",
        "author = {Smith, J.,}",
        "author = {Jelovac, A. et al.}",
        "editor = {A and and B}",
    ],
    "name-capitals": [
        "author = {SMITH, J.}",
        "author = {JOHN SMITH}",
        "author = {A, B. and UNESCO}",
    ],
    "title-capitals": ["title = {A TITLE THAT SHOUTS}"],
    "title-address": ["title = {See https://example.org}", "title = {See www.example.org}"],
    "title-abbreviation": ["title = {Ketamine for PTSD}", "title = {The mRNA story}"],
    "html-entity": ["note = {A &amp; B}", "journal = {A &#233; B}", "note = {&#xE9;}"],
    "html-tag": ["note = {<i>x</i>}", "title = {H<sub>2</sub>O}"],
    "ampersand-bare": ["note = {A & B}", "note = {R&D}"],
    "character-broken": [
        "note = {MÃ¼ller}",
        "note = {x â€œyâ€\u009d}",
        "note = {x\ufffdy}",
        "note = {a\x07b}",
    ],
    "not-nfc": ["note = {Lo\u0301pez}", "author = {Lo\u0301pez, A.}"],
    "latex-unknown": [r"note = {\glqq x}", r"title = {On \foo{x}}"],
    "field-empty": ["note = {}", "note = { }"],
    "field-unknown": ["findings = {x}", "zzz = {x}"],
    "value-unknown": [
        "studytype = {Randomized trial}",
        "psychotherapy = {true}",
        "background = {true}",
    ],
    "statusdate-malformed": ["statusdate = {2026}", "statusdate = {2026-11-23}"],
    "statusdate-missing": ["status = {none}"],
    "unconfirmed-unknown": ["unconfirmed = {authors}"],
    "unconfirmed-present": ["unconfirmed = {year}", "unconfirmed = {title}"],
    "publishedas-unknown": ["publishedas = {smith2028}"],
}


@pytest.mark.parametrize(
    ("code", "fields"), [(code, text) for code, texts in INVALID.items() for text in texts]
)
def test_invalid(check_fields, code, fields):
    """Each of these is one fault, on its own line."""
    assert check_fields(fields) == [f"2 {code}"]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        (
            "doi = {https://doi.org/10.1192/bjo.2023.53}",
            "a.bib:2: doi-malformed: smith2027: the DOI is not well formed: "
            '"https://doi.org/10.1192/bjo.2023.53". Write it as 10.1192/bjo.2023.53',
        ),
        (
            "url = {www.nice.org.uk}",
            'a.bib:2: url-malformed: smith2027: the address is not well formed: "www.nice.org.uk". '
            "Write it as https://www.nice.org.uk",
        ),
        (
            "findings = {x}",
            'a.bib:2: field-unknown: smith2027: nobody knows the field "findings". '
            'Did you mean "finding"?',
        ),
        (
            "studytype = {randomised trial}",
            'a.bib:2: value-unknown: smith2027: studytype cannot be "randomised trial". '
            'Did you mean "randomized trial"?',
        ),
        (
            "note = {A &amp; B}",
            'a.bib:2: html-entity: smith2027: an HTML entity: "&amp;". Write \\& instead.',
        ),
        (
            "unconfirmed = {autor}",
            'a.bib:2: unconfirmed-unknown: smith2027: "autor" in unconfirmed is no field. '
            'Did you mean "author"?',
        ),
        (
            "author = {SMITH, J.}",
            'a.bib:2: name-capitals: smith2027: a name in capitals: "SMITH, J.". '
            "Write Dore, J.; put a body's name into braces: {NICE}.",
        ),
    ],
)
def test_message(check, fields, message):
    """A message names file, line and citekey, and says how to mend it."""
    text = f"@misc{{smith2027,\n{fields},\n title = {{T}}, year = {{2026}}}}"
    assert [str(problem) for problem in check(text)] == [message]


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("@article{a, title = {T}}", ["author", "journal", "year"]),
        ("@article{a, title = {T}, author = {A, B.}, journaltitle = {J}, date = {2020}}", []),
        ("@article{a, title = {T}, unconfirmed = {author, journal, year}}", []),
        ("@article{a, title = {T}, unconfirmed = {journaltitle, date}}", ["author"]),
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
    """Each type needs its fields, or says that they are not confirmed."""
    problems = check(text)
    assert {problem.code for problem in problems} <= {"field-missing"}
    assert sorted(problem.message.split('"')[1] for problem in problems) == sorted(lacking)


def test_unknown_type(check):
    """A type that nobody knows is reported with the nearest one, and nothing more."""
    assert [str(problem) for problem in check("\n@articel{a, title = {T}}")] == [
        'a.bib:2: type-unknown: a: @articel is no entry type. Did you mean "article"?'
    ]


@pytest.mark.parametrize(
    "citekey", ["dore2019", "_x", "DBLP:conf/x/y", "a.b-c_d", "李2020", "2020a"]
)
def test_valid_citekey(check, citekey):
    """Pandoc's rule: such keys need no braces in a page."""
    assert check(f"@misc{{{citekey}, title = {{T}}, year = {{2020}}}}") == []


@pytest.mark.parametrize("citekey", ["smith(27)", "smith.", "a b", ":a", "a..b", "smith's"])
def test_invalid_citekey(check, citekey):
    """A key that a page cannot cite as it is."""
    problems = check(f"@misc{{{citekey}, title = {{T}}, year = {{2020}}}}")
    assert [(p.line, p.code) for p in problems] == [(1, "citekey-invalid")]


def test_supplied_title(check_fields):
    """A title in square brackets is ours, so it may stand though the real one is unconfirmed."""
    assert check_fields("title = {[A descriptive title]}, unconfirmed = {title}") == []


TAKEN_BACK = (
    "@misc{a,\n title = {T}, year = {2020},\n status = {%s},\n"
    " statusdate = {2026-11-22}, statusnote = {N.}}"
)


@pytest.mark.parametrize("status", ["retracted", "withdrawn"])
def test_cited_though_taken_back(check, status):
    """A cited work that was retracted or withdrawn blocks publishing."""
    text = TAKEN_BACK % status
    assert [str(problem) for problem in check(text, cited={"a"})] == [
        f"a.bib:3: entry-{status}: a: a page cites a {status} work. "
        "Remove it from every page that cites it, and what rests on it."
    ]
    assert [problem.code for problem in check(text, cited=set())] == ["entry-unused"]
    assert check(text) == []


@pytest.mark.parametrize("status", ["none", "unchecked", "corrected", "concern"])
def test_cited_with_another_status(check, status):
    """These are shown to readers and stop nothing."""
    assert check(TAKEN_BACK % status, cited={"a"}) == []


def test_statusnote(check_fields):
    """A correction that says not what it corrects helps no reader."""
    assert check_fields("status = {concern}, statusdate = {2026-11-22}") == ["2 statusnote-missing"]


def test_unused(check):
    """An entry that no page cites is a warning, but for background and for parents."""
    text = (
        "@misc{a, title = {A}, year = {1999}, crossref = {d}}\n"
        "@misc{b, title = {B}, year = {1999}}\n"
        "@misc{c, title = {C}, year = {1999}, background = {yes}}\n"
        "@misc{d, title = {D}, year = {1999}}\n"
    )
    assert [str(problem) for problem in check(text, cited={"a", "no-entry"})] == [
        "a.bib:2: entry-unused: b: no page cites this entry. "
        "Cite it, remove it, or mark it with background = {yes}."
    ]


PREPRINT = (
    "@misc{pre, title = {One trial told}, year = {2023},\n publishedas = {paper}}\n"
    "@misc{paper, title = {One trial told}, year = {2024}}\n"
)


def test_preprint(check):
    """The preprint of a listed paper is no duplicate; to cite it is a warning."""
    assert check(PREPRINT, cited={"paper"})[0].code == "entry-unused"
    assert [str(problem) for problem in check(PREPRINT, cited={"paper", "pre"})] == [
        'a.bib:2: preprint-cited: pre: a page cites the preprint. Cite "paper" instead.'
    ]


def test_today_decides(read):
    """The caller says what day it is, so that a build gives the same tomorrow."""
    library, _ = read("@misc{a, title = {T}, year = {2030}}")
    assert check_library(library, today=date(2029, 1, 1)) == []
    assert [p.code for p in check_library(library, today=date(2028, 12, 31))] == ["year-future"]
