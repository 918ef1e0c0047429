"""Numbers of an entry that the abstract does not have."""

from __future__ import annotations

import pytest
from kapguide.registries.abstract_numbers import missing_numbers
from kapguide.words import load_words
from markdown_citations.library.entries import Entry

VALUES = load_words().values("numbers.values")
CASES = {
    "the same": ("8 of 16 people responded.", "Of 16 patients, 8 responded.", []),
    "not there": ("47 of 100 people responded.", "41 patients responded.", ["47", "100"]),
    "thousands": ("1,285 people and 11441 others", "1285 adults; 11,441 records", []),
    "a per cent is so many in 100": ("63.0 in 100 people", "63.0% were free", []),
    "zeros at the end": ("effect 0.20", "an effect of 0.2", []),
    "rounded": ("about 47 in 100", "46.5% responded", []),
    "not rounded but near": ("about 48 in 100", "46.5% responded", ["48"]),
    "in words": ("12 people", "Twelve adults took part", []),
    "in compound words": ("23 people", "Twenty-three adults took part", []),
    "words of the entry are none": ("Seven people", "No number", []),
    "a raised decimal point": ("7.3 points", "a mean of 7·3 points", []),
    "a decimal is not rounded": ("46.5 in 100", "47% responded", ["46.5"]),
    "part of a name": ("on the PCL-5 and at T2", "no number", []),
    "once only": ("9 of 9 of 9", "none", ["9"]),
}


@pytest.mark.parametrize(("finding", "abstract", "missing"), CASES.values(), ids=CASES.keys())
def test_numbers(finding: str, abstract: str, missing: list[str]) -> None:
    entry = Entry("a", "article", {"finding": finding}, "a.bib", 1)
    assert [number for _, number in missing_numbers(entry, abstract, VALUES)] == missing


def test_fields_that_are_looked_at() -> None:
    """Finding, sample and people; not what only we know, such as the limitation."""
    fields = {"finding": "1", "sample": "2", "people": "3", "limitation": "4", "followup": "5"}
    entry = Entry("a", "article", fields, "a.bib", 1)
    assert missing_numbers(entry, "no number", VALUES) == [
        ("finding", "1"),
        ("sample", "2"),
        ("people", "3"),
    ]
