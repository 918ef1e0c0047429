"""Which registry wins for what, how names and citekeys are made."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kapguide.evidence.bib_editing import ORDER
from kapguide.registries.merging import (
    FIELDS,
    WINNERS,
    entry_type_of,
    format_name,
    initials,
    is_marked,
    make_citekey,
    merge,
    propose_study_type,
    unmarked,
)
from kapguide.registries.plain_text import fold
from kapguide.registries.work import Answers, RegisteredWork
from markdown_citations.library.names import Name, parse_name


def work(source: str, kind: str = "article", **fields: str) -> RegisteredWork:
    return RegisteredWork(source, fields, kind)


def test_each_field_has_its_winner() -> None:
    """Where both say something, the rule decides; where one is silent, the other speaks."""
    crossref = {name: f"{name} of Crossref" for name in FIELDS if name not in {"author", "editor"}}
    pubmed = {name: f"{name} of PubMed" for name in crossref}
    file = {name: f"{name} of a file" for name in (*crossref, "url")}
    both = Answers(work("Crossref", **crossref), work("PubMed", **pubmed), work("a.ris", **file))
    merged = merge(both)
    for name, (winner, _) in WINNERS.items():
        if name in merged:
            assert merged[name] == f"{name} of {winner}"
    assert merge(Answers(None, work("PubMed", **pubmed)))["volume"] == "volume of PubMed"
    assert merge(Answers(work("Crossref", **crossref)))["title"] == "title of Crossref"
    assert merge(Answers(file=work("a.ris", **file)))["title"] == "title of a file"


def test_every_field_has_a_place() -> None:
    """What comes from registries has its place in the house's layout."""
    assert {*WINNERS, *FIELDS} <= {*ORDER}


@pytest.mark.parametrize(
    ("name", "written"),
    [
        (Name("Doe", "Heather J."), "Doe, H. J."),
        (Name("Doe", "HJ"), "Doe, H."),
        (Name("Doe", "H J"), "Doe, H. J."),
        (Name("Llorca", "Pierre-Michel"), "Llorca, P. M."),
        (Name("Zarate", "Carlos A", suffix="Jr"), "Zarate, Jr, C. A."),
        (Name("Berg", "Jan", "van der"), "van der Berg, J."),
        (Name("Петрова", "Анна Ивановна"), "Петрова, А. И."),
        (Name("王", "小明"), "王, 小明"),
        (Name("Madonna"), "Madonna"),
        (Name("Working Group on Stairs", literal=True), "{Working Group on Stairs}"),
        (Name("Smith and Sons", "J"), "{Smith and Sons}, J."),
    ],
)
def test_names(name: Name, written: str) -> None:
    """As the house writes them; a name in a script without capitals keeps its given name."""
    assert format_name(name) == written


@given(st.text("abcÄé -.", min_size=1), st.text("abcÄé -", min_size=1))
def test_a_name_is_one_name(family: str, given_name: str) -> None:
    """What is written is read back as one name with that family."""
    name = Name(" ".join(family.split()) or "X", " ".join(given_name.split()))
    read = parse_name(format_name(name))
    assert fold(f"{read.whole_family} {read.suffix}") == fold(name.family)


def test_initials_of_nothing() -> None:
    assert initials("") == ""


CITEKEYS = {
    "first author and year": ((Name("Smith", "J."),), "2027", (), "smith2027"),
    "taken once": ((Name("Smith", "J."),), "2027", ("smith2027",), "smith2027a"),
    "taken twice": ((Name("Smith", "J."),), "2027", ("smith2027", "Smith2027a"), "smith2027b"),
    "accents": ((Name("Strøm-López"),), "2027", (), "stromlopez2027"),
    "particle": ((Name("Berg", "J.", "van der"),), "2027", (), "vanderberg2027"),
    "a body with a long name": (
        (Name("American Society of Anesthesiologists", literal=True),),
        "2027",
        (),
        "asa2027",
    ),
    "a body with a short name": ((Name("Hospira", literal=True),), "2027", (), "hospira2027"),
    "other letters": ((Name("Петрова", "А."),), "2027", (), "tea2027"),
    "nobody": ((), "2027", (), "tea2027"),
    "no year": ((Name("Smith", "J."),), "", (), "smith"),
}


@pytest.mark.parametrize(
    ("authors", "year", "taken", "citekey"), CITEKEYS.values(), ids=CITEKEYS.keys()
)
def test_citekeys(
    authors: tuple[Name, ...], year: str, taken: tuple[str, ...], citekey: str
) -> None:
    """First author and year in lower case, with a letter where that is taken."""
    fields = {"title": "The tea ceremony", "year": year}
    found = RegisteredWork("Crossref", fields, authors=authors)
    assert make_citekey(Answers(found), taken) == citekey


@pytest.mark.parametrize(
    ("kinds", "study"),
    [
        (("Journal Article", "Randomized Controlled Trial"), "randomized trial"),
        (("Review", "Systematic Review"), "systematic review"),
        (("Meta-Analysis", "Randomized Controlled Trial"), "systematic review"),
        (("Journal Article", "Review"), "narrative review"),
        (("Practice Guideline",), "guideline"),
        (("Case Reports",), "case report"),
        (("Clinical Trial, Phase II",), ""),
        (("Journal Article",), ""),
        ((), ""),
    ],
)
def test_study_types(kinds: tuple[str, ...], study: str) -> None:
    """PubMed's types propose one where they are sure; a trial without more may be of any kind."""
    found = RegisteredWork("PubMed", {}, kinds=kinds)
    assert propose_study_type(Answers(pubmed=found)) == study


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("RETRACTED: Cold baths", "Cold baths"),
        ("Retracted Article: Cold baths", "Cold baths"),
        ("[RETRACTED] Cold baths", "Cold baths"),
        ("WITHDRAWN: Cold baths", "Cold baths"),
        ("REMOVED: Cold baths", "Cold baths"),
        ("Retracted papers and their readers", "Retracted papers and their readers"),
        ("Retraction: Cold baths", "Retraction: Cold baths"),
    ],
)
def test_marks_of_publishers(title: str, bare: str) -> None:
    """What a publisher put before a title is none of it, but tells something."""
    assert unmarked(title) == bare
    assert is_marked(title) == (title != bare)


def test_types_of_entries() -> None:
    """Crossref knows a book from an article; a preprint is one at either."""
    book = work("Crossref", "book")
    preprint = RegisteredWork("PubMed", {}, "misc", is_preprint=True)
    assert entry_type_of(Answers(book, work("PubMed"))) == "book"
    assert entry_type_of(Answers(None, work("PubMed"))) == "article"
    assert entry_type_of(Answers(work("Crossref"), preprint)) == "misc"
