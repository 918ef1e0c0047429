"""What was typed or pasted as a table is one."""

from __future__ import annotations

from typing import Any

import pytest

TABLES = [
    pytest.param("| A | B |\n| one | two |", "| --- | --- |", id="no rule"),
    pytest.param("A | B\none | two", "| --- | --- |", id="no rule and no outer bars"),
    pytest.param("| A | B | C |\n| 1 | 2 | 3 |", "| --- | --- | --- |", id="three columns"),
    pytest.param("Text\n| A | B |\n| --- | --- |\n| one | two |", "empty line", id="no empty line"),
    pytest.param("Drug\tWatch for\nlithium\tshaking", "| --- |", id="tabs of a spreadsheet"),
    pytest.param(
        "| A | B | C |\n| --- | --- |\n| 1 | 2 | 3 |", "| --- | --- | --- |", id="short rule"
    ),
    pytest.param("| A | B |\n| — | — |\n| 1 | 2 |", "| --- | --- |", id="dashes in the rule"),
    pytest.param("| A | B |\n\n| --- | --- |\n\n| 1 | 2 |", "empty lines", id="empty lines"),
    pytest.param("| A | B |\n\n| --- | --- |\n| 1 | 2 |", "empty lines", id="one empty line"),
    pytest.param(
        "｜ A ｜ B ｜\n｜ --- ｜ --- ｜\n｜ 1 ｜ 2 ｜", "place of ｜", id="full-width bars"
    ),
    pytest.param("│ A │ B │\n│ 1 │ 2 │", "place of │", id="drawn bars"),
    pytest.param("A  B  C\n-- -- --\n1  2  3", "| --- |", id="blanks between the columns"),
    pytest.param("| A | B |\n| --- | --- |\n| 1 | 2 |\nRest well.", "empty line", id="text below"),
    pytest.param("A,B,C\none,1,2\ntwo,3,4", "| --- |", id="values with commas"),
    pytest.param("Drug;Watch for\nlithium;shaking\naspirin;bleeding", "| --- |", id="semicolons"),
    pytest.param(
        "| A | B |\n| --- | --- |\n| 1 | 2 |\n\n| 3 | 4 |", "Take the empty", id="a row apart"
    ),
]


@pytest.mark.parametrize(("body", "hint"), TABLES)
def test_table_that_is_text(frame: Any, body: str, hint: str) -> None:
    """Told once for a table, with what is missing."""
    frame.body = body
    found = frame.found("table-broken")
    assert len(found) == 1
    assert hint in found[0].hint


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("| A | B |\n| --- | --- |\n| one | two |", id="table"),
        pytest.param("A | B\n--- | ---\none | two", id="without outer bars"),
        pytest.param("Say yes | no.", id="a bar in a sentence"),
        pytest.param("Say yes | no.\n\nOr so | so.", id="bars in two paragraphs"),
        pytest.param("| A | B |\n| --- | --- |\n| 1 | |\n| 2 |", id="cells that are empty"),
        pytest.param("| A | B |\n| --- | --- |\n| 1 | a \\| b |", id="a bar in a cell"),
        pytest.param("| A | B |\n| --- | --- |\n| 1 | `a | b` |", id="a bar in code"),
        pytest.param(
            "| A | B |\n| --- | --- |\n| 1 | 2 |\n\n| A | B |\n| --- | --- |\n| 1 | 2 |",
            id="two tables",
        ),
        pytest.param(
            "| A | B |\n| --- | --- |\n| 1 | 2 |\n\nSee the table |above|.", id="bars in words"
        ),
        pytest.param("Term\n:\tIts meaning.", id="tab of a definition"),
        pytest.param("Rest, then\neat, then\ndrink, then go.", id="commas with blanks"),
        pytest.param("They paid 1,000 of\nit, and 2,000 of\nthe 5,000 dollars.", id="thousands"),
    ],
)
def test_what_is_no_broken_table(codes: Any, body: str) -> None:
    assert "table-broken" not in codes(body)


@pytest.mark.parametrize(
    ("body", "row", "rule"),
    [
        ("Job\tWho does it\nTo watch\tA nurse", "| Job | Who does it |", "| --- | --- |"),
        ("Day;From;To\nMonday;9;5", "| Day | From | To |", "| --- | --- | --- |"),
        (f"{'Long ' * 20}\tShort", "| one | two |", "| --- | --- |"),
    ],
)
def test_row_as_it_should_be(frame: Any, body: str, row: str, rule: str) -> None:
    """A short one is shown as it should be written."""
    frame.body = body
    (problem,) = frame.found("table-broken")
    assert problem.hint == f"Write a row as {row}, with {rule} below the first."


def test_a_row_that_is_torn_in_two(frame: Any) -> None:
    """Its rest would be a row of its own."""
    frame.body = "| A | B |\n| --- | --- |\n| First talk | one\nhour |\n| Next | two |"
    (problem,) = frame.found("table-broken")
    assert problem.message == '"hour |" becomes a row of its own'
    assert problem.line == frame.source[: frame.source.index("hour |")].count("\n") + 1


def test_a_row_that_is_torn_in_its_first_cell(frame: Any) -> None:
    """An empty line before it would tear it off the table."""
    frame.body = "| A | B |\n| --- | --- |\n| a long\nname | b |"
    assert [p.hint for p in frame.found("table-broken")] == [
        "Write each row on one line, from its first | to its last."
    ]


def test_a_row_without_its_first_bar(frame: Any) -> None:
    """It is a whole row, which Markdown shows as it is meant."""
    assert frame.found("table-broken", body="| A | B |\n| --- | --- |\n| 1 | 2 |\nx | y |") == []
    assert frame.found("table-broken", body="| A | B |\n| --- | --- |\n| 1 | 2\nx | y |") == []


def test_a_cell_beyond_the_last_column(frame: Any) -> None:
    """Markdown leaves it out without a word."""
    frame.body = "| A | B |\n| --- | --- |\n| lithium | shaking | levels |"
    (problem,) = frame.found("table-broken")
    assert problem.message.startswith('"levels" stands beyond the last column')
    assert problem.line == frame.source[: frame.source.index("| lithium")].count("\n") + 1
