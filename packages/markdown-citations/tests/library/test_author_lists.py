"""Lists of authors in other forms than BibTeX's."""

from __future__ import annotations

import pytest
from markdown_citations.library.author_lists import (
    as_bibtex,
    look_like_people,
    people_in_braces,
)
from markdown_citations.library.names import looks_like_a_body


@pytest.mark.parametrize(
    ("value", "line"),
    [
        pytest.param("Dore J, Turnipseed B", "Dore, J. and Turnipseed, B.", id="PubMed"),
        pytest.param("Kew BM", "Kew, B. M.", id="PubMed, one author"),
        pytest.param("Zarate CA Jr, Singh JB", "Zarate, Jr, C. A. and Singh, J. B.", id="Jr"),
        pytest.param(
            "van den Berg MM, O'Neil K, Smith-Jones AB",
            "van den Berg, M. M. and O'Neil, K. and Smith-Jones, A. B.",
            id="PubMed, particles and hyphens",
        ),
        pytest.param("ROE A, O'BRIEN KL", "Roe, A. and O'Brien, K. L.", id="in capitals"),
        pytest.param("ROE A and DOE J", "Roe, A. and Doe, J.", id="in capitals, with and"),
        pytest.param("Roe A.B., Doe C.", "Roe, A. B. and Doe, C.", id="full stops"),
        pytest.param(
            "Roe A, Doe J, KAP Study Group",
            "Roe, A. and Doe, J. and {KAP Study Group}",
            id="PubMed, with a group",
        ),
        pytest.param("Dore J, Kew B, et al.", "Dore, J. and Kew, B. and others", id="AMA"),
        pytest.param(
            "Roe, A., Doe, J. B., & Brown, L.",
            "Roe, A. and Doe, J. B. and Brown, L.",
            id="APA",
        ),
        pytest.param(
            "Dore, J., Turnipseed, B. and Dwyer, S.",
            "Dore, J. and Turnipseed, B. and Dwyer, S.",
            id="Harvard",
        ),
        pytest.param(
            "Dore, Jennifer, Brent Turnipseed, and Shannon Dwyer",
            "Dore, Jennifer and Brent Turnipseed and Shannon Dwyer",
            id="Chicago",
        ),
        pytest.param(
            "J. Dore, B. Turnipseed, and S. Dwyer",
            "J. Dore and B. Turnipseed and S. Dwyer",
            id="IEEE",
        ),
        pytest.param("Roe, Ada; Doe, Jim", "Roe, Ada and Doe, Jim", id="semicolons"),
        pytest.param("Dore J; Kew BM", "Dore, J. and Kew, B. M.", id="semicolons and initials"),
        pytest.param(r"Blog, F. \& Doe, J.", "Blog, F. and Doe, J.", id="an escaped &"),
        pytest.param("John Smith, MD, Jane Doe, PhD", "John Smith and Jane Doe", id="degrees"),
        pytest.param("Ada Roe, Ph.D.", "Ada Roe", id="a degree"),
        pytest.param("Smith, John, MD and Doe, Jane", "Smith, John and Doe, Jane", id="one degree"),
        pytest.param("AB Roe, C van Doe", "Roe, A. B. and van Doe, C.", id="initials first"),
        pytest.param("A.B. Roe, C. Doe", "Roe, A. B. and Doe, C.", id="initials first, stops"),
        pytest.param(
            "Roe, A., Doe, J., ... Poe, K.", "Roe, A. and Doe, J. and others", id="APA, many"
        ),
        pytest.param(
            "Roe, A., Doe, J., . . . & Poe, K.", "Roe, A. and Doe, J. and others", id="APA, an &"
        ),
        pytest.param(
            "Roe, A., Doe, J., … Poe, K.", "Roe, A. and Doe, J. and others", id="APA, one sign"
        ),
        pytest.param("Roe, Ada, Doe, Jim", "Roe, Ada and Doe, Jim", id="commas alone"),
    ],
)
def test_a_list_in_another_form(value: str, line: str) -> None:
    """What PubMed, AMA, APA, Google Scholar and web pages give comes back as BibTeX's."""
    assert as_bibtex(value) == line
    assert as_bibtex(line) == ""


@pytest.mark.parametrize(
    "value",
    [
        "Dore, J. and Kew, B. M. and others",
        "Smith,John and Doe,Jane",
        "Ada Roe and Smith, Ada Maria and Kim Poe",
        "Zarate, Jr, C. A. and von Berg, Jr., H.",
        "Zarate, Carlos A., Jr.",
        "J. Dore and B. Kew",
        "Lopez Jaramillo, Carlos Alberto",
        "Malcolm X",
        "Smith, MD",
        "Do, An",
        "Kim, J and Lee, S",
        "{World Health Organization} and Roe, A.",
        "family=Berg, given=Henri, prefix=de",
        "",
    ],
)
def test_what_bibtex_reads_is_no_other_list(value: str) -> None:
    assert as_bibtex(value) == ""


def test_two_people_and_one_with_two_family_names() -> None:
    """Only given names tell them apart."""
    assert look_like_people("Ada Roe, Jim Doe")
    assert not look_like_people("Lopez Jaramillo, Carlos Alberto")
    assert not look_like_people("van der Berg, Jan Maria")


@pytest.mark.parametrize(
    ("name", "is_body"),
    [
        ("World Health Organization", True),
        ("Hospira, Inc.", True),
        ("Centers for Disease Control", True),
        ("Universität Wien", True),
        ("Maria de la Cruz", False),
        ("John Smith", False),
        ("Smith, John", False),
        ("{World Health Organization}", False),
    ],
)
def test_a_body_without_braces(name: str, is_body: bool) -> None:
    assert looks_like_a_body(name) is is_body


def test_people_in_one_pair_of_braces() -> None:
    """A body's name may hold an "and"; two inverted names in it are two people."""
    assert people_in_braces("{Roe, Ada and Doe, Jim}") == ["Roe, Ada", "Doe, Jim"]
    assert people_in_braces("{Food and Drug Administration}") == []
    assert people_in_braces("Roe, Ada and Doe, Jim") == []
