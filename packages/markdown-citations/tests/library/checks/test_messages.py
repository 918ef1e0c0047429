"""What a message of the library's checks looks like, whole."""

import pytest


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        (
            "doi = {https://doi.org/10.1192/bjo.2023.53}",
            "a.bib:2: doi-malformed: smith2027: the DOI is not well formed: "
            '"https://doi.org/10.1192/bjo.2023.53". Write it as 10.1192/bjo.2023.53',
        ),
        (
            "url = {www.nice.org.uk}",
            'a.bib:2: url-malformed: smith2027: the address is not well formed: "www.nice.org.uk". '
            "Write it as https://www.nice.org.uk",
        ),
        (
            "jornal = {x}",
            'a.bib:2: field-unknown: smith2027: nobody knows the field "jornal". '
            'Did you mean "journal"?',
        ),
        (
            "presentation-video = {x}",
            'a.bib:2: field-unknown: smith2027: nobody knows the field "presentation-video". '
            "Nothing reads it: remove the line.",
        ),
        (
            "publication year = {2026}",
            'a.bib:2: field-unknown: smith2027: nobody knows the field "publication year". '
            "A name has no blanks: year.",
        ),
        (
            "note = {A &amp; B}",
            'a.bib:2: html-entity: smith2027: an HTML entity: "&amp;". Write \\& instead.',
        ),
        (
            "isbn = {84-458-1087-}",
            'a.bib:2: isbn-malformed: smith2027: the ISBN is not well formed: "84-458-1087-". '
            "An ISBN has 10 digits, or 13 that begin with 978 or 979.",
        ),
        (
            "date = {12.03.2026}",
            'a.bib:2: date-malformed: smith2027: the date is not well formed: "12.03.2026". '
            "Write 2026-03-12.",
        ),
        (
            "author = {Roe, A. and Department of Health & Human Services}",
            "a.bib:2: name-malformed: smith2027: an & between names: "
            '"Department of Health & Human Services". Write "and" between two names or, '
            r"if it is one body: {Department of Health \& Human Services}",
        ),
        (
            "author = {SMITH, J.}",
            'a.bib:2: name-capitals: smith2027: a name in capitals: "SMITH, J.". '
            "Write it as in Dore, J.; put a body's name into braces: {{NICE}}.",
        ),
    ],
)
def test_message(check, fields, message):
    """A message names file, line and citekey, and says how to mend it."""
    text = f"@misc{{smith2027,\n{fields},\n title = {{T}}, year = {{2026}}}}"
    assert [str(problem) for problem in check(text)] == [message]
