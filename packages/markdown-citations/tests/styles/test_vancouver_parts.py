"""Parts of a reference: page ranges, editions."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from markdown_citations.styles.vancouver import page_range

Printed = Callable[..., str]


@pytest.mark.parametrize(
    ("pages", "shown"),
    [
        ("189--198", "189–98"),
        ("1691-1706", "1691–706"),
        ("284–287", "284–7"),
        ("9-12", "9–12"),
        ("S1-S5", "S1–S5"),
        ("1141988", "1141988"),
        ("3-5, 9-11", "3–5, 9–11"),
        ("198-189", "198–189"),
        ("12+", "12+"),
        ("", ""),
    ],
)
def test_page_ranges(pages: str, shown: str) -> None:
    assert page_range(pages) == shown


@pytest.mark.parametrize(
    ("edition", "shown"),
    [
        ("1", "1st ed."),
        ("2", "2nd ed."),
        ("3", "3rd ed."),
        ("4", "4th ed."),
        ("11", "11th ed."),
        ("12", "12th ed."),
        ("21", "21st ed."),
        ("112", "112th ed."),
        ("2nd", "2nd ed."),
        ("Second", "Second ed."),
        ("3rd ed.", "3rd ed."),
        ("Revised Edition", "Revised Edition."),
        ("Third, revised and expanded edition", "Third, revised and expanded edition."),
    ],
)
def test_editions(printed: Printed, edition: str, shown: str) -> None:
    """biblatex wants a number, BibTeX a word: readers see an edition."""
    fields = {"title": "A book", "edition": edition, "publisher": "Press", "year": "2020"}
    assert printed("book", fields) == f"A book. {shown} Press; 2020."
