"""Say when a page was checked, by whom, and when it will be checked again.

Takes a page's front matter: `sources_checked`, `review`, `review_every`.
Gives the line as HTML, dates as `<time>`; nothing where no check is dated.
It asks no clock: whether a review is overdue is for the page checks to say, on
the built page.

Classes for a stylesheet: `review` (the paragraph).
"""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from html import escape
from typing import NamedTuple

PENDING = "Not yet reviewed by a clinician."

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@dataclass(frozen=True, slots=True)
class Review:
    """A clinician's review that has really taken place."""

    reviewer: str
    credentials: str
    day: date


def read_day(value: object) -> date | None:
    """Read a date as YAML gives it, or as a text: 2026-11-22."""
    if isinstance(value, datetime):
        return None
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def read_review(value: object) -> Review | None:
    """Read `review`; None while it is pending, or where a part is missing."""
    if not isinstance(value, Mapping):
        return None
    reviewer, credentials = (str(value.get(k) or "").strip() for k in ("reviewer", "credentials"))
    day = read_day(value.get("date"))
    return Review(reviewer, credentials, day) if reviewer and credentials and day else None


def add_months(day: date, months: int) -> date:
    """Return the same day some months later, or that month's last day if it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


class Dates(NamedTuple):
    """When the sources of a page were checked, and when they will be again."""

    checked: date
    due: date
    months: int
    """How many lie between the two."""


def read_dates(front_matter: Mapping[str, object]) -> Dates | None:
    """Read the dates of a page's checks; None where the settings give none."""
    checked, months = (front_matter.get(k) for k in ("sources_checked", "review_every"))
    day = read_day(checked)
    if day is None or not isinstance(months, int) or isinstance(months, bool):
        return None
    if not 0 < months <= 1200:
        return None
    return Dates(day, add_months(day, months), months)


def format_day(day: date) -> str:
    """Write a day as readers in the US do: November 22, 2026, whatever the machine's locale."""
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"


def render_review(front_matter: Mapping[str, object]) -> str:
    """Return the review line, or an empty text where `sources_checked` is no date."""
    checked = read_day(front_matter.get("sources_checked"))
    if checked is None:
        return ""
    review = read_review(front_matter.get("review"))
    said = (
        f"Reviewed by {escape(review.reviewer)}, {escape(review.credentials)},"
        f" on {_render_day(review.day, 'reviewed')}."
        if review
        else PENDING
    )
    parts = [f"Sources last checked: {_render_day(checked, 'checked')}.", said]
    dates = read_dates(front_matter)
    if dates:
        parts.append(f"Next check due: {_render_day(dates.due, 'due')}.")
    return f'<p class="review">{" ".join(parts)}</p>'


def _render_day(day: date, name: str) -> str:
    return f'<time datetime="{day.isoformat()}" data-review="{name}">{format_day(day)}</time>'
