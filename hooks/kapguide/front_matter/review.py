"""Say when a page was checked, by whom, and when it will be checked again.

Once that day is past, the line says so.

Classes for a stylesheet: `review` (the paragraph), `review-overdue` (what says that the
next check is late).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from html import escape

from kapguide.front_matter.days import read_day
from kapguide.front_matter.deadlines import read_deadlines
from kapguide.words import Words


@dataclass(frozen=True, slots=True)
class Review:
    """A clinician's review that has really taken place."""

    reviewer: str
    credentials: str
    day: date


def read_review(value: object) -> Review | None:
    """Read `review`; None while it is pending, or where a part is missing."""
    if not isinstance(value, Mapping):
        return None
    reviewer, credentials = (str(value.get(k) or "").strip() for k in ("reviewer", "credentials"))
    day = read_day(value.get("date"))
    return Review(reviewer, credentials, day) if reviewer and credentials and day else None


def is_placeholder(part: str, text: str, words: Words) -> bool:
    """Tell whether a text stands for a name or credentials that somebody was to fill in.

    "Doctor" is nobody's name, and says all the same what somebody is.
    """
    bare = " ".join(text.split()).strip(" .,:;!")
    bare = words.pattern("review_parts.title").sub("", bare)
    if bare.startswith(("[", "<", "{", "(")) or sum(c.isalpha() for c in bare) < 2:
        return True
    nameless = part == "reviewer" and words.pattern("review_parts.nameless").fullmatch(bare)
    return bool(nameless or words.pattern("review_parts.placeholder").fullmatch(bare))


def render_review(front_matter: Mapping[str, object], words: Words, today: date) -> str:
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
    for first in read_deadlines(front_matter)[:1]:
        day = _render_day(first.day, "due", words)
        if first.is_past(today):
            late = words.say("review.overdue", day=day)
            parts.append(f'<strong class="review-overdue">{late}</strong>')
        else:
            parts.append(words.say("review.due", day=day))
    return f'<p class="review">{" ".join(parts)}</p>'


def _render_day(day: date, name: str, words: Words) -> str:
    said = words.format_day(day)
    return f'<time datetime="{day.isoformat()}" data-review="{name}">{said}</time>'
