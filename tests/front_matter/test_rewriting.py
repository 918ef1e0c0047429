"""Settings are changed where they stand, and every other byte stays."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kapguide.front_matter.parsing import read_front_matter
from kapguide.front_matter.rewriting import CannotRewriteError, set_value

REVIEW = {"reviewer": "Ana Diaz", "credentials": "MD, psychiatry", "date": date(2026, 12, 1)}
LINES = "review:{}\n  reviewer: Ana Diaz\n  credentials: MD, psychiatry\n  date: 2026-12-01\n"
PAGE = """---
# What a search shows:
title:   "What are the 'risks'?"   # as on paper
{}review_every: 12
figures: {{a: {{type: x}}}}
---

# What are the risks?

review: pending
"""

FORMS = {
    "pending": ("review: pending\n", LINES.format("")),
    "with a comment": ("review: pending  # until May\n", LINES.format("  # until May")),
    "in quotes": ("review:   'pending'\n", LINES.format("")),
    "nothing": ("review:\n", LINES.format("")),
    "an empty group": ("review: {}\n", LINES.format("")),
    "an earlier review": (
        "review:\n    # The second.\n    date: 2025-01-01 # Monday\n    reviewer: Bo Lind\n"
        '    credentials: "RN"\n',
        "review:\n    # The second.\n    date: 2026-12-01 # Monday\n    reviewer: Ana Diaz\n"
        "    credentials: MD, psychiatry\n",
    ),
    "the same again": (LINES.format("").replace("Ana Diaz", '"Ana Diaz"'),) * 2,
    "in braces": (
        "review: {reviewer: Bo Lind, credentials: RN, date: 2025-01-01}  # old\n",
        'review: {reviewer: Ana Diaz, credentials: "MD, psychiatry", date: 2026-12-01}  # old\n',
    ),
    "half a review": (
        "review:\n  credentials: RN  # nurse\n",
        "review:\n  credentials: MD, psychiatry  # nurse\n  reviewer: Ana Diaz\n"
        "  date: 2026-12-01\n",
    ),
    "half a review in braces": (
        "review: {reviewer: Bo Lind}\n",
        'review: {reviewer: Ana Diaz, credentials: "MD, psychiatry", date: 2026-12-01}\n',
    ),
    "a value that is missing": (
        "review:\n  reviewer:\n  credentials: RN\n  date: 2025-01-01\n",
        LINES.format(""),
    ),
    "a value over several lines": (
        "review:\n  reviewer: >-\n    Bo\n    Lind\n\n  credentials: RN\n  date: 2025-01-01\n",
        LINES.format("").replace("Diaz\n", "Diaz\n\n"),
    ),
}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["", "with a byte order mark"])
@pytest.mark.parametrize(("before", "after"), FORMS.values(), ids=FORMS.keys())
def test_however_it_is_written(before: str, after: str, newline: str, mark: str) -> None:
    """Comments, order, quotes, line ends and all other settings stay."""
    text, wanted = ((mark + PAGE.format(part)).replace("\n", newline) for part in (before, after))
    assert set_value(text, "review", REVIEW) == wanted


def test_a_page_without_it() -> None:
    """It comes last."""
    ending = LINES.format("") + "---\n\n# What"
    assert set_value(PAGE.format(""), "review", REVIEW) == PAGE.format("").replace(
        "---\n\n# What", ending
    )


CANNOT = {
    "no settings": ("# A page\n", "it has no settings at its top"),
    "settings that are never closed": ("---\ntitle: A\n", "line 1: the settings at the top are"),
    "settings that cannot be read": (
        "---\ntitle: [A\n---\n",
        'line 2: the value of "title" cannot be read',
    ),
    "twice": ("---\nreview: pending\nreview: pending\n---\n", 'line 3: the setting "review" st'),
    "a list": ("---\nreview:\n  - pending\n---\n", '"review" is a list; write review: pending'),
    "another name for it": (
        "---\ntitle: &a {reviewer: B}\nreview: *a\n---\n",
        '"review" is written in a way that only you can change',
    ),
    "all in braces": (
        "---\n{title: A}\n---\n",
        '"review" is written in a way that only you can change',
    ),
}


@pytest.mark.parametrize(("text", "message"), CANNOT.values(), ids=CANNOT.keys())
def test_what_only_a_person_can_change(text: str, message: str) -> None:
    """Rather than spoil a page it says why."""
    with pytest.raises(CannotRewriteError, match=f"^{message}"):
        set_value(text, "review", REVIEW)


ONE_LINE = st.text(st.characters(exclude_categories=["Cs", "Zl", "Zp"]), min_size=1, max_size=40)


@given(
    reviewer=ONE_LINE.map(lambda text: " ".join(text.split())).filter(bool),
    form=st.sampled_from([before for before, _ in FORMS.values()]),
    body=st.text(max_size=60),
)
def test_any_name_comes_back(reviewer: str, form: str, body: str) -> None:
    """Whatever signs a name has, it is read as it was given, and the body stays as it is."""
    head = PAGE.format(form).partition("\n\n# What")[0]
    after = set_value(f"{head}\n\n{body}", "review", {**REVIEW, "reviewer": reviewer})
    assert read_front_matter(after).get("review")["reviewer"] == reviewer
    assert after.endswith("\n---\n\n" + body)
    assert after.startswith(head.partition("review:")[0])


VALUES = {
    "another day": ("follows: 2026-01-31 # old\n", "follows: 2026-12-01 # old\n"),
    "in quotes": ('follows: "2026-01-31"\n', "follows: 2026-12-01\n"),
    "not there": ("", ""),
}


@pytest.mark.parametrize(("before", "after"), VALUES.values(), ids=VALUES.keys())
def test_one_value(before: str, after: str) -> None:
    """A setting of one value changes where it stands, or comes last."""
    end = "" if after else "follows: 2026-12-01\n"
    wanted = PAGE.format(after).replace("\n---\n", f"\n{end}---\n", 1)
    assert set_value(PAGE.format(before), "follows", date(2026, 12, 1)) == wanted


@pytest.mark.parametrize("mark", ["0123456789ab", "123456789012", "1234e5678901", "0x1234567890"])
def test_a_mark_stays_a_text(mark: str) -> None:
    """One that looks like a number is put in quotes."""
    front = read_front_matter(set_value(PAGE.format(""), "follows_text", mark))
    assert front.get("follows_text") == mark


def test_a_group_is_no_single_value() -> None:
    """What stands there already is somebody's own."""
    with pytest.raises(CannotRewriteError, match="no single value"):
        set_value(PAGE.format("follows: [2026-01-31]\n"), "follows", date(2026, 12, 1))
