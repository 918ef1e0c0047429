"""When a work was published."""

from __future__ import annotations

import pytest
from markdown_citations.library.dates import DateSpan, format_date
from markdown_citations.library.publication import date_of, dates_of


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
        ({"year": "2019", "month": "-03"}, "2019-03"),
        ({"year": "2019", "month": "03-"}, "2019-03"),
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
        ({"date": "24-26 May, 2002"}, (2002, 5, 24), "2002"),
        ({"date": "4.3.2019 - 6.3.2019"}, (2019, 3, 4), "2019"),
        ({"year": "2009/1999"}, (2009,), "2009"),
        ({"year": "2014 Apr 7-9"}, (2014,), "2014"),
        ({"year": "2016 to 2018"}, (2016,), "2016–2018"),
        ({"year": "[2019]"}, (2019,), "2019"),
        ({"year": "c. 1900"}, (1900,), "1900"),
        ({"date": "/1997"}, (), "1997"),
        ({"date": "20180504"}, (2018, 5, 4), "2018"),
        ({"date": "201805"}, (2018, 5), "2018"),
        ({"date": "1.5.1998"}, (1998, 5, 1), "1998"),
        ({"year": "in press"}, (), ""),
    ],
    ids=str,
)
def test_no_year_is_lost(entry, fields, start, years):
    """Whatever field a year stands in, exports and readers get it."""
    found = dates_of(entry(**fields))
    assert (found.start, found.years) == (start, years)
    assert not found.end or found.end != found.start


def test_a_year_of_an_end(entry):
    """biblatex's older form of a span."""
    assert dates_of(entry(year="2019", endyear="2020")) == DateSpan((2019,), (2020,))


@pytest.mark.parametrize(
    ("fields", "span"),
    [
        ({"year": "2013--present"}, DateSpan((2013,), is_open=True)),
        ({"year": "2013-"}, DateSpan((2013,), is_open=True)),
        ({"date": "since 2013"}, DateSpan((2013,), is_open=True)),
        ({"year": "c. 1984"}, DateSpan((1984,), is_about=True)),
        ({"year": "[1984?]"}, DateSpan((1984,), is_about=True)),
        ({"year": "c1984"}, DateSpan((1984,))),
        ({"year": "Winter 2019"}, DateSpan((2019,), season=4)),
        ({"year": "2019", "month": "Fall"}, DateSpan((2019,), season=3)),
        ({"year": "2019", "yeardivision": "summer"}, DateSpan((2019,), season=2)),
        ({"year": "2019", "month": "Spring/Summer"}, DateSpan((2019,))),
        ({"year": "2019", "month": "May", "yeardivision": "spring"}, DateSpan((2019, 5))),
        ({"year": "2019", "month": "Jul/Aug"}, DateSpan((2019, 7), (2019, 8))),
        ({"year": "2019", "month": "Apr--Jun"}, DateSpan((2019, 4), (2019, 6))),
        ({"year": "2019", "month": "7-8"}, DateSpan((2019, 7), (2019, 8))),
        ({"year": "2019", "month": "May 5--7"}, DateSpan((2019, 5, 5), (2019, 5, 7))),
        ({"year": "2019", "month": "Dec/Jan"}, DateSpan((2019, 12))),
    ],
    ids=str,
)
def test_what_goes_on_or_is_unsure_in_words(entry, fields, span):
    assert dates_of(entry(**fields)) == span
