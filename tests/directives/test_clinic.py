"""`::: clinic NAME`: a fact of the clinic's own, or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from kapguide.directives.clinic import clinic_handler, render_clinic
from kapguide.project.clinic_facts import Clinic, read_clinic
from kapguide.project.config_file import ConfigFile
from kapguide.words import load_words
from markdown import Markdown
from markdown_citations.directives import DirectiveExtension
from markdown_citations.problems import Problem
from selectolax.lexbor import LexborHTMLParser

SOURCE = "---\ntitle: Cost\n---\n\n# Cost\n\n::: clinic {}\n"


def read(facts: object) -> Clinic:
    """Read facts as mkdocs.yml would hold them."""
    values = {"extra": {"clinic": facts}}
    path = Path("/guide/mkdocs.yml")
    return read_clinic([ConfigFile(path, yaml.safe_dump(values), values)], path.parent)


def show(facts: object, name: str) -> tuple[str, list[str]]:
    """Give the HTML of the page's body and its problems."""
    problems: list[Problem] = []
    source = SOURCE.format(name)
    place = ("docs/cost.md", source)
    handler = clinic_handler(read(facts), lambda: place, problems.append, load_words())
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


@pytest.mark.parametrize("name", ["after_hours", "after-hours", "After-hours"])
def test_hyphen_and_underscore_are_the_same(name: str) -> None:
    """Staff need not remember which it is."""
    for key in ("after_hours", "after-hours", "After_hours"):
        html, problems = show({key: "Call us.", "after_hour": ""}, name)
        assert "Call us." in html
        assert problems == []
    assert read({"after-hours": "Call us.", "after_hours": ""}).say("after_hours") == "Call us."


def test_a_number_is_a_fact() -> None:
    """A telephone number without quotes is a number to YAML."""
    html, problems = show({"telephone": 5550100}, "telephone")
    assert '<a href="tel:5550100">5550100</a>' in html
    assert problems == []


@pytest.mark.parametrize("value", [["1", "2"], {"one": "1"}, True])
def test_what_is_no_text_is_not_shown(value: object) -> None:
    """The check of facts says so, at its own line and once."""
    assert show({"prices": value}, "prices") == ("", [])


@pytest.mark.parametrize(
    ("facts", "name", "problem"),
    [
        pytest.param(
            {"prices": "", "team": ""},
            "price",
            'docs/cost.md:7: clinic-fact-unknown: no fact "price" under extra.clinic in mkdocs.yml.'
            ' Did you mean "prices", as in mkdocs.yml:3? Write one name in both places.',
            id="misspelt",
        ),
        pytest.param(
            {"prices": "", "team": ""},
            "parking",
            'docs/cost.md:7: clinic-fact-unknown: no fact "parking" under extra.clinic in'
            " mkdocs.yml. Add parking: there, or write one of: prices, team.",
            id="nothing like it",
        ),
        pytest.param(
            {"prices": ""},
            "",
            'docs/cost.md:7: clinic-fact-unknown: no fact "" under extra.clinic in mkdocs.yml.'
            " Write one of: prices.",
            id="no name",
        ),
        pytest.param(
            None,
            "prices",
            'docs/cost.md:7: clinic-fact-unknown: no fact "prices" under extra.clinic in'
            ' mkdocs.yml. Add it there: prices: ""',
            id="no facts at all",
        ),
    ],
)
def test_mistakes_have_one_message_with_line_and_mend(
    facts: object, name: str, problem: str
) -> None:
    """And nothing is shown in the fact's place."""
    assert show(facts, name) == ("", [problem])


@pytest.mark.parametrize("name", ["name", "address", "telephone"])
def test_a_fact_of_every_page_that_is_misnamed_is_told_at_its_line(name: str) -> None:
    """Which the check of the facts' names does: here it is one that is not there yet."""
    assert show({f"{name}s": "555-0100"}, name) == ("", [])


def test_a_fact_beside_its_group_is_named() -> None:
    """Who forgot two spaces is told on which line."""
    text = 'extra:\n  prices: "$1"\n  clinic:\n    team: ""\n'
    path = Path("/guide/mkdocs.yml")
    clinic = read_clinic([ConfigFile(path, text, yaml.safe_load(text))], path.parent)
    problems: list[Problem] = []
    place = ("docs/cost.md", SOURCE.format("prices"))
    handler = clinic_handler(clinic, lambda: place, problems.append, load_words())
    md = Markdown(extensions=[DirectiveExtension({"clinic": handler})])
    md.convert(SOURCE.format("prices").partition("# Cost\n")[2])
    assert [problem.hint for problem in problems] == [
        "It stands in mkdocs.yml:2, under extra: itself. "
        "Move it below clinic:, with more spaces before it than clinic: has."
    ]


def test_a_site_shows_facts_and_fails_for_unknown_ones(build_site) -> None:
    """In a strict build a misspelt name stops publishing; mended, the fact is there."""
    page = "---\ntitle: Cost\n---\n\n# Cost\n\n::: clinic prizes\n"
    extra = {"clinic": {"prices": "$1 a session."}}
    built = build_site({"docs/index.md": page}, extra=extra)
    assert built.failed
    assert built.lines == [
        'WARNING: docs/index.md:7: clinic-fact-unknown: no fact "prizes" under extra.clinic'
        ' in mkdocs.yml. Did you mean "prices", as in mkdocs.yml:4? Write one name in both places.'
    ]
    mended = build_site({"docs/index.md": page.replace("prizes", "prices")}, extra=extra)
    assert not mended.failed
    assert mended.lines == []
    fact = mended.page("index.html").css_first(".clinic-fact")
    assert " ".join(fact.text().split()) == "At this clinic: $1 a session."


def test_lines_below_every_page() -> None:
    """Name, address and telephone, escaped; a line each."""
    clinic = read({"name": "R & R", "address": "12 Main Street, # 4\nSpringfield\n", "team": "A."})
    html = render_clinic(clinic, load_words())
    box = LexborHTMLParser(html).css_first("footer.clinic p")
    assert box is not None
    assert box.text().splitlines() == ["R & R", "12 Main Street, # 4", "Springfield"]


@pytest.mark.parametrize(
    ("telephone", "said"),
    [("555-0100", "Call 555-0100"), ("call 555-0100 or come", "call 555-0100 or come")],
    ids=["a number", "words around it"],
)
def test_words_before_a_number_alone(telephone: str, said: str) -> None:
    """Before other words they would stand twice; a check asks for the number alone."""
    html = render_clinic(read({"telephone": telephone}), load_words())
    (link,) = LexborHTMLParser(html).css("a")
    assert (link.text(), link.attributes["href"]) == (said, "tel:5550100")


@pytest.mark.parametrize("facts", [{}, None, {"name": "", "team": "Two nurses."}, "text"])
def test_nothing_below_the_pages_of_nobody(facts: object) -> None:
    """The neutral site shows no empty box."""
    assert render_clinic(read(facts), load_words()) == ""


def test_the_clinic_stands_on_every_page(build_site, notices) -> None:
    """On pages, the 404 page and hand-written HTML, with a number that a tap calls."""
    built = build_site(
        {"docs/index.md": "# Home\n", "docs/hand.html": "<!doctype html><title>x</title><p>x"},
        hooks=["finish_site"],
        extra={"clinic": {"name": "Rest", "telephone": "(212) 555-0100"}},
    )
    assert built.lines == []
    for name in ("index.html", "404.html", "hand.html"):
        (box,) = built.page(name).css("main footer.clinic")
        assert " ".join(box.text().split()) == "Rest Call (212) 555-0100", name
        assert box.css_first("a").attributes["href"] == "tel:2125550100"
