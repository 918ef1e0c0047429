"""The page check on structured data: what it must find, and what it must let pass."""

from __future__ import annotations

import json
from typing import Any

import pytest
from kapguide.checks.site.json_ld import JSON_LD, check_json_ld
from kapguide.pages.page import parse_page
from kapguide.project.project import Project

ENTRY = (
    '<li class="csl-entry" id="ref-trial">Dore J. A “PTSD” Trial. 2019. '
    '<a href="https://doi.org/10.1000/a%28b">10.1000/a(b</a></li>'
)
WORK = {
    "@id": "#ref-trial",
    "@type": "ScholarlyArticle",
    "name": "A PTSD trial",
    "identifier": "https://doi.org/10.1000/a(b",
    "datePublished": "2019",
}
RIGHT: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "MedicalWebPage",
    "name": "Risks",
    "description": "What can go wrong.",
    "url": "https://a.example/risks/",
    "inLanguage": "en",
    "lastReviewed": "2026-12-01",
    "reviewedBy": {"@type": "Person", "name": "Ana Diaz"},
    "breadcrumb": {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": 1, "name": "Home", "item": "https://a.example/"},
            {"@type": "ListItem", "position": 2, "name": "Risks", "item": "https://a.example/r/"},
        ],
    },
    "citation": [WORK],
}


def problems(data: object, entries: str = ENTRY) -> list[str]:
    text = data if isinstance(data, str) else json.dumps(data)
    html = (
        '<!doctype html><html lang="en"><head><title>Risks - KAP Guide</title>'
        '<meta name="description" content="What can  go wrong.">'
        '<link rel="canonical" href="https://a.example/risks/">'
        f'<script type="application/ld+json">{text}</script></head><body>'
        '<nav class="breadcrumb"><ol><li>Home</li><li>Safety</li><li>Risks</li></ol></nav>'
        f"<main><h1>Risks</h1><ol>{entries}</ol>"
        '<p class="review">Reviewed by Ana Diaz, MD, on '
        '<time datetime="2026-12-01" data-review="reviewed">December 1</time>. Sources: '
        '<time datetime="2026-11-22" data-review="checked">November 22</time></p>'
        "</main></body></html>"
    )
    page = parse_page(html, "site/risks/index.html", "risks/index.html")
    found = list(check_json_ld(page, Project(notices={})))
    assert {problem.code for problem in found} <= {"json-ld"}
    assert all(problem.hint for problem in found)
    return [problem.message for problem in found]


def test_right_data() -> None:
    """What the page shows may be said, alone, in a list or in a graph."""
    assert problems(RIGHT) == []
    assert problems([RIGHT]) == []
    assert problems({"@context": "https://schema.org", "@graph": [RIGHT]}) == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"@context": "https://example.com"},
         'the structured data names no "@context" of schema.org'),
        ({"@type": "FAQPage"}, '"FAQPage" is no type of schema.org that this site uses'),
        ({"nmae": "Risks"}, '"nmae" is no property of MedicalWebPage'),
        ({"dateModified": "2026-11-22"}, '"dateModified" is no property of MedicalWebPage'),
        ({"publisher": "KAP Guide"}, '"publisher" takes a thing with a type, not "KAP Guide"'),
        ({"publisher": {"@type": "WebSite", "name": "S"}}, '"publisher" takes no WebSite'),
        ({"publisher": {"name": "S"}}, 'a part of the structured data has no "@type"'),
        ({"about": {"@type": "MedicalEntity", "contraindication": "x"}},
         '"contraindication" is no property of MedicalEntity'),
        ({"name": "Benefits"}, '"name" says "Benefits", and the page\'s title does not'),
        ({"description": "All is well."},
         '"description" says "All is well.", and the page "What can go wrong."'),
        ({"url": "https://b.example/"},
         '"url" says "https://b.example/", and the page "https://a.example/risks/"'),
        ({"inLanguage": "de"}, '"inLanguage" says "de", and the page "en"'),
        ({"lastReviewed": "2026-11-22"},
         '"lastReviewed" says 2026-11-22, a day that the page does not show'),
        ({"reviewedBy": {"@type": "Person", "name": "No One"}},
         '"reviewedBy" names No One, whom the page does not name'),
        ({"breadcrumb": {"@type": "BreadcrumbList", "itemListElement": [
            {"@type": "ListItem", "position": 2, "name": "Home", "item": "https://a.example/"}]}},
         '"breadcrumb" does not count its steps from 1'),
        ({"breadcrumb": {"@type": "BreadcrumbList", "itemListElement": [
            {"@type": "ListItem", "position": 1, "name": "Risks"},
            {"@type": "ListItem", "position": 2, "name": "Home"}]}},
         '"breadcrumb" has the step "Home", which the page does not show there'),
        ({"citation": []}, '"citation" lacks the entry #ref-trial of the page'),
        ({"citation": [WORK, {**WORK, "@id": "#ref-other"}]},
         '"citation" has "A PTSD trial", which the page does not list'),
        ({"citation": [{**WORK, "name": "Another"}]},
         '"citation" has the title "Another", which its entry does not'),
        ({"citation": [{**WORK, "identifier": "https://doi.org/10.1000/b"}]},
         '"citation" has https://doi.org/10.1000/b, which its entry does not link'),
        ({"citation": [{**WORK, "datePublished": "2020"}]},
         '"citation" dates "A PTSD trial" 2020'),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)  # fmt: skip
def test_wrong_data(change, message) -> None:
    """One mistake, one problem, which names it."""
    assert problems({**RIGHT, **change}) == [message]


def test_broken_data() -> None:
    """What cannot be read is said so, and nothing else."""
    (message,) = problems('{"@context": ')
    assert message.startswith("the structured data cannot be read: ")


def test_a_style_without_links() -> None:
    """A bibliography style that links no record gives nothing to hold a DOI against."""
    assert problems(RIGHT, ENTRY.partition("<a ")[0] + "</li>") == []


def test_the_rule_shows_both_sides() -> None:
    """The examples in CONTRIBUTING.md are a mistake and its mend."""
    for text, expected in ((JSON_LD.wrong, 1), (JSON_LD.right, 0)):
        page = parse_page(f"<head></head><body>{text}</body>", "site/index.html")
        assert len(list(check_json_ld(page, Project(notices={})))) == expected
    assert list(check_json_ld(parse_page("<p>none</p>", "p"), Project(notices={}))) == []


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("[" * 2000, "cannot be read"),
        ("[" * 100000, "cannot be read"),
        ("[" * 500 + "]" * 500, "goes deeper than"),
        ('{"a":' * 300 + "1" + "}" * 300, "goes deeper than"),
        ("1" * 5000, "cannot be read"),
    ],
    ids=["open", "very many", "lists", "things", "a number of 5,000 digits"],
)
def test_data_that_nobody_can_read(data: str, message: str) -> None:
    """However deep or long, it is one problem."""
    (problem,) = problems(data)
    assert message in problem


ODD = (None, True, 1, 1.5, "x", [], [[]], {}, {"a": 1}, [{}], [None], {"@type": [{}]}, [1, "x"])


@pytest.mark.parametrize("value", ODD, ids=repr)
@pytest.mark.parametrize("name", [*RIGHT, "@graph", "datePublished", "@id"])
def test_value_of_any_kind(name: str, value: object) -> None:
    """Whatever stands for a property, the check ends with words."""
    assert isinstance(problems({**RIGHT, name: value}), list)
    assert isinstance(problems({**RIGHT, "citation": [{**WORK, name: value}]}), list)
