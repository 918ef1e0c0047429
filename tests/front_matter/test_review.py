"""The review line: what was checked, by whom, when next."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from kapguide.front_matter.review import render_review
from kapguide.words import load_words
from selectolax.lexbor import LexborHTMLParser

WORDS = load_words()
TODAY = date(2026, 11, 22)
PENDING = {"sources_checked": date(2026, 11, 22), "review": "pending", "review_every": 12}
DONE = {
    **PENDING,
    "review": {"reviewer": "Ada <b>Lee", "credentials": "MD & PhD", "date": date(2027, 1, 5)},
}


def read(html: str) -> tuple[str, list[tuple[str, str]]]:
    """Give the line's text, and its dates with what each is."""
    tree = LexborHTMLParser(html)
    times = [(t.attributes["data-review"], t.attributes["datetime"]) for t in tree.css("time")]
    return " ".join(tree.body.text().split()) if tree.body else "", times


def test_pending_is_shown_as_pending() -> None:
    """No reviewer is invented."""
    assert read(render_review(PENDING, WORDS, TODAY)) == (
        "Sources last checked: November 22, 2026. Not yet reviewed by a clinician."
        " Next check due: November 22, 2027.",
        [("checked", "2026-11-22"), ("due", "2027-11-22")],
    )


def test_a_review_names_person_credentials_and_day() -> None:
    """All three, as text: a name cannot hold markup."""
    assert read(render_review(DONE, WORDS, TODAY)) == (
        "Sources last checked: November 22, 2026."
        " Reviewed by Ada <b>Lee, MD & PhD, on January 5, 2027."
        " Next check due: November 22, 2027.",
        [("checked", "2026-11-22"), ("reviewed", "2027-01-05"), ("due", "2027-11-22")],
    )


@pytest.mark.parametrize(
    "review",
    [
        "done",
        None,
        True,
        {"reviewer": "Ada Lee", "credentials": "MD"},
        {"reviewer": "Ada Lee", "credentials": "", "date": "2027-01-05"},
        {"reviewer": "", "credentials": "MD", "date": "2027-01-05"},
        {"reviewer": "Ada Lee", "credentials": "MD", "date": "soon"},
    ],
)
def test_half_a_review_is_none(review: object) -> None:
    """Without name, credentials and day the page says that nobody reviewed it."""
    assert "Not yet reviewed by a clinician." in render_review(
        {**PENDING, "review": review}, WORDS, TODAY
    )


@pytest.mark.parametrize("checked", [None, "", "soon", "22/11/2026", 2026, datetime(2026, 11, 22)])
def test_without_a_day_there_is_no_line(checked: object) -> None:
    """A page never claims a check that has no day; the page checks miss the line then."""
    assert render_review({**PENDING, "sources_checked": checked}, WORDS, TODAY) == ""


@pytest.mark.parametrize("months", [None, 0, -3, True, "12", 10**9])
def test_without_a_period_no_next_check_is_claimed(months: object) -> None:
    """The rest of the line still stands."""
    text, times = read(render_review({**PENDING, "review_every": months}, WORDS, TODAY))
    assert "Next check" not in text
    assert times == [("checked", "2026-11-22")]


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2027, 11, 22), "Next check due: November 22, 2027."),
        (
            date(2027, 11, 23),
            "The next check was due on November 22, 2027 and is not done yet."
            " Some of this may be out of date.",
        ),
    ],
    ids=["on the day", "the day after"],
)
def test_a_late_check_is_said_in_the_line(today: date, said: str) -> None:
    """Readers learn that a page has grown old, and by how much."""
    text, times = read(render_review(PENDING, WORDS, today))
    assert text.endswith(f" Not yet reviewed by a clinician. {said}")
    assert times[-1] == ("due", "2027-11-22")


def test_a_fact_that_ends_first_is_the_next_check() -> None:
    """A page is as old as the first of its facts to end."""
    page = {**PENDING, "dated_facts": [{"fact": "the rule", "until": date(2026, 12, 31)}]}
    text, times = read(render_review(page, WORDS, TODAY))
    assert text.endswith("Next check due: December 31, 2026.")
    assert times[-1] == ("due", "2026-12-31")


def test_a_site_shows_the_line_inside_main(build_site, monkeypatch) -> None:
    """The template prints it on a page that has the dates, and nothing on one without."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")  # 22 November 2026
    front = "---\nsources_checked: 2026-11-22\nreview: pending\nreview_every: 36\n---\n\n"
    built = build_site(
        {"docs/index.md": f"{front}# Home\n", "docs/bare.md": "# Bare\n"}, hooks=["finish_site"]
    )
    assert built.lines == []
    (line,) = built.page("index.html").css("main .review")
    assert [t.attributes["datetime"] for t in line.css("time")] == ["2026-11-22", "2029-11-22"]
    assert built.page("bare/index.html").css(".review") == []
