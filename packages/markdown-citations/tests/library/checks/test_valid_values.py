"""Values that are right, however odd they look: none may be reported."""

from __future__ import annotations

import pytest

VALID = {
    "doi": [
        "10.1192/bjo.2023.53",
        "10.1016/S0006-3223(99)00230-9",
        "10.1002/14651858.CD011612.pub3",
        "10.4088/JCP.17m11634",
        "10.1000.10/abc",
        r"10.1007/978-3_4\_5",
    ],
    "pmid": ["1", "30917760"],
    "pmcid": ["PMC9207256"],
    "issn": [
        "2056-4724",
        "20564724",
        "0000-006X",
        "2056-4724, 0000-006X",
        "2056-4724 (Print) 0000-006X (Linking)",
        "2056-4724(Electronic),0000-006X(Print)",
        "2056–4724",
        "ISSN 2056-4724; eISSN: 0000-006X",
    ],
    "isbn": [
        "978-3-16-148410-0",
        "3-16-148410-X",
        "978 3 16 148410 0",
        "9783161484100",
        "978-0-306-40615-7 0-306-40615-2",
        "0-306-40615-2 (pbk. : alk. paper)",
        "9780306406157 (print), 978-3-16-148410-0 (online)",
        "ISBN-13: 978-0-306-40615-7",
        "9780306406157:",
        "978–0–306–40615–7 [v. 2]",
    ],
    "url": [
        "https://www.nice.org.uk/guidance/ta854",
        "http://localhost:8000/a?b=c#d",
        r"https://a.b/c\_d%20e~f",
        "https://988lifeline.org",
        "mailto:a@b.example",
        "https://例え.jp/ä",
    ],
    "year": [
        "2026",
        "2027",
        "{2026}",
        "2018-2019",
        "2018/19",
        "1984~",
        "199X",
        "c. 1900",
        "[ca. 1900]",
        "1900?",
        "2005--",
    ],
    "date": [
        "2026",
        "2026-11",
        "2026-11-22",
        "2026-01-01/2026-12-31",
        "2026/..",
        "2026-22",
        "2026~/2026-11?",
        "2026-11-22T14:34:00Z",
        "2026-XX",
        "202X",
    ],
    "pages": [
        "165--183",
        "165-183",
        "165–183",
        "165-83",
        "e79",
        "1141988",
        "CD011612",
        "17m11634",
        "S12--S15",
        "iv--ix",
        "1--3, 7, 9--10",
        "43+",
        "61301--61306",
        "e1.5",
        "A-12--A-15",
        "A-12",
        "2-1--2-10",
        r"1\,--\,10",
        r"12{--}15",
        "12 -- 15",
        "12---15",
        "pp. 12--15",
        "e12-e15",
        "27f.",
        "27 sqq.",
        r"27\psqq",
        "100--",
        "I-II--III-IV",
        "Ⅵ--Ⅻ",
        "xii + 320",
        "Article 25",
        "103:1--103:20",
        "12--15; 44 and 51",
    ],
    "author": [
        "Dore, J. and Kew, B. M.",
        "{US Food and Drug Administration}",
        "{{NICE}}",
        "Ng, W.",
        "LI, M.",
        "Jelovac, A. and others",
        "Zarate, Jr, C. A.",
        "Anders And, C.",
        "family=Berg, given=Henri, prefix=de, useprefix=true and Roe, Ada",
        "useprefix=true and Berg, Henri de",
        "id=roe1, family=Roe, given=Ada",
        "Lopez Jaramillo, Carlos Alberto",
        "Zarate, Carlos A., Jr. and Alm, Eva de",
        r"{Taylor \& Francis} and {Taylor \& Sons, Inc.}",
    ],
    "title": [
        "{KAP} and {PTSD}",
        "{Ketamine for PTSD and KAP}",
        "[Supplied title]",
        "Vitamin C and I",
        "A title by McIntyre and O'Brien",
        r"{\'E}tude \textbf{x}",
        "{FDA}",
    ],
    "note": [
        "50% of them",
        r"Taylor \& Francis",
        "a < b > c",
        "López-Roca",
        "Ångström Ã",
        r"R\&amp",
    ],
}


@pytest.mark.parametrize(
    ("field", "value"), [(field, value) for field, values in VALID.items() for value in values]
)
def test_valid(check_fields, field, value):
    """None of these is a fault."""
    assert check_fields(f"{field} = {{{value}}}") == []


@pytest.mark.parametrize("date", ["-0876", "y17000", "/1997", "1988/"])
def test_dates_far_away(check, date):
    """biblatex knows years before our era, long ones, and spans with an open end."""
    assert check(f"@misc{{a, title = {{T}}, date = {{{date}}}}}") == []
