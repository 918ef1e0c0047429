"""Deadlines: which days a page's settings give, and when they are near or past."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kapguide.front_matter.deadlines import Deadline, read_deadlines, read_facts
from kapguide.words import load_words

WORDS = load_words()
UNTIL = date(2026, 12, 31)
PAGE: dict[str, Any] = {
    "sources_checked": date(2026, 11, 22),
    "review_every": 12,
    "dated_facts": [
        {"fact": "a law", "until": date(2031, 1, 1)},
        {"fact": "the rule", "until": UNTIL, "then": "It ended."},
    ],
}


def test_the_earliest_comes_first() -> None:
    """Facts and the check of all sources, each with the place of its setting."""
    assert [(d.day, d.setting) for d in read_deadlines(PAGE)] == [
        (UNTIL, ("dated_facts", 1, "until")),
        (date(2027, 11, 22), ("sources_checked",)),
        (date(2031, 1, 1), ("dated_facts", 0, "until")),
    ]


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"sources_checked": date(2026, 11, 22)},
        {"sources_checked": "soon", "review_every": 12},
        {"sources_checked": date(2026, 11, 22), "review_every": True},
        {"sources_checked": date(2026, 11, 22), "review_every": "12"},
        {"sources_checked": date(2026, 11, 22), "review_every": 0},
        {"sources_checked": date(2026, 11, 22), "review_every": 10**9},
        {"dated_facts": "the rule"},
        {"dated_facts": ["the rule", {"fact": "the rule"}, {"until": "soon"}]},
    ],
    ids=str,
)
def test_half_a_deadline_is_none(settings: dict[str, Any]) -> None:
    """What is wrong with a setting is told elsewhere."""
    assert read_deadlines(settings) == []


@pytest.mark.parametrize(
    ("days", "near", "past"),
    [(-61, False, False), (-60, True, False), (0, True, False), (1, True, True)],
    ids=["61 days ahead", "60 days ahead", "on the day", "the day after"],
)
def test_near_and_past(days: int, near: bool, past: bool) -> None:
    """A fact holds on its last day; the warning comes 60 days before."""
    deadline, today = Deadline(UNTIL, ()), UNTIL + timedelta(days=days)
    assert (deadline.is_near(today), deadline.is_past(today)) == (near, past)


@given(st.dates(), st.integers(1, 1200), st.dates(), st.dates())
def test_no_day_of_the_calendar_raises(
    checked: date, months: int, until: date, today: date
) -> None:
    """Not its first, not its last."""
    facts = [{"fact": "the rule", "until": until}]
    page = {"sources_checked": checked, "review_every": months, "dated_facts": facts}
    for deadline in read_deadlines(page):
        assert deadline.describe(today, WORDS)
        assert deadline.is_near(today) or not deadline.is_past(today)


def test_a_fact_is_one_line_without_control_characters() -> None:
    """It stands in messages, on terminals, in logs."""
    (fact,) = read_facts({"dated_facts": [{"fact": "the\x1b[31m\nrule", "until": UNTIL}]}).values()
    assert fact.fact == "the [31m rule"


def test_a_fact_without_words_of_its_own_has_ours() -> None:
    """Nobody must write `then`, and readers are told all the same."""
    own, ours = (fact.explain_end(WORDS) for fact in reversed(read_facts(PAGE).values()))
    assert own == "It ended."
    assert ours == "This ended on January 1, 2031. We have not yet looked up what followed."
