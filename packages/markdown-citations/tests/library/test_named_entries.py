"""Entries name others of the kind that they need, or are told."""

from __future__ import annotations

from datetime import date

import pytest
from markdown_citations.library.checks import check_library

PRESS = "@xdata{apa, publisher = {Big Press}}\n"
WORK = (
    "@book{roe2018, author = {Roe, A.}, title = {T}, publisher = {P}, date = {2018}, "
    "doi = {10.1234/a}}\n"
)
CHAPTER = "@incollection{ch, author = {Roe, A.}, title = {Mine}, booktitle = {B}, date = {2019},\n"


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        pytest.param(
            f"{PRESS}{CHAPTER} xdata = {{appa}}}}",
            '"ch" has xdata to "appa", which is no entry',
            'Did you mean "apa"?',
            id="an @xdata is no study, so that a near one is meant",
        ),
        pytest.param(
            f"{PRESS}@xdata{{apb, publisher = {{B}}}}{CHAPTER} xdata = {{apc}}}}",
            '"ch" has xdata to "apc", which is no entry',
            "Add that entry, or remove the xdata.",
            id="two are near",
        ),
        pytest.param(
            f"{WORK}{CHAPTER} xdata = {{roe2018}}}}",
            '"ch" has xdata to "roe2018", which is no @xdata',
            "Write crossref = {roe2018}, or make an @xdata of what both share.",
            id="xdata to a work",
        ),
        pytest.param(
            f"{PRESS}{CHAPTER} crossref = {{apa}}}}",
            '"ch" has crossref to "apa", which is an @xdata',
            "Write xdata = {apa}",
            id="crossref to an @xdata",
        ),
        pytest.param(
            f"{PRESS}{WORK}@set{{s,\n entryset = {{apa, roe2018}}}}",
            '"s" has entryset to "apa", which is an @xdata',
            "Name works: an @xdata is none.",
            id="a set of an @xdata",
        ),
        pytest.param(
            f"{WORK}@set{{t, entryset = {{roe2018}}}}@set{{s,\n entryset = {{t}}}}",
            '"s" has entryset to "t", which is a set itself',
            "Name its works instead: roe2018",
            id="a set of sets",
        ),
    ],
)
def test_what_an_entry_names(read, text: str, message: str, hint: str) -> None:
    """One problem, at the field; what is of a wrong kind hands nothing on."""
    library, problems = read(text)
    assert [(p.line, p.message, p.hint) for p in problems] == [
        (text[: text.rindex("{", 0, -3)].count("\n") + 1, message, hint)
    ]
    assert not [*check_library(library, today=date(2026, 11, 28))]
    assert all(not one.get("doi") for one in library if one.citekey == "ch")


def test_sets_that_hold_each_other(read) -> None:
    _, problems = read("@set{s, entryset = {t}}\n@set{t, entryset = {s}}\n")
    assert [(p.line, p.message) for p in problems] == [
        (1, '"s" has entryset to "t", which is a set itself'),
        (2, '"t" has entryset to "s", which is a set itself'),
    ]


def test_an_xdata_by_another_name(read) -> None:
    library, problems = read(
        f"@xdata{{apa, ids = {{ap}}, publisher = {{P}}}}{CHAPTER} xdata = {{ap}}}}"
    )
    assert (library["ch"].get("publisher"), library.cut, problems) == ("P", frozenset(), [])


def test_what_a_lost_parent_has_is_not_missing(read) -> None:
    """One cause, one message."""
    library, problems = read(f"{PRESS}@incollection{{ch, title = {{T}}, crossref = {{apa}}}}")
    assert [p.code for p in problems] == ["crossref-unknown"]
    assert not [*check_library(library, today=date(2026, 11, 28))]
