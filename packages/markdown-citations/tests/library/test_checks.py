"""What is wrong with fields and entries, each with its line."""

from __future__ import annotations

from datetime import date

import pytest
from markdown_citations.library.checks import check_library
from markdown_citations.library.customization import Customization, ExtraField
from markdown_citations.problems import Rule

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
    "issn": [
        "2056-4724",
        "20564724",
        "0000-006X",
        "2056-4724, 0000-006X",
        "2056-4724 (Print) 0000-006X (Linking)",
        "2056-4724(Electronic),0000-006X(Print)",
        "2056–4724",
        "ISSN 2056-4724; eISSN: 0000-006X",
    ],
    "isbn": [
        "978-3-16-148410-0",
        "3-16-148410-X",
        "978 3 16 148410 0",
        "9783161484100",
        "978-0-306-40615-7 0-306-40615-2",
        "0-306-40615-2 (pbk. : alk. paper)",
        "9780306406157 (print), 978-3-16-148410-0 (online)",
        "ISBN-13: 978-0-306-40615-7",
        "9780306406157:",
        "978–0–306–40615–7 [v. 2]",
    ],
    "url": [
        "https://www.nice.org.uk/guidance/ta854",
        "http://localhost:8000/a?b=c#d",
        r"https://a.b/c\_d%20e~f",
        "https://988lifeline.org",
        "mailto:a@b.example",
        "https://例え.jp/ä",
    ],
    "year": [
        "2026",
        "2027",
        "{2026}",
        "2018-2019",
        "2018/19",
        "1984~",
        "199X",
        "c. 1900",
        "[ca. 1900]",
        "1900?",
        "2005--",
    ],
    "date": [
        "2026",
        "2026-11",
        "2026-11-22",
        "2026-01-01/2026-12-31",
        "2026/..",
        "2026-22",
        "2026~/2026-11?",
        "2026-11-22T14:34:00Z",
        "2026-XX",
        "202X",
    ],
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
        "A-12--A-15",
        "A-12",
        "2-1--2-10",
        r"1\,--\,10",
        r"12{--}15",
        "12 -- 15",
        "12---15",
        "pp. 12--15",
        "e12-e15",
        "27f.",
        "27 sqq.",
        r"27\psqq",
        "100--",
        "I-II--III-IV",
        "Ⅵ--Ⅻ",
        "xii + 320",
        "Article 25",
        "103:1--103:20",
        "12--15; 44 and 51",
    ],
    "author": [
        "Dore, J. and Kew, B. M.",
        "{US Food and Drug Administration}",
        "{{NICE}}",
        "Ng, W.",
        "LI, M.",
        "Jelovac, A. and others",
        "Zarate, Jr, C. A.",
        "Anders And, C.",
        "family=Berg, given=Henri, prefix=de, useprefix=true and Roe, Ada",
        "useprefix=true and Berg, Henri de",
        "id=roe1, family=Roe, given=Ada",
        "Lopez Jaramillo, Carlos Alberto",
        "Zarate, Carlos A., Jr. and Alm, Eva de",
        r"{Taylor \& Francis} and {Taylor \& Sons, Inc.}",
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
}


@pytest.mark.parametrize(
    ("field", "value"), [(field, value) for field, values in VALID.items() for value in values]
)
def test_valid(check_fields, field, value):
    """None of these is a fault."""
    assert check_fields(f"{field} = {{{value}}}") == []


@pytest.mark.parametrize("date", ["-0876", "y17000", "/1997", "1988/"])
def test_dates_far_away(check, date):
    """biblatex knows years before our era, long ones, and spans with an open end."""
    assert check(f"@misc{{a, title = {{T}}, date = {{{date}}}}}") == []


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
        "isbn = {978-0-306-40615-7 97803064061579}",
    ],
    "url-malformed": [
        "url = {www.nice.org.uk}",
        "url = {nice.org.uk/guidance}",
        "url = {javascript:alert(1)}",
        "url = {data:text/html,x}",
        "url = {https://a b}",
        "url = {https://}",
    ],
    "year-malformed": ["year = {in press}", "year = {20}", "year = {1985a}", "year = {２０２０}"],
    "year-future": ["year = {2028}", "year = {9999}"],
    "date-malformed": [
        "date = {2026-02-30}",
        "date = {22 Nov 2026}",
        "date = {2026-13}",
        "date = {2026-12/2026-11}",
    ],
    "date-disagrees": ["date = {2025-12-31}"],
    "pages-malformed": ["pages = {165 to 183}", "pages = {1-2-3}", "pages = {?}", "pages = {12, }"],
    "pages-backwards": ["pages = {183--165}", "pages = {165-64}", "pages = {S15-S12}"],
    "name-malformed": [
        "author = {A, B. and and C, D.}",
        "author = {A, B. and}",
        "author = {and A, B.}",
        "author = {A, B.; C, D.}",
        "author = {A, B., C, D., E, F.}",
        "author = {Smith, J.,}",
        "author = {Jelovac, A. et al.}",
        "editor = {A and and B}",
        "author = {A, B. & C, D.}",
        r"author = {A, B. \& C, D.}",
        "author = {{Roe, Ada and Doe, Jim}}",
        "author = {Dore J, Kew BM}",
        "author = {given-i=A, prefix=de}",
    ],
    "name-doubtful": [
        "author = {World Health Organization}",
        "author = {Hospira, Inc.}",
        "author = {Ada Roe, Jim Doe}",
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
    "html-tag": [
        "note = {<i>x</i>}",
        "title = {H<sub>2</sub>O}",
        r"note = {{\textless}i{\textgreater}x{\textless}/i{\textgreater}}",
    ],
    "ampersand-bare": ["note = {A & B}", "note = {R&D}"],
    "character-broken": [
        "note = {MÃ¼ller}",
        "note = {x â€œyâ€\u009d}",
        "note = {x\ufffdy}",
        "note = {a\x07b}",
    ],
    "not-nfc": ["note = {Lo\u0301pez}", "author = {Lo\u0301pez, A.}"],
    "latex-unknown": [r"note = {\oldword x}", r"title = {On \foo{x}}"],
    "field-empty": ["note = {}", "note = { }"],
    "field-unknown": ["jornal = {x}", "zzz = {x}"],
}


@pytest.mark.parametrize(
    ("code", "fields"), [(code, text) for code, texts in INVALID.items() for text in texts]
)
def test_invalid(check_fields, code, fields):
    """Each of these is one fault, on its own line."""
    assert check_fields(fields) == [f"2 {code}"]


@pytest.mark.parametrize(
    ("wrong", "hint", "right"),
    [
        ("year = {1985a}", "Write 1985.", "year = {1985}"),
        (
            "year = {May 2019}",
            "Write 2019, and when it was as date = {2019-05}.",
            "year = {2019}, date = {2019-05}",
        ),
        ("date = {2019/5/1}", "Write 2019-05-01.", "date = {2019-05-01}"),
        ("doi = {DOI 10.1192/a.b.}", "Write it as 10.1192/a.b", "doi = {10.1192/a.b}"),
        (
            "url = {www.nice.org.uk}",
            "Write it as https://www.nice.org.uk",
            "url = {https://www.nice.org.uk}",
        ),
        ("isbn = {2056-4724}", 'It is an ISSN: name the field "issn".', "issn = {2056-4724}"),
        ("author = {Roe, A. et al.}", "Write: Roe, A. and others", "author = {Roe, A. and others}"),
        (
            "author = {ROE A, DOE J}",
            'Write "and" between names: Roe, A. and Doe, J.',
            "author = {Roe, A. and Doe, J.}",
        ),
        (
            "author = {World Health Organization}",
            "Put a body's name into braces: {World Health Organization}",
            "author = {{World Health Organization}}",
        ),
        ("note = {Sand & Stone}", r"Write \& instead.", r"note = {Sand \& Stone}"),
        ("note = {5&nbsp;mg}", "Write ~ instead.", "note = {5~mg}"),
        (
            "title = {Sleep after PTSD}",
            "Write {PTSD}, or some styles print ptsd.",
            "title = {Sleep after {PTSD}}",
        ),
    ],
)
def test_who_follows_a_hint_hears_no_more(check, wrong, hint, right):
    """A hint shows the line as it should be."""
    text = "@booklet{{smith2027, {}}}"
    if "title" not in wrong:
        text = "@booklet{{smith2027, title = {{A title}}, {}}}"
    assert [str(p).partition(f". {hint}")[1] for p in check(text.format(wrong))] == [f". {hint}"]
    assert check(text.format(right)) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("@xdata{x,\n isbn = {1},\n url = {www.x.org}}", ["2 isbn-malformed", "3 url-malformed"]),
        ("@xdata{x,\n publisher = {Press}}", []),
    ],
)
def test_values_that_entries_share_are_checked(check, text, codes):
    """An @xdata is no work, but what it holds reaches works."""
    assert [f"{p.line} {p.code}" for p in check(text)] == codes


@pytest.mark.parametrize(
    "field", ["author+an", "title+an:default", "urlyear", "origyear", "eventendmonth", "endyear"]
)
def test_fields_of_biblatex_that_are_made_of_others(check_fields, field):
    """A note on another field, and the parts of a date."""
    assert check_fields(f"{field} = {{1}}", "booklet") == []
    assert check_fields(f"no{field} = {{1}}", "booklet") == ["2 field-unknown"]


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
            "jornal = {x}",
            'a.bib:2: field-unknown: smith2027: nobody knows the field "jornal". '
            'Did you mean "journal"?',
        ),
        (
            "note = {A &amp; B}",
            'a.bib:2: html-entity: smith2027: an HTML entity: "&amp;". Write \\& instead.',
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


def _check_shelves(library, today, cited):
    for entry in library:
        if entry.get("shelf") == "0":
            yield entry.problem(SHELF, f"no shelf on {today} for {cited}", "shelf", "Move it.")


SHELF = Rule("shelf-missing", "warning", "A shelf is there.", "Us", "shelf = {0}", "shelf = {1}")
SHELVES = Customization(
    fields={
        "shelf": ExtraField("Where it stands.", "1"),
        "kind": ExtraField("What it is.", "review", {"review": "Review", "survey": "Survey"}),
    },
    check=_check_shelves,
    may_lack=lambda entry: {"year"} if entry.get("shelf") else (),
    lacking_hint="Look at its cover.",
    may_be_unused=lambda entry: entry.get("shelf") == "9",
    unused_hint="Sell it.",
)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        pytest.param("shelf = {1}", [], id="an extra field and a lack that is allowed"),
        pytest.param("kind = {review}, year = {2020}", [], id="one of a few values"),
        pytest.param(
            "kind = {revue}, year = {2020}",
            ['value-unknown: a: kind cannot be "revue". Did you mean "review"?'],
            id="another value",
        ),
        pytest.param(
            "kind = {}",
            ['field-empty: a: "kind" is empty. Fill it, or remove the line.',
             'field-missing: a: @misc lacks "year". Look at its cover.'],
            id="a lack with the caller's hint",
        ),
        pytest.param(
            "shelf = {0}",
            ["shelf-missing: a: no shelf on 2026-11-22 for None. Move it."],
            id="a rule of the caller",
        ),
    ],
)  # fmt: skip
def test_what_a_caller_adds(read, fields, said):
    """Extra fields are known, their values held to, and the caller's own rules asked."""
    library, _ = read(f"@misc{{a, title = {{T}}, {fields}}}")
    found = check_library(library, today=date(2026, 11, 22), customization=SHELVES)
    assert [str(problem).removeprefix("a.bib:1: ") for problem in found] == said


def test_the_caller_says_what_may_be_unused(read):
    library, _ = read("@misc{a, title = {One}, shelf = {9}}\n@misc{b, title = {Two}, shelf = {2}}")
    found = check_library(library, today=date(2026, 11, 22), cited=(), customization=SHELVES)
    assert [(p.line, p.code, p.hint) for p in found] == [(2, "entry-unused", "Sell it.")]


def test_today_decides(read):
    """The caller says what day it is, so that a build gives the same tomorrow."""
    library, _ = read("@misc{a, title = {T}, year = {2030}}")
    assert check_library(library, today=date(2029, 1, 1)) == []
    assert [p.code for p in check_library(library, today=date(2028, 12, 31))] == ["year-future"]
