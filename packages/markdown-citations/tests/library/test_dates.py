"""Days, months, years and spans as biblatex writes them."""

from __future__ import annotations

from datetime import date

import pytest
from markdown_citations.library.dates import (
    DateSpan,
    format_date,
    is_future,
    parse_date,
    parse_dates,
    parse_day,
)


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


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2004", (2004,), ()),
        ("2004-22", (2004,), ()),
        ("2004-33", (2004,), ()),
        ("2004~", (2004,), ()),
        ("2004-06?", (2004, 6), ()),
        ("2004-06-11%", (2004, 6, 11), ()),
        ("1984~/2004-06", (1984,), (2004, 6)),
        ("2012-06-28/2012-07-02", (2012, 6, 28), (2012, 7, 2)),
        ("1988/", (1988,), ()),
        ("1988/..", (1988,), ()),
        ("/1997", (), (1997,)),
        ("../1997", (), (1997,)),
        ("199X", (1990,), (1999,)),
        ("19XX", (1900,), (1999,)),
        ("199u", (1990,), (1999,)),
        ("199X/2004", (1990,), (2004,)),
        ("1999-XX", (1999,), ()),
        ("1999-03-XX", (1999, 3), ()),
        ("-0876", (-876,), ()),
        ("0000", (0,), ()),
        ("Y17000", (17000,), ()),
        ("y-17000", (-17000,), ()),
        ("2004-04-05T14:34:00", (2004, 4, 5), ()),
        ("2004-04-05T14:34:00Z", (2004, 4, 5), ()),
        ("2004-04-05T14:34:00+01:00", (2004, 4, 5), ()),
        ("2000-02-29", (2000, 2, 29), ()),
    ],
)
def test_dates_of_biblatex(text, start, end):
    """EDTF, levels 0 and 1, as the table of dates in biblatex's manual has it."""
    found = parse_dates(text)
    assert found is not None
    assert (found.start, found.end) == (start, end)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("2013/", DateSpan((2013,), is_open=True)),
        ("2013-05/..", DateSpan((2013, 5), is_open=True)),
        ("/2013", DateSpan((), (2013,))),
        ("1984~", DateSpan((1984,), is_about=True)),
        ("1984?~", DateSpan((1984,), is_about=True)),
        ("1984?/1990", DateSpan((1984,), (1990,), is_about=True)),
        ("2019-21", DateSpan((2019,), season=1)),
        ("2019-24~", DateSpan((2019,), is_about=True, season=4)),
        ("2019-33", DateSpan((2019,))),
        ("2019-21/2019-22", DateSpan((2019,))),
        ("2019-21/2020-22", DateSpan((2019,), (2020,))),
    ],
)
def test_what_goes_on_or_is_unsure(text, span):
    """A span of seasons has no one season."""
    assert parse_dates(text) == span


@pytest.mark.parametrize(
    "text", ["", "/", "..", "soon", "1900-02-29", "2026-13", "2026-42", "24-26 May, 2002", "1/2/3"]
)
def test_no_dates(text):
    assert parse_dates(text) is None


def test_years_before_our_era_are_written_with_their_sign():
    assert format_date((-876,)) == "-0876"
