"""Days, months and years of publication."""

from __future__ import annotations

from datetime import date

import pytest
from markdown_citations.library.dates import date_of, format_date, is_future, parse_date, parse_day


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2026", (2026,)),
        ("2026-11", (2026, 11)),
        ("2026-11-22", (2026, 11, 22)),
        ("2026-02-30", ()),
        ("2026-13", ()),
        ("20261122", ()),
        ("２０２６", ()),
        ("0000", ()),
        ("22 November 2026", ()),
        ("", ()),
    ],
)
def test_parse(text, parts):
    """As much as is known; a day that never was is no date."""
    assert parse_date(text) == parts
    assert parse_day(text) == (date(*parts) if len(parts) == 3 else None)


@pytest.mark.parametrize(
    ("fields", "written"),
    [
        ({"year": "2019", "month": "mar"}, "2019-03"),
        ({"year": "2019", "month": "March"}, "2019-03"),
        ({"year": "{2019}"}, "2019"),
        ({"year": "2019", "date": "2019-03-05"}, "2019-03-05"),
        ({"year": "2019", "date": "spring"}, "2019"),
        ({"year": "about 1900", "month": "mar"}, "1900-03"),
        ({"year": "in press", "month": "mar"}, ""),
        ({}, ""),
    ],
    ids=str,
)
def test_publication(entry, fields, written):
    """The field `date` goes before `year` and `month`."""
    assert format_date(date_of(entry(**fields))) == written


@pytest.mark.parametrize(
    ("day", "future"),
    [
        (date(2026, 11, 22), False),
        (date(2026, 11, 23), False),
        (date(2026, 11, 24), True),
        (date.min, False),
        (date.max, True),
    ],
    ids=str,
)
def test_the_future(day, future):
    """What is tomorrow in UTC is today for some: in Kiritimati, 14 hours ahead."""
    assert is_future(day, date(2026, 11, 22)) is future
