"""`::: references`: lists of entries, filtered and grouped, in any page."""

from __future__ import annotations

from typing import Any

import pytest
from markdown_citations.formatting.formatter import Formatter
from markdown_citations.library.entries import Entry, Library
from markdown_citations.page.cited_by import CitingPage, fill_cited_by, has_placeholders
from markdown_citations.page.listing import ListOptions, parse_options


def listed(page: Any) -> list[str]:
    """Give the ids and targets of a page's lists, in order."""
    links = ".entry-links a, .csl-bib-body > li:not(.csl-entry) > a"
    nodes = page.all(f".reference-list li.csl-entry, {links}")
    return [n.attributes.get("id") or n.attributes["href"] for n in nodes]


FILTERS = {
    "no option lists all by author": (
        "",
        "ref-dore2019 ref-kew2023 ref-smith2020a ref-smith2020b ref-fda2023 ref-nobody",
    ),
    "by keyword": ("keyword=depression", "ref-dore2019 ref-kew2023"),
    "by one of two keywords": ("keyword=anxiety,Depression", "ref-dore2019 ref-kew2023"),
    "by kind of study": ("studytype=survey", "ref-kew2023"),
    "by a value with blanks": ('studytype="uncontrolled study"', "ref-dore2019"),
    "by type": ("type=misc", "ref-fda2023"),
    "by year": ("year=2020", "ref-smith2020a ref-smith2020b"),
    "by years": ("year=2019-2020", "ref-dore2019 ref-smith2020a ref-smith2020b"),
    "since a year": ("year=2021-", "ref-kew2023 ref-fda2023"),
    "up to a year": ("year=-2019", "ref-dore2019"),
    "by citekey": ("citekey=kew2023,dore2019", "ref-dore2019 ref-kew2023"),
    "by two filters": ("keyword=depression year=2023", "ref-kew2023"),
}


@pytest.mark.parametrize(("options", "ids"), FILTERS.values(), ids=FILTERS.keys())
def test_filters(convert: Any, options: str, ids: str) -> None:
    page = convert(f"a\n\n::: references {options}\n\nb")
    assert sorted(listed(page)) == sorted(ids.split())
    assert page.problems == []


def test_entries_are_sorted_by_author(convert: Any) -> None:
    assert listed(convert("::: references")) == [
        "ref-dore2019",
        "ref-kew2023",
        "ref-smith2020a",
        "ref-smith2020b",
        "ref-fda2023",
        "ref-nobody",
    ]


def test_links_lead_to_entries_of_the_page(convert: Any) -> None:
    page = convert("::: references as=links year=2023\n\n::: references citekey=kew2023\n")
    assert listed(page) == ["#ref-kew2023", "ref-kew2023"]
    (other,) = page.all(".entry-links span")
    assert other.text() == "US Food and Drug Administration 2023."
    assert [item.text() for item in page.all(".entry-links li")] == [
        "Kew and Lee 2023. A second look. Survey.",
        "US Food and Drug Administration 2023. A warning.",
    ]
    assert page.all("[kapguide-citekey]") == []


def test_groups_by_keyword_repeat_as_links(convert: Any) -> None:
    """An id stands on a page once: the second mention leads to the first."""
    page = convert("::: references group=keyword")
    assert [(n.text(), n.attributes["id"]) for n in page.all("h3")] == [
        ("Anxiety", "keyword-anxiety"),
        ("Depression", "keyword-depression"),
        ("Other", "keyword-other"),
    ]
    assert listed(page)[:3] == ["ref-dore2019", "#ref-dore2019", "ref-kew2023"]


def test_groups_by_kind_of_study_go_by_strength(convert: Any) -> None:
    page = convert("::: references group=studytype level=2")
    assert [n.text() for n in page.all("h2")] == [
        "Study without comparison group",
        "Survey",
        "Other",
    ]


def test_value_that_is_told_is_no_group(convert: Any) -> None:
    """It might be the heading of another one, in the site's language."""
    bib = "@misc{a, title = {T}, studytype = {Survey of the staff}}"
    page = convert("::: references group=studytype", bib=bib)
    assert [n.text() for n in page.all("h3")] == ["Other"]


def test_groups_by_year_start_with_the_newest(convert: Any) -> None:
    page = convert("::: references group=year as=links")
    assert [n.text() for n in page.all("h3")] == ["2023", "2020", "2019", "No date"]


YEARS = r"""
@misc{a, title = {One}, date = {1999/}}
@misc{b, title = {Two}, year = {1999}}
@misc{c, title = {Three}, year = {[2015], {\textcopyright}2014}}
@misc{d, title = {Four}, year = {2018--2020}}
"""


def test_groups_by_year_have_the_years_that_are_printed(convert: Any) -> None:
    """An id stands once, though 1999 and 1999– are spelled alike in it."""
    page = convert("::: references group=year", bib=YEARS)
    assert [(n.text(), n.attributes["id"]) for n in page.all("h3")] == [
        ("2018–2020", "year-2018-2020"),
        ("2015", "year-2015"),
        ("1999", "year-1999"),
        ("1999–", "year-1999_1"),
    ]
    again = convert("::: references group=year\n\n::: references group=year as=links", bib=YEARS)
    ids = [n.attributes["id"] for n in again.all("h3")]
    assert len({*ids}) == len(ids) == 8


@pytest.mark.parametrize(
    ("years", "ids"),
    [
        ("1999", "ref-a ref-b"),
        ("2015", "ref-c"),
        ("2019-", "ref-d"),
        ("-2018", "ref-a ref-b ref-c ref-d"),
    ],
)
def test_a_span_is_found_by_its_ends(convert: Any, years: str, ids: str) -> None:
    assert sorted(listed(convert(f"::: references year={years}", bib=YEARS))) == ids.split()


def test_keywords_that_differ_in_capitals_are_one_group(convert: Any) -> None:
    bib = """
        @misc{a, title = {A}, year = {2020}, keywords = {Sleep, sleep, other}}
        @misc{b, title = {B}, year = {2020}, keywords = {SLEEP}}
        @misc{c, title = {C}, year = {2020}}
    """
    page = convert("::: references group=keyword as=links", bib=bib)
    assert [(n.text(), n.attributes["id"]) for n in page.all("h3")] == [
        ("Sleep", "keyword-sleep"),
        ("Other", "keyword-other"),
    ]
    assert [len(ul.css("li")) for ul in page.all(".entry-links")] == [2, 2]


def test_an_entry_in_full_has_the_full_annotation(convert: Any) -> None:
    page = convert("::: references citekey=dore2019")
    assert page.one("p.kind + p").text() == "235 patients"
    assert page.all(".backlinks") == []


def test_the_bibliography_keeps_the_ids(convert: Any) -> None:
    """A marker leads to the numbered list; an entry of the same page's list is a link."""
    page = convert("[@dore2019]\n\n::: references keyword=depression\n")
    assert listed(page) == ["#ref-dore2019", "ref-kew2023"]
    assert len(page.all("[id='ref-dore2019']")) == 1
    assert page.one("section.references #ref-dore2019")


WRONG = {
    "unknown option": ("studytipe=survey", '"studytipe" is no option. Did you mean "studytype"?'),
    "no value": ("keyword", 'the option "keyword" has no value. Write keyword=…'),
    "unknown group": (
        "group=color",
        'the option "group" cannot be "color". It can be keyword, studytype, year, page.',
    ),
    "unknown form": (
        "as=table",
        'the option "as" cannot be "table". It can be entries, links.',
    ),
    "level out of range": (
        "level=1",
        'the option "level" cannot be "1". It can be 2, 3, 4, 5.',
    ),
    "open quotation mark": ('keyword="a', "a quotation mark is missing"),
}


@pytest.mark.parametrize(("options", "text"), WRONG.values(), ids=WRONG.keys())
def test_wrong_options_are_problems(convert: Any, options: str, text: str) -> None:
    page = convert(f"a\n\n::: references {options}\n")
    assert [str(p) for p in page.problems] == [f"docs/page.md:3: references-option: {text}"]


def test_an_empty_list_is_a_warning(convert: Any) -> None:
    page = convert("::: references keyword=depresion")
    assert [(p.code, p.line, p.severity) for p in page.problems] == [
        ("references-empty", 1, "warning")
    ]


def test_options_are_values() -> None:
    assert parse_options('keyword="a b, c" group=year as=links level=4', {}) == (
        ListOptions({"keyword": ("a b", "c")}, "year", True, 4),
        [],
    )


PAGES = {
    "dore2019": [CitingPage("What is it?", "../what/"), CitingPage("A & <b>", "../a/")],
    "kew2023": [CitingPage("A & <b>", "../a/")],
}


def named(citekey: str, author: str, title: str) -> Entry:
    """Give an entry that has only a name and a title."""
    return Entry(citekey, "misc", {"author": author, "title": title}, "made.bib", 1)


FORMATTER = Formatter(
    Library(
        {"dore2019": named("dore2019", "Dore", "A <b> & B"), "kew2023": named("kew2023", "Kew", "")}
    )
)


def test_cited_by_is_filled_in(convert: Any) -> None:
    page = convert("::: references citekey=dore2019,fda2023")
    assert has_placeholders(page.html)
    html = fill_cited_by(page.html, PAGES, FORMATTER)
    assert not has_placeholders(html)
    assert (
        'Cited on: <a href="../what/#cite-dore2019-1">What is it?</a>, '
        '<a href="../a/#cite-dore2019-1">A &amp; &lt;b&gt;</a></p>'
    ) in html
    assert ">No page cites this yet.</p>" in html


def test_citing_pages_are_filled_in(convert: Any) -> None:
    page = convert("::: references group=page level=4")
    html = fill_cited_by(page.html, PAGES, FORMATTER)
    assert (
        '<h4><a href="../a/">A &amp; &lt;b&gt;</a></h4><ul class="entry-links">'
        '<li><a href="#ref-dore2019">Dore.</a> A &lt;b&gt; &amp; B.</li>'
        '<li><a href="#ref-kew2023">Kew.</a> </li></ul>'
        '<h4><a href="../what/">What is it?</a></h4>'
    ) in html


def test_nothing_to_fill_is_left_alone() -> None:
    assert not has_placeholders("<p>text</p>")
    assert fill_cited_by("<p>text</p>", PAGES, FORMATTER) == "<p>text</p>"
