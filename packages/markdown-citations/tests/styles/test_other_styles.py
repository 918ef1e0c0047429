"""Styles of pybtex, ours among them, and what no value may do to any."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_citations.formatting.formatter import Formatter
from markdown_citations.library.entries import Entry, Library
from markdown_citations.styles.author_year import AuthorYear
from markdown_citations.styles.vancouver import Vancouver
from pybtex.database import parse_string


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


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("On <i>{P}apaver</i> and {CO}<sub>2</sub>", "On Papaver and CO₂"),
        ("An {CO}<sub>{2}</sub> &#123;x&#92;alpha", r"An CO₂ x\alpha"),
        (r"On \emph{In Vitro} Sleep", "On In Vitro sleep"),
        ("{PTSD}~5, 5~{PTSD} And", "PTSD 5, 5 PTSD and"),
        (r"Caf\'{e} M\"{u}ller {X} \& {AT\&T}", "Café müller X &amp; AT&amp;T"),
        (r"A \textbf{the {PTSD} X} Y", "A the PTSD X y"),
        (r"A\emph{b {C}} \textbf{{D} E \emph{F}} G", "Ab C D E F g"),
        (r"A \foreignlanguage{german}{Die Angst} {X}", "A Die Angst X"),
        ("{The Care of {PTSD}}", "The Care of PTSD"),
        (r"{A {B} \emph{C} D} {\'E}L", "A B C D él"),
        (r"\enquote{So {X}} $x_{2}$, H\textsubscript{2}O", "“So X” x₂, h₂o"),
        (r"{A} \phantom{{X}} {B}", "A B"),
        (r"{A} \phantom{X} b \label{x}", "A b"),
        (r"So \textcolor[RGB]{1,2,3}{In Vitro} X", "So In Vitro x"),
    ],
)
def test_braces_keep_capitals_alone(read: Callable[..., Any], title: str, printed: str) -> None:
    """A title is read whole, and braces end neither a tag nor a command's argument."""
    library, _ = read(f"@misc{{a, title = {{{title}}}, year = 2020}}")
    assert f"{printed}. 2020" in Formatter(library, "plain").format("a").html


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
