"""`kapguide add`, from the command line to the file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from click.testing import Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kapguide.evidence.customization import make_customization
from kapguide.words import load_words
from markdown_citations.library.checks import check_library
from markdown_citations.library.entries import Library
from markdown_citations.library.reading import read_library

Run = Callable[..., Result]
TODAY = date(2026, 11, 22)
ADDED = """@article{doe2026,
  author        = {Doe, H. J. and van der Berg, J. P.},
  title         = {Walking after dinner: a randomized trial of 40 adults},
  journal       = {Journal of Imaginary Medicine},
  shortjournal  = {J Imag Med},
  year          = {2026},
  volume        = {12},
  number        = {3},
  pages         = {165--183},
  doi           = {10.5555/plain.1},
  pmid          = {90000001},
  pmcid         = {PMC9000001},
  studytype     = {randomized trial},
  status        = {none},
  statusdate    = {2026-11-22},
  statusfrom    = {Crossref and PubMed},
}
"""
CITATION = (
    "Doe HJ, van der Berg JP. Walking after dinner: a randomized trial of 40 adults. J Imag Med. "
    "2026 May 4;12(3):165-183. doi: 10.5555/plain.1. PMID: 90000001; PMCID: PMC9000001."
)


def library(project: Path) -> Library:
    found, problems = read_library([project / "references.bib"], project)
    assert problems == []
    return found


FORMS = {
    "DOI": ["10.5555/plain.1"],
    "address": ["https://doi.org/10.5555/PLAIN.1"],
    "PMID": ["PMID: 90000001"],
    "PMID in two words": ["PMID:", "90000001"],
    "PMCID": ["PMC9000001"],
    "a citation": [CITATION],
    "a citation without its quotes": CITATION.split(),
}


@pytest.mark.parametrize("what", FORMS.values(), ids=FORMS.keys())
def test_in_its_place(project: Path, run: Run, what: list[str]) -> None:
    """Whatever names it: the same entry, in its sorted place, and no other byte changed."""
    path = project / "references.bib"
    before = path.read_text("utf-8")
    result = run("add", *what)
    assert path.read_text("utf-8") == before.replace("% About zebras.", f"{ADDED}\n% About zebras.")
    assert "references.bib: added doe2026\n" in result.stderr


def test_what_is_said(project: Path, run: Run) -> None:
    """What was added, what was proposed, and what only a person knows."""
    result = run("add", "10.5555/plain.1")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == (
        "Asking Crossref and PubMed for 10.5555/plain.1.\n"
        "references.bib: added doe2026\n"
        '  "Walking after dinner: a randomized trial of 40 adults"\n'
        "  From Crossref and PubMed.\n"
        "  Status: no correction or retraction known.\n"
        "  Proposed: studytype = {randomized trial}. Look whether it is right.\n"
        "Only you can fill in, from the paper, for example:\n"
        "  keywords      = {depression, PTSD},\n"
        "  design        = {Randomized, double-blind trial of a single infusion},\n"
        "  sample        = {40 people (17 ketamine, 23 midazolam)},\n"
        "  people        = {40},\n"
        "  population    = {Adults with chronic PTSD},\n"
        "  comparator    = {Midazolam, a sedative},\n"
        "  followup      = {4 weeks},\n"
        "  finding       = {8 of 16 people responded.},\n"
        "  limitation    = {Only 16 people and no comparison group.},\n"
        "  psychotherapy = {yes},\n"
        "Then cite it on a page, [@doe2026], and run `make site`.\n"
    )


def test_print_writes_nothing(project: Path, run: Run) -> None:
    """The entry goes to the terminal, all words about it beside it."""
    before = (project / "references.bib").read_bytes()
    result = run("add", "--print", "10.5555/plain.1")
    assert result.stdout == f"{ADDED}\n"
    assert "Not written, only shown: doe2026" in result.stderr
    assert (project / "references.bib").read_bytes() == before


def test_letters_of_citekeys(project: Path, run: Run) -> None:
    """The second work of an author and year gets an a, the third a b."""
    run("add", "10.5555/plain.1", "10.5555/article.1")
    run("add", "10.5555/markup.1")
    assert [*library(project).entries][1:-1] == ["doe2026", "doe2026a", "doe2026b"]


def test_in_the_background(project: Path, run: Run) -> None:
    """A retracted work may be kept on record, uncited, with its notice."""
    assert run("add", "--background", "10.5555/watched.1").exit_code == 0
    entry = library(project)["doe2026"]
    assert (entry.get("background"), entry.get("status")) == ("yes", "retracted")
    assert entry.get("statuslink") == "https://doi.org/10.5555/watched.1.n"


def test_a_preprint(project: Path, run: Run) -> None:
    """Its article is named: to be added, or by its citekey where it is there."""
    first = run("add", "10.5555/preprint.1")
    assert (
        "It is a preprint that has become an article: kapguide add 10.5555/article.1"
        in first.stderr
    )
    (project / "references.bib").write_text("@misc{art, doi = {10.5555/article.1}}\n", "utf-8")
    second = run("add", "10.5555/preprint.1")
    assert "It is a preprint; the article is there as art. Cite that one." in second.stderr
    assert library(project)["doe2025"].get("publishedas") == "art"


def test_an_article_with_its_preprint_s_title(project: Path, run: Run) -> None:
    """Two DOIs are two works, though their titles are one."""
    title = "Reading aloud in waiting rooms: a survey"
    text = f"@misc{{pre, title = {{{title}}}, year = {{2025}}, doi = {{10.5555/preprint.1}}}}\n"
    (project / "references.bib").write_text(text, "utf-8")
    assert run("add", "10.5555/article.1").exit_code == 0
    assert [*library(project).entries] == ["doe2026", "pre"]


def test_no_author_anywhere(project: Path, run: Run) -> None:
    """What its type needs and nobody has is named as not confirmed."""
    run("add", "10.5555/anonymous.1")
    assert library(project)["notes2026"].get("unconfirmed") == "author"


RIS = "TY  - JOUR\nAU  - Doe, H. J.\nTI  - Only in a file\nT2  - J\nPY  - 2026\nER  - \n"


def test_a_file_without_a_network(
    project: Path, run: Run, registries: Any, loopback: ModuleType
) -> None:
    """One message; then --offline takes the file as it is, unchecked."""
    (project / "one.ris").write_text(RIS.replace("ER", "DO  - 10.5555/plain.1\nER"), "utf-8")
    registries.answer_next("/", *[loopback.status(503)] * 3)
    result = run("add", "one.ris")
    assert result.exit_code == 2
    assert result.stderr.splitlines()[1:] == [
        "Error: PubMed has trouble of its own (status 503). It was asked 3 times. "
        "Try again later. With --offline the file is taken as it is."
    ]
    asked = len(registries.asked)
    result = run("add", "--offline", "one.ris")
    assert (result.exit_code, len(registries.asked)) == (0, asked)
    entry = library(project)["doe2026"]
    assert (entry.get("title"), entry.get("status")) == ("Only in a file", "unchecked")
    assert "statusfrom" not in entry.fields
    assert "Status: unchecked. `kapguide verify` asks when you are online." in result.stderr


def test_a_file_with_a_network(project: Path, run: Run) -> None:
    """What registries know wins; what only the file has stays; one without a number is taken."""
    known = RIS.replace("Only in a file", "Walking").replace("ER", "DO  - 10.5555/plain.1\nER")
    (project / "two.ris").write_text(f"{known}\n{RIS}", "utf-8")
    assert run("add", "two.ris").exit_code == 0
    entries = library(project)
    assert entries["doe2026"].get("title").startswith("Walking after dinner")
    assert entries["doe2026a"].get("title") == "Only in a file"
    assert entries["doe2026a"].get("status") == "unchecked"


ALL = [f"10.5555/{name}.1" for name in "plain corrected concern book chapter report".split()]  # noqa: SIM905
ALL += [f"10.5555/{name}.1" for name in "article group nonlatin markup review inplace".split()]  # noqa: SIM905
ALL += ["10.5555/comma,2", "10.5555/preprint.1", "10.5555/anonymous.1", "90000024", "90000030"]
ALL += ["10.5555/1521-4095(200010)12:20<1539::aid-adma1539>3.0.co;2-s", "10.5555/reinstated.1"]


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(what=st.lists(st.sampled_from(ALL), min_size=1, max_size=8, unique=True))
def test_add_then_verify_agrees(project: Path, run: Run, what: list[str]) -> None:
    """What was added agrees in every field, breaks no rule, and stays sorted."""
    (project / "references.bib").write_text("% Ours\n", "utf-8")
    assert run("add", *what).exit_code == 0
    entries = library(project)
    assert len(entries) == len(what)
    assert [*entries.entries] == sorted(entries.entries)
    result = run("verify", "--all")
    assert result.exit_code == 0, result.stdout
    assert "differ" not in result.stdout.replace("0 differ", "")
    assert "not in the entry" not in result.stdout
    found = check_library(entries, today=TODAY, customization=make_customization(load_words()))
    codes = {problem.code for problem in found}
    assert codes <= {"statusnote-missing"}
