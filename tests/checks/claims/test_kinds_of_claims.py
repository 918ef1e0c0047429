"""What an advertisement claims, beside what a page for patients may say without a source."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from markdown_citations.problems import Problem

SAID = tuple(
    csv.reader(
        Path(__file__).with_name("claims.tsv").read_text("utf-8").splitlines(),
        delimiter="\t",
        quoting=csv.QUOTE_NONE,
    )
)
CODES = {
    *("approval-false", "claim-uncited", "promise", "dose"),
    *("percent-without-counts", "relative-only"),
}


ADVERTS = {"advertising", "testimonial"}
"""What sells without a claim."""


def _is_told(kind: str, found: set[str]) -> bool:
    return bool(found & (ADVERTS if kind == "advert" else CODES)) is (kind in {"advert", "claim"})


@pytest.mark.parametrize(
    ("kind", "body"), [(kind, body) for language, kind, body in SAID if language == "en"]
)
def test_claim(codes: Any, kind: str, body: str) -> None:
    """Approval, promises, superiority, safety, effects, shares of people, and how to take it."""
    assert _is_told(kind, set(codes(body)))


@pytest.mark.parametrize(
    ("kind", "body"), [(kind, body) for language, kind, body in SAID if language == "es"]
)
def test_claim_in_spanish(
    spanish: Callable[[str], tuple[Problem, ...]], kind: str, body: str
) -> None:
    assert _is_told(kind, {problem.code for problem in spanish(body)})


@pytest.mark.parametrize(
    "body", ["A session lasts two hours.", "Your visit takes about three hours."]
)
def test_how_long_a_visit_is(codes: Any, body: str) -> None:
    """That is the clinic's to say, and no effect."""
    assert not CODES.intersection(codes(body))


def test_a_list_below_a_line_that_is_told(frame: Any) -> None:
    """What people say about us, and what they say, are one thing."""
    body = "What people say about us:\n\n- ★★★★★ “Life-changing!” – J. R., Denver\n- ★★★★ “Good”"
    (problem,) = frame.found("testimonial", body=body)
    assert problem.line == frame.source.splitlines().index("What people say about us:") + 1
    found = frame.found("testimonial", body=f"{body}\n\nOur patients love us.")
    assert [frame.source.splitlines()[one.line - 1] for one in found] == [
        "What people say about us:",
        "Our patients love us.",
    ]
