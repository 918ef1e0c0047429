"""What `--help` shows: every command, what it is for, an example, in 80 columns."""

from __future__ import annotations

import pytest
from click.testing import CliRunner
from kapguide.commands import SECTIONS, main

FOR_STAFF = [command for title in ("Pages", "Studies") for command in SECTIONS[title]]


def show(*arguments: str) -> list[str]:
    result = CliRunner().invoke(main, [*arguments, "--help"], terminal_width=80)
    assert result.exit_code == 0
    return result.output.splitlines()


def test_every_command_is_listed_by_what_it_is_for() -> None:
    """Each once, with its whole first sentence."""
    lines = show()
    listed = [line.split()[0] for line in lines if line[:2] == "  " and line[2:3].isalpha()]
    assert [name for name in listed if name in main.commands] == [
        command.name for commands in SECTIONS.values() for command in commands
    ]
    assert not [line for line in lines[1:] if line.endswith("...")]
    assert {f"{title}:" for title in SECTIONS} <= {*lines}


@pytest.mark.parametrize("name", ["", *main.commands])
def test_help_fits_a_terminal(name: str) -> None:
    """Nothing is wider than 80 columns, and no sign that click reads is left."""
    lines = show(*filter(None, [name]))
    assert max(map(len, lines)) <= 80
    assert not [line for line in lines if "\\b" in line]


@pytest.mark.parametrize("command", FOR_STAFF, ids=lambda command: command.name)
def test_help_has_an_example(command: object) -> None:
    """Who does not program copies one, and knows what its status means."""
    name = getattr(command, "name", "")
    text = "\n".join(show(name))
    assert f"\n    kapguide {name} " in text
    assert "The status is " in text
