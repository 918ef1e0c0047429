"""References as they are printed: every type, with and without each field."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_citations.formatting.formatter import Formatter
from markdown_citations.formatting.safe_html import safe_address
from markdown_citations.library.entries import Entry, Library
from markdown_citations.printing.printed_names import inverted_name, list_names, short_names
from markdown_citations.printing.works import read_names
from markdown_citations.styles.author_year import AuthorYear
from markdown_citations.styles.vancouver import Vancouver, page_range
from markdown_citations.texts import read_texts
from pybtex.database import parse_string

ENGLISH = read_texts()
AUTHORS = "Drozdz, Sandhaya J. and Goel, Akash"
ENTRIES: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "article": (
        "article",
        {
            "author": AUTHORS,
            "title": "A title",
            "journal": "Journal of Pain Research",
            "shortjournal": "J Pain Res",
            "year": "2022",
            "volume": "15",
            "number": "2",
            "pages": "1691--1706",
            "doi": "10.2147/JPR.S360733",
            "pmid": "35734507",
            "pmcid": "PMC9207256",
        },
    ),
    "article with a number for pages": (
        "article",
        {
            "author": AUTHORS,
            "title": "T",
            "journal": "J",
            "year": "2023",
            "volume": "14",
            "eid": "1141988",
        },
    ),
    "book": (
        "book",
        {
            "author": AUTHORS,
            "title": "A book",
            "subtitle": "On things",
            "edition": "2nd",
            "address": "London",
            "publisher": "Press",
            "year": "2020",
        },
    ),
    "edited book": (
        "book",
        {"editor": AUTHORS, "title": "A book", "publisher": "Press", "year": "2020"},
    ),
    "chapter": (
        "incollection",
        {
            "author": "Kew, Ana",
            "title": "A chapter",
            "editor": AUTHORS,
            "booktitle": "The whole",
            "edition": "3rd ed.",
            "publisher": "Press",
            "year": "2020",
            "pages": "33-40",
        },
    ),
    "report": (
        "techreport",
        {
            "author": AUTHORS,
            "title": "A report",
            "institution": "NICE",
            "number": "854",
            "year": "2022",
            "url": "https://www.nice.org.uk/ta854",
        },
    ),
    "report by its publisher": (
        "report",
        {"author": "{NICE}", "title": "A report", "institution": "NICE", "year": "2022"},
    ),
    "regulation": (
        "legislation",
        {
            "author": "{Drug Enforcement Administration}",
            "title": "A rule",
            "howpublished": "Federal Register, 90 FR 61301",
            "date": "2025-12-31",
            "year": "2025",
        },
    ),
    "label": (
        "misc",
        {
            "author": "{Hospira, Inc.}",
            "title": "A label",
            "howpublished": "DailyMed, updated 16 May 2024",
            "year": "2024",
            "date": "2024-05-16",
            "url": "https://dailymed.nlm.nih.gov/x",
        },
    ),
    "web page": (
        "online",
        {
            "organization": "A body",
            "title": "A page",
            "date": "2023-10",
            "url": "https://example.org/a",
            "urldate": "2024-01-02",
        },
    ),
    "preprint": (
        "misc",
        {
            "author": AUTHORS,
            "title": "A preprint",
            "howpublished": "medRxiv",
            "date": "2023-01-18",
            "year": "2023",
            "note": "Not peer reviewed",
            "doi": "10.1101/2023.01.11",
        },
    ),
    "guideline": (
        "manual",
        {"organization": "A society", "title": "A guideline", "edition": "4th", "year": "2019"},
    ),
    "dataset": (
        "dataset",
        {
            "author": AUTHORS,
            "title": "Data",
            "publisher": "Dryad",
            "version": "2",
            "year": "2021",
            "doi": "10.5061/x",
        },
    ),
    "thesis": (
        "phdthesis",
        {
            "author": "Kew, Ana",
            "title": "A thesis",
            "school": "A school",
            "address": "Oslo",
            "year": "2018",
        },
    ),
    "question as a title": (
        "article",
        {"author": AUTHORS, "title": "Does it work?", "journal": "J", "year": "2020"},
    ),
    "supplied title": (
        "article",
        {"author": AUTHORS, "title": "[What it was about]", "journal": "J", "year": "2020"},
    ),
}

PRINTED = {
    "article": (
        "Drozdz SJ, Goel A. A title. J Pain Res. 2022;15(2):1691–706. "
        "https://doi.org/10.2147/JPR.S360733 PMID: 35734507 PMCID: PMC9207256"
    ),
    "article with a number for pages": "Drozdz SJ, Goel A. T. J. 2023;14:1141988.",
    "book": "Drozdz SJ, Goel A. A book: On things. 2nd ed. London: Press; 2020.",
    "edited book": "Drozdz SJ, Goel A, editors. A book. Press; 2020.",
    "chapter": (
        "Kew A. A chapter. In: Drozdz SJ, Goel A, editors. The whole. 3rd ed. Press; 2020. "
        "p. 33–40."
    ),
    "report": (
        "Drozdz SJ, Goel A. A report. NICE; 2022. Report No.: 854. "
        "Available from: https://www.nice.org.uk/ta854"
    ),
    "report by its publisher": "NICE. A report. 2022.",
    "regulation": (
        "Drug Enforcement Administration. A rule. Federal Register, 90 FR 61301; 2025 Dec 31."
    ),
    "label": (
        "Hospira, Inc. A label. DailyMed, updated 16 May 2024. "
        "Available from: https://dailymed.nlm.nih.gov/x"
    ),
    "web page": (
        "A body. A page. 2023 Oct. Available from: https://example.org/a Accessed 2024-01-02."
    ),
    "preprint": (
        "Drozdz SJ, Goel A. A preprint. medRxiv; 2023 Jan 18. Not peer reviewed. "
        "https://doi.org/10.1101/2023.01.11"
    ),
    "guideline": "A society. A guideline. 4th ed. 2019.",
    "dataset": "Drozdz SJ, Goel A. Data. Version 2. Dryad; 2021. https://doi.org/10.5061/x",
    "thesis": "Kew A. A thesis [dissertation]. Oslo: A school; 2018.",
    "question as a title": "Drozdz SJ, Goel A. Does it work? J. 2020.",
    "supplied title": "Drozdz SJ, Goel A. [What it was about]. J. 2020.",
}
DATED = {
    "article": (
        "Drozdz SJ, Goel A. 2022. A title. J Pain Res. 15(2):1691–706. "
        "https://doi.org/10.2147/JPR.S360733 PMID: 35734507 PMCID: PMC9207256"
    ),
    "chapter": (
        "Kew A. 2020. A chapter. In: Drozdz SJ, Goel A, editors. The whole. 3rd ed. Press. "
        "p. 33–40."
    ),
    "web page": "A body. 2023. A page. Available from: https://example.org/a Accessed 2024-01-02.",
    "thesis": "Kew A. 2018. A thesis [dissertation]. Oslo: A school.",
}


# Pandoc's citeproc with vancouver.csl of the CSL project on the same entries.
# Everywhere else ours says more on purpose: that style prints no article
# numbers, editions of chapters, report numbers, versions, DOI or PubMed
# numbers, and nothing of "howpublished" or "note"; it adds "[Internet]" to what
# has an address, and leaves "2020;" where an article has no volume.
CITEPROC = {
    "article": "Drozdz SJ, Goel A. A title. J Pain Res. 2022;15(2):1691–706.",
    "book": "Drozdz SJ, Goel A. A book: On things. 2nd ed. London: Press; 2020.",
    "edited book": "Drozdz SJ, Goel A, editors. A book. Press; 2020.",
    "chapter": (
        "Kew A. A chapter. In: Drozdz SJ, Goel A, editors. The whole. Press; 2020. p. 33–40."
    ),
}


def printed(entry_type: str, fields: Mapping[str, str], style: str = "vancouver") -> str:
    entry = Entry("key", entry_type, dict(fields), "made.bib", 1)
    formatter = Formatter(Library({"key": entry}), style)
    html = formatter.format("key").html
    assert formatter.problems == []
    return re.sub(r"<[^>]+>", "", html).replace("&amp;", "&").replace("&lt;", "<")


@pytest.mark.parametrize("name", ENTRIES)
def test_vancouver(name: str) -> None:
    assert printed(*ENTRIES[name]) == PRINTED[name]


@pytest.mark.parametrize("name", CITEPROC)
def test_vancouver_agrees_with_citeproc(name: str) -> None:
    """The CSL project's reading of the style is the judge where it says the same things."""
    entry_type, fields = ENTRIES[name]
    unsaid = {"doi", "pmid", "pmcid"} | ({"edition"} if name == "chapter" else set())
    kept = {field: value for field, value in fields.items() if field not in unsaid}
    assert printed(entry_type, kept) == CITEPROC[name]


@pytest.mark.parametrize("name", DATED)
def test_author_year(name: str) -> None:
    assert printed(*ENTRIES[name], "author-year") == DATED[name]


STRAY = re.compile(
    r"[.,;:]\s*[,;:]|\.\s*\.(?!\w)|\(\s*\)|\[\s*\]|^\s*[.,;:)]|[,;:]\s*$|\s[.,;:)]|\s\s"
)


@pytest.mark.parametrize("style", ["vancouver", "author-year"])
@pytest.mark.parametrize("name", ENTRIES)
def test_a_missing_field_leaves_no_stray_sign(name: str, style: str) -> None:
    """Any one, any two, and all fields but one may be missing: what is left reads well."""
    entry_type, fields = ENTRIES[name]
    lacking = [
        *combinations(fields, 1),
        *combinations(fields, 2),
        *combinations(fields, len(fields) - 1),
    ]
    for missing in lacking:
        kept = {field: value for field, value in fields.items() if field not in missing}
        text = printed(entry_type, kept, style).replace("No.:", "No")
        stray = STRAY.search(re.sub(r"https?://\S+", "URL", text))
        assert stray is None, (missing, text, stray)


def test_an_entry_without_fields_prints_something() -> None:
    assert printed("misc", {}, "vancouver") == "key."
    assert printed("misc", {}, "author-year") == "[date unknown]."


NAMES = {
    "two given names": ("Drozdz, Sandhaya Jane", "Drozdz SJ"),
    "initials with dots": ("Drozdz, S. J.", "Drozdz SJ"),
    "initials without dots": ("Drozdz, SJ", "Drozdz SJ"),
    "given name first": ("Sandhaya J. Drozdz", "Drozdz SJ"),
    "hyphen in a given name": ("Sartre, Jean-Paul", "Sartre JP"),
    "particle": ("van der Berg, Jan", "van der Berg J"),
    "particle with a capital": ("De Leo, J. A.", "De Leo JA"),
    "several particles": ("aan het Rot, M.", "aan het Rot M"),
    "double name": ("Batres-Y-Carr, T. M.", "Batres-Y-Carr TM"),
    "suffix": ("King, Jr., Martin Luther", "King ML Jr"),
    "number as a suffix": ("Smith, III, John", "Smith J 3rd"),
    "apostrophe": ("O'Brien, B.", "O'Brien B"),
    "institution": ("{US Food and Drug Administration}", "US Food and Drug Administration"),
    "institution with a comma": ("{Hospira, Inc.}", "Hospira, Inc."),
    "one name": ("Plato", "Plato"),
    "accents in LaTeX": (r"Garc{\'\i}a, Jos{\'e}", "García J"),
    "accents": ("Łoś, Żaneta", "Łoś Ż"),
    "Chinese": ("王, 小明", "王 小明"),
    "Cyrillic": ("Достоевский, Фёдор Михайлович", "Достоевский ФМ"),
    "lower case": ("hooks, bell", "hooks B"),
}


@pytest.mark.parametrize(("raw", "inverted"), NAMES.values(), ids=NAMES.keys())
def test_names(raw: str, inverted: str) -> None:
    (name,) = read_names(raw)
    assert inverted_name(name) == inverted


SIX = "A, A. and B, B. and C, C. and D, D. and E, E. and F, F."


@pytest.mark.parametrize(
    ("raw", "listed", "short"),
    [
        ("A, A.", "A A", "A"),
        ("A, A. and B, B.", "A A, B B", "A and B"),
        ("A, A. and B, B. and C, C.", "A A, B B, C C", "A et al."),
        (SIX, "A A, B B, C C, D D, E E, F F", "A et al."),
        (f"{SIX} and G, G.", "A A, B B, C C, D D, E E, F F, et al.", "A et al."),
        ("A, A. and others", "A A, et al.", "A et al."),
        ("A, A. and B, B. and others", "A A, B B, et al.", "A et al."),
        ("", "", ""),
    ],
)
def test_lists_of_names(raw: str, listed: str, short: str) -> None:
    """Up to six authors, then et al., as the ICMJE has it."""
    people = read_names(raw)
    assert (list_names(people, ENGLISH), short_names(people, ENGLISH)) == (listed, short)


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
        ("", ""),
    ],
)
def test_page_ranges(pages: str, shown: str) -> None:
    assert page_range(pages) == shown


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://example.org/a?b=c&d=e%20f", "https://example.org/a?b=c&d=e%20f"),
        ("http://example.org", "http://example.org"),
        ("mailto:me@example.org", "mailto:me@example.org"),
        ("doi:10.1000/x", "https://doi.org/10.1000/x"),
        ("javascript:alert(1)", ""),
        (" javascript:alert(1)", ""),
        ("java\nscript:alert(1)", ""),
        ("JAVASCRIPT:alert(1)", ""),
        ("data:text/html,x", ""),
        ("vbscript:x", ""),
        ("//example.org", ""),
        ("/etc/passwd", ""),
        ("example.org", ""),
        ("https:", ""),
        ("http://[", ""),
        ("", ""),
    ],
)
def test_only_sound_addresses_become_links(url: str, address: str) -> None:
    assert safe_address(url) == address


def library_of(entries: Mapping[str, Mapping[str, str]]) -> Library:
    return Library({k: Entry(k, "article", dict(f), "made.bib", 1) for k, f in entries.items()})


def test_years_are_told_apart() -> None:
    """By title, whatever the order of the file; only where names and year are the same."""
    formatter = Formatter(
        library_of(
            {
                "z": {"author": "Smith, Jane", "title": "Zeta", "year": "2020"},
                "a": {"author": "Jane Smith", "title": "Alpha", "year": "2020"},
                "m": {"author": "Smith, J.", "title": "Mu", "year": "2021"},
                "b": {"author": "Smith, J. and Roe, R.", "title": "Beta", "year": "2020"},
                "n": {"title": "No author", "year": "2020"},
                "o": {"title": "No author either", "year": "2020"},
            }
        ),
        "author-year",
    )
    years = {key: formatter.format(key).year for key in formatter.library.entries}
    assert years == {"z": "2020b", "a": "2020a", "m": "2021", "b": "2020", "n": "2020", "o": "2020"}
    assert "2020b. Zeta" in formatter.format("z").html


def test_letters_go_on_behind_z() -> None:
    entries = {
        f"k{n:02}": {"author": "Smith, J.", "title": f"{n:02}", "year": "2020"} for n in range(28)
    }
    formatter = Formatter(library_of(entries), "author-year")
    assert [formatter.format(f"k{n:02}").year for n in (0, 25, 26, 27)] == [
        "2020a",
        "2020z",
        "2020aa",
        "2020ab",
    ]


def test_author_year_sorts_by_name_without_accents() -> None:
    formatter = Formatter(
        library_of(
            {
                "c": {"author": "Zimmer, A.", "title": "x", "year": "2000"},
                "b": {"author": "Ångström, A.", "title": "x", "year": "2001"},
                "a": {"author": "Anders, A.", "title": "x", "year": "2002"},
                "d": {"author": "Ångström, A.", "title": "x", "year": "1999"},
            }
        ),
        "author-year",
    )
    assert [key for key, _ in formatter.arrange(["c", "b", "a", "d"])] == ["a", "d", "b", "c"]


def test_any_pybtex_style_by_name(convert: Callable[..., Any]) -> None:
    """`plain` numbers in the order of names, `alpha` has labels."""
    page = convert("[@kew2023; @fda2023] [@dore2019]", style="plain")
    assert page.markers == ["[2, 3]", "[1]"]
    assert [n.attributes["id"] for n in page.all("ol > li")] == [
        "ref-dore2019",
        "ref-kew2023",
        "ref-fda2023",
    ]
    assert "Ana Kew and Bo\u00a0Lee. A second look." in page.one("#ref-kew2023").text()
    assert "Ketamine assisted psychotherapy (KAP)" in page.one("#ref-dore2019").text()
    alpha = convert("[@kew2023, p. 3; @dore2019]", style="alpha")
    assert alpha.markers == ["[KL23, p.\u00a03; DTD+19]"]
    assert alpha.one("#ref-kew2023").text().strip().startswith("[KL23]")


def test_other_styles_get_sound_latex(convert: Callable[..., Any]) -> None:
    """pybtex reads decoded text as LaTeX again: a per cent sign would end it."""
    bib = r"""@article{a, author={A, B.}, year={2020}, journal={J}, url={https://x.org/a_b%20c~d},
    title={A {KAP} of 5\% \& {\"o} {\textasciitilde}x \textbackslash y}}"""
    page = convert("[@a]", bib=bib.replace("\\\\", "\\"), style="unsrt")
    assert "A KAP of 5% & ö ~x \\y." in page.one("#ref-a").text()
    assert page.one("#ref-a a[href='https://x.org/a_b%20c~d']")


def test_our_styles_are_pybtex_styles() -> None:
    """Other programs on pybtex can use them with entries that pybtex has read."""
    data = parse_string(
        r"@article{a, author={M{\"u}ller, Ada}, title={The {KAP} 5\%}, journal={J}, year=2020}",
        "bibtex",
    )
    for style, text in (
        (Vancouver, "Müller A. The KAP 5%. J. 2020."),
        (AuthorYear, "Müller A. 2020. The KAP 5%. J."),
    ):
        (entry,) = style().format_bibliography(data)
        assert str(entry.text) == text


def test_a_style_that_fails_says_so_and_the_page_goes_on(convert: Callable[..., Any]) -> None:
    """pybtex's own styles need an author and a year; an entry without is printed in ours."""
    page = convert("[@nobody]", style="unsrt")
    (problem,) = page.problems
    assert (problem.code, problem.path, problem.severity) == (
        "entry-unformatted",
        "library.bib",
        "warning",
    )
    assert "[What the study was about" in page.one("#ref-nobody").text()


def test_an_unknown_style_is_a_problem(convert: Callable[..., Any]) -> None:
    page = convert("[@dore2019]", style="vancuover")
    assert [str(problem) for problem in page.problems] == [
        'style-unknown: no citation style "vancuover" is installed. Did you mean "vancouver"?'
    ]
    assert page.markers == ["[1]"]


VALUES = st.text(max_size=30)
FIELDS = st.dictionaries(
    st.sampled_from(
        [
            "author",
            "editor",
            "title",
            "subtitle",
            "journal",
            "year",
            "date",
            "volume",
            "number",
            "pages",
            "doi",
            "pmid",
            "pmcid",
            "url",
            "publisher",
            "address",
            "institution",
            "howpublished",
            "note",
            "edition",
            "booktitle",
            "organization",
        ]
    ),
    VALUES,
)


@pytest.mark.parametrize("style", ["vancouver", "author-year", "plain"])
@settings(deadline=None)
@given(
    st.sampled_from(["article", "book", "incollection", "techreport", "misc", "online", "odd"]),
    FIELDS,
)
def test_any_values_format(style: str, entry_type: str, fields: dict[str, str]) -> None:
    """No text in a .bib file raises, and all of it comes out as a well-formed fragment."""
    import xml.etree.ElementTree as etree

    library = Library({"key": Entry("key", entry_type, fields, "made.bib", 1)})
    formatted = Formatter(library, style).format("key")
    assert etree.fromstring(f"<p>{formatted.html}</p>") is not None
    assert formatted.first


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
        ("Second", "Second ed."),
        ("3rd ed.", "3rd ed."),
        ("Revised Edition", "Revised Edition."),
        ("Third, revised and expanded edition", "Third, revised and expanded edition."),
    ],
)
def test_editions(edition: str, shown: str) -> None:
    """biblatex wants a number, BibTeX a word: readers see an edition."""
    fields = {"title": "A book", "edition": edition, "publisher": "Press", "year": "2020"}
    assert printed("book", fields) == f"A book. {shown} Press; 2020."
