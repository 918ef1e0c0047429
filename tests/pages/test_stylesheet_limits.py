"""Stylesheets that repeat themselves, or hold numbers of thousands of digits."""

from __future__ import annotations

import pytest
from kapguide.pages.style.stylesheets import read_declarations, read_stylesheet

DOUBLING = "a" + "{& & " * 40 + "{color:red}" + "}" * 40


def test_rules_that_double_themselves() -> None:
    """Forty rules within each other would stand for a selector of a terabyte."""
    read = read_stylesheet(DOUBLING)
    assert sum(len(rule.selector) for rule in read.rules) < 100_000


@pytest.mark.parametrize("css", ["width: {}px", "width: {}", "width: 0.{}em", "--a: {}"])
def test_number_of_thousands_of_digits(css: str) -> None:
    """Python makes no such number; a browser takes it for a very large one."""
    ((name, value, _),) = read_declarations(css.format("9" * 5000))
    assert name == css.partition(":")[0]
    assert value.count("9") == 40
