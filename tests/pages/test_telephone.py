"""Telephone numbers as people write them."""

from __future__ import annotations

import pytest
from kapguide.pages.telephone import complete, dial, find_numbers, is_same_line


@pytest.mark.parametrize(
    ("text", "dialled"),
    [
        ("555-0100", ["5550100"]),
        ("(212) 555-0100, ext. 4", ["2125550100"]),
        ("+44 (0)20 7946 0000", ["+442079460000"]),
        ("Desk: 020 7946 0000 (9 to 5)", ["02079460000"]),
        ("1-800-555-TALK (8255)", ["18005558255", "8255"]),
        ("116 123, day or night, 24/7", ["116123"]),
        ("Call 988 or 911", ["988", "911"]),
        ("030/1234567", ["0301234567"]),
        ("ask at the desk, floor 2", []),
        ("", []),
    ],
)
def test_numbers_of_a_text(text: str, dialled: list[str]) -> None:
    """However they are written; what has one or two digits is no number."""
    assert [dial(number) for number in find_numbers(text)] == dialled


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("+44 20 7946 0000", "020 7946 0000", True),
        ("0044 20 7946 0000", "+44 (0)20 7946 0000", True),
        ("1-212-555-0100", "(212) 555-0100", True),
        ("+44 0113 496 0777", "0113 496 0777", False),
        ("+39 06 1234 5678", "06 1234 5678", True),
        ("+225 07 12 34 56 78", "07 12 34 56 78", True),
        ("+353 1 496 0000", "01 496 0000", True),
        ("+52 1 55 5555 0100", "55 5555 0100", True),
        ("988", "988", True),
        ("988", "9888", False),
        ("988", "1988", False),
        ("(212) 555-0100", "(212) 555-0101", False),
        ("", "988", False),
    ],
)
def test_same_line(one: str, other: str, same: bool) -> None:
    """With the country's code or without, and in both directions."""
    assert is_same_line(one, other) is same
    assert is_same_line(other, one) is same


@pytest.mark.parametrize(
    ("said", "called", "right"),
    [
        ("0113 496 0777", "+4401134960777", "+441134960777"),
        ("020 7946 0000", "+442079460001", "+442079460000"),
        ("06 1234 5678", "+390612345679", "+390612345678"),
        ("1-212-555-0100", "+12125550101", "+12125550100"),
        ("555-0100", "+12125550101", "5550100"),
        ("112", "122", "112"),
    ],
)
def test_the_number_to_call(said: str, called: str, right: str) -> None:
    """With the country of the link, and with a zero only where that country keeps it."""
    assert complete(said, called) == right
