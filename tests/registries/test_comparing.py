"""Which differences count, and which mean nothing."""

from __future__ import annotations

import pytest
from kapguide.registries.comparing import compare, is_same_work
from kapguide.registries.work import RegisteredWork
from markdown_citations.library.entries import Entry
from markdown_citations.library.names import Name

PEOPLE = (Name("López-Roca", "Alicia L."), Name("Berg", "Jan", "van der"))


def verdict(field: str, ours: str, *theirs: str) -> str:
    """Compare one field with what one registry or two say."""
    works = [RegisteredWork(name, {field: text}) for name, text in zip("ab", theirs, strict=False)]
    entry = Entry("doe2026", "article", {field: ours}, "a.bib", 1)
    return next(one.verdict for one in compare(entry, works) if one.field == field)


SAME = {
    "case": ("title", "Ketamine for {PTSD}", "KETAMINE FOR PTSD"),
    "dashes": ("title", "Double-blind trial -- of two", "Double–blind trial — of two"),
    "accents and full stop": ("title", "L{\\'o}pez in Caf\\'e", "Lopez in Cafe."),
    "ampersand": ("title", r"Taylor \& Francis", "Taylor and Francis"),
    "quotation marks": ("title", "So ``special'' K", "So “special” K"),
    "a publisher's mark": ("title", "Cold baths", "RETRACTED: Cold baths"),
    "abbreviated journal": ("journal", "J Clin Psychiatry", "The Journal of Clinical Psychiatry"),
    "journal abbreviated there": (
        "journal",
        "The Journal of Clinical Psychiatry",
        "J. Clin. Psychiatry",
    ),
    "contracted words": (
        "journal",
        "Proc Natl Acad Sci",
        "Proceedings of the National Academy of Sciences",
    ),
    "PubMed's subtitle": (
        "journal",
        "JAMA",
        "JAMA : the journal of the American Medical Association",
    ),
    "PubMed's place": ("journal", "BMJ", "BMJ (Clinical research ed.)"),
    "left-out digits": ("pages", "1691--1706", "1691-706"),
    "one dash": ("pages", "165--183", "165-183"),
    "article number": ("pages", "e067194", "067194"),
    "DOI in capitals": ("doi", "10.1056/NEJMoa2302399", "10.1056/nejmoa2302399"),
    "ISBN of ten digits": ("isbn", "3-16-148410-X", "978-3-16-148410-0"),
    "the second registry agrees": ("volume", "51", "52", "51"),
}
DIFFERENT = {
    "another volume": ("volume", "51", "52"),
    "another first page": ("pages", "165--183", "166--183"),
    "another last page": ("pages", "165--183", "165--184"),
    "a word more": ("title", "Ketamine for depression", "Ketamine for major depression"),
    "another spelling": ("title", "A randomised trial", "A randomized trial"),
    "a journal of the same family": ("journal", "Nature", "Nature Medicine"),
    "a longer journal": ("journal", "J Psychiatry", "Journal of Clinical Psychiatry"),
    "another DOI": ("doi", "10.5555/a", "10.5555/b"),
    "both registries": ("volume", "51", "52", "53"),
}


@pytest.mark.parametrize("case", SAME.values(), ids=SAME.keys())
def test_what_means_nothing(case: tuple[str, ...]) -> None:
    assert verdict(*case) == "agrees"


@pytest.mark.parametrize("case", DIFFERENT.values(), ids=DIFFERENT.keys())
def test_what_counts(case: tuple[str, ...]) -> None:
    assert verdict(*case) == "differs"


AUTHORS = {
    "initials": ("L\\'opez-Roca, A. L. and van der Berg, J.", "agrees"),
    "ASCII": ("Lopez Roca, Alicia and van der Berg, Jan", "agrees"),
    "without particle": ("López-Roca, A. and Berg, J.", "agrees"),
    "and others": ("López-Roca, A. and others", "agrees"),
    "a group beside them": ("López-Roca, A. and van der Berg, J. and {The Group}", "agrees"),
    "one too few": ("López-Roca, A.", "differs"),
    "another order": ("van der Berg, J. and López-Roca, A.", "differs"),
    "another name": ("López-Roca, A. and van der Bergh, J.", "differs"),
    "a body": ("{The Group}", "differs"),
    "none": ("", "not in the entry"),
}


@pytest.mark.parametrize(("author", "expected"), AUTHORS.values(), ids=AUTHORS.keys())
def test_authors(author: str, expected: str) -> None:
    """Families in their order; initials, accents and groups beside people do not count."""
    entry = Entry("a", "article", {"author": author}, "a.bib", 1)
    found = compare(entry, [RegisteredWork("PubMed", {}, authors=PEOPLE)])
    assert {one.field: one.verdict for one in found} == {"author": expected}


def test_years_online_and_in_print() -> None:
    """Either year is right."""
    work = RegisteredWork("Crossref", {"year": "2026"}, years=("2026", "2025"))
    for year, expected in (("2026", "agrees"), ("2025", "agrees"), ("2024", "differs")):
        entry = Entry("a", "article", {"year": year}, "a.bib", 1)
        assert [one.verdict for one in compare(entry, [work])] == [expected]


def test_what_is_on_one_side_only() -> None:
    """A field that the entry lacks is shown; one that no registry has is said."""
    entry = Entry("a", "article", {"volume": "1"}, "a.bib", 1)
    found = compare(entry, [RegisteredWork("PubMed", {"number": "2"})])
    assert [(one.field, one.verdict, one.theirs) for one in found] == [
        ("volume", "not in the registries", ""),
        ("number", "not in the entry", "2"),
    ]


@pytest.mark.parametrize(
    ("title", "same"),
    [
        ("Ketamine for depression: a trial", True),
        ("Ketamin for depresion, a trial", True),
        ("Ketamine for depression", True),
        ("Soil bacteria of the Alps and their enzymes", False),
    ],
)
def test_another_work(title: str, same: bool) -> None:
    """A title that has nothing in common belongs to another work."""
    entry = Entry("a", "article", {"title": "Ketamine for depression: a trial"}, "a.bib", 1)
    assert is_same_work(entry, RegisteredWork("Crossref", {"title": title})) is same
