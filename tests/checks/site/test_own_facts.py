"""What a clinic fills in: facts that readers see, and an address."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from kapguide.checks.site.fact_unshown import check_facts, check_languages
from kapguide.checks.site.site_address import check_address
from kapguide.checks.words.abbreviation_unexplained import check_abbreviations
from kapguide.pages.page import parse_page
from kapguide.pages.source_lines import make_source
from kapguide.project.clinic_facts import Clinic, ClinicFact, read_clinic
from kapguide.project.config_file import ConfigFile
from kapguide.project.fact_forms import judge_form
from kapguide.project.project import Languages, Project, Site
from kapguide.words import load_words

PAGE = "<main><p>At this clinic:</p><p>One session: <strong>$1</strong>, paid before.</p></main>"
BELOW = "<footer><p><strong>Rest</strong><br>12 Main Street</p></footer>"


def _project(facts: str, site_url: str = "https://rest-clinic.com/") -> Project:
    text = f"site_url: {site_url}\nextra:\n  clinic:\n{facts}"
    path = Path("/guide/mkdocs.yml")
    file = ConfigFile(path, text, yaml.safe_load(text))
    host = site_url.partition("://")[2].partition("/")[0]
    return Project(
        notices={},
        config=make_source("mkdocs.yml", text),
        clinic=read_clinic([file], path.parent),
        site_url=site_url,
        host=host,
    )


def test_state_in_the_address() -> None:
    """Nobody explains what stands in the clinic's own name and address."""
    text = "HRS Clinic, 12 Main Street, Denver, CO"
    page = parse_page(f"<main><p>{text}</p></main>", "site/index.html", "index.html")
    project = _project(f'    address: "{text}"\n')
    project = replace(project, words=load_words("en"))
    assert not list(check_abbreviations(page, project))
    # Of a state behind a town nobody asks it anywhere.
    (problem,) = check_abbreviations(page, replace(project, clinic=Clinic({})))
    assert '"HRS"' in problem.message


def _site(html: str = PAGE + BELOW) -> Site:
    return Site(pages=(parse_page(html, "site/cost/index.html", "cost/index.html"),))


def _facts(facts: str) -> list[str]:
    return [str(problem) for problem in check_facts(_site(), _project(facts))]


@pytest.mark.parametrize(
    "facts",
    [
        "    name: Rest\n    address: 12 Main Street\n",
        '    prices: "One session: **$1**, paid before."\n',
        "    prices: |\n      One session: **$1**,\n      paid before.\n",
        '    name: ""\n    team:\n    prices: " "\n',
    ],
    ids=["in the lines below", "in a page", "on two lines", "empty"],
)
def test_shown_fact(facts: str) -> None:
    """Wherever it stands, and however its Markdown looks then."""
    assert _facts(facts) == []


@pytest.mark.parametrize(
    ("facts", "problem"),
    [
        pytest.param(
            "    name: Rest\n    adress: 14 Main Street\n",
            'mkdocs.yml:5: clinic-fact-unshown: no page shows the clinic\'s "adress". '
            'Did you mean "address"?',
            id="misspelt",
        ),
        pytest.param(
            "    parking: Behind the house.\n",
            'mkdocs.yml:4: clinic-fact-unshown: no page shows the clinic\'s "parking". '
            "Write the line ::: clinic parking into a page where readers look for it.",
            id="a fact of somebody's own",
        ),
        pytest.param(
            "    name: Rest\n    prices: [100, 200]\n",
            'mkdocs.yml:5: clinic-fact-value: the clinic\'s "prices" is no text. '
            'Write prices: "…", or prices: | and the text on the lines below.',
            id="a list",
        ),
        pytest.param(
            "    team: yes\n",
            'mkdocs.yml:4: clinic-fact-value: the clinic\'s "team" is no text. '
            'Write team: "…", or team: | and the text on the lines below.',
            id="yes, which YAML reads as true",
        ),
    ],
)
def test_fact_that_nobody_sees(facts: str, problem: str) -> None:
    """One message, at the fact's own line."""
    assert _facts(facts) == [problem]


@pytest.mark.parametrize(
    ("facts", "template", "told"),
    [
        ('  telephone: "555-0100"\n', "", ["telephone"]),
        ('  prices: "$1"\n  clinic:\n    prices: ""\n', "", ["prices"]),
        ('  prices: "$1"\n  clinic:\n    prices: "$2 [@a]"\n', "", ["the clinic's"]),
        ('  telephone: "555-0100"\n', "{{ config.extra.telephone }}", []),
        ('  parking: "Behind the house."\n  name: ""\n', "", []),
    ],
    ids=["one of every page", "an empty one", "filled twice", "a template's", "no fact"],
)
def test_fact_beside_its_group(facts: str, template: str, told: list[str]) -> None:
    """What starts where `clinic:` starts is shown nowhere, unless a template asks for it."""
    text = f"site_url: https://rest-clinic.com/\nextra:\n{facts}"
    file = ConfigFile(Path("/guide/mkdocs.yml"), text, yaml.safe_load(text))
    clinic = read_clinic([file], Path("/guide"))
    project = Project(notices={}, clinic=clinic, page_templates=(template,))
    found = list(check_facts(_site(), project))
    assert len(found) == len(told)
    assert all(name in problem.message for name, problem in zip(told, found, strict=True))


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        pytest.param(
            'telephone: "call 555-0100 or come by"',
            'the clinic\'s "telephone" is no telephone number alone: "call 555-0100 or come by". '
            'Write one number, as in telephone: "555-0100". '
            "Other numbers and words go into after_hours or contact.",
            id="words around a number",
        ),
        pytest.param(
            'telephone: "555-0100 or 555-0199"',
            'the clinic\'s "telephone" is no telephone number alone: "555-0100 or 555-0199". '
            'Write one number, as in telephone: "555-0100". '
            "Other numbers and words go into after_hours or contact.",
            id="two numbers",
        ),
        pytest.param(
            'telephone: "desk@rest.org"',
            'the clinic\'s "telephone" is no telephone number alone: "desk@rest.org". '
            'Write one number, as in telephone: "555-0100". '
            "Other numbers and words go into after_hours or contact.",
            id="no number",
        ),
        pytest.param(
            'address: "https://rest.org"',
            'the clinic\'s "address" is shown as it was typed, and has "https://rest.org". '
            "Write plain words here; a website or an e-mail address goes into contact.",
            id="a website for an address",
        ),
        pytest.param(
            'name: "**Rest**"',
            'the clinic\'s "name" is shown as it was typed, and has "**Rest**". '
            "Write plain words here; a website or an e-mail address goes into contact.",
            id="stars in the name",
        ),
        pytest.param(
            'address: "555-0100"',
            'the clinic\'s "address" is shown as it was typed, and has "555-0100". '
            "Write plain words here; a website or an e-mail address goes into contact.",
            id="a number for an address",
        ),
        pytest.param(
            'e-mail: "desk at rest.org"',
            'the clinic\'s "e_mail" is no e-mail address: "desk at rest.org". '
            "Write one address, as in <desk@clinic.example>.",
            id="an e-mail address in words",
        ),
        pytest.param(
            'url: "www.rest.org"',
            'the clinic\'s "url" is no address of a website: "www.rest.org". '
            "Write the whole address, as in <https://clinic.example/>.",
            id="a website without its beginning",
        ),
        pytest.param(
            'contact: "Write to desk@rest, please."',
            'the clinic\'s "contact" has "desk@rest", which is no whole e-mail address. '
            "Write it whole, and try it once.",
            id="half an e-mail address",
        ),
        pytest.param(
            'contact: "See [us](https:/rest.org)."',
            'the clinic\'s "contact" has "https:/rest.org", which is no whole address of a '
            "website. Write it whole, and try it once.",
            id="half an address of a website",
        ),
    ],
)
def test_fact_of_another_form(fact: str, said: str) -> None:
    """One message at the fact's line: on the pages nobody would look for it there."""
    assert _facts(f"    {fact}\n") == [f"mkdocs.yml:4: clinic-fact-form: {said}"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        *(("telephone", number) for number in ("555-0100", "(212) 555-0100", "+1 212.555.0100")),
        *(("telephone", number) for number in ("1-800-KETAMIN", "555-0100 ext. 12", "911")),
        *(("telephone", number) for number in ("555-0100, x1234", "020 7946 0018", " ")),
        ("address", "12 Main Street, # 4\nSpringfield, IL 62701-1234"),
        ("name", "Rest & Partners (North) *Downtown*"),
        ("email", "desk.one+kap@rest.co.uk"),
        ("email", "[write to us](mailto:desk@rest.org)"),
        ("url", "<https://rest.org>"),
        ("url", "[our site](https://rest.org/kap?x=1)"),
        ("contact", "Write to desk@rest.org. Or see https://rest.org/, or ask at the desk."),
        ("contact", "[Write to us](mailto:desk@rest.org), or see [Dore](https://x.org/@dore)."),
        ("prices", "$1 a session [@dore2019; see @kew2023]."),
        ("after_hours", "Call 555-0100 or 911."),
    ],
)
def test_fact_of_its_form(name: str, text: str) -> None:
    """Numbers are written in many ways, and words of the clinic are its own."""
    assert judge_form(ClinicFact(name, text)) is None


@pytest.mark.parametrize(
    ("typed", "said"),
    [("8:30", "8:30"), ("0123 456", "0123 456"), ("0123456", "0123456"), ("2026-12-01",) * 2],
)
def test_fact_is_what_was_typed(typed: str, said: str) -> None:
    """To YAML 8:30 is 510, and a number that starts with 0 another one."""
    assert _project(f"    after_hours: {typed}\n").clinic.say("after_hours") == said


def test_nearest_file_wins(tmp_path: Path) -> None:
    """A clinic's file that inherits from the guide's says its own facts, with its own lines."""
    own = "INHERIT: base.yml\nextra:\n  clinic:\n    name: Rest\n"
    base = "extra:\n  clinic:\n    name: ''\n    team: A nurse.\n"
    files = [
        ConfigFile(tmp_path / name, text, yaml.safe_load(text))
        for name, text in (("mkdocs.yml", own), ("base.yml", base))
    ]
    facts = read_clinic(files, tmp_path).facts
    assert [(f.text, f.path, f.line) for f in facts.values()] == [
        ("Rest", "mkdocs.yml", 4),
        ("A nurse.", "base.yml", 4),
    ]


@pytest.mark.parametrize(
    "address",
    [
        "https://kap-guide.example/",
        "https://www.example.com/guide/",
        "http://localhost:8000/",
        '""',
    ],
)
def test_address_of_nobody(address: str) -> None:
    """Who names the clinic names its address as well."""
    (problem,) = check_address(_site(), _project("    name: Rest\n", address))
    assert (problem.code, problem.severity) == ("site-url-example", "warning")
    assert (problem.path, problem.line) == ("mkdocs.yml", 1)


@pytest.mark.parametrize(
    ("facts", "address"),
    [
        ("    name: Rest\n", "https://rest-clinic.com/"),
        ("    name: Rest\n", "https://rest.github.io/guide/"),
        ("    name: Rest\n", "https://example-clinic.org/"),
        ('    name: ""\n', "https://kap-guide.example/"),
    ],
    ids=[
        "its own",
        "with a path",
        "a name that only looks like it",
        "nobody's yet",
    ],
)
def test_address_that_may_be(facts: str, address: str) -> None:
    """A path is fine, and so is the example while the guide is nobody's."""
    assert list(check_address(_site(), _project(facts, address))) == []


@pytest.mark.parametrize(
    ("config", "told"),
    [("mkdocs.es.yml", ["prices"]), ("mkdocs.yml", [])],
    ids=["inherited", "its own"],
)
def test_facts_in_another_language(config: str, told: list[str]) -> None:
    """Words of the first language on a Spanish page are told once, and names are names."""
    project = _project('    name: "Rest"\n    prices: "One session: **$1**, paid before."\n')
    project = replace(
        project, languages=Languages(followed={}), config=make_source(config, "site_name: A\n")
    )
    found = [problem.message.rpartition(": ")[2] for problem in check_languages(_site(), project)]
    assert found == told
    # None of them need be shown there.
    assert not [*check_facts(_site("<main></main>"), project)] or not told
