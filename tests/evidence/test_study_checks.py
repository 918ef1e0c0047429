"""What is wrong with the fields of studies, each with its line; no work that was taken back."""

from __future__ import annotations

import re
from datetime import date

import pytest
from kapguide.evidence import study_checks
from markdown_citations.library.reading import read_library
from markdown_citations.problems import rules_in

DESCRIBED = "studytype = {survey}, finding = {F.}, limitation = {L.}"
ENTRY = "@misc{smith2027,\n%s,\n title = {A sound title}, year = {2026}}"
VALID = [
    "people = {7}",
    "people = {1285}",
    "studytype = {randomized trial}",
    "studytype = {label}",
    "psychotherapy = {yes}",
    "psychotherapy = {not-applicable}",
    "background = {yes}",
    "statusdate = {2026-11-23}",  # tomorrow, which it is already in Kiritimati
    "unconfirmed = {author, volume}",
]


@pytest.mark.parametrize("fields", VALID)
def test_valid(check, fields):
    """None of these is a fault."""
    assert check(ENTRY % fields) == []


INVALID = {
    "people-malformed": [
        "people = {about 40}",
        "people = {1,285}",
        "people = {0}",
        "people = {４}",
    ],
    "value-unknown": [
        "studytype = {Randomized trial}",
        "psychotherapy = {true}",
        "background = {true}",
    ],
    "statusdate-malformed": ["statusdate = {2026}", "statusdate = {2026-11-24}"],
    "statusdate-missing": ["status = {none}"],
    "statusnote-missing": ["status = {concern}, statusdate = {2026-11-22}"],
    "unconfirmed-unknown": ["unconfirmed = {authors}"],
    "unconfirmed-present": ["unconfirmed = {year}", "unconfirmed = {title}"],
    "publishedas-unknown": ["publishedas = {smith2028}"],
}


@pytest.mark.parametrize(
    ("code", "fields"), [(code, text) for code, texts in INVALID.items() for text in texts]
)
def test_invalid(check, code, fields):
    """Each of these is one fault, on its own line."""
    assert [(p.line, p.code) for p in check(ENTRY % fields)] == [(2, code)]


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("20.11.2026", "Write 2026-11-20."),
        ("20 November 2026", "Write 2026-11-20."),
        ("24.12.2026", "Write year, month and day, as in 2026-"),
        ("1/2/2026", "Write year, month and day, as in 2026-"),
    ],
)
def test_day_to_write(check, value, hint):
    """The one that is meant, where there is one alone and it has been."""
    (problem,) = check(ENTRY % f"statusdate = {{{value}}}")
    assert problem.hint.startswith(hint)


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("about 40", "40"),
        ("1,285", "1285"),
        ("４", "4"),
        ("0", "the number in figures, as in 1285"),
        ("40 to 50", "the number in figures, as in 1285"),
        ("forty", "the number in figures, as in 1285"),
    ],
)
def test_number_of_people_to_write(check, value, number):
    """The one that stands there, and never that of an example."""
    (problem,) = check(ENTRY % f"people = {{{value}}}")
    assert problem.hint == f'Write {number}, and all words into "sample".'


@pytest.mark.parametrize(
    ("fields", "message"),
    [
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
            "unconfirmed = {autor}",
            'a.bib:2: unconfirmed-unknown: smith2027: "autor" in unconfirmed is no field. '
            'Did you mean "author"?',
        ),
    ],
)
def test_message(check, fields, message):
    """A message names file, line and citekey, and says how to mend it."""
    assert [str(problem) for problem in check(ENTRY % fields)] == [message]


@pytest.mark.parametrize(
    ("unconfirmed", "lacking"),
    [
        ("author, journal, year", []),
        ("journaltitle, date", ["author"]),
    ],
)
def test_what_is_not_confirmed_may_be_missing(check, unconfirmed, lacking):
    """An entry has the fields that its type needs, or says that they are not confirmed."""
    problems = check(f"@article{{a, title = {{T}}, unconfirmed = {{{unconfirmed}}}}}")
    assert [problem.message.split('"')[1] for problem in problems] == lacking
    assert all('name it in "unconfirmed"' in problem.hint for problem in problems)


def test_supplied_title(check):
    """A title in square brackets is ours, so it may stand though the real one is unconfirmed."""
    assert check("@misc{a, title = {[What it says]}, unconfirmed = {title}, year = {2026}}") == []


TAKEN_BACK = (
    "@misc{a,\n title = {T}, year = {2020},\n status = {%s},\n"
    " statusdate = {2026-11-22}, statusnote = {N.}}"
)


@pytest.mark.parametrize("status", ["retracted", "withdrawn"])
def test_cited_though_taken_back(check, status):
    """A cited work that was retracted or withdrawn blocks publishing."""
    text = TAKEN_BACK % status
    described = text.replace("title = {T}", f"title = {{T}}, {DESCRIBED}")
    assert [str(problem) for problem in check(described, cited={"a"})] == [
        f"a.bib:3: entry-{status}: a: a page cites a {status} work. "
        "Remove it from every page that cites it, and what rests on it."
    ]
    assert [problem.code for problem in check(text, cited=set())] == ["entry-unused"]
    assert check(text) == []


@pytest.mark.parametrize("status", ["none", "unchecked", "corrected", "concern"])
def test_cited_with_another_status(check, status):
    """These are shown to readers and stop nothing."""
    text = TAKEN_BACK.replace("title = {T}", f"title = {{T}}, {DESCRIBED}") % status
    assert check(text, cited={"a"}) == []


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        pytest.param("", "studytype, finding, limitation, status", id="as a program exports it"),
        pytest.param("studytype = {law}, status = {none},", "finding, limitation", id="in part"),
        pytest.param(
            "studytype = {law}, status = {none}, unconfirmed = {finding},",
            "limitation",
            id="one that nobody could confirm",
        ),
    ],
)
def test_cited_but_not_described(check, fields, missing):
    """Readers are promised what each cited work was and found, so a lack is told."""
    text = f"@misc{{a, title = {{T}}, year = {{2020}}, {fields} statusdate = {{2026-11-22}}}}"
    (problem,) = check(text, cited={"a"})
    assert (problem.code, problem.severity) == ("study-undescribed", "warning")
    assert problem.message == f"a: a page cites this work, but the entry lacks {missing}"
    assert check(text) == []


def test_cited_and_mistyped(check):
    """A field that nobody knows is told alone."""
    fields = "studytype = {law}, findings = {F}, limitation = {L}, status = {none},"
    text = f"@misc{{a, title = {{T}}, year = {{2020}}, {fields} statusdate = {{2026-11-22}}}}"
    assert [problem.code for problem in check(text, cited={"a"})] == ["field-unknown"]


def test_cited_and_cut_short(tmp_path):
    """What a brace too many has put outside is told there, and is no lack."""
    path = tmp_path / "a.bib"
    path.write_text("@misc{a, title = {T}, year = {2020}},\n  studytype = {law},\n}\n", "utf-8")
    library, _ = read_library([path], tmp_path)
    assert library.cut == {"a"}
    assert [*study_checks.check_evidence(library, date(2026, 11, 22), {"a"})] == []


def test_background(check):
    """An entry may be there without being cited, if it says so."""
    text = (
        "@misc{b, title = {B}, year = {1999}}\n"
        "@misc{c, title = {C}, year = {1999}, background = {yes}}\n"
    )
    assert [str(problem) for problem in check(text, cited=set())] == [
        "a.bib:1: entry-unused: b: no page cites this entry. "
        "Cite it, remove it, or mark it with background = {yes}."
    ]


PREPRINT = (
    f"@misc{{pre, title = {{One trial told twice over}}, year = {{2023}}, {DESCRIBED},\n"
    " status = {none}, statusdate = {2026-11-22}, publishedas = {paper}}\n"
    f"@misc{{paper, title = {{One trial told twice over}}, year = {{2024}}, {DESCRIBED},\n"
    " status = {none}, statusdate = {2026-11-22}}\n"
)


def test_preprint(check):
    """The preprint of a listed paper is no duplicate; to cite it is a warning."""
    assert [p.code for p in check(PREPRINT, cited={"paper"})] == ["entry-unused"]
    assert [str(problem) for problem in check(PREPRINT, cited={"paper", "pre"})] == [
        'a.bib:2: preprint-cited: pre: a page cites the preprint. Cite "paper" instead.'
    ]


@pytest.mark.parametrize("rule", rules_in(study_checks), ids=lambda rule: rule.code)
def test_example(check, rule):
    """The wrong example gives this problem, the right one gives none at all.

    Examples of other rules need not describe a whole study.
    """

    def find(example):
        if not example.startswith("@"):
            example = ENTRY % example
        return check(example, cited=set(re.findall(r"@\w+\{(\w+)", example)))

    found = [problem for problem in find(rule.wrong) if problem.code == rule.code]
    assert {problem.severity for problem in found} == {rule.severity}
    ignored = {"study-undescribed"} - {rule.code}
    assert [problem for problem in find(rule.right) if problem.code not in ignored] == []
