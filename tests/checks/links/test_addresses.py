"""Addresses that nobody can follow, or that lead by way of somebody else."""

from __future__ import annotations

from typing import Any

import pytest
from kapguide.checks.links.address_unlinked import check_addresses
from kapguide.pages.page import parse_page
from kapguide.project.clinic_facts import Clinic, ClinicFact
from kapguide.project.project import Project

CODES = {"address-wrong", "address-detour", "address-unlinked", "mail-address", "link-broken"}

WRONG = [
    ("[the agency](htp://www.fda.gov/)", "address-wrong", "Write https://www.fda.gov/"),
    ("[our desk](mail:desk@example.org)", "address-wrong", "Write mailto:desk@example.org"),
    ("[the study](doi:10.1000/182)", "address-wrong", "Write https://doi.org/10.1000/182"),
    ("[the agency](https://https://www.fda.gov)", "address-wrong", "Write https://www.fda.gov"),
    ("[the agency](https:/www.fda.gov/a)", "address-wrong", "Write https://www.fda.gov/a"),
    ("[the agency](https://fda)", "address-wrong", "Write https:// and the name of the website."),
    (
        "[it](https://www.google.com/url?q=https%3A%2F%2Fwww.fda.gov%2Fa&sa=D)",
        "address-detour",
        "Write https://www.fda.gov/a",
    ),
    (
        "[it](https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.fda.gov&data=1)",
        "address-detour",
        "Write https://www.fda.gov",
    ),
    (
        "[it](https://www.fda.gov/a?x=1&utm_source=chatgpt.com&fbclid=b#top)",
        "address-detour",
        "Write https://www.fda.gov/a?x=1#top",
    ),
    ("[it](https://www.fda.gov/?utm_source=chatgpt.com)", "address-detour", "https://www.fda.gov/"),
    (
        "[it](https://google.com/url?q=https://www.fda.gov/%3Futm_source%3Da)",
        "address-detour",
        "Write https://www.fda.gov/",
    ),
    ("See https://www.fda.gov/a?utm_source=x now.", "address-unlinked", "(https://www.fda.gov/a)."),
    ("[the agency](https//www.fda.gov/a?utm_id=x)", "link-broken", "Write https://www.fda.gov/a"),
    ("[the agency](htp://www.fda.gov/a?utm_id=x)", "address-wrong", "Write https://www.fda.gov/a"),
    ("[the agency](https://[::1/)", "address-wrong", "Write https:// and the name of the website."),
    ("[911](http://tel:911)", "address-wrong", "Write tel:911"),
    ("[our desk](https://mailto:desk@example.org)", "address-wrong", "Write mailto:desk@example"),
    ("[What it costs]()", "address-wrong", "Write it between the round brackets"),
    ("[What it costs](#)", "address-wrong", "Write it between the round brackets"),
    ("![A quiet room]()", "address-wrong", "brackets: ![what it shows](assets/file.svg)."),
    ("[the agency](https://www..fda.gov)", "address-wrong", "Write https:// and the name of"),
    ("[the agency](https://www.fda.gov:a/)", "address-wrong", "Write https:// and the name of"),
    ("[the agency](<https://www fda.gov/a>)", "address-wrong", "Write https:// and the name of"),
    ("[the study](doi:)", "address-wrong", "Write https:// and the name of the website."),
    ("See www.fda.gov/drugs.", "address-unlinked", "(https://www.fda.gov/drugs)."),
    ("Write to desk@example.org.", "address-unlinked", "(mailto:desk@example.org)."),
    ("Write to desk@example,org.", "address-unlinked", "(mailto:desk@example.org)."),
    ("See https://exampleorg/page first.", "address-unlinked", "(https://exampleorg/page)."),
    ("See doi:10.1000/182.", "address-unlinked", "(https://doi.org/10.1000/182)."),
    (
        "See 10.1016/S0140-6736(20)30183-5 too.",
        "address-unlinked",
        "(https://doi.org/10.1016/S0140-6736(20)30183-5).",
    ),
    ("See (https://www.fda.gov) first.", "address-unlinked", "(https://www.fda.gov)."),
    ("[our desk](mailto:desk@example)", "mail-address", "mailto:desk@example.org"),
    ("[our desk](mailto:desk at example.org)", "mail-address", "mailto:desk@example.org"),
    ("[our desk](mailto://desk@example.org)", "mail-address", "mailto:desk@example.org"),
    ("[our desk](desk@example.org)", "link-broken", "Write mailto:desk@example.org"),
    ("[the agency](www.fda.gov)", "link-broken", "Write https://www.fda.gov"),
    ("[the agency](https//www.fda.gov/a)", "link-broken", "Write https://www.fda.gov/a"),
]


@pytest.mark.parametrize(("body", "code", "hint"), WRONG, ids=[row[0] for row in WRONG])
def test_address_that_leads_nowhere(frame: Any, body: str, code: str, hint: str) -> None:
    """Told once, at its line, with the address as it should be."""
    frame.body = f"Rest well.\n\n{body}"
    (problem,) = [problem for problem in frame.problems() if problem.code in CODES]
    assert problem.code == code
    assert hint in problem.hint
    assert "utm_" not in problem.hint
    assert frame.source.split("\n")[problem.line - 1] == body


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("https://www.fda.gov/a?utm_source=x#top", "says where its readers come from"),
        ("https://www.fda.gov/a?x=1&utm_source=x", "says where its readers come from"),
        ("https://google.com/url?q=https://www.fda.gov/", "leads by way of google.com"),
        ("https://www.fda.gov/a?url=https://www.fda.gov/b", "leads by way of www.fda.gov"),
    ],
)
def test_detour_and_origin(frame: Any, address: str, said: str) -> None:
    """An address that only counts its readers leads by way of nobody."""
    frame.body = f"[it]({address})"
    (found,) = frame.found("address-detour")
    assert said in found.message


@pytest.mark.parametrize(
    "body",
    [
        "[the agency](https://www.fda.gov/drugs?x=1&y=2#top)",
        "[the agency](https://www.fda.gov:443/)",
        "[a study](https://www.fda.gov/?id=utm_source&q=a=b&&c)",
        "[the search](https://pubmed.ncbi.nlm.nih.gov/?term=ketamine)",
        "[as it was](https://web.archive.org/web/2020/https://www.fda.gov/)",
        "[our desk](mailto:desk@example.org?subject=A%20question)",
        "[our desks](mailto:a@example.org,b@example.org)",
        "[a friend](mailto:?subject=For%20you)",
        "Write to `desk@example.org`, or `www.example.org`, for www is a name.",
        "It is 10.5 miles, at 10.30, and 10.1 of 41/50.",
        "In all 10.1250/20 mg were in it.",
        "[the way](geo:40.7,-74.0)",
    ],
)
def test_address_as_it_should_be(frame: Any, body: str) -> None:
    frame.body = body
    assert CODES.isdisjoint(problem.code for problem in frame.problems())


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("telephone", "desk@example.org", 0),
        ("telephone", "", 1),
        ("email", "write to desk@example.org", 1),
        ("contact", "desk@example.org", 1),
    ],
)
def test_fact_that_has_a_wrong_form(name: str, text: str, told: int) -> None:
    """What a page shows of it is told at the fact, once; other words of a page are."""
    page = parse_page(
        '<main><div class="clinic-fact"><p>Here:</p><p>desk@example.org</p></div></main>', "a", "a"
    )
    clinic = Clinic({name: ClinicFact(name, text)})
    assert len([*check_addresses(page, Project(notices={}, clinic=clinic))]) == told
