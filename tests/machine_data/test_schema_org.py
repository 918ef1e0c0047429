"""What a page says of itself in schema.org's words."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from kapguide.front_matter.review import Review
from kapguide.machine_data.catalogue import Catalogue
from kapguide.machine_data.content import PageContent, Passage, read_content
from kapguide.machine_data.facts import PageFacts, SiteFacts, Step, read_page, read_publisher
from kapguide.machine_data.page_data import describe
from kapguide.machine_data.schema_org import describe_page, render_json_ld
from kapguide.machine_data.vocabulary import PROPERTIES
from kapguide.project.clinic_facts import Clinic, ClinicFact
from markdown_citations.metadata.linked_data import describe_work
from selectolax.lexbor import LexborHTMLParser

SITE = SiteFacts("KAP Guide", "https://kap-guide.example/", language="en")
TRAIL = (
    Step("Home", "https://kap-guide.example/"),
    Step("Risks", "https://kap-guide.example/risks/"),
)
PAGE = PageFacts(
    title="What are the risks?",
    description="What can go wrong.",
    address="https://kap-guide.example/risks/",
    kind="treatment",
    review=Review("Ana Diaz", "MD, psychiatry", date(2026, 12, 1)),
    trail=TRAIL,
)
CONTENT = PageContent(
    "What are the risks?",
    ("trial", "unknown"),
    {"trial": "ref-trial"},
    (
        Passage("Slowed breathing is a danger.", frozenset({"fda2023compounded"})),
        Passage("Nobody with an aneurysm.", frozenset({"fda_spravato"})),
    ),
)


@pytest.fixture
def catalogue(make_entry, make_library):
    return Catalogue(
        make_library(
            make_entry("article", "trial", title="A {PTSD} trial", year="2019", doi="10.1000/a(b)c")
        )
    )


def test_a_whole_page(catalogue) -> None:
    """Every property, once."""
    assert describe_page(PAGE, SITE, CONTENT, catalogue) == {
        "@context": "https://schema.org",
        "@type": "MedicalWebPage",
        "name": "What are the risks?",
        "description": "What can go wrong.",
        "url": "https://kap-guide.example/risks/",
        "inLanguage": "en",
        "isPartOf": {"@type": "WebSite", "name": "KAP Guide", "url": "https://kap-guide.example/"},
        "publisher": {
            "@type": "Organization",
            "name": "KAP Guide",
            "url": "https://kap-guide.example/",
        },
        "audience": {"@type": "Patient", "audienceType": "Patients and the people close to them"},
        "about": {
            "@type": "MedicalTherapy",
            "name": "Ketamine-assisted psychotherapy",
            "alternateName": "KAP",
            "seriousAdverseOutcome": [
                {
                    "@type": "MedicalEntity",
                    "name": "Slowed breathing (respiratory depression)",
                    "description": "A safety concern that the US Food and Drug Administration "
                    "names for compounded ketamine.",
                }
            ],
            "contraindication": [
                {
                    "@type": "MedicalContraindication",
                    "name": "Aneurysm",
                    "description": "In the US label of esketamine nasal spray, a close relative "
                    "of ketamine.",
                }
            ],
        },
        "lastReviewed": "2026-12-01",
        "reviewedBy": {
            "@type": "Person",
            "name": "Ana Diaz",
            "hasCredential": {
                "@type": "EducationalOccupationalCredential",
                "name": "MD, psychiatry",
            },
        },
        "breadcrumb": {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": 1, "name": "Home", "item": TRAIL[0].address},
                {"@type": "ListItem", "position": 2, "name": "Risks", "item": TRAIL[1].address},
            ],
        },
        "citation": [
            {
                "@id": "#ref-trial",
                "@type": "ScholarlyArticle",
                "name": "A PTSD trial",
                "identifier": "https://doi.org/10.1000/a(b)c",
                "datePublished": "2019",
            }
        ],
    }


def test_the_table_holds_only_what_is_used(catalogue, make_entry) -> None:
    """A property that no page has would be one that nobody looks after."""

    def names(value: object) -> set[str]:
        if isinstance(value, dict):
            return set(value).union(*map(names, value.values()))
        return set().union(*map(names, value)) if isinstance(value, list) else set()

    site = replace(SITE, publisher={"address": "12 Main Street", "telephone": "555-0100"})
    used = names(describe_page(PAGE, site, CONTENT, catalogue)) | set(
        describe_work(make_entry("online", title="T", url="https://a.example/b"))
    )
    assert {name for name in used if not name.startswith("@")} == set(PROPERTIES)


def test_what_is_not_true_is_not_said(catalogue) -> None:
    """No review, no address, no therapy, no citation: no property for any of them."""
    bare = describe_page(
        PageFacts("Glossary", kind="reference"), SiteFacts("S"), PageContent(), catalogue
    )
    assert set(bare) == {
        "@context",
        "@type",
        "name",
        "inLanguage",
        "isPartOf",
        "publisher",
        "audience",
    }
    assert bare["isPartOf"] == {"@type": "WebSite", "name": "S"}


@pytest.mark.parametrize(
    "front",
    [
        {"review": "pending"},
        {"review": {"reviewer": "Ana Diaz", "date": date(2026, 12, 1)}},
        {"sources_checked": date(2026, 11, 22)},
        {},
    ],
    ids=["pending", "without credentials", "sources checked only", "nothing"],
)
def test_a_review_that_was_none(front, catalogue) -> None:
    """`lastReviewed` says that a clinician read the page; checking sources is not that."""
    page = read_page(front, SITE, TRAIL, is_home=False)
    data = describe_page(page, SITE, PageContent(), catalogue)
    assert not {"lastReviewed", "reviewedBy", "dateModified"} & set(data)


def test_front_matter_and_its_stand_ins() -> None:
    """A page without title and description has those of the menu and of the site."""
    site = SiteFacts("S", description="The site's.")
    assert read_page({}, site, TRAIL, is_home=True) == PageFacts(
        "Risks", "The site's.", TRAIL[1].address, trail=TRAIL, is_home=True
    )
    front = {"title": "T", "description": "D", "type": "support"}
    page = read_page(front, site, TRAIL, is_home=False)
    assert (page.title, page.description, page.kind, page.is_home) == ("T", "D", "support", False)


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"name": " Our Clinic ", "team": "A nurse."}, {"name": "Our Clinic"}),
        (
            {"address": "12 Main Street\nSpringfield\n", "telephone": "555-0100"},
            {"name": "S", "address": "12 Main Street Springfield", "telephone": "555-0100"},
        ),
        ({"name": ""}, {"name": "S"}),
        ({}, {"name": "S"}),
    ],
)
def test_the_publisher(facts, said, catalogue) -> None:
    """The clinic as pages show it, and without a name the site."""
    clinic = Clinic({name: ClinicFact(name, text) for name, text in facts.items()})
    site = SiteFacts("S", publisher=read_publisher(clinic))
    data = describe_page(PAGE, site, PageContent(), catalogue)
    assert data["publisher"] == {"@type": "Organization"} | said


@pytest.mark.parametrize(
    "text",
    ["</script><script>alert(1)</script>", "<!-- <script>", "&lt;/script&gt;", "a\u2028b\u2029c"],
)
def test_no_value_ends_the_element(text: str) -> None:
    """Whatever a title holds, the page has one script and the data say what they said."""
    html = f"<head>{render_json_ld({'name': text})}</head><body><p>End</p></body>"
    tree = LexborHTMLParser(html)
    (script,) = tree.css("script")
    assert json.loads(script.text()) == {"name": text}
    assert tree.body.text() == "End"


def test_an_entry_is_worked_out_once(catalogue) -> None:
    """Pages share what programs are told of an entry: that is what makes many pages cheap."""
    assert "trial" in catalogue
    assert "unknown" not in catalogue
    assert catalogue.work("trial") is catalogue.work("trial")
    assert catalogue.coin("trial") is catalogue.coin("trial")


def test_placing(catalogue) -> None:
    """Into the head and behind all else in the body, with the theme's `</body>` in a script too."""
    html = (
        "<html><HEAD><title>t</title></HEAD><body><main><h1>Shown</h1>"
        '<span class="citation" data-cites="trial"></span></main>'
        "<script>'</body>'</script></body></html>"
    )
    out = describe(html, PAGE, SITE, catalogue, pictures={})
    tree = LexborHTMLParser(out)
    data = json.loads(tree.css_first("body > script[type='application/ld+json']").text())
    assert data["name"] == "Shown"
    assert tree.css_first("head meta[property='og:title']").attributes["content"] == "Shown"
    assert len(tree.css("body > :last-child.coins[hidden]")) == 1
    assert len(tree.css("main .Z3988")) == 0
    assert len(tree.css(".Z3988")) == 1
    assert describe("<p>bare</p>", PAGE, SITE, catalogue, pictures={}) == "<p>bare</p>"


def test_reading_and_describing_agree(catalogue) -> None:
    """An entry that is listed and never cited in the text is described as well."""
    content = read_content('<ul><li class="csl-entry" id="ref-trial">A PTSD trial</li></ul>')
    (work,) = describe_page(PAGE, SITE, content, catalogue)["citation"]
    assert work["@id"] == "#ref-trial"
