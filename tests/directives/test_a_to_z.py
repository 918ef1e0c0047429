"""The A to Z: every page and term, findable without JavaScript."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kapguide.directives.a_to_z import (
    IndexedPage,
    find_letter,
    list_handler,
    make_index,
    sort_key,
)
from kapguide.words import load_words
from markdown import Markdown
from markdown_citations.directives import DirectiveExtension
from markdown_citations.problems import Problem

WORDS = load_words()
ARTICLES = WORDS.list("a_to_z.articles")
RISKS = IndexedPage("risks.md", "What are the risks?", ("nausea", "Bladder", "ptsd"))
COST = IndexedPage("more/cost.md", "The cost", ("988 line", "PTSD", "éclair"))


@pytest.mark.parametrize(
    ("text", "key", "letter"),
    [
        ("The therapist", "therapist", "T"),
        ("A to Z", "to z", "T"),
        ("an", "an", "A"),
        ("Éclair", "eclair", "E"),
        ('"Off-label" use', "off label use", "O"),
        ("18, under", "18 under", ""),
        ("?", "", ""),
        ("日本", "", ""),
    ],
)
def test_sorting_is_a_dictionarys(text: str, key: str, letter: str) -> None:
    """Articles, accents, case and marks do not decide where a term stands."""
    assert sort_key(text, ARTICLES) == key
    assert find_letter(key) == letter


def test_letters_and_terms_are_in_order() -> None:
    """Numbers come first; a term of two pages stands once, in its better spelling."""
    index = make_index([RISKS, COST], ARTICLES)
    assert [(letter, [entry.text for entry in entries]) for letter, entries in index] == [
        ("", ["988 line"]),
        ("B", ["Bladder"]),
        ("C", ["The cost"]),
        ("E", ["éclair"]),
        ("N", ["nausea"]),
        ("P", ["PTSD"]),
        ("W", ["What are the risks?"]),
    ]
    (ptsd,) = dict(index)["P"]
    assert ptsd.pages == (RISKS, COST)


@given(
    st.lists(
        st.builds(
            IndexedPage,
            path=st.sampled_from(["a.md", "b.md", "c/d.md"]),
            title=st.text(min_size=1, max_size=8),
            terms=st.lists(st.text(min_size=1, max_size=8), max_size=4).map(tuple),
        ),
        max_size=6,
    )
)
def test_nothing_is_lost_and_no_letter_stands_twice(pages: list[IndexedPage]) -> None:
    """Each title and term leads to its page, whatever letters it is made of."""
    index = make_index(pages)
    letters = [letter for letter, _ in index]
    assert len(letters) == len(set(letters))
    found = {
        (entry.text.casefold(), page.path)
        for _, entries in index
        for entry in entries
        for page in entry.pages
    }
    assert found == {(t.casefold(), p.path) for p in pages for t in (p.title, *p.terms)}


def render(
    source: str, pages: list[IndexedPage], path: str = "docs/a-to-z.md"
) -> tuple[str, list[str]]:
    """Give the HTML of a page with the directive, and its problems."""
    problems: list[Problem] = []
    handler = list_handler(lambda: pages, lambda: (path, source), problems.append, WORDS)
    md = Markdown(extensions=[DirectiveExtension({"a-to-z": handler}), "toc"])
    return md.convert(source), [str(problem) for problem in problems]


def test_the_page_leaves_itself_out() -> None:
    """Nobody looks for the A to Z in the A to Z."""
    html, problems = render("::: a-to-z\n", [RISKS, IndexedPage("a-to-z.md", "Zebra")])
    assert problems == []
    assert "Zebra" not in html


def test_labels_are_text() -> None:
    """A title or term is never read as Markdown or HTML."""
    html, _ = render(
        "::: a-to-z\n", [IndexedPage("x.md", "*Not* <b>bold</b>", ("[a](b)", "c_d_e"))]
    )
    for text in ("*Not* &lt;b&gt;bold&lt;/b&gt;", "[a](b)", "c_d_e"):
        assert text in html


@pytest.mark.parametrize(
    ("source", "pages", "problem"),
    [
        pytest.param(
            "# A\n\n::: a-to-z risks\n",
            [RISKS],
            'docs/a-to-z.md:3: index-empty: "::: a-to-z" has "risks" after it.'
            ' Write "::: a-to-z" alone.',
            id="an argument",
        ),
        pytest.param(
            "::: a-to-z\n",
            [],
            "docs/a-to-z.md:1: index-empty: there is no page for the A to Z to list",
            id="no pages",
        ),
    ],
)
def test_mistakes_are_named(source: str, pages: list[IndexedPage], problem: str) -> None:
    """One message with its line, and no half list."""
    html, problems = render(source, pages)
    assert problems == [problem]
    assert "<nav" not in html


def test_a_site_lists_its_pages_with_working_links(build_site) -> None:
    """Links are checked by the build; letters are headings, and so in the contents."""
    built = build_site(
        {
            "docs/index.md": "---\ntitle: Home\nindex_terms: [start]\n---\n\n# Home\n",
            "docs/help/a-to-z.md": "# A to Z\n\n::: a-to-z\n",
            "docs/help/risks.md": "---\nindex_terms: [bladder, start]\n---\n\n# Risks\n",
            "docs/_includes/crisis.md": "---\ntitle: No page\n---\n",
        },
        nav=[{"Start": "index.md"}, {"Risks?": "help/risks.md"}, {"A to Z": "help/a-to-z.md"}],
        validation={"anchors": "warn"},
    )
    assert built.lines == []
    page = built.page("help/a-to-z/index.html")
    assert [(h.text(), h.attributes["id"]) for h in page.css("article h2[id^=letter]")] == [
        ("B", "letter-b"),
        ("H", "letter-h"),
        ("R", "letter-r"),
        ("S", "letter-s"),
    ]
    assert [a.attributes["href"] for a in page.css("nav.letters a")] == [
        "#letter-b",
        "#letter-h",
        "#letter-r",
        "#letter-s",
    ]
    lines = [" ".join(item.text().split()) for item in page.css("ul.index > li")]
    assert lines == ["bladder: Risks?", "Home", "Risks?", "start: Home, Risks?"]
    assert {a.attributes["href"] for a in page.css("ul.index a")} == {"../../", "../risks/"}
    assert page.css("a[href='#letter-r'].md-nav__link") != []
