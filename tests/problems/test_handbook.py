"""The tables of CONTRIBUTING.md."""

from __future__ import annotations

from pathlib import Path

import pytest
from kapguide.commands.codes import handbook_tables
from kapguide.problems.catalog import find_rules
from kapguide.problems.handbook import format_rules, format_table, write_tables
from kapguide.registries.drafting import FOR_PEOPLE
from markdown_citations.problems import Rule


def test_table_keeps_its_columns() -> None:
    """A bar or a line break in a cell breaks no row."""
    assert format_table(["a", "b"], [["x|y", "1\n2"]]) == (
        "| a | b |\n| --- | --- |\n| x\\|y | 1 2 |"
    )


def test_rules_are_sorted_and_examples_are_code() -> None:
    """Staff look a code up by its name; an example is shown as they would type it."""
    rules = [
        Rule("b-code", "error", "Rule b.", "WCAG", "a\nb", "`c`"),
        Rule("a-code", "warning", "Rule a.", "NHS", "", ""),
    ]
    assert format_rules(rules).splitlines()[2:] == [
        "| `a-code` | warning | Rule a. | NHS |  |  |",
        "| `b-code` | error | Rule b. | WCAG | `a ⏎ b` | `` `c` `` |",
    ]


def test_tables_replace_what_stood_there() -> None:
    """Writing twice changes nothing more."""
    text = "one\n<!-- t -->\nold\n<!-- /t -->\ntwo\n"
    new = write_tables(text, {"t": "new"})
    assert new == "one\n<!-- t -->\n\nnew\n\n<!-- /t -->\ntwo\n"
    assert write_tables(new, {"t": "new"}) == new


def test_contributing_shows_what_the_code_knows(root: Path) -> None:
    """The tables of codes and of fields are up to date; `make codes` writes them anew."""
    text = (root / "CONTRIBUTING.md").read_text("utf-8")
    tables = handbook_tables()
    assert write_tables(text, tables) == text
    assert [code for code in find_rules() if f"`{code}`" not in tables["codes"]] == []


def test_contributing_explains_what_add_asks_for() -> None:
    """No field that `kapguide add` leaves to a person is missing from the table."""
    table = handbook_tables()["fields"]
    assert [name for name in FOR_PEOPLE if f"| `{name}` |" not in table] == []


def test_missing_marks_are_named() -> None:
    """A table that would go nowhere is a mistake to see."""
    with pytest.raises(KeyError, match="codes"):
        write_tables("none", {"codes": "x"})
