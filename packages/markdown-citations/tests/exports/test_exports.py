"""BibTeX, RIS and CSL-JSON: what goes out comes in again."""

from __future__ import annotations

import json

import pytest
import rispy
from markdown_citations import to_bibtex, to_csl_json, to_ris

EXTRA = ("finding", "status", "statusdate")
TEXT = r"""
@article{lopez2022,
  author   = {L{\'o}pez-Roca, A. L. and aan het Rot, M. and Zarate, Jr, C. A.
              and {Hospira, Inc.} and others},
  title    = {Effects of {PTSD} treatment \& more, 50\% of $\alpha$},
  journal  = {A Journal},
  shortjournal = {A J},
  year     = {2022},
  month    = mar,
  volume   = {14}, number = {2}, pages = {165--183},
  doi      = {10.1234/a\_b}, pmid = {123}, pmcid = {PMC45}, issn = {2056-4724},
  url      = {https://a.b/c%20d~e},
  keywords = {PTSD, alcohol use},
  note     = {A note},
  finding  = {It helped 3 of 10.}, status = {none}, statusdate = {2026-11-22},
}
@inbook{chapter, title = {Mine}, crossref = {book}, pages = {7}}
@book{book, title = {The Book}, author = {Writer, W.}, editor = {Edith Editor}, publisher = {House},
  address = {Town}, year = {2020}, isbn = {9783161484100}, edition = {2}}
@misc{rule, author = {{VA and DoD}}, title = {A rule}, date = {2025-12-31}, howpublished = {Web}}
@weird{odd, title = {Odd}, year = {about 1900}}
"""


@pytest.fixture
def library(read):
    library, problems = read(TEXT)
    assert problems == []
    return library


def test_bibtex_round_trip(library, read):
    """A written file reads as the same entries; what was inherited stands in each."""
    again, problems = read(to_bibtex(library))
    assert problems == []
    assert list(again.entries) == list(library.entries)
    for entry in library:
        expected = {name: value for name, value in entry.fields.items() if name != "crossref"}
        assert again[entry.citekey].fields == expected
        assert again[entry.citekey].entry_type == entry.entry_type


def test_bibtex_of_a_few(library):
    """Any entries may be written, in the order that the caller gives."""
    text = to_bibtex([library["rule"], library["odd"]])
    assert text == (
        "@misc{rule,\n"
        "  author       = {{VA and DoD}},\n"
        "  title        = {A rule},\n"
        "  date         = {2025-12-31},\n"
        "  howpublished = {Web},\n"
        "}\n"
        "\n"
        "@weird{odd,\n"
        "  title = {Odd},\n"
        "  year  = {about 1900},\n"
        "}\n"
    )
    assert to_bibtex([]) == ""


def test_bibtex_of_unbalanced_braces(read):
    """A value with a stray brace swallows no neighbour in the written file."""
    library, _ = read('@misc{a, note = "open { brace", year = 1}')
    again, problems = read(to_bibtex(library))
    assert problems == []
    assert again["a"].fields == {"note": "open  brace".replace("  ", " "), "year": "1"}


def test_ris_round_trip(library):
    """rispy reads what we write."""
    records = {record["id"]: record for record in rispy.loads(to_ris(library, EXTRA))}
    assert records["lopez2022"] == {
        "type_of_reference": "JOUR",
        "id": "lopez2022",
        "authors": ["López-Roca, A. L.", "aan het Rot, M.", "Zarate, C. A., Jr", "Hospira Inc."],
        "title": "Effects of PTSD treatment & more, 50% of α",
        "secondary_title": "A Journal",
        "alternate_title1": "A J",
        "volume": "14",
        "number": "2",
        "doi": "10.1234/a_b",
        "accession_number": "123",
        "custom2": "PMC45",
        "issn": "2056-4724",
        "year": "2022",
        "date": "2022/03//",
        "start_page": "165",
        "end_page": "183",
        "urls": ["https://a.b/c%20d~e"],
        "keywords": ["PTSD", "alcohol use"],
        "notes": [
            "A note",
            "finding: It helped 3 of 10.",
            "status: none",
            "statusdate: 2026-11-22",
        ],
    }
    assert records["chapter"]["type_of_reference"] == "CHAP"
    assert records["chapter"]["secondary_title"] == "The Book"
    assert records["chapter"]["secondary_authors"] == ["Editor, Edith"]
    assert records["chapter"]["start_page"] == "7"
    assert "end_page" not in records["chapter"]
    assert records["rule"]["authors"] == ["VA and DoD"]
    assert records["rule"]["date"] == "2025/12/31/"
    assert records["odd"]["year"] == "1900"


def test_ris_begins_with_a_type(library):
    """Some programs take a running number before TY for a field."""
    assert to_ris(library).startswith("TY  - JOUR\nID  - lopez2022\n")
    assert to_ris([]) == ""


def test_csl_json(library):
    """CSL's own names for everything, the fields that the caller names under `custom`."""
    items = {item["id"]: item for item in json.loads(to_csl_json(library, EXTRA))}
    assert items["lopez2022"] == {
        "id": "lopez2022",
        "type": "article-journal",
        "author": [
            {"family": "López-Roca", "given": "A. L."},
            {"family": "Rot", "given": "M.", "non-dropping-particle": "aan het"},
            {"family": "Zarate", "given": "C. A.", "suffix": "Jr"},
            {"literal": "Hospira, Inc."},
            {"literal": "others"},
        ],
        "title": "Effects of PTSD treatment & more, 50% of α",
        "container-title": "A Journal",
        "container-title-short": "A J",
        "volume": "14",
        "issue": "2",
        "DOI": "10.1234/a_b",
        "PMID": "123",
        "PMCID": "PMC45",
        "URL": "https://a.b/c%20d~e",
        "ISSN": "2056-4724",
        "keyword": "PTSD, alcohol use",
        "note": "A note",
        "page": "165-183",
        "issued": {"date-parts": [[2022, 3]]},
        "custom": {
            "finding": "It helped 3 of 10.",
            "status": "none",
            "statusdate": "2026-11-22",
        },
    }
    assert items["chapter"]["type"] == "chapter"
    assert items["chapter"]["container-title"] == "The Book"
    assert items["book"]["ISBN"] == "9783161484100"
    assert items["rule"]["issued"] == {"date-parts": [[2025, 12, 31]]}
    assert items["odd"] == {
        "id": "odd",
        "type": "document",
        "title": "Odd",
        "issued": {"date-parts": [[1900]]},
    }
    assert to_csl_json([]) == "[]\n"


@pytest.mark.parametrize("write", [to_bibtex, to_ris, to_csl_json])
def test_same_on_every_run(library, write):
    """Nothing in an export depends on the clock or on a hash."""
    assert write(library) == write(list(library))


def test_a_subtitle_goes_with_its_title(read):
    """Neither format has a field for it, and half a title is not found again."""
    bib = "@incollection{a, title={T}, subtitle={S {A}}, booktitle={B}, booksubtitle={C}}"
    library, _ = read(bib)
    (item,) = json.loads(to_csl_json(library))
    assert (item["title"], item["container-title"]) == ("T: S A", "B: C")
    (record,) = rispy.loads(to_ris(library))
    assert (record["title"], record["secondary_title"]) == ("T: S A", "B: C")


def test_years_before_our_era(read):
    """EDTF has a year 0, which CSL has not: both for the year before 1."""
    library, _ = read("@book{a, date = {0000}}@book{b, date = {-0380-02}}@book{c, date = {0001}}")
    issued = [item["issued"]["date-parts"] for item in json.loads(to_csl_json(library))]
    assert issued == [[[-1]], [[-381, 2]], [[1]]]


def test_dates_that_go_on_or_are_unsure(read):
    """A season is no month, and a span that goes on ends in 0, as citeproc-js has it."""
    library, _ = read(
        "@book{a, date = {2013/}}@book{b, year = {c. 1984}}@book{c, date = {2019-21},"
        " urldate = {2020~}}@book{d, year = 2019, month = {Fall}}"
    )
    items = json.loads(to_csl_json(library))
    assert [item["issued"] for item in items] == [
        {"date-parts": [[2013], [0]]},
        {"date-parts": [[1984]], "circa": True},
        {"date-parts": [[2019]], "season": 1},
        {"date-parts": [[2019]], "season": 3},
    ]
    assert items[2]["accessed"] == {"date-parts": [[2020]], "circa": True}
    dates = [record["date"] for record in rispy.loads(to_ris(library))]
    assert dates == ["2013///", "1984///", "2019///Spring", "2019///Autumn"]


def test_a_day_in_words(read):
    """However somebody wrote when she read a page, programs get the day."""
    library, _ = read("@online{a, urldate = {5. Mai 2020}}@online{b, accessed = {2020-05-06}}")
    accessed = [item["accessed"]["date-parts"] for item in json.loads(to_csl_json(library))]
    assert accessed == [[[2020, 5, 5]], [[2020, 5, 6]]]
    written = [record["access_date"] for record in rispy.loads(to_ris(library))]
    assert written == ["2020/05/05/", "2020/05/06/"]


def test_what_csl_names_by_the_kind_of_work(read):
    """A number, dates besides that of publication, and words for biblatex's keys."""
    library, _ = read(
        "@report{r, type = {techreport}, number = {5}, pubstate = {inpress},"
        " urldate = {2021-01-02}, origdate = {1890}}\n"
        "@book{b, series = {S}, number = {12}, eventdate = {2000-05-01/2000-05-03}}\n"
        "@article{a, number = {3}}\n"
    )
    report, book, article = json.loads(to_csl_json(library))
    assert (report["number"], report["genre"], report["status"]) == (
        "5",
        "Technical Report",
        "In press",
    )
    assert report["accessed"] == {"date-parts": [[2021, 1, 2]]}
    assert report["original-date"] == {"date-parts": [[1890]]}
    assert (book["collection-title"], book["collection-number"]) == ("S", "12")
    assert book["event-date"] == {"date-parts": [[2000, 5, 1], [2000, 5, 3]]}
    assert article["issue"] == "3"


def test_ris_names_translators_and_when_a_page_was_read(read):
    library, _ = read("@online{a, translator = {Doe, Jim}, urldate = {2021-01-02}}")
    (record,) = rispy.loads(to_ris(library))
    assert record["subsidiary_authors"] == ["Doe, Jim"]
    assert record["access_date"] == "2021/01/02/"


@pytest.mark.parametrize("keywords", ["A, b c", "A; b c", "A\nb c", "A;\n b c"])
def test_keywords_however_they_stand_apart(read, keywords):
    library, _ = read(f"@article{{a, keywords = {{{keywords}}}}}")
    assert rispy.loads(to_ris(library))[0]["keywords"] == ["A", "b c"]


def test_keywords_that_have_commas(read):
    """MeSH turns its words round, and semicolons stand between them then."""
    library, _ = read("@article{a, keywords = {Receptors, Opioid; Sleep}}")
    assert rispy.loads(to_ris(library))[0]["keywords"] == ["Receptors, Opioid", "Sleep"]


def test_what_is_written_besides(read):
    """Pages that are no one range stay whole, and no word of two notes is lost."""
    library, _ = read("@article{a, pages = {xii, 12--15}, note = {N}, addendum = {A}}")
    (record,) = rispy.loads(to_ris(library))
    assert (record["start_page"], record["notes"]) == ("xii, 12–15", ["N", "A"])
    (item,) = json.loads(to_csl_json(library))
    assert (item["page"], item["note"]) == ("xii, 12-15", "N; A")


def test_the_title_of_a_larger_work_and_what_is_added_to_a_title(read):
    library, _ = read(
        "@book{b, title = {T}, titleaddon = {Poems}, maintitle = {Main}, mainsubtitle = {Sub}}"
    )
    (item,) = json.loads(to_csl_json(library))
    assert (item["title"], item["container-title"]) == ("T. Poems", "Main: Sub")
    (record,) = rispy.loads(to_ris(library))
    assert (record["title"], record["secondary_title"]) == ("T. Poems", "Main: Sub")


@pytest.mark.parametrize("month", ["-03", "03-", "03.", "3", "-Mar."])
def test_months_and_numbers_that_lack_a_part(read, month):
    """A month is a macro and a number of PubMed Central whole, whatever the file has."""
    library, _ = read(f"@article{{a, year = 2020, month = {{{month}}}, pmcid = {{9207256}}}}")
    assert "month = mar," in " ".join(to_bibtex(library).split())
    assert json.loads(to_csl_json(library))[0]["PMCID"] == "PMC9207256"
    assert "C2  - PMC9207256" in to_ris(library)
