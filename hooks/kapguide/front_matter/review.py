"""Say when a page was checked, by whom, and when it will be checked again.

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

from kapguide.words import Words


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


def render_review(front_matter: Mapping[str, object], words: Words) -> str:
    """Return the review line as HTML; an empty text where `sources_checked` is no date."""
    checked = read_day(front_matter.get("sources_checked"))
    if checked is None:
        return ""
    review = read_review(front_matter.get("review"))
    parts = [words.say("review.checked", day=_render_day(checked, "checked", words))]
    if review is None:
        parts.append(words["review.pending"])
    else:
        reviewer, credentials = escape(review.reviewer), escape(review.credentials)
        day = _render_day(review.day, "reviewed", words)
        parts.append(
            words.say("review.reviewed", reviewer=reviewer, credentials=credentials, day=day)
        )
    dates = read_dates(front_matter)
    if dates:
        parts.append(words.say("review.due", day=_render_day(dates.due, "due", words)))
    return f'<p class="review">{" ".join(parts)}</p>'


def _render_day(day: date, name: str, words: Words) -> str:
    said = words.format_day(day)
    return f'<time datetime="{day.isoformat()}" data-review="{name}">{said}</time>'
