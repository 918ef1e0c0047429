"""What a caller adds to the checks: fields, rules, what may lack."""

from __future__ import annotations

from datetime import date

import pytest
from markdown_citations.library.checks import check_library
from markdown_citations.library.checks.entry import check_choice
from markdown_citations.library.customization import Customization, ExtraField
from markdown_citations.problems import Rule


def _check_shelves(library, today, cited):
    for entry in library:
        if entry.get("shelf") == "0":
            yield entry.problem(SHELF, f"no shelf on {today} for {cited}", "shelf", "Move it.")


SHELF = Rule("shelf-missing", "warning", "A shelf is there.", "Us", "shelf = {0}", "shelf = {1}")
SHELVES = Customization(
    fields={
        "shelf": ExtraField("Where it stands.", "1"),
        "kind": ExtraField("What it is.", "review", {"review": "Review", "survey": "Survey"}),
    },
    check=_check_shelves,
    may_lack=lambda entry: {"year"} if entry.get("shelf") else (),
    lacking_hint="Look at its cover.",
    may_be_unused=lambda entry: entry.get("shelf") == "9",
    unused_hint="Sell it.",
)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        pytest.param("shelf = {1}", [], id="an extra field and a lack that is allowed"),
        pytest.param("kind = {review}, year = {2020}", [], id="one of a few values"),
        pytest.param(
            "kind = {revue}, year = {2020}",
            ['value-unknown: a: kind cannot be "revue". Did you mean "review"?'],
            id="another value",
        ),
        pytest.param(
            "kind = {}",
            ['field-empty: a: "kind" is empty. Fill it, or remove the line.',
             'field-missing: a: @misc lacks "year". Look at its cover.'],
            id="a lack with the caller's hint",
        ),
        pytest.param(
            "shelf = {0}",
            ["shelf-missing: a: no shelf on 2026-11-22 for None. Move it."],
            id="a rule of the caller",
        ),
    ],
)  # fmt: skip
def test_what_a_caller_adds(read, fields, said):
    """Extra fields are known, their values held to, and the caller's own rules asked."""
    library, _ = read(f"@misc{{a, title = {{T}}, {fields}}}")
    found = check_library(library, today=date(2026, 11, 22), customization=SHELVES)
    assert [str(problem).removeprefix("a.bib:1: ") for problem in found] == said


def test_the_caller_says_what_may_be_unused(read):
    library, _ = read("@misc{a, title = {One}, shelf = {9}}\n@misc{b, title = {Two}, shelf = {2}}")
    found = check_library(library, today=date(2026, 11, 22), cited=(), customization=SHELVES)
    assert [(p.line, p.code, p.hint) for p in found] == [(2, "entry-unused", "Sell it.")]


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("randomised trials", "randomized trial"),
        ("Case Serie", "case series"),
        ("surveys", "survey"),
        ("cohort study", ""),
        ("controlled study", ""),
        ("nonrandomized trial", ""),
        ("case study", ""),
        ("meta-analysis", ""),
        ("review", ""),
    ],
)
def test_value_that_was_meant(value, meant):
    """Only one that is the same but for how it is spelled: another one says something else."""
    choices = (
        *("randomized trial", "uncontrolled study", "case series", "survey", "document study"),
        *("further analysis", "service", "systematic review"),
    )
    [(_, _, hint)] = check_choice(value, "studytype", choices)
    assert hint == (f'Did you mean "{meant}"?' if meant else f"Write one of: {', '.join(choices)}.")
