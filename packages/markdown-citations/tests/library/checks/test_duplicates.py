"""One work under two citekeys."""

from __future__ import annotations

import re

import pytest
from markdown_citations.library.checks.duplicates import check_duplicates, title_key
from markdown_citations.library.entries import Entry, Library


def entry(citekey: str, **fields: str) -> str:
    fields = {"title": f"Title of {citekey}", "year": "2020", **fields}
    lines = [f" {name} = {{{value}}},\n" for name, value in fields.items() if value]
    return f"@misc{{{citekey},\n" + "".join(lines) + "}\n"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"doi": "10.1234/x"}, {"doi": "10.1234/X"}),
        ({"doi": r"10.1234/a\_b"}, {"doi": "10.1234/a_b"}),
        ({"pmid": "123"}, {"pmid": "123"}),
        ({"pmcid": "PMC123"}, {"pmcid": "PMC123"}),
    ],
)
def test_same_identifier(check, one, other):
    """Capitals and LaTeX make no other DOI."""
    problems = check(entry("a", title="Sleep", **one) + entry("b", title="Dreams", **other))
    assert [(p.code, p.line, p.severity) for p in problems] == [("entry-duplicate", 9, "error")]
    what = re.sub(r'.* the same | as "a"', "", problems[0].message)
    said = f"Keep one, and let all pages cite it. If both are meant, look up the {what} of each."
    assert problems[0].hint == f"That entry is at a.bib:1. {said}"


def test_same_identifier_and_title(check):
    """What is one work needs no other number, though one of them may lack a subtitle."""
    title = "Sleep and dreams"
    text = entry("a", pmid="1", title=title) + entry("b", pmid="1", title=f"{title}: A Review")
    assert [p.hint for p in check(text)] == [
        "That entry is at a.bib:1. Keep one, and let all pages cite it."
    ]


def test_chapters_of_one_book(check):
    """The title of an @inbook is the book's; a chapter may be a name."""
    book = "title = {Sleep, dreams, rest, night}, year = {2020}, publisher = {P}, author = {R, A.}"
    one, other = (f"@inbook{{c{c}, {book}, chapter = {{{c}}}}}" for c in "12")
    assert check(one + other) == []
    same = check(one + one.replace("c1", "c2"))
    assert [p.code for p in same] == ["title-duplicate"]
    pages = (one.replace("chapter = {1}", f"pages = {{{p}}}") for p in ("1--9", "1–9", "10--19"))
    first, again, other = (text.replace("c1", f"d{n}") for n, text in enumerate(pages))
    assert check(first + other) == []
    assert [p.code for p in check(first + again)] == ["title-duplicate"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ketamine in the city clinic: a review", "Ketamine in City Clinic. Review"),
        ("Better sleep: a randomised trial", "Better {Sleep}: A Randomized Trial"),
        (r"L{\'o}pez and the \textit{behaviour} of old rats", "Lopez and the behavior of old rats"),
        ("Naïve people in Málaga: a survey", "Naive people in Malaga. A survey"),
        ("Anaesthesia for oesophageal surgery today", "Anesthesia for esophageal surgery today"),
    ],
)
def test_near_title(check, one, other):
    """Capitals, punctuation, accents, small words and spelling make no other title."""
    text = entry("a", title=one) + entry("b", title=other)
    assert [p.code for p in check(text)] == ["title-duplicate"]
    assert title_key(one) == title_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param({"title": "Editorial"}, {"title": "Editorial"}, id="too short"),
        pytest.param(
            {"title": "Annual report on drug use", "year": "2019"},
            {"title": "Annual report on drug use", "year": "2021"},
            id="yearly",
        ),
        pytest.param(
            {"title": "Annual report on drug use", "year": "", "date": "2019-05-01"},
            {"title": "Annual report on drug use", "year": "", "date": "2021"},
            id="yearly, with dates",
        ),
        pytest.param(
            {"title": "Effects in adults of treatment"},
            {"title": "Effects in children of treatment"},
            id="one word differs",
        ),
        pytest.param(
            {"title": "One trial told twice over", "related": "b"},
            {"title": "One trial told twice over"},
            id="preprint",
        ),
        pytest.param({"doi": "10.1234/a"}, {"doi": "10.1234/b"}, id="two DOIs"),
    ],
)
def test_not_the_same(check, one, other):
    """Works that only look alike."""
    assert check(entry("a", **one) + entry("b", **other)) == []


def test_three_alike(check):
    """Each later one is reported once, against the first."""
    text = "".join(
        entry(c, doi="10.1234/x", pmid="1", title="One trial told twice over") for c in "abc"
    )
    assert [(p.code, p.message) for p in check(text)] == [
        ("entry-duplicate", 'b: it has the same DOI as "a"'),
        ("entry-duplicate", 'c: it has the same DOI as "a"'),
    ]


class CountedFields(dict[str, str]):
    """Fields that count how often somebody looks at them."""

    looks = 0

    def __getitem__(self, name: str) -> str:
        CountedFields.looks += 1
        return super().__getitem__(name)

    def values(self):
        CountedFields.looks += len(self)
        return super().values()


def test_each_entry_is_looked_at_once():
    """So the work grows with the number of entries, and not with that of their pairs."""
    looks = []
    for count in (10, 80):
        CountedFields.looks = 0
        entries = {}
        for i in range(count):
            title = f"Effect number {i} of treatment {i % 7} in people"
            fields = CountedFields(title=title, pmid=str(i + 1))
            entries[f"k{i}"] = Entry(f"k{i}", "misc", fields, "a.bib", 1, dict.fromkeys(fields, 1))
        assert list(check_duplicates(Library(entries))) == []
        looks.append(CountedFields.looks)
    assert looks == [10 * 2, 80 * 2]
