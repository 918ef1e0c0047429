"""Days, months and years of publication."""

from __future__ import annotations

from datetime import date

import pytest
from markdown_citations.library.dates import (
    DateSpan,
    date_of,
    dates_of,
    format_date,
    is_future,
    parse_date,
    parse_dates,
    parse_day,
    parse_years,
    suggest_date,
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
    ("fields", "written"),
    [
        ({"year": "2019", "month": "mar"}, "2019-03"),
        ({"year": "2019", "month": "March"}, "2019-03"),
        ({"year": "{2019}"}, "2019"),
        ({"year": "2019", "date": "2019-03-05"}, "2019-03-05"),
        ({"year": "2019", "date": "spring"}, "2019"),
        ({"year": "about 1900", "month": "mar"}, "1900-03"),
        ({"year": "in press", "month": "mar"}, ""),
        ({"year": "2019", "month": "Mars"}, "2019-03"),
        ({"year": "2019", "month": r"ao{\^u}t"}, "2019-08"),
        ({"year": "2019", "month": "Okt."}, "2019-10"),
        ({"year": "2019", "month": "juil."}, "2019-07"),
        ({"year": "2019", "month": "jui"}, "2019"),
        ({"year": "2019", "month": "Sept."}, "2019-09"),
        ({"year": "2019", "month": "5~March"}, "2019-03-05"),
        ({"year": "2019", "month": "March/April"}, "2019-03"),
        ({"year": "2019", "month": "Smarch"}, "2019"),
        ({"year": r"{\noopsort{1973b}}1973"}, "1973"),
        ({"date": "5 March 2019"}, "2019-03-05"),
        ({"date": "2019-3-5"}, "2019-03-05"),
        ({"date": "2019-03-05 10:00:00"}, "2019-03-05"),
        ({"date": "12 de enero de 2020"}, "2020-01-12"),
        ({"date": "1. Jänner 2020"}, "2020-01-01"),
        ({"date": "Sunday, May 5, 2019"}, "2019-05-05"),
        ({"date": "5-May-2019"}, "2019-05-05"),
        ({"date": "05/2019"}, "2019-05"),
        ({"date": "2019-05-00"}, "2019-05"),
        ({"date": "~2019"}, "2019"),
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
    assert parse_dates(text) == (start, end)


@pytest.mark.parametrize(
    "text", ["", "/", "..", "soon", "1900-02-29", "2026-13", "2026-42", "24-26 May, 2002", "1/2/3"]
)
def test_no_dates(text):
    assert parse_dates(text) is None


@pytest.mark.parametrize(
    ("fields", "start", "years"),
    [
        ({"year": "2018-2019"}, (2018,), "2018–2019"),
        ({"year": "2018/19"}, (2018,), "2018–2019"),
        ({"year": "2019", "month": "9"}, (2019, 9), "2019"),
        ({"year": "2019", "month": "{09}"}, (2019, 9), "2019"),
        ({"year": "2019", "month": "Sept."}, (2019, 9), "2019"),
        ({"year": "2019", "month": "June 12"}, (2019, 6, 12), "2019"),
        ({"year": "2019", "month": "6", "day": "12"}, (2019, 6, 12), "2019"),
        ({"year": "2019", "month": "6--8"}, (2019, 6), "2019"),
        ({"year": "2019", "month": "jul/aug"}, (2019, 7), "2019"),
        ({"year": "2019", "month": "13"}, (2019,), "2019"),
        ({"date": "24-26 May, 2002"}, (2002,), "2002"),
        ({"year": "[2019]"}, (2019,), "2019"),
        ({"year": "c. 1900"}, (1900,), "1900"),
        ({"date": "/1997"}, (), "1997"),
        ({"date": "20180504"}, (2018, 5, 4), "2018"),
        ({"date": "201805"}, (2018, 5), "2018"),
        ({"date": "1.5.1998"}, (1998,), "1998"),
        ({"year": "in press"}, (), ""),
    ],
    ids=str,
)
def test_no_year_is_lost(entry, fields, start, years):
    """Whatever field a year stands in, exports and readers get it."""
    found = dates_of(entry(**fields))
    assert (found.start, found.years) == (start, years)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2015-1-2", "2015-01-02"),
        ("2015/01/02", "2015-01-02"),
        ("2015.1", "2015-01"),
        ("May 2019", "2019-05"),
        ("Sept. 2019", "2019-09"),
        ("1st May 2019", "2019-05-01"),
        ("May 1, 2019", "2019-05-01"),
        (r"12~March 2019", "2019-03-12"),
        ("1.5.1998", ""),
        ("1/5/1998", ""),
        ("24.5.1998", "1998-05-24"),
        ("5/24/1998", "1998-05-24"),
        ("5.5.1998", "1998-05-05"),
        ("19980524", "1998-05-24"),
        ("19981324", ""),
        ("2019 May 1", "2019-05-01"),
        ("2019, May", "2019-05"),
        ("2019-May-1st", "2019-05-01"),
        ("31 February 2019", ""),
        ("Maybe 2019", ""),
        ("24-26 May, 2002", ""),
    ],
)
def test_how_a_date_should_be(text, written):
    """Only what is one day or month for everybody is turned round."""
    assert suggest_date(text) == written
    assert not written or parse_date(written)


def test_years_before_our_era_are_written_with_their_sign():
    assert format_date((-876,)) == "-0876"


@pytest.mark.parametrize("written", ["2018-13", "2018/05", "2018--17"])
def test_no_span_of_years_goes_back(written):
    """What cannot be a span still has its year."""
    assert parse_years(written) == DateSpan((2018,))


def test_a_year_of_an_end(entry):
    """biblatex's older form of a span."""
    assert dates_of(entry(year="2019", endyear="2020")) == ((2019,), (2020,))
