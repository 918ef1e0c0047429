"""What is wrong with the value of a field, with its line and a hint."""

from __future__ import annotations

import pytest

INVALID = {
    "doi-malformed": [
        "doi = {https://doi.org/10.1192/bjo.2023.53}",
        "doi = {doi:10.1192/bjo.2023.53}",
        "doi = {10.1192/bjo.2023.53.}",
        "doi = {10.1192}",
        "doi = {11.1192/x}",
        "doi = {10.1192/a b}",
        "doi = {10.1192%2Fbjo.2023.53}",
        "doi = {10.1192/a%20b}",
        "doi = {10.1192/a, 10.1192/b}",
    ],
    "pmid-malformed": [
        "pmid = {0123}",
        "pmid = {PMC9207256}",
        "pmid = {123456789}",
        "pubmed = {x}",
    ],
    "pmcid-malformed": ["pmcid = {9207256}", "pmcid = {PMC}", "pmcid = {pmc9207256}"],
    "issn-malformed": ["issn = {2056-4725}", "issn = {2056}", "issn = {2056-4724, 2056-4725}"],
    "isbn-malformed": [
        "isbn = {978-3-16-148410-1}",
        "isbn = {3161484101}",
        "isbn = {12345}",
        "isbn = {977-3-16-148410-0}",
        "isbn = {978-0-306-40615-7 97803064061579}",
    ],
    "url-malformed": [
        "url = {www.nice.org.uk}",
        "url = {nice.org.uk/guidance}",
        "url = {javascript:alert(1)}",
        "url = {data:text/html,x}",
        "url = {https://a b}",
        "url = {www.example.org/a b}",
        "howpublished = {www.example.org}",
        r"howpublished = {\url{https://a b}}",
        "howpublished = {htp://example.org}",
        "url = {https://}",
        r"url = {https://a.org/b\discretionary{}{}{}c}",
    ],
    "year-malformed": [
        "year = {in press}",
        "year = {20}",
        "year = {1985a}",
        "year = {２０２０}",
    ],
    "year-future": ["year = {2028}", "year = {9999}"],
    "date-malformed": [
        "date = {2026-02-30}",
        "date = {22 Nov 2026}",
        "date = {2026-13}",
        "date = {2026-12/2026-11}",
        "date = {20260504}",
        "month = 13",
        "month = {0}",
        "month = {Thermidor}",
        "month = {Smarch}",
        "urlmonth = {13}",
    ],
    "date-disagrees": ["date = {2025-12-31}"],
    "pages-malformed": ["pages = {165 to 183}", "pages = {1-2-3}", "pages = {?}", "pages = {12, }"],
    "pages-backwards": ["pages = {183--165}", "pages = {165-64}", "pages = {S15-S12}"],
    "name-malformed": [
        "author = {A, B. and and C, D.}",
        "author = {A, B. and}",
        "author = {and A, B.}",
        "author = {A, B.; C, D.}",
        "author = {A, B., C, D., E, F.}",
        "author = {Smith, J.,}",
        "author = {Jelovac, A. et al.}",
        "editor = {A and and B}",
        "author = {A, B. & C, D.}",
        r"author = {A, B. \& C, D.}",
        "author = {{Roe, Ada and Doe, Jim}}",
        "author = {Dore J, Kew BM}",
        "author = {given-i=A, prefix=de}",
        "author = {AB Roe, C van Doe}",
        "author = {others}",
        "author = {Roe, Ada and others and Doe, Jim}",
        "author = {Roe, Ada (0000-0002-1825-0097)}",
        "author = {Roe, Ada 0000-0002-1825-0097}",
        "author = {Roe, Ada <ada@example.org>}",
        "author = {Ada Roe ada@example.org}",
        "author = {Roe1, Ada}",
        "author = {Ada Roe¹ and Doe, Jim}",
        r"author = {Roe, Ada$^{1}$}",
        "author = {Roe, Ada†}",
        "author = {Roe, Robert (Bob)}",
        'author = {Roe, Robert "Bob"}',
        "author = {Roe, Robert `Bob'}",
        "author = {family=Roe, given=Ada (Addy)}",
        "author = {Prof. Dr. Ada Roe}",
        "author = {Roe, Dr. Ada}",
        "author = {Roe, A. and {et al.}}",
        "author = {family=Roe given=Ada}",
        "author = {given=Ada, family=Roe; given=Jim, family=Doe}",
        "author = {{family=Roe, given=Ada}}",
        "author = {family:Roe, given:Ada}",
        "author = {Ada Roe, Editor}",
        "author = {by Ada Roe}",
        "author = {Roe, Ada on behalf of the ABC Study Group}",
        "author = {Roe, A. &amp; Doe, B.}",
        "author = {Roe, A.&Doe, B.}",
        "author = {-}",
        "author = {N/A}",
        "author = {{}}",
    ],
    "name-doubtful": [
        "author = {World Health Organization}",
        "author = {Hospira, Inc.}",
        "author = {Ada Roe, Jim Doe}",
        "author = {Institute of {M}ental {H}ealth}",
        "author = {Roe A}",
        "author = {Food and Drug Administration}",
        "author = {National Academies of Sciences, Engineering, and Medicine}",
        "author = {{WHO} Collaborating Centre}",
        "author = {The Lancet}",
        "author = {Google LLC}",
    ],
    "name-capitals": [
        "author = {SMITH, J.}",
        "author = {JOHN SMITH}",
        "author = {A, B. and UNESCO}",
    ],
    "title-capitals": ["title = {A TITLE THAT SHOUTS}"],
    "title-address": ["title = {See https://example.org}", "title = {See www.example.org}"],
    "title-abbreviation": ["title = {Ketamine for PTSD}", "title = {The mRNA story}"],
    "html-entity": [
        "note = {A &amp; B}",
        "journal = {A &#233; B}",
        "note = {&#xE9;}",
        r"note = {{\&}{\#}x3b2;}",
    ],
    "html-tag": [
        "note = {{{<}}i{>}In vitro{<}/i{>}}",
        "note = {<i>x</i>}",
        "title = {H<sub>2</sub>O}",
        r"note = {{\textless}i{\textgreater}x{\textless}/i{\textgreater}}",
    ],
    "ampersand-bare": ["note = {A & B}", "note = {R&D}"],
    "character-broken": [
        "note = {MÃ¼ller}",
        "note = {x â€œyâ€\u009d}",
        "note = {x\ufffdy}",
        "note = {a\x07b}",
    ],
    "not-nfc": ["note = {Lo\u0301pez}", "author = {Lo\u0301pez, A.}"],
    "latex-unknown": [
        r"note = {$\backslash$emph{\{}In vivo{\}} study}",
        r"note = {{\$}{\$}{$\backslash$}alpha{\$}{\$}}",
        r"note = {\oldword x}",
        r"title = {On \foo{x}}",
    ],
    "field-empty": ["note = {}", "note = { }"],
    "field-unknown": ["jornal = {x}", "zzz = {x}"],
}


@pytest.mark.parametrize(
    ("code", "fields"), [(code, text) for code, texts in INVALID.items() for text in texts]
)
def test_invalid(check_fields, code, fields):
    """Each of these is one fault, on its own line."""
    assert check_fields(fields) == [f"2 {code}"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("@xdata{x,\n isbn = {1},\n url = {www.x.org}}", ["2 isbn-malformed", "3 url-malformed"]),
        ("@xdata{x,\n publisher = {Press}}", []),
    ],
)
def test_values_that_entries_share_are_checked(check, text, codes):
    """An @xdata is no work, but what it holds reaches works."""
    assert [f"{p.line} {p.code}" for p in check(text)] == codes
