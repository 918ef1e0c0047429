"""Dates as people and programs write them."""

from __future__ import annotations

import pytest
from markdown_citations.library.dates import DateSpan, parse_dates
from markdown_citations.library.written_dates import parse_years, suggest_date


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
        ("1.5.1998", "1998-05-01"),
        ("12.03.2019", "2019-03-12"),
        ("3.13.2019", "2019-03-13"),
        ("1/5/1998", ""),
        ("24.5.1998", "1998-05-24"),
        ("5/24/1998", "1998-05-24"),
        ("5.5.1998", "1998-05-05"),
        ("19980524", "1998-05-24"),
        ("11-2021", "2021-11"),
        ("Nov.~30, 2018", "2018-11-30"),
        ("20181112T101500", "2018-11-12"),
        ("2018-11-12Z", "2018-11-12"),
        ("2018/19", "2018/2019"),
        ("2018/05", "2018-05"),
        ("2012. 2. 5", "2012-02-05"),
        ("5 May 2019 10.30am", "2019-05-05"),
        ("2003/May", "2003-05"),
        ("30/Jun/2017", "2017-06-30"),
        (r"\today", ""),
        ("19981324", ""),
        ("2019 May 1", "2019-05-01"),
        ("2019, May", "2019-05"),
        ("2019-May-1st", "2019-05-01"),
        ("31 February 2019", ""),
        ("Maybe 2019", ""),
        ("(May 2019)", "2019-05"),
        ("Fall 2019", "2019-23"),
        ("2019年5月3日", "2019-05-03"),
        ("1990s", "199X"),
        ("2019-05-00", "2019-05"),
        ("2017-11-28TZ", "2017-11-28"),
        ("2018 Mar;176(3):250-9", "2018-03"),
        ("2013--present", "2013/"),
        ("2013--", "2013/"),
        ("since May 2013", "2013-05/"),
        ("2013 onwards", "2013/"),
        ("2012-2013 to date", ""),
    ],
)
def test_how_a_date_should_be(text, written):
    """Only what is one day or month for everybody is turned round."""
    assert suggest_date(text) == written
    assert not written or parse_dates(written)


def test_years_with_words_around_them():
    assert parse_years("Fall/Winter 1992-1993") == DateSpan((1992,), (1993,))
    assert parse_years("1992, reprinted 1993") == DateSpan((1992,))


@pytest.mark.parametrize("written", ["2018-13", "2018/05", "2018--17"])
def test_no_span_of_years_goes_back(written):
    """What cannot be a span still has its year."""
    assert parse_years(written) == DateSpan((2018,))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("24-26 May, 2002", "2002-05-24/2002-05-26"),
        ("May 5--7, 2019", "2019-05-05/2019-05-07"),
        ("March 20th to 24th, 2018", "2018-03-20/2018-03-24"),
        ("31 May – 2 June 2019", "2019-05-31/2019-06-02"),
        ("Friday 31 May to Sunday 2 June 2019", "2019-05-31/2019-06-02"),
        ("28.-30.09.2019", "2019-09-28/2019-09-30"),
        ("2019-09-28 - 2019-09-30", "2019-09-28/2019-09-30"),
        ("2019 May 5-7", "2019-05-05/2019-05-07"),
        ("28 Dec 2018 bis 3 Jan 2019", "2018-12-28/2019-01-03"),
        ("May/June 2019", "2019-05/2019-06"),
        ("2018 Dec-2019 Jan", "2018-12/2019-01"),
        ("(2016--2018)", "2016/2018"),
        ("2010 to 2014", "2010/2014"),
        ("2019-W20", "2019-05-13/2019-05-19"),
        ("2019W203", "2019-05-15"),
        ("2019-W60", ""),
        ("7-5 May 2019", ""),
        ("2019 - 5 May 2019", ""),
        ("Winter 2019/2020", ""),
        ("Dec-Jan 2019", ""),
        ("05.-07.06.2019", "2019-06-05/2019-06-07"),
        ("4.3.2019 - 6.3.2019", "2019-03-04/2019-03-06"),
        ("May 2019 - 7", ""),
        ("2019-05 - 06", ""),
    ],
)
def test_spans(text, written):
    """What stands at one end alone is meant for both; a span that could be two is none."""
    assert suggest_date(text) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Retrieved April 5, 2023", "2023-04-05"),
        ("Abgerufen am 5. April 2023", "2023-04-05"),
        ("Consulté le 5 avril 2023 à 10:30", "2023-04-05"),
        ("Sun, 12 May 2019 10:22:31 +0200", "2019-05-12"),
        ("Tue Jan 13 2015 00:00:00 GMT+0000 (UTC)", "2015-01-13"),
        ("2017 Jun 12; Epub 2017 May 3", "2017-06-12"),
        ("2017 Jun 12 [cited 2018 May 3]", "2017-06-12"),
        ("Week 20, May 2019", ""),
        ("since 2019", "2019/"),
        ("May 22, 2013 - present", "2013-05-22/"),
        ("in press 2019", ""),
        ("May 5, 2019 and April 3", ""),
        ("no date", ""),
        ("5 May 2019 " * 2000, ""),
    ],
    ids=lambda text: text[:40],
)
def test_words_around_a_day(text, written):
    """They change no day, but a year alone could be one that something ended in."""
    assert suggest_date(text) == written


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("1387 [2008]", "2008"),
        ("2010 [1900]", "2010"),
        ("[1900] 2010", "2010"),
        ("2551 [2008]", "2008"),
        ("5768 (2007 or 2008)", "2007"),
        ("2012 [i.e. 2013]", "2012"),
        ("2022 (Epub 2021 Dec 3)", "2022"),
        ("1999/00", "1999–2000"),
        ("(2016--2018)", "2016–2018"),
        ("1990s", "1990–1999"),
        ("2009/1999", "2009"),
        ("2015a", "2015"),
    ],
)
def test_which_year(text, years):
    """Of two calendars ours, of two editions the later one."""
    found = parse_years(text)
    assert found is not None
    assert found.years == years
