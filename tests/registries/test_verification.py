"""What is said of an entry when it is held against both registries."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as etree

import pytest
from kapguide.evidence.study_fields import make_fields
from kapguide.registries.asking.crossref_works import parse_item
from kapguide.registries.asking.pubmed_xml import parse_article
from kapguide.registries.standing import RANKS, describe_all, judge, who_was_asked, worse
from kapguide.registries.verification import Verification, changes, verify
from kapguide.registries.work import Answers, LaterNotice, RegisteredWork
from kapguide.words import load_words
from markdown_citations.library.entries import Entry, Library

HERE = Path(__file__).parent / "answers"
CROSSREF = {
    work["DOI"]: parse_item(work)
    for work in json.loads((HERE / "crossref.json").read_text("utf-8"))
}
PUBMED = {
    work.get("doi"): work for work in map(parse_article, etree.parse(HERE / "pubmed.xml").getroot())
}
VALUES = load_words().values("numbers.values")


def answers(doi: str) -> Answers:
    """Give what both registries of this machine say of a work."""
    return Answers(CROSSREF.get(doi), PUBMED.get(doi), by={"doi": doi})


def entry(doi: str, **fields: str) -> Entry:
    """Give an entry that says what the registries say, but for the given fields."""
    work = (CROSSREF.get(doi) or PUBMED[doi]).fields
    title = str(work["title"]).removeprefix("RETRACTED: ")
    made = {"title": title, "doi": doi, "year": work["year"], **fields}
    return Entry("doe2026", "article", made, "references.bib", 1)


def check(doi: str, library: Library | None = None, **fields: str) -> Verification:
    return verify(entry(doi, **fields), answers(doi), library or Library(), VALUES)


STANDINGS = {
    "plain": ("10.5555/plain.1", "none"),
    "corrected": ("10.5555/corrected.1", "corrected"),
    "retracted by the publisher": ("10.5555/retracted.1", "retracted"),
    "retracted by Retraction Watch only": ("10.5555/watched.1", "retracted"),
    "concern at PubMed only": ("10.5555/concern.1", "concern"),
    "withdrawn": ("10.5555/withdrawn.1", "withdrawn"),
    "by its title only": ("10.5555/marked.1", "retracted"),
    "in part": ("10.5555/onlypubmed.1", "concern"),
    "mended in its place": ("10.5555/inplace.1", "corrected"),
    "of a kind that is not known": ("10.5555/reinstated.1", "none"),
    "a notice on another work": ("10.5555/retracted.1.n", "none"),
}


@pytest.mark.parametrize(("doi", "status"), STANDINGS.values(), ids=STANDINGS.keys())
def test_standing(doi: str, status: str) -> None:
    """The worst that any of them knows."""
    assert judge(answers(doi)).status == status


def test_the_worst_wins() -> None:
    """A correction does not hide a retraction, whoever says so last."""
    notices = tuple(
        LaterNotice(status, status, "Crossref", day)
        for status, day in (("retracted", "2020"), ("corrected", "2026"), ("concern", "2025"))
    )
    standing = judge(Answers(RegisteredWork("Crossref", {}, notices=notices)))
    assert [one.status for one in standing.notices] == ["retracted", "concern", "corrected"]
    assert standing.status == "retracted"


def test_ranks_are_the_guide_s_statuses() -> None:
    """Every status but unchecked, which no registry knows, has its rank."""
    assert {*RANKS, "unchecked"} == {*make_fields(load_words())["status"].values}
    assert worse("corrected", "unchecked")
    assert not worse("none", "unchecked")
    assert not worse("corrected", "concern")


def test_one_notice_is_told_once() -> None:
    """Though the publisher and Retraction Watch both have it."""
    told = describe_all(judge(answers("10.5555/retracted.1")).notices)
    assert told == [
        "Retraction, 2026-08-02 (Retraction Watch, Crossref): https://doi.org/10.5555/retracted.1.n",
        "Retraction, 2026-08-01 (PubMed): https://pubmed.ncbi.nlm.nih.gov/90000103/",
    ]


@pytest.mark.parametrize(
    ("doi", "said"),
    [
        ("10.5555/plain.1", "Crossref and PubMed"),
        ("10.5555/book.1", "Crossref"),
        ("10.5555/onlypubmed.1", "PubMed"),
    ],
)
def test_who_was_asked(doi: str, said: str) -> None:
    """Only a registry that has the work can say something about it."""
    assert who_was_asked(answers(doi)) == said
    assert said in make_fields(load_words())["statusfrom"].values


FOUND = {
    "all is well": ("10.5555/plain.1", {"status": "none"}, []),
    "unchecked is no difference": ("10.5555/plain.1", {"status": "unchecked"}, []),
    "a status that is not known here": (
        "10.5555/watched.1",
        {"status": "none"},
        [
            "registry-status: doe2026: retracted, but the entry says none: Retraction, 2026-08-01 "
            "(Retraction Watch): https://doi.org/10.5555/watched.1.n. Take it off every page, with "
            "what rests on it; `--write` sets the status."
        ],
    ),
    "a status that is known": ("10.5555/watched.1", {"status": "retracted"}, []),
    "a worse status here": ("10.5555/corrected.1", {"status": "concern"}, []),
    "a field": (
        "10.5555/plain.1",
        {"volume": "13"},
        [
            'registry-differs: doe2026: volume: "13" here, "12" at Crossref and PubMed. '
            "Look into the paper who is right."
        ],
    ),
    "a long one": (
        "10.5555/plain.1",
        {"title": "Walking after dinner: a randomized trial of 41 adults of the Alps"},
        [
            'registry-differs: doe2026: title: "… andomized trial of 41 adults of the Alps" here, '
            '"… andomized trial of 40 adults" at Crossref and PubMed. '
            "Look into the paper who is right."
        ],
    ),
    "another work": (
        "10.5555/plain.1",
        {"title": "Soil bacteria of the Alps", "volume": "13"},
        [
            'registry-other-work: doe2026: doi 10.5555/plain.1 belongs to another work: "Walking '
            'after dinner: a randomized trial of 40 adults". Look up the right one.',
            'registry-other-work: doe2026: doi 10.5555/plain.1 belongs to another work: "Walking '
            'after dinner: a randomized trial of 40 adults". Look up the right one.',
        ],
    ),
    "a preprint": (
        "10.5555/preprint.1",
        {},
        [
            "registry-published: doe2026: the preprint has become an article: 10.5555/article.1. "
            "Add it: .venv/bin/python -m kapguide add 10.5555/article.1"
        ],
    ),
    "a preprint that names its article": ("10.5555/preprint.1", {"publishedas": "doe2026a"}, []),
    "a newer version": (
        "10.5555/review.1",
        {},
        [
            "registry-newer: doe2026: there is a newer version: New version, 2026-08-01 "
            "(Crossref): https://doi.org/10.5555/review.1.pub2. "
            "Look at it: https://doi.org/10.5555/review.1.pub2"
        ],
    ),
    "replaced": (
        "10.5555/onlycrossref.1",
        {},
        [
            "registry-newer: doe2026: there is a newer version: Newer version (Crossref): "
            "https://doi.org/10.5555/onlycrossref.2. "
            "Look at it: https://doi.org/10.5555/onlycrossref.2"
        ],
    ),
    "a notice of an unknown kind": (
        "10.5555/reinstated.1",
        {},
        [
            "registry-newer: doe2026: a notice of a kind that is not known here: Reinstatement, "
            "2026-08-01 (Retraction Watch): https://doi.org/10.5555/reinstated.1.n. "
            "Read it, and set the status by hand."
        ],
    ),
    "numbers": (
        "10.5555/plain.1",
        {"finding": "47 of 40 slept better, 63 in 100.", "people": "41"},
        [
            "registry-numbers: doe2026: finding: 47 is not in the abstract. Look into the paper.",
            "registry-numbers: doe2026: people: 41 is not in the abstract. Look into the paper.",
        ],
    ),
    "no abstract": ("10.5555/corrected.1", {"status": "corrected", "finding": "47"}, []),
}


@pytest.mark.parametrize(("doi", "fields", "lines"), FOUND.values(), ids=FOUND.keys())
def test_what_is_found(doi: str, fields: dict[str, str], lines: list[str]) -> None:
    """Each is told with both values or the notice, and with what to do."""
    found = check(doi, **fields)
    said = [str(problem).removeprefix("references.bib:1: ") for problem in found.problems]
    assert said == lines


def test_numbers_of_two_works() -> None:
    """A preprint's DOI beside its article's PubMed number is told, though the titles are alike."""
    mixed = Answers(
        CROSSREF["10.5555/preprint.1"],
        PUBMED["10.5555/article.1"],
        by={"doi": "10.5555/preprint.1", "pmid": "90000009"},
    )
    fields = {"title": "Reading aloud in waiting rooms: a survey", "year": "2026"}
    fields |= {"doi": "10.5555/preprint.1", "pmid": "90000009", "publishedas": "x"}
    found = verify(Entry("a", "article", fields, "a.bib", 1), mixed, Library(), {})
    assert [problem.message for problem in found.problems] == [
        'a: doi: "10.5555/preprint.1" here, "10.5555/article.1" at PubMed'
    ]


def test_not_registered() -> None:
    """A number that nobody knows is told, and no more is said."""
    wrong = Entry("a", "article", {"title": "T", "doi": "10.5555/x", "pmid": "1"}, "a.bib", 1)
    found = verify(wrong, Answers(by={"doi": "10.5555/x", "pmid": "1"}), Library(), VALUES)
    assert [problem.message for problem in found.problems] == [
        "a: Crossref does not hold this DOI: 10.5555/x",
        "a: PubMed has no number 1",
    ]
    assert changes(found, "2026-11-22") == {}


def test_what_is_in_the_library_is_named() -> None:
    """An article or a newer version that is there already needs no adding."""
    article = Entry("doe2026a", "article", {"doi": "10.5555/ARTICLE.1"}, "a.bib", 1)
    newer = Entry("doe2026b", "article", {"pmid": "90000119"}, "a.bib", 9)
    library = Library({"doe2026a": article, "doe2026b": newer})
    assert (
        check("10.5555/preprint.1", library).problems[0].hint == "Write publishedas = {doe2026a}."
    )
    known = RegisteredWork("PubMed", {"title": "T"}, newer=PUBMED["10.5555/review.1"].newer)
    newest = verify(
        Entry("x", "misc", {"title": "T"}, "a.bib", 1), Answers(pubmed=known), library, {}
    )
    assert newest.problems == ()


WRITTEN = {
    "nothing known": (
        "10.5555/plain.1",
        {"status": "unchecked"},
        {"status": "none", "statusfrom": "Crossref and PubMed", "statuslink": ""},
    ),
    "corrected": (
        "10.5555/corrected.1",
        {"status": "none"},
        {
            "status": "corrected",
            "statusfrom": "Crossref and PubMed",
            "statuslink": "https://doi.org/10.5555/corrected.1.e",
        },
    ),
    "what we know is worse": ("10.5555/plain.1", {"status": "concern"}, None),
    "another work": ("10.5555/plain.1", {"title": "Soil bacteria of the Alps"}, None),
    "fields that are not confirmed": (
        "10.5555/plain.1",
        {"status": "unchecked", "unconfirmed": "volume, pages, url", "title": "[Ours]"},
        {
            "status": "none",
            "statusfrom": "Crossref and PubMed",
            "statuslink": "",
            "volume": "12",
            "pages": "165--183",
            "unconfirmed": "url",
        },
    ),
    "a title of ours": (
        "10.5555/plain.1",
        {"status": "unchecked", "unconfirmed": "title", "title": "[About walking]"},
        {
            "status": "none",
            "statusfrom": "Crossref and PubMed",
            "statuslink": "",
            "title": "Walking after dinner: a randomized trial of 40 adults",
            "unconfirmed": "",
        },
    ),
    "no text for readers": (
        "10.5555/plain.1",
        {"status": "unchecked", "unconfirmed": "finding, people"},
        {"status": "none", "statusfrom": "Crossref and PubMed", "statuslink": ""},
    ),
}


@pytest.mark.parametrize(("doi", "fields", "made"), WRITTEN.values(), ids=WRITTEN.keys())
def test_what_is_written(doi: str, fields: dict[str, str], made: dict[str, str] | None) -> None:
    """Status, its date and source, and what is named as not confirmed; never a text."""
    expected = {} if made is None else {**made, "statusdate": "2026-11-22"}
    assert changes(check(doi, **fields), "2026-11-22") == expected
