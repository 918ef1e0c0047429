"""`::: clinic NAME`: a fact of the clinic's own, or nothing."""

from __future__ import annotations

import pytest
from kapguide.directives.clinic import clinic_handler
from kapguide.words import load_words
from markdown import Markdown
from markdown_citations.directives import DirectiveExtension
from markdown_citations.problems import Problem
from selectolax.lexbor import LexborHTMLParser

SOURCE = "---\ntitle: Cost\n---\n\n# Cost\n\n::: clinic {}\n"


def show(facts: object, name: str) -> tuple[str, list[str]]:
    """Give the HTML of the page's body and its problems."""
    problems: list[Problem] = []
    source = SOURCE.format(name)
    handler = clinic_handler(facts, lambda: ("docs/cost.md", source), problems.append, load_words())
    md = Markdown(extensions=[DirectiveExtension({"clinic": handler})])
    return md.convert(source.partition("# Cost\n")[2]), [str(problem) for problem in problems]


def test_a_fact_is_shown_as_markdown_behind_plain_words() -> None:
    """A reader sees whose fact it is; a paragraph and a list stay what they are."""
    html, problems = show({"prices": "One session: **$1**.\n\n- a\n- b\n"}, "prices")
    box = LexborHTMLParser(html).css_first("div.clinic-fact")
    assert problems == []
    assert box is not None
    assert box.css_first("p.clinic-fact-lead").text() == "At this clinic:"
    assert [node.text() for node in box.css("p > strong")] == ["At this clinic:", "$1"]
    assert [node.text() for node in box.css("li")] == ["a", "b"]


@pytest.mark.parametrize("value", ["", "  \n", None])
def test_an_empty_fact_leaves_no_trace(value: str | None) -> None:
    """The neutral site shows no box, no lead and no empty paragraph."""
    assert show({"prices": value}, "prices") == ("", [])


@pytest.mark.parametrize("name", ["after_hours", "after-hours"])
def test_hyphen_and_underscore_are_the_same(name: str) -> None:
    """Staff need not remember which it is."""
    html, problems = show({"after_hours": "Call us."}, name)
    assert "Call us." in html
    assert problems == []


def test_a_number_is_a_fact() -> None:
    """A telephone number without quotes is a number to YAML."""
    html, problems = show({"telephone": 5550100}, "telephone")
    assert "5550100" in html
    assert problems == []


@pytest.mark.parametrize(
    ("facts", "name", "problem"),
    [
        pytest.param(
            {"prices": "", "team": ""},
            "price",
            'docs/cost.md:7: clinic-fact-unknown: no fact "price" under extra.clinic in mkdocs.yml.'
            ' Did you mean "prices"?',
            id="misspelt",
        ),
        pytest.param(
            {"prices": "", "team": ""},
            "parking",
            'docs/cost.md:7: clinic-fact-unknown: no fact "parking" under extra.clinic in'
            " mkdocs.yml. There are: prices, team.",
            id="nothing like it",
        ),
        pytest.param(
            {"prices": ""},
            "",
            'docs/cost.md:7: clinic-fact-unknown: no fact "" under extra.clinic in mkdocs.yml.'
            " There are: prices.",
            id="no name",
        ),
        pytest.param(
            None,
            "prices",
            'docs/cost.md:7: clinic-fact-unknown: no fact "prices" under extra.clinic in'
            ' mkdocs.yml. Add it there: prices: ""',
            id="no facts at all",
        ),
        pytest.param(
            {"prices": ["1", "2"]},
            "prices",
            "docs/cost.md:7: clinic-fact-value: extra.clinic.prices in mkdocs.yml is not a text."
            " Put it in quotes, or write | and the text on the lines below.",
            id="a list",
        ),
        pytest.param(
            {"prices": True},
            "prices",
            "docs/cost.md:7: clinic-fact-value: extra.clinic.prices in mkdocs.yml is not a text."
            " Put it in quotes, or write | and the text on the lines below.",
            id="yes, which YAML reads as true",
        ),
    ],
)
def test_mistakes_have_one_message_with_line_and_mend(
    facts: object, name: str, problem: str
) -> None:
    """And nothing is shown in the fact's place."""
    assert show(facts, name) == ("", [problem])


def test_a_site_shows_facts_and_fails_for_unknown_ones(build_site) -> None:
    """In a strict build a misspelt name stops publishing; mended, the fact is there."""
    page = "---\ntitle: Cost\n---\n\n# Cost\n\n::: clinic prizes\n"
    extra = {"clinic": {"prices": "$1 a session."}}
    built = build_site({"docs/index.md": page}, hooks=["show_clinic"], extra=extra)
    assert built.failed
    assert built.lines == [
        'WARNING: docs/index.md:7: clinic-fact-unknown: no fact "prizes" under extra.clinic'
        ' in mkdocs.yml. Did you mean "prices"?'
    ]
    mended = build_site(
        {"docs/index.md": page.replace("prizes", "prices")}, hooks=["show_clinic"], extra=extra
    )
    assert not mended.failed
    assert mended.lines == []
    fact = mended.page("index.html").css_first(".clinic-fact")
    assert " ".join(fact.text().split()) == "At this clinic: $1 a session."
