"""Lists of authors in other forms than BibTeX's."""

from __future__ import annotations

import pytest
from markdown_citations.library.checks.authors import check_names
from markdown_citations.library.people.author_lists import (
    as_bibtex,
    look_like_people,
)


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
        pytest.param(
            "Reiff Collin M, Dore Jennifer, et al.",
            "Reiff, Collin M. and Dore, Jennifer and others",
            id="full names of PubMed",
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
            "Dore, J. and Turnipseed, B. and Dwyer, S.",
            id="IEEE",
        ),
        pytest.param("Roe, Ada; Doe, Jim", "Roe, Ada and Doe, Jim", id="semicolons"),
        pytest.param(
            "Rosalind Roe, Chris Doe, Bobby Poe, Joshua DeRoe",
            "Rosalind Roe and Chris Doe and Bobby Poe and Joshua DeRoe",
            id="full names of a journal's page",
        ),
        pytest.param(
            "Dore, J., Kew, B. and others", "Dore, J. and Kew, B. and others", id="others"
        ),
        pytest.param("Dore J, Kew B and others", "Dore, J. and Kew, B. and others", id="of PubMed"),
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
        pytest.param("Roe J-P, Doe A", "Roe, J.-P. and Doe, A.", id="PubMed, a hyphen"),
        pytest.param("Roe J. A., Doe B. C.", "Roe, J. A. and Doe, B. C.", id="stops, blanks"),
        pytest.param("J.-P. Roe, B.C. Doe", "Roe, J.-P. and Doe, B. C.", id="hyphen first"),
        pytest.param(
            "Roe JA1, Doe BC2,3, Poe D1*", "Roe, J. A. and Doe, B. C. and Poe, D.", id="marks"
        ),
        pytest.param("Roe JA(1), Doe BC(2)(3)", "Roe, J. A. and Doe, B. C.", id="PubMed's marks"),
        pytest.param(r"Roe JA$^1$, Doe BC$^{2,3}$", "Roe, J. A. and Doe, B. C.", id="raised marks"),
        pytest.param("Ada Roe*, Jim Doe†, Kim Poe", "Ada Roe and Jim Doe and Kim Poe", id="stars"),
        pytest.param("Ada Roe (Yale), Jim Doe (MIT)", "Ada Roe and Jim Doe", id="affiliations"),
        pytest.param(
            "Ada Roe 0000-0002-1825-0097, Jim Doe 0000-0002-1825-0098",
            "Ada Roe and Jim Doe",
            id="ORCID",
        ),
        pytest.param("Roe, M. L., Jr., & Doe, J.", "Roe, Jr., M. L. and Doe, J.", id="APA, Jr."),
        pytest.param("Roe, A., Jr., MD", "Roe, Jr., A.", id="Jr. behind, and a degree"),
        pytest.param("Roe AB, Jr; Doe BM", "Roe, Jr, A. B. and Doe, B. M.", id="PubMed, Jr"),
        pytest.param("Roe, A., MD, III", "Roe, III, A.", id="III behind a degree"),
        pytest.param(
            "World Health Organization & Roe, A.",
            "{World Health Organization} and Roe, A.",
            id="a body and a person",
        ),
        pytest.param("Roe, Ada; Doe, Jim;", "Roe, Ada and Doe, Jim", id="a last semicolon"),
        pytest.param("Ada Roe, MD, PhD; Jim Doe, PhD", "Ada Roe and Jim Doe", id="two degrees"),
        pytest.param("Jane Roe MD, Brent Doe PhD", "Jane Roe and Brent Doe", id="no comma before"),
        pytest.param("Roe, Jane MD; Doe, Jim PhD", "Roe, Jane and Doe, Jim", id="degrees behind"),
        pytest.param("Roe J MD, Doe B PhD", "Roe, J. and Doe, B.", id="PubMed and degrees"),
        pytest.param("Roe, J. und Doe, B.", "Roe, J. and Doe, B.", id="German"),
        pytest.param(
            "Roe, P., Doe, M.-C. et Poe, N.", "Roe, P. and Doe, M.-C. and Poe, N.", id="French"
        ),
        pytest.param("Roe J y Doe B", "Roe, J. and Doe, B.", id="Spanish"),
        pytest.param("Roe, H. / Doe, K.", "Roe, H. and Doe, K.", id="a stroke"),
        pytest.param("Roe, H.; Doe, K. u.a.", "Roe, H. and Doe, K. and others", id="German et al."),
        pytest.param("Roe J, Jr; Doe B", "Roe, Jr, J. and Doe, B.", id="Jr, one initial"),
        pytest.param("Roe, Ada J.; Doe, Jim", "Roe, Ada J. and Doe, Jim", id="an inner initial"),
        pytest.param("Ada Roe 1, Jim Doe 2 3", "Ada Roe and Jim Doe", id="marks behind blanks"),
        pytest.param(
            r"Ada Roe\thanks{Yale}, Jim Doe\inst{2}", "Ada Roe and Jim Doe", id="LaTeX's marks"
        ),
        pytest.param("Ada Roe[1], Kit Doe[2]", "Ada Roe and Kit Doe", id="marks in brackets"),
        pytest.param("Roe K L R, Doe R", "Roe, K. L. R. and Doe, R.", id="blanks alone"),
        pytest.param("Ada Roe • Jim Doe", "Ada Roe and Jim Doe", id="a point between"),
        pytest.param("Ada Roe | Jim Doe", "Ada Roe and Jim Doe", id="a bar between"),
        pytest.param("Roe J & colleagues", "Roe, J. and others", id="colleagues"),
        pytest.param("王伟；李娜", "王伟 and 李娜", id="a wide semicolon"),
        pytest.param("田中 一郎; 佐藤 花子", "田中, 一郎 and 佐藤, 花子", id="Japanese names"),
        pytest.param(r"M{\"u}ller F, F\"urst G", "Müller, F. and Fürst, G.", id="accents in LaTeX"),
        pytest.param(
            "Roe J; ABC2 Study Team", "Roe, J. and {ABC2 Study Team}", id="a study's own number"
        ),
        pytest.param(
            "Roe, A.B., Poe, K. and Doe, J., 2000.",
            "Roe, A.B. and Poe, K. and Doe, J.",
            id="Harvard, dated",
        ),
        pytest.param("Ada Roe^1, Jim Doe^2", "Ada Roe and Jim Doe", id="marks as typed"),
        pytest.param("Roe, A., & Doe, J. (Eds.).", "Roe, A. and Doe, J.", id="APA, editors"),
        pytest.param(
            "Ada Roe<sup>1</sup>, Jim Doe<sup>2</sup>", "Ada Roe and Jim Doe", id="marks in HTML"
        ),
        pytest.param("Roe, A., & Doe, J. (2019)", "Roe, A. and Doe, J.", id="APA, dated"),
        pytest.param(
            "Roe, Ada, Jim Doe, and Kit Power.", "Roe, Ada and Jim Doe and Kit Power", id="MLA"
        ),
        pytest.param(
            "World Bank Group, & American Psychiatric Association",
            "{World Bank Group} and {American Psychiatric Association}",
            id="APA, bodies",
        ),
        pytest.param("Roe C.G, Doe J.D", "Roe, C. G. and Doe, J. D.", id="a point left out"),
        pytest.param("d'Roe G, dell'Osso B", "d'Roe, G. and dell'Osso, B.", id="small particles"),
        pytest.param("Roe, A.; et al.", "Roe, A. and others", id="one of many, a semicolon"),
        pytest.param(
            "J. Robert Roe, A. De Doe", "J. Robert Roe and De Doe, A.", id="a middle name"
        ),
        pytest.param("Ada Roe with Jim Doe", "Ada Roe and Jim Doe", id="with"),
        pytest.param("Ada Roe und Jörg Doe", "Ada Roe and Jörg Doe", id="German, full names"),
        pytest.param(
            "Roe, Jennifer MD, FRCPC; Doe, Alexander MD, PhD",
            "Roe, Jennifer and Doe, Alexander",
            id="degrees behind given names",
        ),
        pytest.param("Authors: Ada Roe, Jim Doe", "Ada Roe and Jim Doe", id="a word before"),
        pytest.param("Dr. Ada Roe, Dr. Jim Doe", "Ada Roe and Jim Doe", id="titles"),
        pytest.param(
            "Ada Roe, MD, MPH and Jim Doe, PhD, LCSW", "Ada Roe and Jim Doe", id="more letters"
        ),
        pytest.param(
            "Ada K. Roe, Brent Doe and Ivo Poe",
            "Ada K. Roe and Brent Doe and Ivo Poe",
            id="an and before the last",
        ),
        pytest.param("Roe, A., and Doe, B.", "Roe, A. and Doe, B.", id="a comma before and"),
        pytest.param("Ada Roe, Jr., Jim Doe", "Ada Roe, Jr. and Jim Doe", id="Jr., full names"),
        pytest.param("Roe J, Doe B, [et al.]", "Roe, J. and Doe, B. and others", id="[et al.]"),
    ],
)
def test_a_list_in_another_form(value: str, line: str) -> None:
    """What PubMed, AMA, APA, Google Scholar and web pages give comes back as BibTeX's."""
    assert as_bibtex(value) == line
    assert as_bibtex(line) is None


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
        "Ó Briain, Itzel Ximena",
        "A. B. Roe, Jr. and C. Doe",
        "Senior, Ada",
        "Roe - van der Doe, Ada and Poe, Jim",
        "山田 太郎 and 鈴木 花子",
        "van der Berg, MA",
        "De Leo, MA",
        "Garcia Lopez, M. D.",
        "Lopez Jaramillo, Carlos Alberto and Ada Roe",
        "Ada Roe, Jr. and Jim Doe, Jr.",
        "Smith, MD",
        "Do, An",
        "Kim, J and Lee, S",
        "Gates III, William H.",
        "Ortega y Gasset, José",
        "Silva e Costa, João",
        "von und zu Berg, H.",
        "Smith MD, Jones MS and Roe, A. {X}",
        "Gould IV, William B.",
        "{World Health Organization} and Roe, A.",
        "family=Berg, given=Henri, prefix=de",
        "",
    ],
)
def test_what_bibtex_reads_is_no_other_list(value: str) -> None:
    assert as_bibtex(value) is None


@pytest.mark.parametrize(
    "value",
    [
        pytest.param("Dore, J., MD, PhD, Jr., III", id="two generations"),
        pytest.param("Ada Roe; University of York", id="where somebody works, a semicolon"),
        pytest.param("Roe, Doe & Partners LLP", id="a company"),
        pytest.param("김민수, 이영희", id="two names in Hangul"),
        pytest.param(r"Centers for Medicare \& Medicaid Services", id="a body with an &"),
        pytest.param("Roe A, Doe B, for the KAP Study Group", id="for a group"),
        pytest.param("Jr., Ada Roe", id="a generation first"),
        pytest.param("Ada Roe, Jim Le Doe, Kim Poe", id="a particle with a capital"),
        pytest.param("Roe, Jennifer MD; Doe, Ivo RN", id="degrees, or initials"),
        pytest.param("Jane Roe, LCSW", id="letters that may be a degree"),
        pytest.param("Brynn Turnipseed, MD", id="a degree, or initials"),
        pytest.param("Ada Roe, University of York", id="where somebody works"),
        pytest.param(r"The Food \& Environment Agency", id="one body, or two"),
        pytest.param("U.S Food & Drug Administration", id="one body, or a person and a body"),
        pytest.param("U.S. Food & Drug Administration and Roe, A.", id="that, and a person"),
        pytest.param("Roe, A. and Department of Health & Human Services", id="it is the last"),
        pytest.param(
            "Roe, A. and University of York, Doe Study Group", id="one body with a comma, or two"
        ),
        pytest.param("Roe Ministry, Doe Institute", id="two bodies, or one and a part of it"),
        pytest.param(
            "Ada Roe, Department of Psychiatry, Yale University, New Haven", id="an affiliation"
        ),
        pytest.param("Jennifer Dore and Brynn Turnipseed, Shannon Dwyer", id="an and, a comma"),
        pytest.param("Roe Ada, Doe Jim, Poe Kim", id="family names first, without commas"),
        pytest.param("Nemeroff Charles B, Widge Alik S", id="family names of two words, or one"),
        pytest.param("Smith, Jones, Brown, Green", id="family names alone"),
        pytest.param("Roe, Doe, Poe, Smith und Jones, Green", id="them, in German"),
        pytest.param("Roe, J., Ortega y Gasset, J. y Poe, C.", id="an y that is a name's own"),
        pytest.param("Brink, van den, W.", id="a particle between commas"),
    ],
)
def test_a_list_that_nobody_can_be_sure_of(value: str) -> None:
    """More than one way to read it, or none: nothing is proposed."""
    assert as_bibtex(value) == ""


def test_two_people_and_one_with_two_family_names() -> None:
    """Only given names tell them apart."""
    assert look_like_people("Ada Roe, Jim Doe")
    assert not look_like_people("Lopez Jaramillo, Carlos Alberto")
    assert not look_like_people("van der Berg, Jan Maria")


@pytest.mark.parametrize("text", ["Authors: ", "Roe et al. ", "Dr. ", "Roe (Yale) ", "Roe and "])
def test_what_is_repeated_without_end(text: str) -> None:
    """A proposal is read back, but not the proposals that come of it."""
    assert list(check_names(text * 2000))
