"""The one clock: SOURCE_DATE_EPOCH, else today, and nobody else asks."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from kapguide.project.clock import current_day, latest_day
from kapguide.project.config_file import CannotRun

ROOT = Path(__file__).resolve().parent.parent.parent
CLOCK = ROOT / "hooks" / "kapguide" / "project" / "clock.py"
PLUGIN = ROOT / "packages" / "markdown-citations" / "src" / "markdown_citations" / "mkdocs.py"
CODE = [
    path
    for folder in (ROOT / "hooks", ROOT / "packages")
    for path in sorted(folder.rglob("*.py"))
    if "tests" not in path.parts
]
ASKS = re.compile(
    r"\b(date|datetime|time)\.(now|today|utcnow|time|time_ns|localtime|gmtime|ctime)$"
    r"|\bget_build_(date|datetime|timestamp)$"
)
"""How code asks which day it is; a stopwatch asks `time.monotonic`."""


@pytest.mark.parametrize(
    ("epoch", "day"),
    [
        ("1795305600", date(2026, 11, 22)),
        ("1795391999", date(2026, 11, 22)),
        ("0", date(1970, 1, 1)),
        ("4294967295", date(2106, 2, 7)),
    ],
    ids=["midnight", "a second before the next midnight", "the first second", "the last second"],
)
def test_a_build_can_be_repeated_on_another_day(epoch: str, day: date) -> None:
    """The day is that of UTC."""
    assert current_day({"SOURCE_DATE_EPOCH": epoch}) == day


@pytest.mark.parametrize(
    "epoch",
    [
        "",
        " ",
        "-1",
        "+1",
        "soon",
        "1.5",
        "1e9",
        "2026-11-22",
        "²",
        "١",
        "1\n",
        "4294967296",
        "9" * 99,
    ],
    ids=ascii,
)
def test_what_is_no_number_of_seconds_gets_a_message(epoch: str) -> None:
    """It says what was found, and what to do; it fits a terminal."""
    with pytest.raises(CannotRun) as caught:
        current_day({"SOURCE_DATE_EPOCH": epoch})
    message = caught.value.format_message()
    assert message.startswith("SOURCE_DATE_EPOCH is '")
    assert "unset SOURCE_DATE_EPOCH" in message
    assert message.isprintable()
    assert len(message) < 300


def test_what_was_done_since_the_day_of_a_build_is_done() -> None:
    """A build is repeated as of a day gone by; one as of a day to come has that day."""
    assert latest_day({"SOURCE_DATE_EPOCH": "0"}) in (latest_day({}), current_day({}))
    assert latest_day({"SOURCE_DATE_EPOCH": "4294967295"}) == date(2106, 2, 7)
    with pytest.raises(CannotRun):
        latest_day({"SOURCE_DATE_EPOCH": "soon"})


def test_every_time_zone_has_one_day() -> None:
    """Two machines that build at one moment build one site."""
    program = "from kapguide.project.clock import current_day; print(current_day())"
    clock = "import time; time.tzset(); "
    days = {
        subprocess.run(
            [sys.executable, "-c", clock + program],
            env={**{k: v for k, v in os.environ.items() if k != "SOURCE_DATE_EPOCH"}, "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for zone in ("UTC", "<+14>-14", "<-12>12")
    }
    # Two, where midnight comes between the first and the last.
    assert len(days) <= 2
    assert str(current_day({})) in {day.strip() for day in days}


def asked(path: Path) -> Iterator[str]:
    """Give the ways in which a file asks which day it is."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Attribute | ast.Name):
            name = ast.unparse(node)
            if ASKS.search(name):
                yield name
        elif isinstance(node, ast.Constant) and node.value == "SOURCE_DATE_EPOCH":
            yield node.value


def test_nobody_else_asks() -> None:
    """Two clocks differ, if only around midnight; MkDocs's own goes by the same rule."""
    found = {path: set(asked(path)) for path in CODE}
    assert {path: names for path, names in found.items() if names} == {
        CLOCK: {"datetime.now", "SOURCE_DATE_EPOCH"},
        PLUGIN: {"get_build_datetime"},
    }
