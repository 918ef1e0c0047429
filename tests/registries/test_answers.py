"""What becomes of the registries' records: fields, names, notices."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as etree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kapguide.registries.asking.crossref_works import parse_item
from kapguide.registries.asking.pubmed_xml import parse_article
from kapguide.registries.work import RegisteredWork

HERE = Path(__file__).parent / "answers"
WORKS = {
    work["DOI"]: parse_item(work)
    for work in json.loads((HERE / "crossref.json").read_text("utf-8"))
}
ARTICLES = {
    work.get("pmid"): work
    for work in map(parse_article, etree.parse(HERE / "pubmed.xml").getroot())
}

FIELDS: dict[str, tuple[RegisteredWork, str, dict[str, str]]] = {
    "an article at Crossref": (
        WORKS["10.5555/plain.1"],
        "article",
        {
            "title": "Walking after dinner: a randomized trial of 40 adults",
            "journal": "Journal of Imaginary Medicine",
            "shortjournal": "J Imag Med",
            "year": "2026",
            "volume": "12",
            "number": "3",
            "pages": "165--183",
            "doi": "10.5555/plain.1",
        },
    ),
    "the same at PubMed": (
        ARTICLES["90000001"],
        "article",
        {
            "title": "Walking after dinner: a randomized trial of 40 adults",
            "journal": "Journal of imaginary medicine",
            "shortjournal": "J Imag Med",
            "year": "2026",
            "volume": "12",
            "number": "3",
            "pages": "165--183",
            "doi": "10.5555/plain.1",
            "pmid": "90000001",
            "pmcid": "PMC9000001",
        },
    ),
    "a book": (
        WORKS["10.5555/book.1"],
        "book",
        {
            "title": "A handbook of quiet rooms",
            "publisher": "Imaginary Press",
            "isbn": "9783161484100",
            "edition": "2",
            "year": "2026",
            "doi": "10.5555/book.1",
        },
    ),
    "a chapter": (
        WORKS["10.5555/chapter.1"],
        "incollection",
        {
            "title": "How rooms become quiet",
            "booktitle": "A handbook of quiet rooms",
            "publisher": "Imaginary Press",
            "pages": "11--29",
            "year": "2026",
            "doi": "10.5555/chapter.1",
        },
    ),
    "a preprint": (
        WORKS["10.5555/preprint.1"],
        "misc",
        {
            "title": "Reading aloud in waiting rooms",
            "howpublished": "imagRxiv",
            "note": "Preprint, not peer reviewed",
            "year": "2025",
            "date": "2025-02-03",
            "doi": "10.5555/preprint.1",
        },
    ),
    "a chapter on NCBI's shelf": (
        ARTICLES["90000030"],
        "incollection",
        {
            "title": "Waiting rooms",
            "booktitle": "Rooms and their uses",
            "publisher": "Imaginary Shelf",
            "isbn": "9783161484100",
            "year": "2024",
            "pmid": "90000030",
        },
    ),
}


@pytest.mark.parametrize(("work", "kind", "fields"), FIELDS.values(), ids=FIELDS.keys())
def test_fields(work: RegisteredWork, kind: str, fields: dict[str, str]) -> None:
    """A record gives the fields of an entry, and what it lacks is not there."""
    assert (work.entry_type, dict(work.fields)) == (kind, fields)


@pytest.mark.parametrize(
    ("work", "names"),
    [
        (WORKS["10.5555/plain.1"], ["Doe, Heather J.", "van der Berg, Jean-Pierre"]),
        (ARTICLES["90000001"], ["Doe, H J", "van der Berg, J P"]),
        (WORKS["10.5555/group.1"], ["{Working Group on Stairs & Ramps}"]),
        (ARTICLES["90000010"], ["{Working Group on Stairs & Ramps}"]),
        (WORKS["10.5555/anonymous.1"], []),
        (ARTICLES["90000011"], []),
        (WORKS["10.5555/nonlatin.1"], ["Петрова, Анна Ивановна", "王, 小明"]),
    ],
)
def test_names(work: RegisteredWork, names: list[str]) -> None:
    """People, bodies, nobody, and people whose names have other letters."""
    shown = [
        f"{{{one.family}}}" if one.literal else f"{one.family}, {one.given}" for one in work.authors
    ]
    assert shown == names


NOTICES: dict[str, tuple[RegisteredWork, list[tuple[str, str, str, str]]]] = {
    "corrected by the publisher": (
        WORKS["10.5555/corrected.1"],
        [("corrected", "Crossref", "2026-08-01", "https://doi.org/10.5555/corrected.1.e")],
    ),
    "erratum at PubMed": (
        ARTICLES["90000002"],
        [("corrected", "PubMed", "2026-08-01", "https://doi.org/10.5555/corrected.1.e")],
    ),
    "retracted by the publisher, and known to Retraction Watch": (
        WORKS["10.5555/retracted.1"],
        [
            ("retracted", "Crossref", "2026-08-01", "https://doi.org/10.5555/retracted.1.n"),
            (
                "retracted",
                "Retraction Watch",
                "2026-08-02",
                "https://doi.org/10.5555/retracted.1.n",
            ),
        ],
    ),
    "retraction at PubMed": (
        ARTICLES["90000003"],
        [("retracted", "PubMed", "2026-08-01", "https://pubmed.ncbi.nlm.nih.gov/90000103/")],
    ),
    "known to Retraction Watch alone": (
        WORKS["10.5555/watched.1"],
        [("retracted", "Retraction Watch", "2026-08-01", "https://doi.org/10.5555/watched.1.n")],
    ),
    "concern at PubMed, of a month": (
        ARTICLES["90000005"],
        [("concern", "PubMed", "2026-09", "https://pubmed.ncbi.nlm.nih.gov/90000105/")],
    ),
    "withdrawn": (
        WORKS["10.5555/withdrawn.1"],
        [("withdrawn", "Crossref", "2026-08-01", "https://doi.org/10.5555/withdrawn.1.n")],
    ),
    "a part retracted": (
        ARTICLES["90000024"],
        [("concern", "PubMed", "2026-10-09", "https://pubmed.ncbi.nlm.nih.gov/90000124/")],
    ),
    "mended in its place": (
        WORKS["10.5555/inplace.1"],
        [("corrected", "Crossref", "2026-08-01", "")],
    ),
    "a kind that is not known": (
        WORKS["10.5555/reinstated.1"],
        [("", "Retraction Watch", "2026-08-01", "https://doi.org/10.5555/reinstated.1.n")],
    ),
    "nothing": (WORKS["10.5555/plain.1"], []),
    "of another work": (WORKS["10.5555/retracted.1.n"], []),
}


@pytest.mark.parametrize(("work", "notices"), NOTICES.values(), ids=NOTICES.keys())
def test_notices(work: RegisteredWork, notices: list[tuple[str, str, str, str]]) -> None:
    """What was published about a work later, who says so, when, and where to read it."""
    found = [(one.status, one.source, one.day, one.address) for one in work.notices]
    assert found == notices


def test_names_in_capitals() -> None:
    """Some publishers shout; short names may be initials and stay."""
    people = [{"family": "DORÉ-SMITH", "given": "ANNA"}, {"family": "LEE", "given": "J.-P."}]
    work = parse_item({"DOI": "10.5555/x", "author": people})
    assert [(one.family, one.given) for one in work.authors] == [
        ("Doré-Smith", "Anna"),
        ("LEE", "J.-P."),
    ]


def test_relations() -> None:
    """A preprint knows its article, a version the next, and a notice its work."""
    assert WORKS["10.5555/preprint.1"].articles == ("10.5555/article.1",)
    assert ARTICLES["90000008"].articles == ("10.5555/article.1",)
    assert WORKS["10.5555/article.1"].articles == ()
    assert [one.doi for one in WORKS["10.5555/review.1"].newer] == ["10.5555/review.1.pub2"]
    assert [one.pmid for one in ARTICLES["90000019"].newer] == ["90000119"]
    assert [one.doi for one in WORKS["10.5555/onlycrossref.1"].newer] == ["10.5555/onlycrossref.2"]
    assert WORKS["10.5555/retracted.1.n"].notice_on == ("10.5555/retracted.1",)


def test_markup_in_titles() -> None:
    """Readers see text: no tags, no formulas, no entities."""
    title = "Effects of Melissa & CO₂: does x<5 matter in ADHD?"
    assert WORKS["10.5555/markup.1"].get("title") == title
    assert ARTICLES["90000015"].get("title") == title
    assert ARTICLES["90000024"].get("title") == "A translated title"


def test_an_abstract_is_one_text() -> None:
    """With all its parts."""
    abstract = ARTICLES["90000001"].abstract
    assert abstract.startswith("Forty adults (n = 1,285 steps a day)")
    assert abstract.endswith("p<0.05.")


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)
KEYS = """DOI type title subtitle author editor container-title short-container-title issued
published updated-by update-to relation page institution ISBN abstract subtype""".split()  # noqa: SIM905 - a table


@given(st.dictionaries(st.sampled_from(KEYS), json_values))
def test_any_record_is_read(item: dict[str, Any]) -> None:
    """A field of another shape than promised is left out; it stops nothing."""
    work = parse_item(item)
    assert all(isinstance(text, str) and text for text in work.fields.values())


NAMES = """MedlineCitation PMID Article Journal JournalIssue PubDate Year ArticleTitle Pagination
MedlinePgn AuthorList Author LastName Initials CommentsCorrectionsList CommentsCorrections RefSource
PubmedData ArticleIdList ArticleId sup""".split()  # noqa: SIM905 - a table


@given(st.data())
def test_any_article_is_read(data: st.DataObject) -> None:
    """Elements may be missing, empty or out of place."""

    def grow(name: str, depth: int) -> etree.Element:
        element = etree.Element(name, RefType=data.draw(st.sampled_from(["RetractionIn", "Cites"])))
        element.text = data.draw(st.text("a1 .;2026", max_size=6))
        for child in data.draw(st.lists(st.sampled_from(NAMES), max_size=3)) if depth < 4 else ():
            element.append(grow(child, depth + 1))
        return element

    parse_article(grow(data.draw(st.sampled_from(["PubmedArticle", "PubmedBookArticle"])), 0))
