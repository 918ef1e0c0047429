"""Parts of a reference: page ranges, editions."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from markdown_citations.printing.numbers import page_range

Printed = Callable[..., str]


@pytest.mark.parametrize(
    ("pages", "shown"),
    [
        ("189--198", "189–98"),
        ("1691-1706", "1691–706"),
        ("284–287", "284–7"),
        ("9-12", "9–12"),
        ("S1-S5", "S1–S5"),
        ("1141988", "1141988"),
        ("3-5, 9-11", "3–5, 9–11"),
        ("198-189", "198–189"),
        ("12+", "12+"),
        ("S31--S31, 9--9", "S31, 9"),
        ("9--", "9–"),
        ("9--, 12-", "9–, 12–"),
        ("syw022--", "syw022"),
        ("--9", "9"),
        ("-", ""),
        ("", ""),
    ],
)
def test_page_ranges(pages: str, shown: str) -> None:
    assert page_range(pages) == shown


@pytest.mark.parametrize(
    ("edition", "shown"),
    [
        ("1", "1st ed."),
        ("2", "2nd ed."),
        ("3", "3rd ed."),
        ("4", "4th ed."),
        ("11", "11th ed."),
        ("12", "12th ed."),
        ("21", "21st ed."),
        ("112", "112th ed."),
        ("2nd", "2nd ed."),
        ("2020", "2020 ed."),
        ("3. Aufl.", "3. Aufl."),
        ("3e éd.", "3e éd."),
        ("Second", "Second ed."),
        ("3rd ed.", "3rd ed."),
        ("Revised Edition", "Revised Edition."),
        ("Third, revised and expanded edition", "Third, revised and expanded edition."),
    ],
)
def test_editions(printed: Printed, edition: str, shown: str) -> None:
    """biblatex wants a number, BibTeX a word: readers see an edition."""
    fields = {"title": "A book", "edition": edition, "publisher": "Press", "year": "2020"}
    assert printed("book", fields) == f"A book. {shown} Press; 2020."


@pytest.mark.parametrize(
    "fields",
    [
        {"date": "2019-04-02"},
        {"year": "2019", "month": "4", "day": "2"},
        {"year": "2019", "month": "2 April"},
        {"date": "2 April 2019"},
    ],
)
def test_days(printed: Printed, fields: dict[str, str]) -> None:
    """However an entry has them, readers see the day of what is no article."""
    assert printed("online", {"title": "A page", **fields}) == "A page. 2019 Apr 2."


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"date": "2013/"}, "2013–"),
        ({"year": "2013-"}, "2013–"),
        ({"year": "2013--"}, "2013–"),
        ({"date": "1984~"}, "ca. 1984"),
        ({"date": "1984~/1990"}, "ca. 1984–1990"),
        ({"year": "c. 1984"}, "c. 1984"),
        ({"date": "2019-21"}, "2019 Spring"),
        ({"date": "2019-05-05/2019-05-07"}, "2019 May 5–7"),
        ({"date": "2018-12/2019-01"}, "2018 Dec–2019 Jan"),
        ({"year": "2019", "month": "Jul/Aug"}, "2019 Jul–Aug"),
        ({"year": "2019", "month": "fall"}, "2019 Autumn"),
    ],
    ids=str,
)
def test_what_goes_on_or_is_unsure(printed: Printed, fields: dict[str, str], shown: str) -> None:
    assert printed("book", {"title": "T", **fields}) == f"T. {shown}."


WHOLE = {"author": "Roe, Ada", "title": "T", "publisher": "P", "date": "2000"}


@pytest.mark.parametrize(
    ("entry_type", "fields", "shown"),
    [
        ("book", {"editor": "Doe, Jim"}, "Roe A. T. Doe J, editor. P; 2000."),
        (
            "book",
            {"translator": "Doe, J and Poe, K"},
            "Roe A. T. Doe J, Poe K, translators. P; 2000.",
        ),
        (
            "book",
            {"editor": "Doe, Jim", "editortype": "compiler", "editora": "Poe, K"},
            "Roe A. T. Doe J, compiler. Poe K, editor. P; 2000.",
        ),
        (
            "video",
            {"editor": "Doe, Jim", "editortype": "director"},
            "Roe A. T. Doe J, director. P; 2000.",
        ),
        ("misc", {"howpublished": "Leaflet"}, "Roe A. T. P, Leaflet; 2000."),
        ("thesis", {"title": "Whole."}, "Roe A. Whole [dissertation]. P; 2000."),
        ("thesis", {"title": "It (1)."}, "Roe A. It (1) [dissertation]. P; 2000."),
        ("thesis", {"title": "Its use."}, "Roe A. Its use [dissertation]. P; 2000."),
        ("thesis", {"title": "In the U.S."}, "Roe A. In the U.S. [dissertation]. P; 2000."),
        ("thesis", {"title": "Law of Y Inc."}, "Roe A. Law of Y Inc. [dissertation]. P; 2000."),
        ("thesis", {"issue": "12"}, "Roe A. T [dissertation]. P; 2000. No. 12."),
        ("book", {"foreword": "Doe, Jim"}, "Roe A. T. Doe J, foreword. P; 2000."),
        ("book", {"volume": "2", "part": "1"}, "Roe A. T. Vol. 2. Pt. 1. P; 2000."),
        ("mvbook", {"volumes": "3"}, "Roe A. T. 3 vols. P; 2000."),
        ("book", {"title": "T:"}, "Roe A. T. P; 2000."),
        ("book", {"title": "T:", "subtitle": "U"}, "Roe A. T: U. P; 2000."),
        ("book", {"city": "York"}, "Roe A. T. York: P; 2000."),
        ("book", {"number": "5"}, "Roe A. T. P; 2000. No. 5."),
        ("book", {"pages": "35--37", "pagetotal": "528"}, "Roe A. T. P; 2000. p. 35–7."),
        ("book", {"pagetotal": "528"}, "Roe A. T. P; 2000. 528 p."),
        ("book", {"pagetotal": "528 p."}, "Roe A. T. P; 2000. 528 p."),
        ("book", {"numpages": "528"}, "Roe A. T. P; 2000. 528 p."),
        ("misc", {"booktitle": "The Whole"}, "Roe A. T. In: The Whole. P; 2000."),
        ("book", {"booktitle": "T"}, "Roe A. T. P; 2000."),
        ("misc", {"journal": "J", "volume": "5"}, "Roe A. T. In: J. Vol. 5. P; 2000."),
        (
            "inbook",
            {"booktitle": "B", "bookauthor": "Doe, Jim", "pages": "1"},
            "Roe A. T. In: Doe J. B. P; 2000. p. 1.",
        ),
        (
            "inproceedings",
            {"booktitle": "B", "location": "Rome, Italy", "address": "York"},
            "Roe A. T. In: B. Rome, Italy. York: P; 2000.",
        ),
        ("manual", {"organization": "Org"}, "Roe A. T. Org, P; 2000."),
        ("inbook", {"chapter": "4", "pages": "1--9"}, "Roe A. T. P; 2000. Chapter 4. p. 1–9."),
        (
            "inproceedings",
            {
                "booktitle": "B",
                "eventtitle": "Meeting",
                "eventdate": "2000-05-01/2000-05-03",
                "venue": "Rome",
            },
            "Roe A. T. In: B. Meeting; 2000 May 1–3; Rome. P; 2000.",
        ),
        (
            "inproceedings",
            {"booktitle": "Proc. of the Meeting", "eventtitle": "Meeting", "venue": "Rome"},
            "Roe A. T. In: Proc. of the Meeting. Rome. P; 2000.",
        ),
        (
            "periodical",
            {"issuetitle": "Special", "number": "2"},
            "Roe A. T. Special. P; 2000. No. 2.",
        ),
        (
            "patent",
            {"holder": "{Acme}", "number": "FR 1", "type": "patentfr", "location": "countryfr"},
            "Roe A. T. Acme, assignee. France: P; 2000. French patent FR 1.",
        ),
        ("jurisdiction", {"number": "1 U.S. 2"}, "Roe A. T. P; 2000. No. 1 U.S. 2."),
        ("report", {"journaltitle": "J", "pages": "33"}, "Roe A. T. In: J. P; 2000. p. 33."),
        ("book", {"pages": "0"}, "Roe A. T. P; 2000. p. 0."),
        ("misc", {"eprint": "9052598814225336358", "eprinttype": "pubmed"}, "Roe A. T. P; 2000."),
        ("misc", {"eprint": "X1", "eprinttype": "Archive"}, "Roe A. T. P; 2000. Archive: X1."),
        (
            "online",
            {"url": "https://a.org", "lastaccessed": "2020-01-02"},
            "Roe A. T. P; 2000. Available from: https://a.org Accessed 2020-01-02.",
        ),
        (
            "online",
            {"url": "https://a.org", "urldate": "2020-01-02T09:12:44+02:00"},
            "Roe A. T. P; 2000. Available from: https://a.org Accessed 2020-01-02.",
        ),
        *(
            (
                "online",
                {"url": "https://a.org", "urldate": day},
                f"Roe A. T. P; 2000. Available from: https://a.org Accessed {day}{end}",
            )
            for day, end in (("2020-21", "."), ("2020?", ""), ("2020-05-01/..", ""))
        ),
    ],
)
def test_what_an_entry_has_is_printed(
    printed: Printed, entry_type: str, fields: dict[str, str], shown: str
) -> None:
    """What biblatex prints of a work, readers see here as well."""
    assert printed(entry_type, {**WHOLE, **fields}) == shown


def test_an_article_number_stands_for_pages(printed: Printed) -> None:
    fields = {"title": "T", "journal": "J", "year": "2000", "volume": "5", "articleno": "12"}
    assert printed("article", {**fields, "issuetitle": "Special"}) == "T. J. Special. 2000;5:12."


def test_a_series_of_a_journal(printed: Printed) -> None:
    fields = {"title": "T", "journal": "J", "year": "2000", "number": "5", "series": "newseries"}
    assert printed("article", fields) == "T. J. 2000;(5). (new series)."


def test_an_article_of_a_type_that_nobody_knows(printed: Printed) -> None:
    fields = {"title": "T", "journal": "J", "year": "2000", "volume": "5", "pages": "1--9"}
    assert printed("newspaper_article", fields) == "T. J. 2000;5:1–9."


@pytest.mark.parametrize(
    ("beside", "shown"),
    [
        ({"url": "http://arxiv.org/abs/1706.03762v1"}, "from: http://arxiv.org/abs/1706.03762v1"),
        ({"url": "https://a.org/b"}, "from: https://a.org/b arXiv: 1706.03762 [cs.CL]"),
        (
            {"doi": "10.1234/abc", "url": "https://a.org/b"},
            "https://doi.org/10.1234/abc arXiv: 1706.03762 [cs.CL]",
        ),
    ],
)
def test_an_archive_beside_an_address(printed: Printed, beside: dict[str, str], shown: str) -> None:
    """Its number is not lost, and leads to the archive."""
    fields = {"title": "A", "year": "2017", "eprint": "1706.03762", "eprinttype": "arxiv"}
    text = printed("article", {**fields, "eprintclass": "cs.CL", **beside})
    assert text.rstrip(".").endswith(shown)
